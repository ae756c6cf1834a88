package org.countersign.workflows.governance;

import co.paralleluniverse.fibers.Suspendable;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;
import org.countersign.contracts.governance.CommitteeCommand;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.workflows.Verification;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.WorkflowSettings;

/**
 * Takes a committee into its next epoch, with other members, weights, threshold, validity or observers.
 *
 * <p>Steps: ask every member of the next epoch for the key of its seat; build and sign; ask all members of both epochs
 * at once to sign; notarise; record; publish to every member of the network. A quorum of the ending epoch is enough, so
 * that a dead member can be voted out; of the next epoch everybody must agree. Every operator has affirmed the reform
 * in exactly these terms before, by {@link AffirmReformFlow}; to start this flow is the proposer's affirmation. If the
 * proposer dies or keeps to itself what is notarised, members that signed publish it ({@link SeeReformThroughFlow}).
 */
public final class ReformCommitteeFlow {
    private ReformCommitteeFlow() {}

    /** Starts the reform; runs at a member of the epoch that ends, who need not be one of the next. */
    @StartableByRPC
    public static final class Initiator extends FlowLogic<CommitteeState> {
        private final String committee;
        private final AffirmReformFlow affirmation;

        /**
         * Creates the flow.
         *
         * @param committee the name of the committee
         * @param seats who is to sit on it, with which weight
         * @param threshold the weight that is to make a quorum
         * @param attestationValidity how long an attestation may hold at most
         * @param observers the regulators that are to see what the committee finalises
         * @param renewKey whether this node wants a fresh key for its seat if it has one already
         */
        public Initiator(
                String committee,
                List<SeatProposal> seats,
                int threshold,
                Duration attestationValidity,
                List<Party> observers,
                boolean renewKey) {
            this.committee = committee;
            this.affirmation =
                    new AffirmReformFlow(committee, seats, threshold, attestationValidity, observers, renewKey);
        }

        @Suspendable
        @Override
        public CommitteeState call() throws FlowException {
            ReformOffer offer = affirmation.affirm(getServiceHub());
            StateAndRef<CommitteeState> ending =
                    ReformAcceptance.check(getServiceHub(), offer, getOurIdentity(), getOurIdentity());
            CommitteeState before = ending.getState().getData();
            CommitteeState after = before.reformed(offer.getTerms().terms(keys(offer, before)));
            ReformConsents consents = new ReformConsents(offer, before, after);
            SignedTransaction signed =
                    consented(build(ending, after, consents.keysOf(getOurIdentity())), consents, before);
            subFlow(new ConcludeReformFlow(signed, committee));
            return after;
        }

        @Suspendable
        private Map<Party, PublicKey> keys(ReformOffer offer, CommitteeState before) throws FlowException {
            Map<Party, FlowLogic<PublicKey>> questions = new LinkedHashMap<>();
            Map<Party, PublicKey> keys = new LinkedHashMap<>();
            for (SeatProposal seat : offer.getTerms().getSeats()) {
                if (seat.getParty().equals(getOurIdentity())) {
                    keys.put(
                            seat.getParty(),
                            ReformAffirmations.seatKey(getServiceHub(), offer, before, getOurIdentity()));
                } else {
                    questions.put(seat.getParty(), new RequestSeatFlow(seat.getParty(), offer));
                }
            }
            ReformRound.Replies<PublicKey> replies = await(new ReformRound<>(getServiceHub(), questions));
            if (!replies.isComplete()) {
                throw new WorkflowException(
                        "Not every member of the next epoch of '" + committee + "' takes its seat. "
                                + replies.obstacles(),
                        "Nothing has changed; reform without them, or try again when they are ready.");
            }
            keys.putAll(replies.getAnswers());
            return keys;
        }

        private SignedTransaction build(
                StateAndRef<CommitteeState> ending, CommitteeState after, Set<PublicKey> ownKeys) throws FlowException {
            CommitteeState before = ending.getState().getData();
            Instant now = getServiceHub().getClock().instant();
            WorkflowSettings settings = WorkflowSettings.of(getServiceHub());
            TransactionBuilder builder = new TransactionBuilder(
                            ending.getState().getNotary())
                    .addInputState(ending)
                    .addOutputState(after)
                    .addCommand(new CommitteeCommand.Reform(), new ArrayList<>(ReformAcceptance.signers(before, after)))
                    .setTimeWindow(
                            TimeWindow.between(now.minus(settings.clockTolerance()), now.plus(settings.timeWindow())));
            Verification.verify(builder, getServiceHub());
            return getServiceHub().signInitialTransaction(builder, ownKeys);
        }

        @Suspendable
        private SignedTransaction consented(SignedTransaction initial, ReformConsents consents, CommitteeState before)
                throws FlowException {
            ReformRound.Replies<List<TransactionSignature>> replies = await(consents.round(getServiceHub(), initial));
            if (!replies.isComplete()) {
                throw new WorkflowException(
                        "The reform of '" + committee + "' is not agreed by a quorum of epoch " + before.getEpoch()
                                + " and every member of the next. " + replies.obstacles(),
                        "Nothing has changed; have the operators affirm it, or try again.");
            }
            return ReformConsents.with(initial, replies);
        }
    }
}
