package org.countersign.language.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.contracts.validation.Operation;
import org.countersign.language.check.Satisfiability;
import org.countersign.language.check.SearchWork;
import org.countersign.language.model.Block;
import org.countersign.language.model.Clause;
import org.countersign.language.model.Condition;
import org.countersign.language.model.SecurityModel;
import org.countersign.language.vocabulary.Section;
import org.countersign.language.vocabulary.Signature.Frequency;
import org.countersign.language.vocabulary.Slot;

/**
 * What changes for those who hold or deal in a security when one source takes the place of another: by what the sources
 * mean, so that another layout, order or wording of the same is no change.
 */
public final class ModelDifference {
    private static final List<Operation> DEALINGS =
            Collections.unmodifiableList(Arrays.asList(Operation.ISSUE, Operation.TRANSFER, Operation.REDEEM));

    private final SecurityModel before;
    private final SecurityModel after;
    private final SearchWork work = new SearchWork();
    private final List<String> changes = new ArrayList<>();
    private final Map<Operation, Verdict> verdicts = new EnumMap<>(Operation.class);

    /**
     * Compares two securities.
     *
     * @param before what it is
     * @param after what it is to be
     */
    public ModelDifference(SecurityModel before, SecurityModel after) {
        this.before = before;
        this.after = after;
        for (Section section : Section.values()) {
            if (section != Section.COMPLIANCE) {
                compare(section);
            }
        }
        for (Operation operation : DEALINGS) {
            verdicts.put(operation, verdict(operation));
        }
        if (verdicts.values().stream().anyMatch(verdict -> verdict != Verdict.SAME)) {
            compareRequirements();
        }
    }

    /** What changes, one sentence each; empty if nothing does. */
    public List<String> getChanges() {
        return Collections.unmodifiableList(changes);
    }

    /** How the requirements of issue, transfer and redemption compare. */
    public Map<Operation, Verdict> getVerdicts() {
        return Collections.unmodifiableMap(verdicts);
    }

    /** Whether nothing changes for anybody. */
    public boolean isEmpty() {
        return changes.isEmpty() && verdicts.values().stream().allMatch(verdict -> verdict == Verdict.SAME);
    }

    private void compare(Section section) {
        Map<String, Clause> old = byKey(section, before);
        Map<String, Clause> now = byKey(section, after);
        if (section.isInstrument()
                && before.sections().contains(section) != after.sections().contains(section)) {
            changes.add((after.sections().contains(section) ? "New: It is a " : "No longer: It is a ")
                    + section.getWord() + ".");
        }
        old.forEach((key, clause) -> {
            if (!now.containsKey(key)) {
                changes.add("No longer: " + Sentences.of(section, clause));
            } else if (!now.get(key).equals(clause)) {
                changes.add("Was: " + Sentences.of(section, clause) + " Is: " + Sentences.of(section, now.get(key)));
            }
        });
        now.forEach((key, clause) -> {
            if (!old.containsKey(key)) {
                changes.add("New: " + Sentences.of(section, clause));
            }
        });
    }

    // Clauses that can be said several times are told apart by what they are about, which is their first value.
    private static Map<String, Clause> byKey(Section section, SecurityModel model) {
        Map<String, Clause> clauses = new LinkedHashMap<>();
        for (Clause clause : model.clauses(section)) {
            boolean several = section.clause(clause.getWord())
                    .filter(signature -> signature.getFrequency() == Frequency.ANY)
                    .isPresent();
            String about = several
                    ? " "
                            + section.clause(clause.getWord()).get().getSlots().stream()
                                    .findFirst()
                                    .map(Slot::getName)
                                    .flatMap(clause::value)
                                    .map(Object::toString)
                                    .orElse("")
                    : "";
            clauses.put(clause.getWord() + about, clause);
        }
        return clauses;
    }

    private Verdict verdict(Operation operation) {
        Condition old = before.condition().orElse(null);
        Condition now = after.condition().orElse(null);
        boolean refusesMore = canHold(operation, old, negation(now));
        boolean allowsMore = canHold(operation, now, negation(old));
        if (refusesMore) {
            return allowsMore ? Verdict.DIFFERENT : Verdict.STRICTER;
        }
        return allowsMore ? Verdict.LAXER : Verdict.SAME;
    }

    private static Condition negation(Condition condition) {
        return condition == null ? null : Condition.not(condition);
    }

    // Whether something can be in order by the one and not by the other; null for a policy that requires nothing, in
    // the second place for the contrary of that.
    private boolean canHold(Operation operation, Condition holds, Condition breaks) {
        if (breaks == null) {
            return false;
        }
        Condition both = holds == null ? breaks : Condition.all(Arrays.asList(holds, breaks));
        return new Satisfiability(operation, work).canHold(both);
    }

    private void compareRequirements() {
        told(before, after, false);
        told(after, before, true);
    }

    private static List<Condition> requirements(SecurityModel model) {
        List<Condition> all = new ArrayList<>();
        for (Block block : model.getCompliance()) {
            block.getRequirements().forEach(requirement -> all.add(scoped(block, requirement)));
        }
        return all;
    }

    private static Condition scoped(Block block, Condition requirement) {
        return block.getPremise()
                .map(premise -> Condition.when(premise, requirement))
                .orElse(requirement);
    }

    // What follows from the others' requirements is no change, whatever clause says it there.
    private void told(SecurityModel model, SecurityModel other, boolean stricter) {
        List<Condition> others = requirements(other);
        List<Condition> own = requirements(model);
        for (Block block : model.getCompliance()) {
            for (Condition requirement : block.getRequirements()) {
                Condition whole = scoped(block, requirement);
                if (!follows(others, whole)) {
                    String milder = milder(whole, own, other);
                    changes.add(
                            milder == null
                                    ? (stricter ? "Now required. " : "No longer required. ") + said(block, requirement)
                                    : stricter
                                            ? "Stricter. Was: " + milder + " Is: " + said(block, requirement)
                                            : "Laxer. Was: " + said(block, requirement) + " Is: " + milder);
                }
            }
        }
    }

    private boolean follows(List<Condition> demanded, Condition requirement) {
        Condition all = demanded.isEmpty() ? null : Condition.all(demanded);
        Condition contrary = Condition.not(requirement);
        return Arrays.stream(Operation.values()).noneMatch(operation -> canHold(operation, all, contrary));
    }

    // A requirement of the other security that this one has not, and that says the same less strictly; null if none.
    private String milder(Condition strict, List<Condition> own, SecurityModel other) {
        for (Block block : other.getCompliance()) {
            for (Condition requirement : block.getRequirements()) {
                Condition whole = scoped(block, requirement);
                if (!own.contains(whole) && follows(Collections.singletonList(strict), whole)) {
                    return said(block, requirement);
                }
            }
        }
        return null;
    }

    private static String said(Block block, Condition requirement) {
        return Sentences.scope(block, Sentences::written) + ": " + Sentences.written(requirement) + ".";
    }

    /** How the requirements of an operation compare. */
    public enum Verdict {
        /** The same is in order before and after. */
        SAME("The same is in order as before."),
        /** Everything that was in order still is. */
        LAXER("Laxer: what was in order still is, and more may be."),
        /** Nothing is in order that was not. */
        STRICTER("Stricter: nothing is in order that was not, and less may be."),
        /** Neither can be said from the form of the requirements. */
        DIFFERENT("Different: neither includes the other by its form; compare the requirements above.");

        private final String sentence;

        Verdict(String sentence) {
            this.sentence = sentence;
        }

        /** The verdict in words. */
        public String getSentence() {
            return sentence;
        }
    }
}
