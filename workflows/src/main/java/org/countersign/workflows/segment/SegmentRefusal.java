package org.countersign.workflows.segment;

/** A registrar's reason not to vote that follows from a segment. It never leaves the node as an exception. */
public final class SegmentRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    /** What was asked and is not met. */
    public enum Requirement {
        /** Whoever proposes or receives may do so in the security's segment. */
        MEMBERS_ADMITTED,
        /** The segment permits the security that is to be registered. */
        SECURITY_PERMITTED,
        /** This registrar's operator has taken the decision about a segment or a membership. */
        SEGMENT_DECIDED,
        /** A freeze that a regulator is said to have ordered, or its end, was ordered. */
        ORDER_RECEIVED
    }

    private final Requirement requirement;

    SegmentRefusal(Requirement requirement, String reason) {
        super(reason);
        this.requirement = requirement;
    }

    /** What is not met. */
    public Requirement getRequirement() {
        return requirement;
    }
}
