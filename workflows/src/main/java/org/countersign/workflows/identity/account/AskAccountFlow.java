package org.countersign.workflows.identity.account;

import co.paralleluniverse.fibers.Suspendable;
import java.security.PublicKey;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import org.countersign.workflows.identity.account.AnnounceKeyFlow.KeptKey;

/**
 * Asks a custodian for the key of an account that something is to be sent to.
 *
 * <p>Steps: send the external id of the account; receive its key with the proof that the custodian keeps it. Who does
 * not know the id cannot find out what accounts there are.
 */
@InitiatingFlow
@StartableByService
public final class AskAccountFlow extends FlowLogic<PublicKey> {
    private final Party custodian;
    private final String account;

    /**
     * Creates the flow.
     *
     * @param custodian whose account it is
     * @param account its external id
     */
    public AskAccountFlow(Party custodian, String account) {
        this.custodian = custodian;
        this.account = account;
    }

    @Suspendable
    @Override
    public PublicKey call() throws FlowException {
        KeptKey kept =
                initiateFlow(custodian).sendAndReceive(KeptKey.class, account).unwrap(received -> received);
        kept.takeDown(getServiceHub(), custodian, getOurIdentity());
        return kept.getKey();
    }

    /** The custodian's side. */
    @InitiatedBy(AskAccountFlow.class)
    public static final class Handler extends FlowLogic<Void> {
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
            String account = session.receive(String.class).unwrap(received -> received);
            AccountView found = new Accounts(getServiceHub()).requireId(account);
            session.send(KeptKey.of(getServiceHub(), found.getKey(), getOurIdentity(), session.getCounterparty()));
            return null;
        }
    }
}
