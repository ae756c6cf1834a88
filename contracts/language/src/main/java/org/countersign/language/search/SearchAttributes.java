package org.countersign.language.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.contracts.validation.Aspect;
import org.countersign.language.check.Catalogue;
import org.countersign.language.model.Value;
import org.countersign.language.model.ValueType;
import org.countersign.language.vocabulary.Section;
import org.countersign.language.vocabulary.Signature;
import org.countersign.language.vocabulary.Slot;

/**
 * The attributes by which securities are found: every value that a clause or rule of the language can have, and some
 * that follow from them. A new clause, instrument or rule brings its attributes along.
 */
public final class SearchAttributes {
    /** What kind of instrument it is. */
    public static final String KIND = "kind";
    /** Whether holdings can move. */
    public static final String STATUS = "status";
    /** When it was registered. */
    public static final String REGISTERED = "registered";
    /** Where those may reside who acquire. */
    public static final String JURISDICTION = "jurisdiction";
    /** Of which category those may be who acquire. */
    public static final String CATEGORY = "category";
    /** The rules that are demanded. */
    public static final String REQUIRES = "requires";

    private static final SearchAttributes OF_LEDGER = new SearchAttributes(Catalogue.ofLedger());

    private final Map<String, SearchAttribute> attributes = new LinkedHashMap<>();

    private SearchAttributes(Catalogue catalogue) {
        for (Section section : Section.values()) {
            for (Signature clause : section.getClauses()) {
                addAll(section, clause);
            }
        }
        add(
                KIND,
                ValueType.WORD,
                Stream.of(Section.values())
                        .filter(Section::isInstrument)
                        .map(Section::getWord)
                        .collect(Collectors.toList()),
                "instrument",
                "The kind of instrument.");
        add(
                STATUS,
                ValueType.WORD,
                words(SecurityStatus.values()),
                SearchAttribute.ALWAYS,
                "Whether holdings can move.");
        add(
                REGISTERED,
                ValueType.DATE,
                Collections.emptyList(),
                SearchAttribute.ALWAYS,
                "The day of its registration, in UTC.");
        for (Aspect aspect : Aspect.values()) {
            add(
                    committee(aspect),
                    ValueType.TEXT,
                    Collections.emptyList(),
                    "validation",
                    "The committee that attests " + Value.word(aspect.name()) + ".");
        }
        addCompliance(catalogue);
    }

    private void addCompliance(Catalogue catalogue) {
        List<String> none = Collections.emptyList();
        add(
                JURISDICTION,
                ValueType.JURISDICTIONS,
                none,
                "compliance",
                "Where those may reside who acquire, as far as its rules about residence go.");
        add(
                CATEGORY,
                ValueType.CATEGORIES,
                none,
                "compliance",
                "Of which single category those may be who acquire, as far as its rules about categories go.");
        add(REQUIRES, ValueType.WORD, catalogue.words(), "compliance", "A rule that is demanded, in whatever case.");
        for (String rule : catalogue.words()) {
            catalogue.signature(rule).ifPresent(signature -> addAll(Section.COMPLIANCE, signature));
        }
    }

    private void addAll(Section section, Signature signature) {
        for (Slot slot : signature.getSlots()) {
            add(
                    name(section, signature, slot.getName()),
                    slot.getType(),
                    slot.getWords(),
                    publishedBy(section, signature, slot),
                    section == Section.COMPLIANCE
                            ? "The " + slot.getName() + " of the rule `" + signature.getWord()
                                    + "`, wherever it stands."
                            : signature.getMeaning());
        }
    }

    private void add(String name, ValueType type, List<String> words, String publishedBy, String meaning) {
        SearchAttribute attribute = new SearchAttribute(name, type, words, publishedBy, meaning);
        SearchAttribute twin = attributes.putIfAbsent(name, attribute);
        // Two instruments may say the same thing, but not different things in one word.
        if (twin != null && (twin.getType() != type || !twin.getPublishedBy().equals(publishedBy))) {
            throw new IllegalStateException("Two attributes are called " + name + ".");
        }
    }

    /** The attributes of the language with the ledger's rules. */
    public static SearchAttributes ofLedger() {
        return OF_LEDGER;
    }

    /** What a value of a clause or rule is called: by the word alone, if it has no other. */
    static String name(Section section, Signature signature, String slot) {
        if (section == Section.TERMS && signature.getSlots().size() > 1) {
            return slot;
        }
        return signature.getSlots().size() == 1 ? signature.getWord() : signature.getWord() + "." + slot;
    }

    /** What the committee of an aspect is called. */
    static String committee(Aspect aspect) {
        return Value.word(aspect.name()) + "-committee";
    }

    private static String publishedBy(Section section, Signature clause, Slot slot) {
        if (section.isInstrument()) {
            return "instrument";
        }
        if (section != Section.TERMS) {
            return section.getWord();
        }
        switch (clause.getWord()) {
            case "security":
                return slot.getName().equals("symbol") ? SearchAttribute.ALWAYS : slot.getName();
            case "issuer":
                return SearchAttribute.ALWAYS;
            case "decimals":
                return "supply";
            default:
                return clause.getWord();
        }
    }

    private static List<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> Value.word(constant.name()))
                .collect(Collectors.toList());
    }

    /** All of them, in the order of the language. */
    public Collection<SearchAttribute> all() {
        return Collections.unmodifiableCollection(attributes.values());
    }

    /** Their names, in the order of the language. */
    public List<String> names() {
        return new ArrayList<>(attributes.keySet());
    }

    /**
     * The attribute of a name.
     *
     * @param name as in a query
     * @return nothing if there is none
     */
    public Optional<SearchAttribute> find(String name) {
        return Optional.ofNullable(attributes.get(name));
    }
}
