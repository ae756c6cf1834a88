package org.countersign.workflows.holding;

import co.paralleluniverse.fibers.Suspendable;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.corda.core.crypto.CompositeKey;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.SendTransactionFlow;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.validation.SignatureCheck;

/**
 * One party's signature on a proposal, with one key. Corda's own {@code SignTransactionFlow} signs with every key of
 * the node that the transaction asks for; here the responder signs with the keys it was asked for, after it has made
 * sure that the transaction asks for no other of its keys.
 */
final class PartySignature {
    private PartySignature() {}

    /** Asks the counterparty for the signatures of keys, in their order. Inline flow of the proposer. */
    static final class Request extends FlowLogic<SignedTransaction> {
        private final FlowSession session;
        private final SignedTransaction transaction;
        private final List<PublicKey> keys;

        Request(FlowSession session, SignedTransaction transaction, PublicKey... keys) {
            this.session = session;
            this.transaction = transaction;
            this.keys = new ArrayList<>(Arrays.asList(keys));
        }

        @Suspendable
        @Override
        public SignedTransaction call() throws FlowException {
            subFlow(new SendTransactionFlow(session, transaction));
            SignedTransaction signed = transaction;
            // Counted, for an iterator would have to go into the checkpoint.
            for (int index = 0; index < keys.size(); index++) {
                TransactionSignature signature =
                        session.receive(TransactionSignature.class).unwrap(received -> received);
                if (!SignatureCheck.holds(signature, keys.get(index), transaction.getId())) {
                    throw new WorkflowException(
                            session.getCounterparty().getName().getOrganisation()
                                    + " answered with a signature that is not its own on this transaction.",
                            "Nothing moved; propose again, and report it if it repeats.");
                }
                signed = signed.plus(signature);
            }
            return signed;
        }
    }

    /**
     * Makes sure that the only keys of this node that a transaction asks for are the given ones.
     *
     * @throws FlowException if the transaction asks for another, or not for one of these
     */
    static void checkOnlyKeys(ServiceHub services, SignedTransaction transaction, PublicKey... own)
            throws FlowException {
        Set<PublicKey> asked = new LinkedHashSet<>();
        for (PublicKey required : transaction.getRequiredSigningKeys()) {
            if (required instanceof CompositeKey) {
                asked.addAll(((CompositeKey) required).getLeafKeys());
            } else {
                asked.add(required);
            }
        }
        Set<PublicKey> mine = new LinkedHashSet<>();
        services.getKeyManagementService().filterMyKeys(asked).forEach(mine::add);
        if (!mine.containsAll(Arrays.asList(own))) {
            throw new ProposalRefusedException("The transaction does not ask for this member's signature.");
        }
        mine.removeAll(Arrays.asList(own));
        if (!mine.isEmpty()) {
            throw new ProposalRefusedException(
                    "The transaction asks for " + mine.size() + " more keys of this member than the agreed one.");
        }
    }
}
