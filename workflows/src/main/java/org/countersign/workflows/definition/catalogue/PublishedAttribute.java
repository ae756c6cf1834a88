package org.countersign.workflows.definition.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;

/** An attribute of a security that its issuer publishes, with its values. */
@CordaSerializable
public final class PublishedAttribute {
    /** The most values that are told; more are told as an ellipsis. */
    public static final int MOST_VALUES = 20;
    /** The most characters of a value. */
    public static final int LONGEST_VALUE = 1_000;

    private final String name;
    private final List<String> values;

    /**
     * Creates an attribute.
     *
     * @param name as in queries
     * @param values as they are written in a source, at most {@value #MOST_VALUES}
     */
    public PublishedAttribute(String name, List<String> values) {
        this.name = Objects.requireNonNull(name, "name");
        this.values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    static PublishedAttribute shortened(String name, List<String> values) {
        if (values.size() <= MOST_VALUES) {
            return new PublishedAttribute(name, values);
        }
        List<String> first = new ArrayList<>(values.subList(0, MOST_VALUES - 1));
        first.add("…");
        return new PublishedAttribute(name, first);
    }

    /** As in queries. */
    public String getName() {
        return name;
    }

    /** As they are written in a source. */
    public List<String> getValues() {
        return values;
    }
}
