package org.countersign.language.check;

import java.util.IdentityHashMap;
import java.util.Map;
import org.countersign.language.source.Span;

/** Where the parts of a model stand in the source, for what is found out about them when all of it is read. */
final class Origins {
    private final Map<Object, Span> spans = new IdentityHashMap<>();

    <T> T put(T part, Span span) {
        if (part != null) {
            spans.putIfAbsent(part, span);
        }
        return part;
    }

    Span of(Object part) {
        return spans.getOrDefault(part, new Span(1, 1, 1));
    }
}
