package org.countersign.workflows.identity;

import co.paralleluniverse.fibers.Suspendable;
import java.util.Optional;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.SendTransactionFlow;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import org.countersign.contracts.identity.CredentialStatusListState;
import org.countersign.workflows.WorkflowException;

/**
 * Asks a provider for the current version of one of its status lists. For a member that joined after it was published.
 *
 * <p>Steps: send the digest of the list; receive the transaction with its history, or nothing if this node has the
 * version that the provider has; verify and record it.
 */
@InitiatingFlow
@StartableByService
public final class RequestIdentityFactFlow extends FlowLogic<Boolean> {
    private final Party provider;
    private final String statusList;

    /**
     * Creates the flow.
     *
     * @param provider whose list it is
     * @param statusList the list's digest, as credentials name it
     */
    public RequestIdentityFactFlow(Party provider, String statusList) {
        this.provider = provider;
        this.statusList = statusList;
    }

    @Suspendable
    @Override
    public Boolean call() throws FlowException {
        FlowSession session = initiateFlow(provider);
        boolean known = session.sendAndReceive(Boolean.class, statusList).unwrap(received -> received);
        if (known) {
            subFlow(new PublishIdentityFactFlow.Receiving(session));
        }
        return known;
    }

    /** The provider's side. */
    @InitiatedBy(RequestIdentityFactFlow.class)
    public static final class Handler extends FlowLogic<Void> {
        private static final int DIGEST_LENGTH = 64;

        private final FlowSession session;

        /**
         * Created by the node.
         *
         * @param session with who asks
         */
        public Handler(FlowSession session) {
            this.session = session;
        }

        @Suspendable
        @Override
        public Void call() throws FlowException {
            String digest = session.receive(String.class).unwrap(received -> received);
            if (digest.length() != DIGEST_LENGTH) {
                throw new WorkflowException("No status list has that digest.", "Name one by its SHA-256 digest.");
            }
            Optional<StateAndRef<CredentialStatusListState>> list = StatusLists.find(getServiceHub(), digest);
            session.send(list.isPresent());
            if (list.isPresent()) {
                subFlow(new SendTransactionFlow(
                        session,
                        getServiceHub()
                                .getValidatedTransactions()
                                .getTransaction(list.get().getRef().getTxhash())));
            }
            return null;
        }
    }
}
