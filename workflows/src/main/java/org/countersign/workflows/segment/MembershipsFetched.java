package org.countersign.workflows.segment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.serialization.CordaSerializable;

/** What came of asking for the memberships of a segment. */
@CordaSerializable
public final class MembershipsFetched {
    private final String segment;
    private final int received;
    private final List<String> problems;

    /**
     * Creates a result.
     *
     * @param segment the name of the segment
     * @param received how many memberships came, those that were known included
     * @param problems whom it did not work with, and why
     */
    public MembershipsFetched(String segment, int received, List<String> problems) {
        this.segment = segment;
        this.received = received;
        this.problems = Collections.unmodifiableList(new ArrayList<>(problems));
    }

    /** The name of the segment. */
    public String getSegment() {
        return segment;
    }

    /** How many memberships came, those that were known included. */
    public int getReceived() {
        return received;
    }

    /** Whom it did not work with, and why. */
    public List<String> getProblems() {
        return problems;
    }
}
