package org.countersign.language.check;

import java.util.Objects;
import org.countersign.contracts.validation.Aspect;

/** A committee that there is on a network. */
public final class KnownCommittee {
    private final String name;
    private final Aspect aspect;
    private final String segment;

    /**
     * Creates one.
     *
     * @param name its name
     * @param aspect what it is competent for
     * @param segment where
     */
    public KnownCommittee(String name, Aspect aspect, String segment) {
        this.name = Objects.requireNonNull(name, "name");
        this.aspect = Objects.requireNonNull(aspect, "aspect");
        this.segment = Objects.requireNonNull(segment, "segment");
    }

    /** Its name. */
    public String getName() {
        return name;
    }

    /** What it is competent for. */
    public Aspect getAspect() {
        return aspect;
    }

    /** Where it is competent. */
    public String getSegment() {
        return segment;
    }
}
