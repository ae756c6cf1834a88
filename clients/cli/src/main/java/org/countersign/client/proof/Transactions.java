package org.countersign.client.proof;

import static org.countersign.client.proof.ProofRefusedException.require;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.corda.core.contracts.AttachmentConstraint;
import net.corda.core.contracts.HashAttachmentConstraint;
import net.corda.core.contracts.SignatureAttachmentConstraint;
import net.corda.core.crypto.SecureHash;
import org.countersign.workflows.ownership.proof.TornTransaction;

/** The transactions of a proof. Each is needed for one thing; what nothing needs is refused. */
final class Transactions {
    private static final int MOST = 512;

    private final Map<SecureHash, OpenedTransaction> opened = new LinkedHashMap<>();
    private final Set<SecureHash> taken = new HashSet<>();
    private final SecureHash proven;

    Transactions(List<TornTransaction> torn) throws ProofRefusedException {
        require(
                !torn.isEmpty() && torn.size() <= MOST,
                "The document has %d transactions; a proof has 1 to %d.",
                torn.size(),
                MOST);
        proven = torn.get(0).getId();
        String last = "";
        for (TornTransaction transaction : torn) {
            String id = transaction.getId().toString();
            boolean first = opened.isEmpty();
            require(
                    first || (id.compareTo(last) > 0 && !transaction.getId().equals(proven)),
                    "The transactions after the first are not in the order of their ids, each once.");
            last = first ? last : id;
            opened.put(transaction.getId(), OpenedTransaction.open(transaction));
        }
    }

    /** The transaction that is proven. */
    OpenedTransaction proven() throws ProofRefusedException {
        return take(proven, "the proven transaction");
    }

    /**
     * Takes a transaction out for its one use.
     *
     * @param id its id
     * @param use what for, in words
     */
    OpenedTransaction take(SecureHash id, String use) throws ProofRefusedException {
        OpenedTransaction transaction = opened.get(id);
        require(transaction != null, "The document lacks transaction %s, which made %s.", id, use);
        require(taken.add(id), "Transaction %s would have to be %s and something else.", id, use);
        return transaction;
    }

    /** Refuses unless all states are bound to the same code, as the ledger's contracts demand of each transaction. */
    void requireSameCode() throws ProofRefusedException {
        AttachmentConstraint code = opened.get(proven).code();
        require(
                code instanceof SignatureAttachmentConstraint || code instanceof HashAttachmentConstraint,
                "The holding is not bound to its code by a signature or a hash.");
        for (OpenedTransaction transaction : opened.values()) {
            require(
                    transaction.code().equals(code),
                    "The state that transaction %s made is bound to other code than the holding.",
                    transaction.id());
        }
    }

    void requireAllTaken() throws ProofRefusedException {
        for (SecureHash id : opened.keySet()) {
            require(taken.contains(id), "The document has transaction %s, which nothing in the proof needs.", id);
        }
    }
}
