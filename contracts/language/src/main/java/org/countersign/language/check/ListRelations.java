package org.countersign.language.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.countersign.language.model.Clause;
import org.countersign.language.model.Value;

/**
 * Which rules about lists are met whenever others are: of those that allow or recognise, with a part of the list; of
 * those that bar or demand each element, with more than the list. Words that say the same of one element belong to the
 * same family.
 */
final class ListRelations {
    private static final String CATEGORY = "investor-category";
    private static final String ACCREDITED = "accredited";
    private static final String EXPOSED_LEVEL = "politically-exposed-kyc-level";
    private static final String NOT_EXPOSED = "not-politically-exposed";
    private static final List<String> FEWER_IS_STRICTER = Collections.unmodifiableList(Arrays.asList(
            "residence-allowed",
            "citizenship-allowed",
            CATEGORY,
            "acquirer-category",
            "disposer-category",
            "acquirer-residence",
            "disposer-residence",
            "allowed-persons",
            "allowed-keys",
            "claim-value",
            "disposer-claim-value",
            "withholding-category"));
    private static final List<String> MORE_IS_STRICTER = Collections.unmodifiableList(Arrays.asList(
            "residence-barred",
            "citizenship-barred",
            "denied-persons",
            "denied-keys",
            "claims-attested",
            "disposer-claims-attested"));

    private ListRelations() {}

    /** The word by which rules are compared with each other: those of different families have nothing in common. */
    static String family(String word) {
        switch (word) {
            case ACCREDITED:
                return CATEGORY;
            case NOT_EXPOSED:
                return EXPOSED_LEVEL;
            default:
                return word;
        }
    }

    /** Whether whatever meets one rule meets the other one. */
    static boolean implies(Clause one, Clause other) {
        String word = family(one.getWord());
        if (!word.equals(family(other.getWord()))) {
            return false;
        }
        if (word.equals(EXPOSED_LEVEL)) {
            // Who is not exposed needs no level.
            return one.getWord().equals(NOT_EXPOSED);
        }
        boolean fewer = FEWER_IS_STRICTER.contains(word);
        if (!fewer && !MORE_IS_STRICTER.contains(word) || !isSameBeside(one, other)) {
            return false;
        }
        return fewer ? contains(elements(other), elements(one)) : contains(elements(one), elements(other));
    }

    /** Whether values say the same of fewer elements: they are equal but for the list, which is the last one. */
    static boolean isWithin(Map<String, Value> fewer, Map<String, Value> more) {
        List<Value> few = new ArrayList<>(fewer.values());
        List<Value> many = new ArrayList<>(more.values());
        int last = few.size() - 1;
        return last >= 0
                && many.size() == few.size()
                && few.subList(0, last).equals(many.subList(0, last))
                && contains(listed(many.get(last)), listed(few.get(last)));
    }

    // The list is the last value of its rule.
    private static boolean isSameBeside(Clause one, Clause other) {
        return beside(one).equals(beside(other));
    }

    private static List<Value> beside(Clause rule) {
        List<Value> values = new ArrayList<>(rule.getValues().values());
        return values.isEmpty() ? values : values.subList(0, values.size() - 1);
    }

    private static List<String> elements(Clause rule) {
        if (rule.getWord().equals(ACCREDITED)) {
            return Collections.singletonList("ACCREDITED");
        }
        Map<String, Value> values = rule.getValues();
        return values.isEmpty()
                ? Collections.emptyList()
                : listed(new ArrayList<>(values.values()).get(values.size() - 1));
    }

    // Nothing is in what is no list, and it is in nothing.
    private static List<String> listed(Value value) {
        return value.getCarrier() instanceof List ? value.texts() : Collections.emptyList();
    }

    // A country has its parts in it; no other element has a hyphen and another one before it.
    private static boolean contains(List<String> more, List<String> fewer) {
        return !fewer.isEmpty()
                && fewer.stream()
                        .allMatch(element ->
                                more.stream().anyMatch(each -> element.equals(each) || isCountryOf(each, element)));
    }

    private static boolean isCountryOf(String country, String part) {
        return country.matches("[A-Z]{2}") && part.startsWith(country + "-");
    }
}
