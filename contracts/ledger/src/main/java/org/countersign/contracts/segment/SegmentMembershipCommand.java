package org.countersign.contracts.segment;

import net.corda.core.contracts.TypeOnlyCommandData;

/** What can be done with a membership. The contract refuses everything that is not one of the nested commands. */
public abstract class SegmentMembershipCommand extends TypeOnlyCommandData {
    SegmentMembershipCommand() {}

    /** A party asks to become a member. */
    public static final class Ask extends SegmentMembershipCommand {}

    /** The committee admits it. */
    public static final class Grant extends SegmentMembershipCommand {}

    /** The committee turns it down. */
    public static final class Refuse extends SegmentMembershipCommand {}

    /** The committee suspends a member. */
    public static final class Suspend extends SegmentMembershipCommand {}

    /** The committee lifts a suspension. */
    public static final class Reinstate extends SegmentMembershipCommand {}

    /** The committee ends a membership, suspended or not. */
    public static final class End extends SegmentMembershipCommand {}
}
