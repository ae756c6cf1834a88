package org.countersign.client.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.PublicKey;
import java.util.Collections;
import java.util.List;
import net.corda.core.crypto.SecureHash;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.ReportSeal;
import org.countersign.workflows.ownership.proof.AttestationStatement;
import org.countersign.workflows.ownership.proof.OwnershipProof;
import org.countersign.workflows.ownership.proof.ReportStatement;
import org.junit.jupiter.api.Test;

/** Reports and their seals in ownership proofs. */
class ProofReportsTest extends Scene {
    private final SignedTransaction sale = sale();
    private final OwnershipProof proof = world.prove(sale, 1);

    private static PublicKey seat(CommitteeState committee, int number) {
        return committee.getTerms().getMembers().get(number).getAttestationKey();
    }

    @Test
    void everyAttestingMembersReportIsNamedByItsDigest() throws Exception {
        VerifiedOwnership verified = verified(proof);
        for (AttestationStatement attestation : verified.statement().getAttestations()) {
            assertThat(attestation.getReports())
                    .extracting(ReportStatement::getMember)
                    .isEqualTo(attestation.getSignedBy())
                    .hasSize(2);
            assertThat(attestation.getReports())
                    .allMatch(report -> report.getDigest()
                            .equals(SecureHash.sha256(report.getMember().toString())));
        }
        assertThat(verified.describe())
                .contains("report of Authority One: " + SecureHash.sha256("O=Authority One, L=London, C=GB"));
    }

    @Test
    void aProofWithoutReportsSaysThatThereAreNone() throws Exception {
        world.seals.clear();
        assertThat(verified(world.prove(sale, 1)).statement().getAttestations())
                .allMatch(attestation -> attestation.getReports().isEmpty());
    }

    @Test
    void sealsThatDoNotBelongToTheTransactionAreNotExported() {
        world.seals.clear();
        SecureHash report = SecureHash.sha256("report");
        SecureHash id = sale.getId();
        world.seals.add(world.seal(id, Aspect.IDENTITY, false, report, seat(identity, 0)));
        world.seals.add(world.seal(id, Aspect.RISK, true, report, seat(identity, 0)));
        world.seals.add(world.seal(id, Aspect.IDENTITY, true, report, seat(identity, 2)));
        world.seals.add(world.seal(SecureHash.sha256("other"), Aspect.IDENTITY, true, report, seat(identity, 0)));
        assertThat(world.prove(sale, 1).getReports()).isEmpty();
    }

    @Test
    void aReportThatIsLeftOutContradictsTheStatement() {
        assertThat(refusal(Forgery.reports(proof, seals -> seals.subList(1, seals.size()))))
                .contains("The statement's \"attestations\" differs from the evidence");
    }

    @Test
    void doubledAndUnorderedReportsAreRefused() {
        assertThat(refusal(Forgery.reports(proof, seals -> {
                    seals.add(1, seals.get(0));
                    return seals;
                })))
                .contains("not in order, or one of them is there twice");
        assertThat(refusal(Forgery.reports(proof, seals -> {
                    Collections.reverse(seals);
                    return seals;
                })))
                .contains("not in order");
    }

    @Test
    void aReportOfAMemberThatDidNotAttestIsRefused() {
        ReportSeal silent =
                world.seal(sale.getId(), Aspect.IDENTITY, true, SecureHash.sha256("report"), seat(identity, 2));
        assertThat(refusal(Forgery.reports(proof, seals -> List.of(silent))))
                .contains("A report on IDENTITY is sealed by a key that did not attest it");
    }

    @Test
    void aReportOnAnotherAspectThanTheMembersIsRefused() {
        ReportSeal foreign =
                world.seal(sale.getId(), Aspect.OWNERSHIP, true, SecureHash.sha256("report"), seat(identity, 0));
        assertThat(refusal(Forgery.reports(proof, seals -> List.of(foreign))))
                .contains("A report on OWNERSHIP is sealed by a key that did not attest it");
    }

    @Test
    void aSealOverAnythingElseIsRefused() {
        ReportSeal first = proof.getReports().get(0);
        SecureHash other = SecureHash.sha256("other");
        PublicKey key = first.getBy();
        for (ReportSeal wrong : List.of(
                changed(first, other, first.getJournalDigest(), first.getSignature()),
                changed(first, first.getReportDigest(), other, first.getSignature()),
                changed(first, first.getReportDigest(), first.getJournalDigest(), new OpaqueBytes(new byte[64])),
                world.seal(other, first.getAspect(), true, first.getReportDigest(), key),
                world.seal(sale.getId(), first.getAspect(), false, first.getReportDigest(), key))) {
            assertThat(refusal(Forgery.reports(proof, seals -> {
                        seals.set(0, wrong);
                        return seals;
                    })))
                    .contains("The seal of a report on IDENTITY is not that of its key");
        }
    }

    private static ReportSeal changed(ReportSeal seal, SecureHash report, SecureHash journal, OpaqueBytes signature) {
        return new ReportSeal(
                seal.getTransactionId(), seal.getAspect(), true, report, journal, seal.getBy(), signature);
    }
}
