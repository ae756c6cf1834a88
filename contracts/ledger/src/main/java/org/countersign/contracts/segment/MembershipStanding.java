package org.countersign.contracts.segment;

import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;

/** How it stands with a membership, and why: with a code for programs and a text for people. */
@CordaSerializable
public final class MembershipStanding {
    private final MembershipStatus status;
    private final String reasonCode;
    private final String reason;

    /**
     * Creates a standing.
     *
     * @param status how it stands
     * @param reasonCode why, 1 to 40 capital letters, digits, hyphens or underscores, for example
     *     {@code LICENCE_LAPSED}
     * @param reason why, 1 to 500 readable characters
     */
    public MembershipStanding(MembershipStatus status, String reasonCode, String reason) {
        this.status = Objects.requireNonNull(status, "status");
        this.reasonCode = Objects.requireNonNull(reasonCode, "reasonCode");
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /** How it stands. */
    public MembershipStatus getStatus() {
        return status;
    }

    /** Why, for programs. */
    public String getReasonCode() {
        return reasonCode;
    }

    /** Why, for people. */
    public String getReason() {
        return reason;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof MembershipStanding)) {
            return false;
        }
        MembershipStanding that = (MembershipStanding) other;
        return status == that.status && reasonCode.equals(that.reasonCode) && reason.equals(that.reason);
    }

    @Override
    public int hashCode() {
        return Objects.hash(status, reasonCode, reason);
    }

    @Override
    public String toString() {
        return status + " (" + reasonCode + ": " + reason + ")";
    }
}
