package org.countersign.client.proof;

import static org.countersign.client.proof.ProofRefusedException.require;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import net.corda.core.crypto.SecureHash;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.contracts.validation.ReportSeal;
import org.countersign.workflows.ownership.proof.BatchPath;
import org.countersign.workflows.ownership.proof.CertifiedIdentity;
import org.countersign.workflows.ownership.proof.OwnershipProof;
import org.countersign.workflows.ownership.proof.ProofSignature;
import org.countersign.workflows.ownership.proof.RevealedComponent;
import org.countersign.workflows.ownership.proof.TornGroup;
import org.countersign.workflows.ownership.proof.TornTransaction;

/** Turns a proof into JSON values and back. Bytes are base64, hashes capital hexadecimal. */
final class ProofCodec {
    static final String FORMAT = "countersign-ownership-proof/1";

    private ProofCodec() {}

    static Json write(OwnershipProof proof) {
        Json.Sequence transactions = new Json.Sequence();
        proof.getTransactions().forEach(transaction -> transactions.with(write(transaction)));
        Json.Sequence reports = new Json.Sequence();
        proof.getReports().forEach(seal -> reports.with(ReportSealCodec.write(seal)));
        Json.Sequence identities = new Json.Sequence();
        proof.getIdentities().forEach(identity -> identities.with(write(identity)));
        return new Json.Structure()
                .with("format", FORMAT)
                .with("statement", StatementCodec.write(proof.getStatement()))
                .with("transactions", transactions)
                .with("reports", reports)
                .with("identities", identities)
                .with("trustRoot", base64(proof.getTrustRoot()));
    }

    static OwnershipProof read(Json document) throws ProofRefusedException {
        Fields fields = new Fields("The document", document);
        String format = fields.text("format");
        require(format.equals(FORMAT), "The document's format is \"%s\"; this verifier reads \"%s\".", format, FORMAT);
        Json statement = fields.take("statement");
        List<TornTransaction> transactions = new ArrayList<>();
        for (Json transaction : fields.sequence("transactions")) {
            transactions.add(transaction(transaction));
        }
        List<ReportSeal> reports = new ArrayList<>();
        for (Json seal : fields.sequence("reports")) {
            reports.add(ReportSealCodec.read(seal, transactions));
        }
        List<CertifiedIdentity> identities = new ArrayList<>();
        for (Json identity : fields.sequence("identities")) {
            identities.add(identity(identity));
        }
        OwnershipProof proof = new OwnershipProof(
                StatementCodec.read(statement), transactions, reports, identities, fields.bytes("trustRoot"));
        fields.end();
        return proof;
    }

    private static Json write(TornTransaction transaction) {
        Json.Sequence groups = new Json.Sequence();
        for (TornGroup group : transaction.getGroups()) {
            Json.Sequence components = new Json.Sequence();
            for (RevealedComponent component : group.getComponents()) {
                components.with(new Json.Structure()
                        .with("index", component.getIndex())
                        .with("nonce", component.getNonce().toString())
                        .with("bytes", base64(component.getBytes())));
            }
            groups.with(new Json.Structure()
                    .with("group", group.getGroup())
                    .with("height", group.getHeight())
                    .with("components", components)
                    .with("hidden", write(group.getHidden())));
        }
        Json.Sequence signatures = new Json.Sequence();
        transaction.getSignatures().forEach(signature -> signatures.with(write(signature)));
        return new Json.Structure()
                .with("id", transaction.getId().toString())
                .with("groupHashes", write(transaction.getGroupHashes()))
                .with("revealed", groups)
                .with("signatures", signatures);
    }

    private static TornTransaction transaction(Json value) throws ProofRefusedException {
        Fields fields = new Fields("A transaction", value);
        SecureHash id = fields.hash("id");
        List<SecureHash> groupHashes = fields.hashes("groupHashes");
        List<TornGroup> groups = new ArrayList<>();
        for (Json group : fields.sequence("revealed")) {
            groups.add(group(group));
        }
        List<ProofSignature> signatures = new ArrayList<>();
        for (Json signature : fields.sequence("signatures")) {
            signatures.add(signature(signature));
        }
        fields.end();
        return new TornTransaction(id, groupHashes, groups, signatures);
    }

    private static TornGroup group(Json value) throws ProofRefusedException {
        Fields fields = new Fields("A revealed group", value);
        int group = fields.number("group");
        int height = fields.number("height");
        List<RevealedComponent> components = new ArrayList<>();
        for (Json component : fields.sequence("components")) {
            Fields parts = new Fields("A component", component);
            components.add(new RevealedComponent(parts.number("index"), parts.hash("nonce"), parts.bytes("bytes")));
            parts.end();
        }
        TornGroup torn = new TornGroup(group, height, components, fields.hashes("hidden"));
        fields.end();
        return torn;
    }

    private static Json write(ProofSignature signature) {
        BatchPath batch = signature.getBatch();
        return new Json.Structure()
                .with("key", base64(signature.getKey()))
                .with("platformVersion", signature.getPlatformVersion())
                .with("scheme", signature.getScheme())
                .with("bytes", base64(signature.getBytes()))
                .with(
                        "batch",
                        batch == null
                                ? new Json.Nothing()
                                : new Json.Structure()
                                        .with("index", batch.getIndex())
                                        .with("siblings", write(batch.getSiblings())));
    }

    private static ProofSignature signature(Json value) throws ProofRefusedException {
        Fields fields = new Fields("A signature", value);
        OpaqueBytes key = fields.bytes("key");
        int platformVersion = fields.number("platformVersion");
        int scheme = fields.number("scheme");
        OpaqueBytes bytes = fields.bytes("bytes");
        Json batch = fields.take("batch");
        fields.end();
        if (batch instanceof Json.Nothing) {
            return new ProofSignature(key, platformVersion, scheme, bytes, null);
        }
        Fields parts = new Fields("A batch", batch);
        BatchPath path = new BatchPath(parts.number("index"), parts.hashes("siblings"));
        parts.end();
        return new ProofSignature(key, platformVersion, scheme, bytes, path);
    }

    private static Json write(CertifiedIdentity identity) {
        Json.Sequence certificates = new Json.Sequence();
        identity.getCertificates().forEach(bytes -> certificates.with(new Json.Text(base64(bytes))));
        return new Json.Structure().with("name", identity.getName().toString()).with("certificates", certificates);
    }

    private static CertifiedIdentity identity(Json value) throws ProofRefusedException {
        Fields fields = new Fields("An identity", value);
        var name = fields.legalName("name");
        List<OpaqueBytes> certificates = new ArrayList<>();
        for (Json certificate : fields.sequence("certificates")) {
            certificates.add(fields.bytes("certificates", certificate));
        }
        fields.end();
        return new CertifiedIdentity(name, certificates);
    }

    private static Json write(List<SecureHash> hashes) {
        Json.Sequence sequence = new Json.Sequence();
        hashes.forEach(hash -> sequence.with(new Json.Text(hash.toString())));
        return sequence;
    }

    private static String base64(OpaqueBytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.getBytes());
    }
}
