package org.countersign.workflows.governance;

import co.paralleluniverse.fibers.Suspendable;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.workflows.WorkflowException;

/** Gives out one record of misbehaviour with all that somebody without a node needs to check it. */
@StartableByRPC
public final class ExportMisbehaviourFlow extends FlowLogic<MisbehaviourEvidence> {
    private final SecureHash id;

    /**
     * Creates the flow.
     *
     * @param id the digest of the record
     */
    public ExportMisbehaviourFlow(SecureHash id) {
        this.id = id;
    }

    @Suspendable
    @Override
    public MisbehaviourEvidence call() throws FlowException {
        for (MisbehaviourRecord record : MisbehaviourBook.records(getServiceHub())) {
            if (record.digest().equals(id)) {
                return new MisbehaviourEvidence(record, certificates());
            }
        }
        throw new WorkflowException(
                "This node has no record of misbehaviour " + id + ".",
                "Name one of those that 'misbehaviour list' shows.");
    }

    private List<OpaqueBytes> certificates() throws FlowException {
        X509Certificate root = getServiceHub().getIdentityService().getTrustRoot();
        List<OpaqueBytes> certificates = new ArrayList<>();
        try {
            for (Certificate certificate : getOurIdentityAndCert().getCertPath().getCertificates()) {
                if (!certificate.equals(root)) {
                    certificates.add(new OpaqueBytes(certificate.getEncoded()));
                }
            }
        } catch (CertificateEncodingException broken) {
            throw new WorkflowException(
                    "A certificate of this node cannot be encoded: " + broken.getMessage(),
                    "Look at the node's key stores.");
        }
        return certificates;
    }
}
