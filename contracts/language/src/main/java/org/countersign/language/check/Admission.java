package org.countersign.language.check;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.countersign.contracts.compliance.Decision;
import org.countersign.contracts.identity.InvestorCategory;
import org.countersign.contracts.validation.Operation;
import org.countersign.language.model.Clause;
import org.countersign.language.model.Condition;
import org.countersign.language.model.SecurityModel;
import org.countersign.language.model.Value;

/**
 * Who can be let in by a compliance section, as far as its rules about residence or about categories go. All other
 * rules are taken for rules that can be met, and not met: who is said to be let in may still be refused for another
 * reason, who is said to be barred cannot acquire at all.
 */
public final class Admission {
    /** Stands for every jurisdiction, or every part of a country, that the section does not name. */
    public static final String OTHERS = "*";

    // No code has so many letters.
    private static final String NAMELESS = "ZZZZZZ";
    private static final Set<Operation> ACQUIRING = EnumSet.of(Operation.ISSUE, Operation.TRANSFER);

    private final SecurityModel model;

    /**
     * Looks at a security.
     *
     * @param model what its source says, checked
     */
    public Admission(SecurityModel model) {
        this.model = model;
    }

    /**
     * The jurisdictions that have to be told apart: those that the section names, their countries, of each country the
     * parts that it does not name, as {@code US-*}, and all others, as {@link #OTHERS}.
     */
    public Set<String> jurisdictions() {
        Set<String> places = new TreeSet<>(Collections.singleton(OTHERS));
        model.condition()
                .ifPresent(condition -> condition
                        .rules()
                        .forEach(rule -> named(rule).forEach(place -> {
                            String country = place.substring(0, 2);
                            places.add(place);
                            places.add(country);
                            places.add(country + "-" + OTHERS);
                        })));
        return places;
    }

    private static List<String> named(Clause rule) {
        switch (rule.getWord()) {
            case "residence-allowed":
            case "residence-barred":
            case "acquirer-residence":
                return rule.getValues().values().iterator().next().texts();
            default:
                return Collections.emptyList();
        }
    }

    /**
     * Whether somebody who resides in a jurisdiction can acquire.
     *
     * @param place one of {@link #jurisdictions()}
     * @return false if no issue and no transfer to such a holder can be in order
     */
    public boolean admitsResidents(String place) {
        String resident = place.replace(OTHERS, NAMELESS);
        return admits((rule, operation) -> ofResident(rule, operation, resident));
    }

    /**
     * Whether somebody can acquire who has one category and no other.
     *
     * @param category the category
     * @return false if no issue and no transfer to such a holder can be in order
     */
    public boolean admits(InvestorCategory category) {
        return admits((rule, operation) -> ofCategory(rule, operation, category.name()));
    }

    private boolean admits(Judgement judgement) {
        return !model.condition().isPresent()
                || ACQUIRING.stream()
                        .anyMatch(operation -> decide(model.condition().get(), operation, judgement) != Decision.FAILS);
    }

    private static Decision decide(Condition condition, Operation operation, Judgement judgement) {
        List<Condition> parts = condition.getParts();
        switch (condition.getKind()) {
            case RULE:
                return judgement.of(condition.getRule(), operation);
            case NOT:
                return decide(parts.get(0), operation, judgement).negate();
            case WHEN:
                return decide(parts.get(0), operation, judgement)
                        .negate()
                        .or(decide(parts.get(1), operation, judgement));
            case ALL:
                return parts.stream()
                        .map(part -> decide(part, operation, judgement))
                        .reduce(Decision.HOLDS, Decision::and);
            default:
                return parts.stream()
                        .map(part -> decide(part, operation, judgement))
                        .reduce(Decision.FAILS, Decision::or);
        }
    }

    // As the ledger's rules decide about a holder whose residence is attested.
    private static Decision ofResident(Clause rule, Operation operation, String place) {
        List<String> named = named(rule);
        switch (rule.getWord()) {
            case "residence-allowed":
                return Decision.of(contain(named, place));
            case "residence-barred":
                return Decision.of(!mayContain(named, place));
            case "acquirer-residence":
                return contain(named, place)
                        ? Decision.HOLDS
                        : mayContain(named, place) ? Decision.UNDECIDED : Decision.FAILS;
            default:
                return Relations.known(rule, operation);
        }
    }

    private static Decision ofCategory(Clause rule, Operation operation, String category) {
        switch (rule.getWord()) {
            case "accredited":
                return Decision.of(category.equals(InvestorCategory.ACCREDITED.name()));
            case "investor-category":
            case "acquirer-category":
                Value named = rule.getValues().values().iterator().next();
                return Decision.of(named.texts().contains(category));
            default:
                return Relations.known(rule, operation);
        }
    }

    private static boolean contain(List<String> wholes, String place) {
        return wholes.stream().anyMatch(whole -> contains(whole, place));
    }

    private static boolean mayContain(List<String> wholes, String place) {
        return wholes.stream().anyMatch(whole -> contains(whole, place) || contains(place, whole));
    }

    private static boolean contains(String whole, String part) {
        return part.equals(whole) || part.startsWith(whole + "-");
    }

    /** What comes of a rule. */
    @FunctionalInterface
    private interface Judgement {
        Decision of(Clause rule, Operation operation);
    }
}
