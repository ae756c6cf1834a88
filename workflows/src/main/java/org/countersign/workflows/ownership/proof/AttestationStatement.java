package org.countersign.workflows.ownership.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.validation.Aspect;

/** In words: which committee attested one aspect, and which of its members signed. */
@CordaSerializable
public final class AttestationStatement {
    private final Aspect aspect;
    private final String committee;
    private final String committeeId;
    private final int epoch;
    private final int threshold;
    private final List<CordaX500Name> signedBy;
    private final List<ReportStatement> reports;

    /**
     * Creates a statement.
     *
     * @param aspect what was attested
     * @param committee what people call the committee
     * @param committeeId the SHA-256 digest of its founding facts, in hexadecimal
     * @param epoch the committee's epoch when it attested
     * @param threshold the weight that made a quorum
     * @param signedBy the members whose signatures are in the proof, in the committee's order
     * @param reports the reports of those of them whose seals are in the proof, in the committee's order
     */
    public AttestationStatement(
            Aspect aspect,
            String committee,
            String committeeId,
            int epoch,
            int threshold,
            List<CordaX500Name> signedBy,
            List<ReportStatement> reports) {
        this.aspect = Objects.requireNonNull(aspect, "aspect");
        this.committee = Objects.requireNonNull(committee, "committee");
        this.committeeId = Objects.requireNonNull(committeeId, "committeeId");
        this.epoch = epoch;
        this.threshold = threshold;
        this.signedBy = Collections.unmodifiableList(new ArrayList<>(signedBy));
        this.reports = Collections.unmodifiableList(new ArrayList<>(reports));
    }

    /** What was attested. */
    public Aspect getAspect() {
        return aspect;
    }

    /** What people call the committee. */
    public String getCommittee() {
        return committee;
    }

    /** The SHA-256 digest of the committee's founding facts, in hexadecimal. */
    public String getCommitteeId() {
        return committeeId;
    }

    /** The committee's epoch when it attested. */
    public int getEpoch() {
        return epoch;
    }

    /** The weight that made a quorum. */
    public int getThreshold() {
        return threshold;
    }

    /** The members whose signatures are in the proof. */
    public List<CordaX500Name> getSignedBy() {
        return signedBy;
    }

    /** The reports of those of them whose seals are in the proof. */
    public List<ReportStatement> getReports() {
        return reports;
    }
}
