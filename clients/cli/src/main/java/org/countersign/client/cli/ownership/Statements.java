package org.countersign.client.cli.ownership;

import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Fields;
import org.countersign.workflows.ownership.proof.AttestationStatement;
import org.countersign.workflows.ownership.proof.OwnershipStatement;

/** How the statement of a proof is written for scripts. */
final class Statements {
    private Statements() {}

    static Fields document(OwnershipStatement statement) {
        OwnershipStatement.Security security = statement.getSecurity();
        List<Object> attestations = new ArrayList<>();
        for (AttestationStatement attestation : statement.getAttestations()) {
            attestations.add(new Fields()
                    .with("aspect", attestation.getAspect().name())
                    .with("committee", attestation.getCommittee())
                    .with("committeeId", attestation.getCommitteeId())
                    .with("epoch", attestation.getEpoch())
                    .with("threshold", attestation.getThreshold())
                    .with("signedBy", attestation.getSignedBy())
                    .with(
                            "reports",
                            attestation.getReports().stream()
                                    .map(report -> new Fields()
                                            .with("member", report.getMember())
                                            .with("digest", report.getDigest())
                                            .toMap())
                                    .toList())
                    .toMap());
        }
        return new Fields()
                .with("holder", statement.getHolder())
                .with("quantity", statement.getQuantity())
                .with(
                        "security",
                        new Fields()
                                .with("symbol", security.getSymbol())
                                .with("isin", security.getIsin())
                                .with("name", security.getName())
                                .with("issuer", security.getIssuer())
                                .with("definitionId", security.getDefinitionId())
                                .with("definitionVersion", security.getDefinitionVersion()))
                .with("operation", statement.getOperation().name())
                .with("transaction", statement.getTransaction())
                .with("output", statement.getOutput())
                .with("validFrom", statement.getValidFrom())
                .with("validUntil", statement.getValidUntil())
                .with("attestations", attestations)
                .with("notary", statement.getNotary());
    }
}
