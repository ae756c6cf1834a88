package org.countersign.client.cli.answer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON object in the making, with its fields in the order in which they are given. */
public final class Fields {
    private final Map<String, Object> values = new LinkedHashMap<>();

    /**
     * Adds a field.
     *
     * @param name the field's name
     * @param value what {@link Json} can write: text, numbers, lists, maps, {@code Fields}, or null
     * @return this
     */
    public Fields with(String name, Object value) {
        values.put(name, value instanceof Fields fields ? fields.toMap() : value);
        return this;
    }

    /** The object, not to be changed any more. */
    public Map<String, Object> toMap() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
