package org.countersign.client.proof;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.identity.CordaX500Name;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.ownership.proof.AttestationStatement;
import org.countersign.workflows.ownership.proof.OwnershipStatement;
import org.countersign.workflows.ownership.proof.ReportStatement;

/** Turns a proof's statement into JSON values and back. */
final class StatementCodec {
    private StatementCodec() {}

    static Json.Structure write(OwnershipStatement statement) {
        OwnershipStatement.Security security = statement.getSecurity();
        Json.Sequence attestations = new Json.Sequence();
        statement.getAttestations().forEach(attestation -> attestations.with(write(attestation)));
        return new Json.Structure()
                .with("holder", statement.getHolder().toString())
                .with("quantity", statement.getQuantity().toPlainString())
                .with("symbol", security.getSymbol())
                .with("isin", security.getIsin())
                .with("name", security.getName())
                .with("issuer", security.getIssuer().toString())
                .with("definition", security.getDefinitionId())
                .with("definitionVersion", security.getDefinitionVersion())
                .with("operation", statement.getOperation().name())
                .with("transaction", statement.getTransaction().toString())
                .with("output", statement.getOutput())
                .with("validFrom", statement.getValidFrom().toString())
                .with("validUntil", statement.getValidUntil().toString())
                .with("attestations", attestations)
                .with("notary", statement.getNotary().toString());
    }

    static OwnershipStatement read(Json value) throws ProofRefusedException {
        Fields fields = new Fields("The statement", value);
        var holder = fields.legalName("holder");
        BigDecimal quantity = quantity(fields.text("quantity"));
        OwnershipStatement.Security security = security(fields);
        Operation operation = fields.constant("operation", Operation.class);
        var transaction = fields.hash("transaction");
        int output = fields.number("output");
        Instant from = instant(fields.text("validFrom"));
        Instant until = instant(fields.text("validUntil"));
        List<AttestationStatement> attestations = new ArrayList<>();
        for (Json attestation : fields.sequence("attestations")) {
            attestations.add(attestation(attestation));
        }
        var notary = fields.legalName("notary");
        fields.end();
        return new OwnershipStatement(
                holder, quantity, security, operation, transaction, output, from, until, attestations, notary);
    }

    private static OwnershipStatement.Security security(Fields fields) throws ProofRefusedException {
        return new OwnershipStatement.Security(
                fields.text("symbol"),
                fields.textOrNull("isin"),
                fields.text("name"),
                fields.legalName("issuer"),
                fields.text("definition"),
                fields.number("definitionVersion"));
    }

    private static Json write(AttestationStatement attestation) {
        Json.Sequence signedBy = new Json.Sequence();
        attestation.getSignedBy().forEach(name -> signedBy.with(new Json.Text(name.toString())));
        Json.Sequence reports = new Json.Sequence();
        attestation
                .getReports()
                .forEach(report -> reports.with(new Json.Structure()
                        .with("member", report.getMember().toString())
                        .with("digest", report.getDigest().toString())));
        return new Json.Structure()
                .with("aspect", attestation.getAspect().name())
                .with("committee", attestation.getCommittee())
                .with("committeeId", attestation.getCommitteeId())
                .with("epoch", attestation.getEpoch())
                .with("threshold", attestation.getThreshold())
                .with("signedBy", signedBy)
                .with("reports", reports);
    }

    private static AttestationStatement attestation(Json value) throws ProofRefusedException {
        Fields fields = new Fields("An attestation of the statement", value);
        Aspect aspect = fields.constant("aspect", Aspect.class);
        String committee = fields.text("committee");
        String committeeId = fields.text("committeeId");
        int epoch = fields.number("epoch");
        int threshold = fields.number("threshold");
        List<CordaX500Name> signedBy = new ArrayList<>();
        for (Json name : fields.sequence("signedBy")) {
            signedBy.add(fields.legalName("signedBy", name));
        }
        List<ReportStatement> reports = new ArrayList<>();
        for (Json report : fields.sequence("reports")) {
            Fields parts = new Fields("A report of the statement", report);
            reports.add(new ReportStatement(parts.legalName("member"), parts.hash("digest")));
            parts.end();
        }
        fields.end();
        return new AttestationStatement(aspect, committee, committeeId, epoch, threshold, signedBy, reports);
    }

    private static BigDecimal quantity(String text) throws ProofRefusedException {
        ProofRefusedException.require(
                text.matches("(0|[1-9][0-9]{0,18})(\\.[0-9]{1,6})?"),
                "The statement's quantity is no decimal number: %s",
                text);
        return new BigDecimal(text);
    }

    private static Instant instant(String text) throws ProofRefusedException {
        try {
            return Instant.parse(text);
        } catch (DateTimeException malformed) {
            throw new ProofRefusedException("The statement has something that is no instant: " + text, malformed);
        }
    }
}
