package org.countersign.workflows.ownership.proof;

import co.paralleluniverse.fibers.Suspendable;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.TransactionState;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.PartyAndCertificate;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.validation.ReportSeal;
import org.countersign.workflows.validation.ReportSeals;

/**
 * Exports the ownership proof of a holding from this node's ledger. It talks to nobody.
 *
 * <p>The proof says that the holding was transferred finally to its holder. It does not say that the holder still has
 * it; who needs that asks the registrars.
 */
@StartableByRPC
public final class ExportOwnershipProofFlow extends FlowLogic<OwnershipProof> {
    private final SecureHash id;
    private final Integer outputIndex;

    /**
     * Creates the flow for the first holding among the outputs that is this node's own. Clients need it because a flow
     * cannot be started by RPC with an argument that is null.
     *
     * @param id the transaction that gave the holding to its holder
     */
    public ExportOwnershipProofFlow(SecureHash id) {
        this(id, null);
    }

    /**
     * Creates the flow.
     *
     * @param id the transaction that gave the holding to its holder
     * @param outputIndex the holding's position among the outputs, from 0; null for the first that this node holds
     */
    public ExportOwnershipProofFlow(SecureHash id, Integer outputIndex) {
        this.id = id;
        this.outputIndex = outputIndex;
    }

    @Override
    @Suspendable
    public OwnershipProof call() throws FlowException {
        ProofSources sources = new NodeSources(getServiceHub());
        int output = outputIndex == null ? firstOwn(sources) : outputIndex;
        return new OwnershipProofBuilder(sources).build(id, output);
    }

    private int firstOwn(ProofSources sources) throws OwnershipProofException {
        List<TransactionState<ContractState>> outputs =
                new Evidence(sources).find(id).getTx().getOutputs();
        for (int index = 0; index < outputs.size(); index++) {
            ContractState state = outputs.get(index).getData();
            if (state instanceof SecurityToken && isOwn((SecurityToken) state)) {
                return index;
            }
        }
        throw new OwnershipProofException(
                "No output of transaction " + id + " is a holding of this node.",
                "Name the position of the holding with --output.");
    }

    private boolean isOwn(SecurityToken holding) {
        PublicKey key = holding.getHolder().getOwningKey();
        return getServiceHub()
                .getKeyManagementService()
                .filterMyKeys(java.util.Collections.singletonList(key))
                .iterator()
                .hasNext();
    }

    /** The stores of a node. */
    private static final class NodeSources implements ProofSources {
        private final ServiceHub services;

        NodeSources(ServiceHub services) {
            this.services = services;
        }

        @Override
        public SignedTransaction transaction(SecureHash id) {
            return services.getValidatedTransactions().getTransaction(id);
        }

        @Override
        public List<ReportSeal> reportSeals(SecureHash id) {
            return ReportSeals.of(services, id);
        }

        @Override
        public List<X509Certificate> certificatePath(PublicKey key) {
            PartyAndCertificate identity = services.getIdentityService().certificateFromKey(key);
            if (identity == null) {
                return null;
            }
            List<X509Certificate> path = new ArrayList<>();
            identity.getCertPath().getCertificates().forEach(one -> path.add((X509Certificate) one));
            return path;
        }

        @Override
        public X509Certificate trustRoot() {
            return services.getIdentityService().getTrustRoot();
        }
    }
}
