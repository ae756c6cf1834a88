package org.countersign.language.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countersign.language.vocabulary.Section;

/**
 * A security as its source says it, checked: every clause that is needed is there once, and every value has its type
 * and range.
 */
public final class SecurityModel {
    private final Map<Section, List<Clause>> clauses;
    private final List<Block> compliance;

    /**
     * Creates a model.
     *
     * @param clauses the clauses of every section but the compliance section; sections that the source does not have
     *     are left out, and exactly one of those that are there is an instrument
     * @param compliance the blocks of the compliance section, in the order of the text; may be empty
     */
    public SecurityModel(Map<Section, List<Clause>> clauses, List<Block> compliance) {
        Map<Section, List<Clause>> copies = new EnumMap<>(Section.class);
        clauses.forEach(
                (section, listed) -> copies.put(section, Collections.unmodifiableList(new ArrayList<>(listed))));
        this.clauses = Collections.unmodifiableMap(copies);
        this.compliance = Collections.unmodifiableList(new ArrayList<>(compliance));
    }

    /** The sections that the source has, in the order of {@link Section}, COMPLIANCE left out. */
    public List<Section> sections() {
        return new ArrayList<>(clauses.keySet());
    }

    /**
     * The clauses of a section.
     *
     * @param section the section
     * @return in the order of the text; empty if the source does not have the section
     */
    public List<Clause> clauses(Section section) {
        return clauses.getOrDefault(section, Collections.emptyList());
    }

    /**
     * The clauses of a section with one word.
     *
     * @param section the section
     * @param word the word
     * @return in the order of the text
     */
    public List<Clause> clauses(Section section, String word) {
        return clauses(section).stream()
                .filter(clause -> clause.getWord().equals(word))
                .collect(Collectors.toList());
    }

    /**
     * A value of a clause that stands once.
     *
     * @param section the section
     * @param word the clause's word
     * @param parameter the parameter
     * @return nothing if clause or parameter was left out
     */
    public Optional<Value> value(Section section, String word, String parameter) {
        return clauses(section, word).stream().findFirst().flatMap(clause -> clause.value(parameter));
    }

    private Object needed(String word, String parameter) {
        return value(Section.TERMS, word, parameter)
                .orElseThrow(() -> new IllegalStateException("A checked model has a " + word + "."))
                .getCarrier();
    }

    /** The short name. */
    public String getSymbol() {
        return (String) needed("security", "symbol");
    }

    /** The full name. */
    public String getName() {
        return (String) needed("security", "name");
    }

    /** The obligor's X.500 name. */
    public String getIssuer() {
        return (String) needed("issuer", "name");
    }

    /** The ISIN. */
    public Optional<String> getIsin() {
        return value(Section.TERMS, "isin", "code").map(value -> (String) value.getCarrier());
    }

    /** The ISO 4217 code of the nominal value. */
    public String getCurrency() {
        return (String) needed("currency", "code");
    }

    /** The nominal value of one unit. */
    public Money getDenomination() {
        return (Money) needed("denomination", "amount");
    }

    /** How many units may be outstanding at once. */
    public BigDecimal getSupply() {
        return (BigDecimal) needed("supply", "quantity");
    }

    /** The decimals of a quantity. */
    public int getDecimals() {
        return value(Section.TERMS, "decimals", "count")
                .map(value -> (Integer) value.getCarrier())
                .orElse(0);
    }

    /** What kind of instrument it is. */
    public Section getInstrument() {
        return clauses.keySet().stream()
                .filter(Section::isInstrument)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A checked model has an instrument."));
    }

    /** The blocks of the compliance section, in the order of the text. */
    public List<Block> getCompliance() {
        return compliance;
    }

    /** The compliance section as one condition; nothing if it demands nothing. */
    public Optional<Condition> condition() {
        return compliance.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Condition.all(compliance.stream().map(Block::condition).collect(Collectors.toList())));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecurityModel
                && clauses.equals(((SecurityModel) other).clauses)
                && compliance.equals(((SecurityModel) other).compliance);
    }

    @Override
    public int hashCode() {
        return Objects.hash(clauses, compliance);
    }

    @Override
    public String toString() {
        return getSymbol() + ", " + getName();
    }
}
