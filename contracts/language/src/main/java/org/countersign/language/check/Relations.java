package org.countersign.language.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.countersign.contracts.compliance.Decision;
import org.countersign.contracts.validation.Operation;
import org.countersign.language.model.Clause;
import org.countersign.language.model.Value;

/**
 * What is known of rules of the ledger beyond that equal ones have equal results: of which operations they say nothing,
 * which of them no transaction can meet together, and which are met whenever another one is. Of words that are not in
 * here nothing is known.
 *
 * <p>A transfer is taken for one in which somebody acquires and somebody else disposes.
 */
final class Relations {
    private static final List<String> ABOUT_TRANSFERS = words("flow-back lock-up-from-acquisition lock-up-from-issue"
            + " minimum-holders minimum-holders-with-claim travel-rule-data volume-per-day volume-per-period"
            + " volume-share-per-period whole-holding-only");
    private static final List<String> ABOUT_ACQUIRERS = words("accredited allowed-keys allowed-persons"
            + " citizenship-allowed citizenship-barred claim-value claims-attested investor-category kyc-level"
            + " maximum-concentration maximum-holders maximum-holders-per-jurisdiction"
            + " maximum-holders-per-jurisdiction-with-category maximum-holders-per-jurisdiction-without-category"
            + " maximum-holders-with-category maximum-holders-with-claim maximum-holders-without-category"
            + " maximum-holding maximum-share-held-by-category maximum-share-held-in maximum-share-held-with-claim"
            + " maximum-share-of-holders maximum-transfer maximum-transfer-share minimum-age minimum-share-held-in"
            + " minimum-share-held-with-claim minimum-transfer not-politically-exposed"
            + " politically-exposed-kyc-level residence-allowed residence-barred tax-residence-known"
            + " withholding-category");
    private static final List<String> ABOUT_DISPOSERS =
            words("disposer-claim-value disposer-claims-attested disposer-kyc-level");
    private static final List<String> MOST_OF_ALL = words("maximum-holding maximum-supply maximum-transfer");
    private static final String AT_LEAST = "quantity-at-least";
    private static final List<String> ABOUT_ISSUES = words("maximum-supply");
    private static final List<String> RECOGNISING_ACQUIRERS = words("acquirer-category acquirer-residence");
    private static final List<String> RECOGNISING_DISPOSERS = words("disposer-category disposer-residence");

    // In which no holding moves, so that no rule is asked.
    private static final List<Operation> MOVING_NOTHING =
            Arrays.asList(Operation.DEFINE, Operation.FREEZE, Operation.RELEASE, Operation.AMEND);
    private static final List<Operation> WITHOUT_ACQUIRERS = Arrays.asList(
            Operation.DEFINE,
            Operation.REDEEM,
            Operation.FORCE_REDEEM,
            Operation.FREEZE,
            Operation.RELEASE,
            Operation.AMEND);
    private static final List<Operation> WITHOUT_DISPOSERS =
            Arrays.asList(Operation.DEFINE, Operation.ISSUE, Operation.FREEZE, Operation.RELEASE, Operation.AMEND);
    private static final List<Operation> WITH_ACQUIRERS =
            Arrays.asList(Operation.ISSUE, Operation.TRANSFER, Operation.FORCE_TRANSFER);

    // Asked first, since a search compares most pairs of rules in vain.
    private static final Set<String> COMPARED = Collections.unmodifiableSet(new HashSet<>(words("acquirer-residence"
            + " allowed-keys allowed-persons citizenship-allowed citizenship-barred denied-keys denied-persons"
            + " denomination lot-size maximum-holding maximum-transfer minimum-holding minimum-transfer not-after"
            + " not-before residence-allowed residence-barred trading-days trading-hours")));

    private static final List<String> LESS_IS_LAXER = words("minimum- lock-up-from- kyc-level disposer-kyc-level"
            + " politically-exposed-kyc-level quantity-at-least not-before");
    private static final List<String> MORE_IS_LAXER = words("maximum- volume- not-after");

    private Relations() {}

    private static List<String> words(String words) {
        return Collections.unmodifiableList(Arrays.asList(words.split(" ")));
    }

