package org.countersign.contracts.compliance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * A rule of the catalogue as people and compilers see it: its word, its parameters in the order of the class's only
 * public constructor, what it means, where in law or standard it comes from, and worked examples.
 */
public final class RuleDescription {
    private final Class<? extends ComplianceRule> type;
    private final String word;
    private final Reach reach;
    private final List<RuleParameter> parameters;
    private final String meaning;
    private final List<String> sources;
    private final List<String> examples;

    /**
     * Creates a description.
     *
     * @param type the rule's class
     * @param word its word, as {@link ComplianceRule#getWord()} says
     * @param reach who can decide it
     * @param parameters in the order of the constructor, whose types are those of {@link ParameterType#getCarrier()}
     * @param meaning the precise meaning, edge cases included
     * @param sources law or standard with section; may be empty
     * @param examples worked examples in sentences
     */
    public RuleDescription(
            Class<? extends ComplianceRule> type,
            String word,
            Reach reach,
            List<RuleParameter> parameters,
            String meaning,
            List<String> sources,
            List<String> examples) {
        this.type = Objects.requireNonNull(type, "type");
        this.word = Objects.requireNonNull(word, "word");
        this.reach = Objects.requireNonNull(reach, "reach");
        this.parameters = Collections.unmodifiableList(new ArrayList<>(parameters));
        this.meaning = Objects.requireNonNull(meaning, "meaning");
        this.sources = Collections.unmodifiableList(new ArrayList<>(sources));
        this.examples = Collections.unmodifiableList(new ArrayList<>(examples));
    }

    /** The rule's class. */
    public Class<? extends ComplianceRule> getType() {
        return type;
    }

    /** Its word. */
    public String getWord() {
        return word;
    }

    /** Who can decide it. */
    public Reach getReach() {
        return reach;
    }

    /** Its parameters, in the order of the constructor. */
    public List<RuleParameter> getParameters() {
        return parameters;
    }

    /** Its precise meaning. */
    public String getMeaning() {
        return meaning;
    }

    /** Law or standard. */
    public List<String> getSources() {
        return sources;
    }

    /** Worked examples. */
    public List<String> getExamples() {
        return examples;
    }
}
