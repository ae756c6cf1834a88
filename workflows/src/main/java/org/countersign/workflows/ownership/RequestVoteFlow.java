package org.countersign.workflows.ownership;

import co.paralleluniverse.fibers.Suspendable;
import java.util.Optional;
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
import org.countersign.workflows.validation.AttestationAnswer;
import org.countersign.workflows.validation.Refusal;

/**
 * The finalising registrar asks another one for its vote.
 *
 * <p>Steps: send the whole transaction with its back-chain; receive a signature or a refusal. A registrar votes only
 * for another member of the same committee, and never for two transactions that claim the same.
 */
@InitiatingFlow
@StartableByService
public final class RequestVoteFlow extends FlowLogic<AttestationAnswer> {
    private final Party registrar;
    private final SignedTransaction transaction;

    /**
     * Creates the flow.
     *
     * @param registrar who is asked
     * @param transaction complete but for the registrars' and the notary's signatures
     */
    public RequestVoteFlow(Party registrar, SignedTransaction transaction) {
        this.registrar = registrar;
        this.transaction = transaction;
    }

    @Suspendable
    @Override
    public AttestationAnswer call() throws FlowException {
        FlowSession session = initiateFlow(registrar);
        subFlow(new SendTransactionFlow(session, transaction));
        return session.receive(AttestationAnswer.class).unwrap(answer -> answer);
    }

    /** The side of the registrar that is asked. */
    @InitiatedBy(RequestVoteFlow.class)
    public static final class Handler extends FlowLogic<Void> {
        private final FlowSession session;

        /**
         * Created by the node.
         *
         * @param session with the finalising registrar
         */
        public Handler(FlowSession session) {
            this.session = session;
        }

        @Suspendable
        @Override
        public Void call() throws FlowException {
            // What the transaction builds on is final, and recording it in full keeps this register gap-free.
            SignedTransaction transaction =
                    subFlow(new ReceiveTransactionFlow(session, false, StatesToRecord.ALL_VISIBLE));
            session.send(answer(transaction));
            return null;
        }

        private AttestationAnswer answer(SignedTransaction transaction) throws FlowException {
            try {
                RegisterAssessment assessment = RegisterAssessment.of(getServiceHub(), getOurIdentity(), transaction);
                if (!assessment.getCommittee().seatOf(session.getCounterparty()).isPresent()) {
                    return refused("Votes are given to registrars of the same committee only.");
                }
                Optional<String> taken = PendingVotes.claim(
                        getServiceHub(), transaction.getId(), assessment.getClaims(), assessment.getUntil(), true);
                if (taken.isPresent()) {
                    return refused("Another transaction in flight claims " + taken.get() + ".");
                }
                return AttestationAnswer.signed(getServiceHub()
                        .createSignature(transaction, assessment.getSeat().getAttestationKey()));
            } catch (RegisterAssessment.Refused refusal) {
                return AttestationAnswer.refused(refusal.by(getOurIdentity()));
            }
        }

        private AttestationAnswer refused(String reason) {
            return AttestationAnswer.refused(new Refusal(getOurIdentity().getName(), Refusal.CHECK_FAILED, reason));
        }
    }
}
