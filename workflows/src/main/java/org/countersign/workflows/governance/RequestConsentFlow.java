package org.countersign.workflows.governance;

import co.paralleluniverse.fibers.Suspendable;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.crypto.TransactionSignature;
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
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.validation.SignatureCheck;

/**
 * Asks one member to sign the reform of its committee: a member of the epoch that ends with the key of its seat, a
 * member of the next one with its legal identity and the key of its new seat.
 *
 * <p>Steps: send the offer and the transaction; receive the signatures. They are checked before they count.
 */
@InitiatingFlow
@StartableByService
public final class RequestConsentFlow extends FlowLogic<List<TransactionSignature>> {
    private final Party member;
    private final ReformOffer offer;
    private final SignedTransaction transaction;
    private final Set<PublicKey> keys;

    /**
     * Creates the flow.
     *
     * @param member who is asked
     * @param offer the reform as it was offered
     * @param transaction the reform as it is carried out
     * @param keys what the member has to sign with
     */
    public RequestConsentFlow(Party member, ReformOffer offer, SignedTransaction transaction, Set<PublicKey> keys) {
        this.member = member;
        this.offer = offer;
        this.transaction = transaction;
        this.keys = new LinkedHashSet<>(keys);
    }

    @Suspendable
    @Override
    public List<TransactionSignature> call() throws FlowException {
        FlowSession session = initiateFlow(member);
        session.send(offer);
        subFlow(new SendTransactionFlow(session, transaction));
        List<TransactionSignature> signatures = new ArrayList<>();
        for (PublicKey key : keys) {
            TransactionSignature signature =
                    session.receive(TransactionSignature.class).unwrap(received -> received);
            if (!SignatureCheck.holds(signature, key, transaction.getId())) {
                throw new WorkflowException(
                        member.getName().getOrganisation()
                                + " answered with a signature that is not its own on this reform.",
                        "Report it to the governance of the network.");
            }
            signatures.add(signature);
        }
        return signatures;
    }

    /** The side of the member: signs what its operator has affirmed, and nothing else, and sees it through. */
    @InitiatedBy(RequestConsentFlow.class)
    public static final class Handler extends FlowLogic<Void> {
        private final FlowSession session;

        /**
         * Created by the node.
         *
         * @param session with the member that proposes the reform
         */
        public Handler(FlowSession session) {
            this.session = session;
        }

        @Suspendable
        @Override
        public Void call() throws FlowException {
            ReformOffer offer = session.receive(ReformOffer.class).unwrap(received -> received);
            StateAndRef<CommitteeState> ending =
                    ReformAcceptance.check(getServiceHub(), offer, session.getCounterparty(), getOurIdentity());
            // Not one that is chosen now: what this node signs for is the key that it gave when it was asked for one.
            PublicKey key = offer.seats(getOurIdentity())
                    ? ReformAffirmations.seatKey(
                            getServiceHub(), offer, ending.getState().getData(), getOurIdentity())
                    : null;
            SignedTransaction reform = subFlow(new ReceiveTransactionFlow(session, false, StatesToRecord.NONE));
            checkWindow(reform.getTx().getTimeWindow());
            for (PublicKey own : ReformAcceptance.checkReform(reform.getTx(), ending, offer, getOurIdentity(), key)) {
                session.send(getServiceHub().createSignature(reform, own));
            }
            CommitteeState before = ending.getState().getData();
            // Nobody lets a stranger to the ending epoch carry a reform out.
            if (before.seatOf(getOurIdentity()).isPresent()) {
                subFlow(new SeeReformThroughFlow(offer, reform, before, session.getCounterparty()));
            }
            return null;
        }

        // What stays open for ever could be kept back for ever.
        private void checkWindow(TimeWindow window) throws WorkflowException {
            WorkflowSettings settings = WorkflowSettings.of(getServiceHub());
            Instant latest = getServiceHub()
                    .getClock()
                    .instant()
                    .plus(settings.timeWindow())
                    .plus(settings.clockTolerance());
            if (window != null
                    && window.getUntilTime() != null
                    && window.getUntilTime().isAfter(latest)) {
                throw new WorkflowException(
                        "The reform's time-window closes at " + window.getUntilTime() + ", later than " + latest + ".",
                        "Have it close within this node's timeWindowSeconds and clockToleranceSeconds.");
            }
        }
    }
}
