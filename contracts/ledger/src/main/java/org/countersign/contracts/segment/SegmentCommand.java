package org.countersign.contracts.segment;

import net.corda.core.contracts.TypeOnlyCommandData;

/** What can be done with a segment. The contract refuses everything that is not one of the nested commands. */
public abstract class SegmentCommand extends TypeOnlyCommandData {
    SegmentCommand() {}

    /** A segment comes into being by the quorum of its committees. */
    public static final class Establish extends SegmentCommand {}

    /** A segment gets other terms by the quorum of its committees. */
    public static final class Amend extends SegmentCommand {}
}
