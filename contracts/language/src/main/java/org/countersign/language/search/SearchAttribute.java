package org.countersign.language.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.countersign.language.model.ValueType;
import org.countersign.language.vocabulary.Slot;

/** Something by which securities are found. */
public final class SearchAttribute {
    /**
     * For what the catalogue has of every security: what it takes to ask for one, and what registrars themselves say.
     */
    public static final String ALWAYS = "";

    private final String name;
    private final ValueType type;
    private final List<String> words;
    private final String publishedBy;
    private final String meaning;

    /**
     * Creates an attribute.
     *
     * @param name how it is called in queries
     * @param type of its values; of a list, each element is a value of its own
     * @param words the words that it can be; empty where the type says it
     * @param publishedBy the word of the clause {@code publish} that puts it into the catalogue, or {@link #ALWAYS}
     * @param meaning what it is, as a sentence
     */
    SearchAttribute(String name, ValueType type, List<String> words, String publishedBy, String meaning) {
        this.name = Objects.requireNonNull(name, "name");
        this.type = Objects.requireNonNull(type, "type");
        this.words = Collections.unmodifiableList(new ArrayList<>(words));
        this.publishedBy = Objects.requireNonNull(publishedBy, "publishedBy");
        this.meaning = Objects.requireNonNull(meaning, "meaning");
    }

    /** How it is called in queries. */
    public String getName() {
        return name;
    }

    /** The type of its values; of a list, each element is a value of its own. */
    public ValueType getType() {
        return type;
    }

    /** The words that it can be; empty where the type says it. */
    public List<String> getWords() {
        return words;
    }

    /** The word of the clause {@code publish} that puts it into the catalogue, or {@link #ALWAYS}. */
    public String getPublishedBy() {
        return publishedBy;
    }

    /** What it is, as a sentence. */
    public String getMeaning() {
        return meaning;
    }

    /** Whether it says what is allowed, so that one asks for it with {@code allows} and {@code bars}. */
    public boolean isPermission() {
        return name.equals(SearchAttributes.JURISDICTION) || name.equals(SearchAttributes.CATEGORY);
    }

    /** Whether its values have an order. */
    public boolean isOrdered() {
        return Measure.isOrdered(type) && !isPermission();
    }

    /** Whether its values are texts of people's own words. */
    public boolean isText() {
        return !isOrdered() && !isPermission() && words.isEmpty();
    }

    /** What stands beside it in a query, for whoever reads values. */
    Slot slot() {
        Slot slot = Slot.first(name, type);
        return words.isEmpty() ? slot : slot.of(words);
    }

    @Override
    public String toString() {
        return name;
    }
}
