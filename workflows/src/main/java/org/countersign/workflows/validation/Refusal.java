package org.countersign.workflows.validation;

import java.util.Objects;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.serialization.CordaSerializable;

/** Why one authority did not attest. */
@CordaSerializable
public final class Refusal {
    /** The transaction references a definition or committee that has been superseded; a rebuilt one may pass. */
    public static final String SUPERSEDED = "SUPERSEDED";
    /** The authority sent something that is no valid answer. */
    public static final String MISBEHAVED = "MISBEHAVED";
    /** A check of the aspect failed. */
    public static final String CHECK_FAILED = "CHECK_FAILED";
    /** The request was malformed or showed too much or too little. */
    public static final String BAD_REQUEST = "BAD_REQUEST";

    private final CordaX500Name member;
    private final String code;
    private final String reason;

    /**
     * Creates a refusal.
     *
     * @param member who refused
     * @param code one of the constants of this class, for programs
     * @param reason a sentence for people
     */
    public Refusal(CordaX500Name member, String code, String reason) {
        this.member = Objects.requireNonNull(member, "member");
        this.code = Objects.requireNonNull(code, "code");
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /** Who refused. */
    public CordaX500Name getMember() {
        return member;
    }

    /** The kind of refusal, for programs. */
    public String getCode() {
        return code;
    }

    /** The reason, for people. */
    public String getReason() {
        return reason;
    }

    @Override
    public String toString() {
        return member.getOrganisation() + ": " + reason;
    }
}