    /** The operations in which rules are judged: those that move holdings. */
    static List<Operation> judged() {
        return Arrays.stream(Operation.values())
                .filter(operation -> !MOVING_NOTHING.contains(operation))
                .collect(Collectors.toList());
    }

    /** What comes of a rule in every transaction of an operation; UNDECIDED if that depends on the transaction. */
    static Decision known(Clause rule, Operation operation) {
        String word = rule.getWord();
        if (word.equals(ScopeWords.OPERATION)) {
            return Decision.of(rule.getValues().values().stream()
                    .anyMatch(value -> value.texts().contains(operation.name())));
        }
        boolean nobodyIsRecognised = RECOGNISING_ACQUIRERS.contains(word) && WITHOUT_ACQUIRERS.contains(operation)
                || RECOGNISING_DISPOSERS.contains(word) && WITHOUT_DISPOSERS.contains(operation);
        if (nobodyIsRecognised) {
            return Decision.FAILS;
        }
        boolean nothingIsSaid = ABOUT_TRANSFERS.contains(word) && operation != Operation.TRANSFER
                || ABOUT_ISSUES.contains(word) && operation != Operation.ISSUE
                || ABOUT_ACQUIRERS.contains(word) && WITHOUT_ACQUIRERS.contains(operation)
                || ABOUT_DISPOSERS.contains(word) && WITHOUT_DISPOSERS.contains(operation);
        return nothingIsSaid ? Decision.HOLDS : Decision.UNDECIDED;
    }

    /**
     * What comes of a rule in every transaction of an operation, also by what there is of the security.
     *
     * @param supply the most units that can be outstanding; null if that is not known
     */
    static Decision known(Clause rule, Operation operation, BigDecimal supply) {
        Decision known = known(rule, operation);
        Value quantity = rule.getValues().get("quantity");
        if (known != Decision.UNDECIDED || supply == null || quantity == null) {
            return known;
        }
        int beside = ((BigDecimal) quantity.getCarrier()).compareTo(supply);
        if (MOST_OF_ALL.contains(rule.getWord())) {
            return beside >= 0 ? Decision.HOLDS : known;
        }
        return rule.getWord().equals(AT_LEAST) && beside > 0 ? Decision.FAILS : known;
    }

    /** Whether of one rule can follow anything about another one. */
    static boolean areAlike(Clause one, Clause other) {
        return ListRelations.family(one.getWord()).equals(ListRelations.family(other.getWord()));
    }

    /**
     * Whether whatever meets one rule meets the other one: they are of one word and differ in the value alone by which
     * rules of that word are more or less strict.
     */
    static boolean implies(Clause one, Clause other) {
        return ListRelations.implies(one, other) || isStricter(one, other);
    }

    private static boolean isStricter(Clause one, Clause other) {
        if (!one.getWord().equals(other.getWord()) || one.getValues().isEmpty()) {
            return false;
        }
        boolean more = LESS_IS_LAXER.stream().anyMatch(one.getWord()::startsWith);
        boolean less = MORE_IS_LAXER.stream().anyMatch(one.getWord()::startsWith);
        Map<String, Value> values = new LinkedHashMap<>(one.getValues());
        Map<String, Value> others = new LinkedHashMap<>(other.getValues());
        // The value that orders them is the first one of each of these words.
        String first = values.keySet().iterator().next();
        Object value = values.remove(first).getCarrier();
        Value against = others.remove(first);
        return against != null
                && values.equals(others)
                && (more && isAtLeast(value, against.getCarrier()) || less && isAtLeast(against.getCarrier(), value));
    }

    private static boolean isAtLeast(Object value, Object other) {
        if (value instanceof Period) {
            Period longer = (Period) value;
            Period shorter = (Period) other;
            // Months have 28 to 31 days, wherever the period begins.
            return longer.toTotalMonths() >= shorter.toTotalMonths() && longer.getDays() >= shorter.getDays()
                    || 28 * longer.toTotalMonths() + longer.getDays()
                            >= 31 * shorter.toTotalMonths() + shorter.getDays();
        }
        if (value instanceof LocalDate) {
            return !((LocalDate) value).isBefore((LocalDate) other);
        }
        return new BigDecimal(value.toString()).compareTo(new BigDecimal(other.toString())) >= 0;
    }

