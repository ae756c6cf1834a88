package org.countersign.client.proof;

import static org.countersign.client.proof.ProofRefusedException.require;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.corda.core.crypto.Crypto;
import org.countersign.client.proof.Attestations.VerifiedAttestation;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.validation.ReportSeal;
import org.countersign.workflows.ownership.proof.ReportStatement;

/**
 * Verifies the seals by which attesting members bind themselves to their reports: each is by a member that attested its
 * aspect, over the proven transaction, and there is one of a member for an aspect at most.
 */
final class Reports {
    private final List<ReportSeal> seals;

    Reports(List<ReportSeal> seals) {
        this.seals = seals;
    }

    void verify(List<VerifiedAttestation> attested) throws ProofRefusedException {
        String before = "";
        for (ReportSeal seal : seals) {
            String place = seal.getAspect() + "|"
                    + HexFormat.of().formatHex(seal.getBy().getEncoded());
            require(before.compareTo(place) < 0, "The reports are not in order, or one of them is there twice.");
            before = place;
            require(
                    attested.stream().anyMatch(attestation -> covers(attestation, seal)),
                    "A report on %s is sealed by a key that did not attest it.",
                    seal.getAspect());
            require(
                    isCanonical(seal) && seal.isValid(),
                    "The seal of a report on %s is not that of its key.",
                    seal.getAspect());
        }
    }

    /** What is there of an attestation's members, in the committee's order. */
    List<ReportStatement> of(VerifiedAttestation attestation) {
        List<ReportStatement> reports = new ArrayList<>();
        for (CommitteeMember member : attestation.signedBy()) {
            for (ReportSeal seal : seals) {
                if (seal.getAspect() == attestation.attest().getAspect()
                        && seal.getBy().equals(member.getAttestationKey())) {
                    reports.add(new ReportStatement(member.getParty().getName(), seal.getReportDigest()));
                }
            }
        }
        return reports;
    }

    // The key has signed the transaction too, and was found to be a plain one of a scheme that proofs use.
    private static boolean isCanonical(ReportSeal seal) {
        byte[] bytes = seal.getSignature().getBytes();
        return Crypto.findSignatureScheme(seal.getBy()).equals(Crypto.EDDSA_ED25519_SHA512)
                ? CanonicalSignature.isEd25519(bytes)
                : CanonicalSignature.isDer(bytes);
    }

    private static boolean covers(VerifiedAttestation attestation, ReportSeal seal) {
        return attestation.attest().getAspect() == seal.getAspect()
                && attestation.signedBy().stream()
                        .anyMatch(member -> member.getAttestationKey().equals(seal.getBy()));
    }
}
