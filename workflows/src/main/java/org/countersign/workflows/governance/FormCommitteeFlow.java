package org.countersign.workflows.governance;

import co.paralleluniverse.fibers.Suspendable;
import java.security.PublicKey;
import java.security.SignatureException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.NotaryFlow;
import net.corda.core.flows.ReceiveTransactionFlow;
import net.corda.core.flows.SendTransactionFlow;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import net.corda.core.node.StatesToRecord;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;
import org.countersign.contracts.governance.CommitteeCommand;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.Notaries;
import org.countersign.workflows.Verification;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.ownership.DistributionRound;
import org.countersign.workflows.validation.Conversation;

/**
 * Founds a committee of authorities.
 *
 * <p>Steps: offer each member its seat and receive a fresh attestation key; build and sign the founding transaction;
 * have each member sign with its legal identity and its attestation key; notarise; record; publish the committee to
 * every member of the network. A member takes a seat only on a committee that its settings name.
 */
public final class FormCommitteeFlow {
    private FormCommitteeFlow() {}

    /**
     * Starts the founding; runs at one of the members.
     *
     * <p>Fails, with nothing founded, if a member does not take its seat, signs something else, breaks off, or if the
     * members have not all signed after the time that the settings give each of them to agree.
     */
    @StartableByRPC
    public static final class Initiator extends FlowLogic<UniqueIdentifier> {
        private final CommitteeOffer offer;

        /**
         * Creates the flow for a committee of the whole network.
         *
         * @param name what people will call the committee
         * @param aspect what it is competent for
         * @param seats who sits on it, this node among them
         * @param threshold the weight that makes a quorum
         * @param attestationValidity how long an attestation may hold at most
         * @param observers the regulators that see what the committee finalises
         */
        public Initiator(
                String name,
                Aspect aspect,
                List<SeatProposal> seats,
                int threshold,
                Duration attestationValidity,
                List<Party> observers) {
            this(name, aspect, Segment.WHOLE_NETWORK, seats, threshold, attestationValidity, observers);
        }

        /**
         * Creates the flow.
         *
         * @param name what people will call the committee
         * @param aspect what it is competent for
         * @param segment the segment whose securities it attests, {@link Segment#WHOLE_NETWORK} for all
         * @param seats who sits on it, this node among them
         * @param threshold the weight that makes a quorum
         * @param attestationValidity how long an attestation may hold at most
         * @param observers the regulators that see what the committee finalises
         */
        public Initiator(
                String name,
                Aspect aspect,
                String segment,
                List<SeatProposal> seats,
                int threshold,
                Duration attestationValidity,
                List<Party> observers) {
            this.offer = new CommitteeOffer(name, aspect, segment, seats, threshold, attestationValidity, observers);
        }

        @Suspendable
        @Override
        public UniqueIdentifier call() throws FlowException {
            checkOwnSeat();
            SeatAcceptance.check(offer, getOurIdentity(), getServiceHub());
            List<Party> others = new ArrayList<>();
            for (SeatProposal seat : offer.getSeats()) {
                if (!seat.getParty().equals(getOurIdentity())) {
                    others.add(seat.getParty());
                }
            }
            Duration patience =
                    WorkflowSettings.of(getServiceHub()).agreementTimeout().multipliedBy(Math.max(1, others.size()));
            SignedTransaction signed = await(new Conversation<>(getServiceHub(), new Founding(offer), patience))
                    .with(others);
            SignedTransaction notarised =
                    signed.withAdditionalSignatures(new ArrayList<>(subFlow(new NotaryFlow.Client(signed))));
            getServiceHub().recordTransactions(StatesToRecord.ALL_VISIBLE, Collections.singleton(notarised));
            await(DistributionRound.publish(
                    getServiceHub(), notarised, Publication.audience(getServiceHub(), getOurIdentity())));
            return ((CommitteeState) notarised.getTx().getOutput(0)).getLinearId();
        }

        private void checkOwnSeat() throws FlowException {
            for (SeatProposal seat : offer.getSeats()) {
                if (seat.getParty().equals(getOurIdentity())) {
                    return;
                }
            }
            throw new WorkflowException(
                    getOurIdentity().getName().getOrganisation() + " has no seat on the committee that it founds.",
                    "Start the founding at one of the members.");
        }
    }

