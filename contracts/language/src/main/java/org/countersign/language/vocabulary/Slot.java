package org.countersign.language.vocabulary;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.countersign.language.model.ValueType;

/** A place for a value in a clause or rule. */
public final class Slot {
    private final String name;
    private final ValueType type;
    private final boolean required;
    private final boolean leading;
    private final List<String> words;

    private Slot(String name, ValueType type, boolean required, boolean leading, List<String> words) {
        this.name = Objects.requireNonNull(name, "name");
        this.type = Objects.requireNonNull(type, "type");
        this.required = required;
        this.leading = leading;
        this.words = words;
    }

    /**
     * A value right after the clause's word, or after the value before it.
     *
     * @param name what messages call it
     * @param type what it takes
     * @return a required slot
     */
    public static Slot first(String name, ValueType type) {
        return new Slot(name, type, true, true, Collections.emptyList());
    }

    /**
     * A value after the word that names it.
     *
     * @param name that word
     * @param type what it takes
     * @return a required slot
     */
    public static Slot named(String name, ValueType type) {
        return new Slot(name, type, true, false, Collections.emptyList());
    }

    /** The same, but it can be left out. */
    public Slot optional() {
        return new Slot(name, type, false, leading, words);
    }

    /**
     * The same, for words out of a list.
     *
     * @param choice the words
     * @return a slot that takes these only
     */
    public Slot of(List<String> choice) {
        return new Slot(name, type, required, leading, choice);
    }

    /** What names it. */
    public String getName() {
        return name;
    }

    /** What it takes. */
    public ValueType getType() {
        return type;
    }

    /** Whether it must be filled. */
    public boolean isRequired() {
        return required;
    }

    /** Whether its value stands without its name. */
    public boolean isLeading() {
        return leading;
    }

    /** The words that it takes; empty where the type says what it takes. */
    public List<String> getWords() {
        return words;
    }
}
