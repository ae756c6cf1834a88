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
     * @param word its word: lower case with hyphens, used by no other rule
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

    /**
     * Checks an argument in a rule's constructor and brings it into the one form that equal values share.
     *
     * @param parameter the number of the parameter, from 0
     * @param value the argument
     * @param <T> the type that carries it
     * @return the argument in that form
     * @throws IllegalArgumentException if the parameter does not take it; tells rule, parameter and what it takes
     */
    @SuppressWarnings("unchecked")
    public <T> T checked(int parameter, T value) {
        RuleParameter expected = parameters.get(parameter);
        try {
            return (T) expected.getType().checked(value);
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(
                    "'" + expected.getName() + "' of " + word + ": " + refused.getMessage(), refused);
        }
    }

    /** The rule's text with these arguments: the word, and behind it the parameters by name. */
    String write(List<Object> arguments) {
        StringBuilder text = new StringBuilder(word);
        for (int i = 0; i < parameters.size(); i++) {
            text.append(i == 0 ? " (" : ", ")
                    .append(parameters.get(i).getName())
                    .append(": ")
                    .append(parameters.get(i).getType().write(arguments.get(i)));
        }
        return text.append(parameters.isEmpty() ? "" : ")").toString();
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
