package org.countersign.workflows;

import java.util.ArrayList;
import java.util.List;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.node.ServiceHub;
import net.corda.core.node.services.NetworkParametersService;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.WireTransaction;

/**
 * Says whether a node has all that it needs to verify a transaction.
 *
 * <p>Corda's {@code SendTransactionFlow} and {@code ReceiveTransactionFlow} ask and answer for what is missing even
 * where nothing is. Members who deal in the same security nearly always have its history, and each message between two
 * nodes costs more than the verification does.
 */
public final class KnownHistory {
    private KnownHistory() {}

    /**
     * Whether a transaction can be verified without asking anybody. What is known has been verified itself before.
     *
     * @param services the node's services
     * @param transaction any transaction
     * @return true if this node has every transaction whose states it spends or references, every attachment, and the
     *     network parameters; false also for a transaction of the platform's special kinds
     */
    public static boolean isComplete(ServiceHub services, SignedTransaction transaction) {
        if (!(transaction.getCoreTransaction() instanceof WireTransaction)) {
            return false;
        }
        SecureHash parameters = transaction.getNetworkParametersHash();
        return parameters != null
                && isKnown(services.getNetworkParametersService(), parameters)
                && transaction.getTx().getAttachments().stream().allMatch(services.getAttachments()::hasAttachment)
                && dependencies(transaction).stream()
                        .allMatch(hash -> services.getValidatedTransactions().getTransaction(hash) != null);
    }

    // Looked up, they are read anew from their bytes; as a rule they are the current ones.
    private static boolean isKnown(NetworkParametersService service, SecureHash parameters) {
        return parameters.equals(service.getCurrentHash()) || service.lookup(parameters) != null;
    }

    private static List<SecureHash> dependencies(SignedTransaction transaction) {
        List<SecureHash> dependencies = new ArrayList<>();
        for (StateRef input : transaction.getInputs()) {
            dependencies.add(input.getTxhash());
        }
        for (StateRef reference : transaction.getReferences()) {
            dependencies.add(reference.getTxhash());
        }
        return dependencies;
    }
}
