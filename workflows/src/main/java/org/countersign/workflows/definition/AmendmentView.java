package org.countersign.workflows.definition;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.crypto.SecureHash;
import net.corda.core.serialization.CordaSerializable;

/** What people have to know of an amendment before they announce or affirm it: what changes, who approves, when. */
@CordaSerializable
public final class AmendmentView {
    private final String symbol;
    private final int version;
    private final SecureHash digest;
    private final List<String> changes;
    private final List<String> effects;
    private final List<String> approvers;
    private final Period notice;
    private final Instant earliest;

    /**
     * Creates a view.
     *
     * @param symbol the security
     * @param version the version of the definition that was compared with
     * @param digest of the change; approvers affirm it, and see by it that they speak of the same
     * @param changes what changes by meaning, one sentence each; may be empty where only requirements change
     * @param effects how the requirements of issue, transfer and redemption compare, one sentence each
     * @param approvers whose approval the definition in force demands, for people
     * @param notice how long before it takes effect it is announced
     * @param earliest when it takes effect if it is announced now
     */
    // Each parameter is something else that people ask.
    @SuppressWarnings("checkstyle:ParameterNumber")
    public AmendmentView(
            String symbol,
            int version,
            SecureHash digest,
            List<String> changes,
            List<String> effects,
            List<String> approvers,
            Period notice,
            Instant earliest) {
        this.symbol = Objects.requireNonNull(symbol, "symbol");
        this.version = version;
        this.digest = Objects.requireNonNull(digest, "digest");
        this.changes = Collections.unmodifiableList(new ArrayList<>(changes));
        this.effects = Collections.unmodifiableList(new ArrayList<>(effects));
        this.approvers = Collections.unmodifiableList(new ArrayList<>(approvers));
        this.notice = Objects.requireNonNull(notice, "notice");
        this.earliest = Objects.requireNonNull(earliest, "earliest");
    }

    /** The security. */
    public String getSymbol() {
        return symbol;
    }

    /** The version of the definition that was compared with. */
    public int getVersion() {
        return version;
    }

    /** The digest of the change. */
    public SecureHash getDigest() {
        return digest;
    }

    /** What changes by meaning, one sentence each. */
    public List<String> getChanges() {
        return changes;
    }

    /** How the requirements of issue, transfer and redemption compare, one sentence each. */
    public List<String> getEffects() {
        return effects;
    }

    /** Whose approval the definition in force demands, for people. */
    public List<String> getApprovers() {
        return approvers;
    }

    /** How long before it takes effect it is announced. */
    public Period getNotice() {
        return notice;
    }

    /** When it takes effect if it is announced now. */
    public Instant getEarliest() {
        return earliest;
    }
}
