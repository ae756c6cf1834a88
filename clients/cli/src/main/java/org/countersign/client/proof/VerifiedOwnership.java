package org.countersign.client.proof;

import java.util.stream.Collectors;
import net.corda.core.identity.CordaX500Name;
import org.countersign.workflows.ownership.proof.AttestationStatement;
import org.countersign.workflows.ownership.proof.OwnershipStatement;
import org.countersign.workflows.ownership.proof.ReportStatement;

/**
 * What a proof proves, derived from its evidence.
 *
 * @param statement who got what, when, attested by whom, notarised by whom
 * @param rootGiven whether the root was given to the verifier; if not, the document's own was used
 * @param rootFingerprint the SHA-256 fingerprint of the root certificate, 64 capital hexadecimal digits
 */
public record VerifiedOwnership(OwnershipStatement statement, boolean rootGiven, String rootFingerprint) {
    /** The proof's content in sentences, several lines without a final line end. */
    public String describe() {
        OwnershipStatement.Security security = statement.getSecurity();
        StringBuilder text = new StringBuilder()
                .append(statement.getHolder())
                .append("\n  owned   ")
                .append(statement.getQuantity().toPlainString())
                .append(" of ")
                .append(security.getSymbol())
                .append(security.getIsin() == null ? "" : " (" + security.getIsin() + ")")
                .append(", ")
                .append(security.getName())
                .append("\n  issuer  ")
                .append(security.getIssuer())
                .append("\n  by      ")
                .append(statement.getOperation())
                .append(", output ")
                .append(statement.getOutput())
                .append(" of transaction ")
                .append(statement.getTransaction())
                .append("\n  final   between ")
                .append(statement.getValidFrom())
                .append(" and ")
                .append(statement.getValidUntil());
        for (AttestationStatement attestation : statement.getAttestations()) {
            text.append("\n  ")
                    .append(attestation.getAspect())
                    .append(" attested by committee ")
                    .append(attestation.getCommittee())
                    .append(", epoch ")
                    .append(attestation.getEpoch())
                    .append(": ")
                    .append(attestation.getSignedBy().stream()
                            .map(CordaX500Name::toString)
                            .collect(Collectors.joining("; ")))
                    .append(" (threshold ")
                    .append(attestation.getThreshold())
                    .append(')');
            for (ReportStatement report : attestation.getReports()) {
                text.append("\n    report of ")
                        .append(report.getMember().getOrganisation())
                        .append(": ")
                        .append(report.getDigest());
            }
        }
        return text.append("\n  notarised by ")
                .append(statement.getNotary())
                .append("\n  definition ")
                .append(security.getDefinitionId())
                .append(", version ")
                .append(security.getDefinitionVersion())
                .append("\n  ")
                .append(trust())
                .toString();
    }

    private String trust() {
        if (rootGiven) {
            return "trusted root: SHA-256 " + rootFingerprint;
        }
        return "NO ROOT WAS GIVEN. This is worth as much as the document's own root; compare its SHA-256 fingerprint"
                + " with the network's: " + rootFingerprint;
    }
}
