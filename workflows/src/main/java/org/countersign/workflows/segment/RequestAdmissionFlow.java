package org.countersign.workflows.segment;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.ReceiveTransactionFlow;
import net.corda.core.flows.SendTransactionFlow;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import net.corda.core.node.StatesToRecord;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.validation.AttestationAnswer;
import org.countersign.workflows.validation.AttestationAnswers;

/**
 * Asks a member of the committee that admits to a segment to attest a decision. It exists beside the request of an
 * attestation on a tear-off because this is no transfer: what is judged is whether the operator has decided it.
 *
 * <p>Steps: send the whole transaction with its back-chain; receive an attestation with report and seal, or a refusal.
 */
@InitiatingFlow
@StartableByService
public final class RequestAdmissionFlow extends FlowLogic<AttestationAnswers> {
    private final Party authority;
    private final Aspect aspect;
    private final SignedTransaction transaction;

    /**
     * Creates the flow.
     *
     * @param authority who is asked
     * @param aspect of its committee
     * @param transaction carries a decision out; signed by who proposes it
     */
    public RequestAdmissionFlow(Party authority, Aspect aspect, SignedTransaction transaction) {
        this.authority = authority;
        this.aspect = aspect;
        this.transaction = transaction;
    }

    @Suspendable
    @Override
    public AttestationAnswers call() throws FlowException {
        FlowSession session = initiateFlow(authority);
        subFlow(new SendTransactionFlow(session, transaction));
        return AttestationAnswers.of(
                aspect, session.receive(AttestationAnswer.class).unwrap(received -> received));
    }

    /** The side of the authority that is asked. */
    @InitiatedBy(RequestAdmissionFlow.class)
    public static final class Handler extends FlowLogic<Void> {
        private final FlowSession session;

        /**
         * Created by the node.
         *
         * @param session with the authority that proposes
         */
        public Handler(FlowSession session) {
            this.session = session;
        }

        @Suspendable
        @Override
        public Void call() throws FlowException {
            SignedTransaction transaction = subFlow(new ReceiveTransactionFlow(session, false, StatesToRecord.NONE));
            session.send(
                    AdmissionVotes.answer(getServiceHub(), getOurIdentity(), session.getCounterparty(), transaction));
            return null;
        }
    }
}
