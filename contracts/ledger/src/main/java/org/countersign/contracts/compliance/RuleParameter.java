package org.countersign.contracts.compliance;

import java.util.Objects;

/** A parameter of a rule of the catalogue. */
public final class RuleParameter {
    private final String name;
    private final ParameterType type;
    private final String meaning;

    /**
     * Creates a parameter.
     *
     * @param name what it is called in a policy's text: lower case with hyphens
     * @param type what it takes
     * @param meaning what it says, in one sentence with units and range
     */
    public RuleParameter(String name, ParameterType type, String meaning) {
        this.name = Objects.requireNonNull(name, "name");
        this.type = Objects.requireNonNull(type, "type");
        this.meaning = Objects.requireNonNull(meaning, "meaning");
    }

    /** What it is called. */
    public String getName() {
        return name;
    }

    /** What it takes. */
    public ParameterType getType() {
        return type;
    }

    /** What it says. */
    public String getMeaning() {
        return meaning;
    }
}
