package org.countersign.workflows;

import net.corda.core.contracts.AttachmentResolutionException;
import net.corda.core.contracts.TransactionResolutionException;
import net.corda.core.contracts.TransactionVerificationException;
import net.corda.core.flows.FlowException;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.TransactionBuilder;

/** Runs the contracts on a transaction before anybody signs it, so that a proposal fails where it can be mended. */
public final class Verification {
    private Verification() {}

    /**
     * Verifies a transaction that is being built.
     *
     * @param builder the complete transaction
     * @param services the node's services
     * @throws FlowException with the sentence of the rule that is broken
     */
    public static void verify(TransactionBuilder builder, ServiceHub services) throws FlowException {
        try {
            builder.verify(services);
        } catch (TransactionVerificationException broken) {
            Throwable rule = broken.getCause() == null ? broken : broken.getCause();
            throw new WorkflowException(
                    "The ledger's rules refuse this: " + rule.getMessage(), "Nothing moved; mend the proposal.");
        } catch (AttachmentResolutionException | TransactionResolutionException missing) {
            throw new WorkflowException(
                    "The transaction cannot be resolved here: " + missing.getMessage(),
                    "Check that the node has the contract CorDapps and the history of what is spent.");
        }
    }
}
