package org.countersign.client.proof;

import static org.countersign.client.proof.ProofRefusedException.require;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import org.countersign.client.proof.Attestations.VerifiedAttestation;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.validation.Attest;
import org.countersign.workflows.ownership.proof.AttestationStatement;
import org.countersign.workflows.ownership.proof.OwnershipStatement;

/** Derives a proof's statement from verified evidence, and compares it with the one that the document makes. */
final class Statements {
    private Statements() {}

    static OwnershipStatement derive(
            OpenedTransaction proven,
            SecurityToken holding,
            SecurityDefinitionState definition,
            List<VerifiedAttestation> attested,
            Reports reports)
            throws ProofRefusedException {
        SecurityTerms terms = definition.getTerms();
        Instant from = Instant.MIN;
        Instant until = Instant.MAX;
        List<AttestationStatement> lines = new ArrayList<>();
        for (VerifiedAttestation attestation : attested) {
            Attest attest = attestation.attest();
            from = attest.getValidFrom().isAfter(from) ? attest.getValidFrom() : from;
            until = attest.getValidUntil().isBefore(until) ? attest.getValidUntil() : until;
            lines.add(line(attestation, reports));
        }
        require(!until.isBefore(from), "The attestations of the proven transaction have no instant in common.");
        return new OwnershipStatement(
                ((Party) holding.getHolder()).getName(),
                BigDecimal.valueOf(holding.getAmount().getQuantity(), terms.getFractionDigits()),
                new OwnershipStatement.Security(
                        terms.getSymbol(),
                        terms.getIsin() == null ? null : terms.getIsin().getCode(),
                        terms.getName(),
                        definition.getIssuer().getName(),
                        definition.getLinearId().getExternalId(),
                        definition.getVersion()),
                attested.get(0).attest().getOperation(),
                proven.id(),
                proven.outputIndex(),
                from,
                until,
                lines,
                proven.notary().getName());
    }

    private static AttestationStatement line(VerifiedAttestation attestation, Reports reports) {
        List<CordaX500Name> signedBy = new ArrayList<>();
        for (CommitteeMember member : attestation.signedBy()) {
            signedBy.add(member.getParty().getName());
        }
        return new AttestationStatement(
                attestation.attest().getAspect(),
                attestation.committee().getName(),
                attestation.committee().getLinearId().getExternalId(),
                attestation.committee().getEpoch(),
                attestation.committee().getTerms().getThreshold(),
                signedBy,
                reports.of(attestation));
    }

    static void requireSame(OwnershipStatement stated, OwnershipStatement derived) throws ProofRefusedException {
        Json.Structure derivedFields = StatementCodec.write(derived);
        for (var field : StatementCodec.write(stated).fields().entrySet()) {
            Json evidence = derivedFields.fields().get(field.getKey());
            require(
                    field.getValue().equals(evidence),
                    "The statement's \"%s\" differs from the evidence, which says %s.",
                    field.getKey(),
                    written(evidence));
        }
    }

    private static String written(Json value) {
        StringBuilder text = new StringBuilder();
        value.write(text, 0);
        return text.toString();
    }
}
