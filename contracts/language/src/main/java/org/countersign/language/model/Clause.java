package org.countersign.language.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A clause outside the compliance section, or a rule within it: its word and its values by parameter. */
public final class Clause {
    private final String word;
    private final Map<String, Value> values;
    private final int line;

    /**
     * Creates a clause.
     *
     * @param word its word
     * @param values its values by parameter, in the order of the parameters
     * @param line where it stands, from 1
     */
    public Clause(String word, Map<String, Value> values, int line) {
        this.word = Objects.requireNonNull(word, "word");
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        this.line = line;
    }

    /** Its word. */
    public String getWord() {
        return word;
    }

    /** Its values by parameter, in the order of the parameters. */
    public Map<String, Value> getValues() {
        return values;
    }

    /**
     * The value of a parameter.
     *
     * @param parameter its name
     * @return nothing if it was left out
     */
    public Optional<Value> value(String parameter) {
        return Optional.ofNullable(values.get(parameter));
    }

    /** Where it stands in the source, from 1. */
    public int getLine() {
        return line;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Clause && word.equals(((Clause) other).word) && values.equals(((Clause) other).values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(word, values);
    }

    @Override
    public String toString() {
        return word + values;
    }
}
