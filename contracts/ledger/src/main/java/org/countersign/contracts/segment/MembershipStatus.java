package org.countersign.contracts.segment;

import net.corda.core.serialization.CordaSerializable;

/** How it stands with a membership. */
@CordaSerializable
public enum MembershipStatus {
    /** The member-to-be has asked, and nobody has decided. */
    ASKED,
    /** The member may propose and receive. */
    GRANTED,
    /** The application was turned down; for good, since another one can be made. */
    REFUSED,
    /** The member may for now neither propose nor receive; it keeps what it holds. */
    SUSPENDED,
    /** The membership is over, for good; it keeps what it holds, and the segment says whether it may dispose of it. */
    ENDED
}
