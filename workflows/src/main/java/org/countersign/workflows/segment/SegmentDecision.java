package org.countersign.workflows.segment;

import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.segment.MembershipStanding;
import org.countersign.contracts.segment.SegmentDigest;
import org.countersign.contracts.segment.SegmentMembershipState;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.contracts.segment.SegmentTerms;

/**
 * The digest of a decision about a segment or a membership. It does not depend on who proposes it or when, so that
 * operators can take the same decision one after another; and it names the state that it is about, so that it cannot be
 * carried out a second time.
 */
final class SegmentDecision {
    private static final String KIND = "org.countersign.segment-decision";

    private SegmentDecision() {}

    /** To establish a segment. */
    static SecureHash toEstablish(SegmentState segment) {
        return new SelfCertifyingId(KIND)
                .with("ESTABLISH")
                .with(segment.getLinearId().getExternalId())
                .digest();
    }

    /** To give a segment other terms. */
    static SecureHash toAmend(StateRef segment, SegmentTerms terms) {
        return new SelfCertifyingId(KIND)
                .with("AMEND")
                .with(segment.toString())
                .with(SegmentDigest.of(terms))
                .digest();
    }

    /** To give a membership another standing. */
    static SecureHash about(StateRef membership, MembershipStanding after) {
        return new SelfCertifyingId(KIND)
                .with(after.getStatus().name())
                .with(membership.toString())
                .with(after.getReasonCode())
                .with(after.getReason())
                .digest();
    }

    /** The decision that a transaction carries out, which its contracts have accepted. */
    static SecureHash of(LedgerTransaction ledger) {
        for (SegmentState segment : ledger.outputsOfType(SegmentState.class)) {
            return ledger.getInputs().isEmpty()
                    ? toEstablish(segment)
                    : toAmend(ledger.getInputs().get(0).getRef(), segment.getTerms());
        }
        return about(
                ledger.getInputs().get(0).getRef(),
                ledger.outputsOfType(SegmentMembershipState.class).get(0).getStanding());
    }
}