    /**
     * The founder's talk with the other members, apart from the rest so that the rest can give it up. What it leads to
     * is not notarised yet: a founding that was given up founds nothing, whatever the members answer later.
     */
    @InitiatingFlow
    @StartableByService
    public static final class Founding extends FlowLogic<SignedTransaction> {
        private final CommitteeOffer offer;

        /**
         * Creates the flow.
         *
         * @param offer the committee, with a seat for this node
         */
        public Founding(CommitteeOffer offer) {
            this.offer = offer;
        }

        @Suspendable
        @Override
        public SignedTransaction call() throws FlowException {
            Map<Party, FlowSession> sessions = new LinkedHashMap<>();
            Map<Party, PublicKey> keys = new LinkedHashMap<>();
            for (SeatProposal seat : offer.getSeats()) {
                PublicKey key;
                if (seat.getParty().equals(getOurIdentity())) {
                    key = getServiceHub().getKeyManagementService().freshKey();
                } else {
                    FlowSession session = initiateFlow(seat.getParty());
                    sessions.put(seat.getParty(), session);
                    key = session.sendAndReceive(PublicKey.class, offer).unwrap(received -> received);
                }
                keys.put(seat.getParty(), key);
            }
            CommitteeState committee = CommitteeState.founded(offer.getName(), offer.getAspect(), offer.terms(keys));
            return sign(build(committee), committee, sessions);
        }

        private SignedTransaction build(CommitteeState committee) throws FlowException {
            List<PublicKey> signers = new ArrayList<>();
            for (CommitteeMember member : committee.getTerms().getMembers()) {
                signers.add(member.getParty().getOwningKey());
                signers.add(member.getAttestationKey());
            }
            Instant now = getServiceHub().getClock().instant();
            WorkflowSettings settings = WorkflowSettings.of(getServiceHub());
            TransactionBuilder builder = new TransactionBuilder(Notaries.only(getServiceHub()))
                    .addOutputState(committee)
                    .addCommand(new CommitteeCommand.Form(), signers)
                    .setTimeWindow(
                            TimeWindow.between(now.minus(settings.clockTolerance()), now.plus(settings.timeWindow())));
            Verification.verify(builder, getServiceHub());
            return getServiceHub()
                    .signInitialTransaction(builder, getOurIdentity().getOwningKey());
        }

        @Suspendable
        private SignedTransaction sign(
                SignedTransaction initial, CommitteeState committee, Map<Party, FlowSession> sessions)
                throws FlowException {
            SignedTransaction signed = initial;
            for (CommitteeMember member : committee.getTerms().getMembers()) {
                FlowSession session = sessions.get(member.getParty());
                if (session == null) {
                    signed = signed.plus(getServiceHub().createSignature(initial, member.getAttestationKey()));
                } else {
                    subFlow(new SendTransactionFlow(session, initial));
                    TransactionSignature byIdentity =
                            session.receive(TransactionSignature.class).unwrap(received -> received);
                    TransactionSignature bySeat =
                            session.receive(TransactionSignature.class).unwrap(received -> received);
                    signed = signed.plus(byIdentity).plus(bySeat);
                }
            }
            try {
                signed.verifySignaturesExcept(initial.getNotary().getOwningKey());
            } catch (SignatureException missing) {
                throw new WorkflowException(
                        "The members' signatures do not found the committee: " + missing.getMessage(),
                        "Have every member sign with its legal identity and its attestation key.");
            }
            return signed;
        }
    }

    /** The side of a member that is offered a seat. */
    @InitiatedBy(Founding.class)
    public static final class Handler extends FlowLogic<Void> {
        private final FlowSession session;

        /**
         * Created by the node.
         *
         * @param session with the founding member
         */
        public Handler(FlowSession session) {
            this.session = session;
        }

        @Suspendable
        @Override
        public Void call() throws FlowException {
            CommitteeOffer offer = session.receive(CommitteeOffer.class).unwrap(received -> received);
            SeatAcceptance.check(offer, getOurIdentity(), getServiceHub());
            PublicKey key = getServiceHub().getKeyManagementService().freshKey();
            session.send(key);
            SignedTransaction founding = subFlow(new ReceiveTransactionFlow(session, false, StatesToRecord.NONE));
            SeatAcceptance.checkFounding(founding, offer, getOurIdentity(), key);
            session.send(
                    getServiceHub().createSignature(founding, getOurIdentity().getOwningKey()));
            session.send(getServiceHub().createSignature(founding, key));
            return null;
        }
    }
}
