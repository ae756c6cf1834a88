package org.countersign.language.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A question about the facts of a security, read and typed. A term holds if one of the facts is as it says; what a
 * security does not publish is for every term as if it were not there.
 */
public final class SearchQuery {
    /** The kinds of question. */
    public enum Kind {
        /** All parts hold. */
        ALL,
        /** At least one part holds. */
        ANY,
        /** The only part does not hold. */
        NOT,
        /** A fact of the attribute compares so with {@link #getValue()}. */
        COMPARES,
        /** The text of a fact of the attribute has the text of {@link #getValue()} in it. */
        CONTAINS,
        /** There is a fact of the attribute. */
        HAS
    }

    private final Kind kind;
    private final List<SearchQuery> parts;
    private final String attribute;
    private final Comparison comparison;
    private final CatalogueFact value;

    private SearchQuery(
            Kind kind, List<SearchQuery> parts, String attribute, Comparison comparison, CatalogueFact value) {
        this.kind = kind;
        this.parts = Collections.unmodifiableList(new ArrayList<>(parts));
        this.attribute = attribute;
        this.comparison = comparison;
        this.value = value;
    }

    /**
     * Reads a query.
     *
     * @param text as people write it, at most {@link QueryReader#LONGEST} characters
     * @return what it asks
     * @throws QueryRefusedException if it is not in order, with everything that is wrong with it
     */
    public static SearchQuery read(String text) throws QueryRefusedException {
        return new QueryReader(text, SearchAttributes.ofLedger()).read();
    }

    static SearchQuery all(List<SearchQuery> parts) {
        return parts.size() == 1 ? parts.get(0) : new SearchQuery(Kind.ALL, parts, null, null, null);
    }

    static SearchQuery all(SearchQuery... parts) {
        return all(Arrays.asList(parts));
    }

    static SearchQuery any(List<SearchQuery> parts) {
        return parts.size() == 1 ? parts.get(0) : new SearchQuery(Kind.ANY, parts, null, null, null);
    }

    static SearchQuery any(SearchQuery... parts) {
        return any(Arrays.asList(parts));
    }

    static SearchQuery not(SearchQuery part) {
        return new SearchQuery(Kind.NOT, Collections.singletonList(part), null, null, null);
    }

    static SearchQuery compares(Comparison comparison, CatalogueFact value) {
        return new SearchQuery(Kind.COMPARES, Collections.emptyList(), value.getAttribute(), comparison, value);
    }

    static SearchQuery contains(CatalogueFact value) {
        return new SearchQuery(Kind.CONTAINS, Collections.emptyList(), value.getAttribute(), null, value);
    }

    static SearchQuery has(String attribute) {
        return new SearchQuery(Kind.HAS, Collections.emptyList(), attribute, null, null);
    }

    /** What it is. */
    public Kind getKind() {
        return kind;
    }

    /** What it is made of; empty for a term. */
    public List<SearchQuery> getParts() {
        return parts;
    }

    /** The attribute that a term asks about; null for what is made of parts. */
    public String getAttribute() {
        return attribute;
    }

    /** How a fact is compared; null for all but {@link Kind#COMPARES}. */
    public Comparison getComparison() {
        return comparison;
    }

    /** With what a fact is compared; null where nothing is. */
    public CatalogueFact getValue() {
        return value;
    }

    @Override
    public String toString() {
        switch (kind) {
            case COMPARES:
                return attribute + " " + comparison.getSign() + " " + shown();
            case CONTAINS:
                return attribute + " contains " + shown();
            case HAS:
                return "has " + attribute;
            default:
                return kind + parts.stream().map(SearchQuery::toString).collect(Collectors.joining("; ", "(", ")"));
        }
    }

    private String shown() {
        return value.getWritten().isEmpty() ? value.getText() : value.getWritten();
    }
}