    /** Whether of a rule something is known beside others of certain words. */
    static boolean isCompared(Clause rule) {
        return COMPARED.contains(rule.getWord());
    }

    /** Whether no transaction of an operation can meet both of two rules. */
    static boolean exclude(Clause one, Clause other, Operation operation) {
        return isCompared(one) && isCompared(other) && areCompared(one, other, operation);
    }

    private static boolean areCompared(Clause one, Clause other, Operation operation) {
        return excludeInOrder(one, other, operation) || excludeInOrder(other, one, operation);
    }

    private static boolean excludeInOrder(Clause one, Clause other, Operation operation) {
        if (exclude(one, other)) {
            return true;
        }
        if (!WITH_ACQUIRERS.contains(operation)) {
            return false;
        }
        Optional<Limit> least = Limit.of(one);
        Optional<Limit> most = Limit.of(other);
        if (least.isPresent() && most.isPresent()) {
            return least.get().isOfTheMovement() && least.get().isAbove(most.get());
        }
        List<String> allowed = allowed(one, other);
        return !allowed.isEmpty() && allowedAndBarred(one, other).size() == allowed.size();
    }

    // Those of whom one is, or which say of the time-window, need nobody else.
    private static boolean exclude(Clause one, Clause other) {
        String words = one.getWord() + " " + other.getWord();
        switch (words) {
            case "acquirer-residence residence-barred":
                return texts(one, "jurisdictions").stream()
                        .allMatch(place -> isIn(texts(other, "jurisdictions"), place));
            case "acquirer-residence residence-allowed":
                return texts(one, "jurisdictions").stream()
                        .noneMatch(place -> isIn(texts(other, "jurisdictions"), place)
                                || texts(other, "jurisdictions").stream()
                                        .anyMatch(part -> isIn(Collections.singletonList(place), part)));
            case "not-before not-after":
                return isSame(one, other, "zone") && date(one).isAfter(date(other));
            case "trading-hours trading-hours":
                return isSame(one, other, "zone") && !time(one, "opens").isBefore(time(other, "closes"));
            case "trading-days trading-days":
                return isSame(one, other, "zone")
                        && Collections.disjoint(texts(one, "weekdays"), texts(other, "weekdays"));
            default:
                return false;
        }
    }

    /** Which of those that one rule allows another one bars; empty if the rules are not of that kind. */
    static List<String> allowedAndBarred(Clause allowing, Clause barring) {
        List<String> both = new ArrayList<>(allowed(allowing, barring));
        if (!both.isEmpty()) {
            List<String> barred = barring.getValues().values().iterator().next().texts();
            both.removeIf(element ->
                    !(allowing.getWord().endsWith("-allowed") ? isIn(barred, element) : barred.contains(element)));
        }
        return both;
    }

    // What the first rule allows, if the second one bars things of the kind.
    private static List<String> allowed(Clause allowing, Clause barring) {
        switch (allowing.getWord() + " " + barring.getWord()) {
            case "residence-allowed residence-barred":
            case "citizenship-allowed citizenship-barred":
            case "allowed-keys denied-keys":
            case "allowed-persons denied-persons":
                return allowing.getValues().values().iterator().next().texts();
            default:
                return Collections.emptyList();
        }
    }

    // A country has its parts in it.
    private static boolean isIn(List<String> jurisdictions, String place) {
        return jurisdictions.stream()
                .anyMatch(jurisdiction -> place.equals(jurisdiction) || place.startsWith(jurisdiction + "-"));
    }

    private static boolean isSame(Clause one, Clause other, String parameter) {
        return one.value(parameter).equals(other.value(parameter));
    }

    private static List<String> texts(Clause rule, String parameter) {
        return rule.value(parameter).map(Value::texts).orElse(Collections.emptyList());
    }

    private static LocalDate date(Clause rule) {
        return (LocalDate) rule.getValues().get("date").getCarrier();
    }

    private static LocalTime time(Clause rule, String parameter) {
        return (LocalTime) rule.getValues().get(parameter).getCarrier();
    }
}
