package org.countersign.workflows.ownership.proof;

import java.util.Objects;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.serialization.CordaSerializable;

/**
 * In words: which report a member's attestation follows from. The report with its figures stays with the member, who
 * can show it to whoever may see it.
 */
@CordaSerializable
public final class ReportStatement {
    private final CordaX500Name member;
    private final SecureHash digest;

    /**
     * Creates a statement.
     *
     * @param member who made the report
     * @param digest the SHA-256 digest of the report without its figures
     */
    public ReportStatement(CordaX500Name member, SecureHash digest) {
        this.member = Objects.requireNonNull(member, "member");
        this.digest = Objects.requireNonNull(digest, "digest");
    }

    /** Who made the report. */
    public CordaX500Name getMember() {
        return member;
    }

    /** The digest of the report without its figures. */
    public SecureHash getDigest() {
        return digest;
    }
}
