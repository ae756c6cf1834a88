package org.countersign.workflows.identity;

import co.paralleluniverse.fibers.Suspendable;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.identity.AcceptedProvider;
import org.countersign.contracts.identity.TrustedProvidersState;
import org.countersign.workflows.Verification;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.governance.ReformRound;
import org.countersign.workflows.validation.SignatureCheck;

/**
 * A committee for IDENTITY says whose credentials are accepted, for which kinds of claims.
 *
 * <p>Steps: build and sign; ask all other members at once to sign; notarise when a quorum has; record; publish to every
 * member of the network. Every operator has affirmed the list in exactly these terms before, by
 * {@link AffirmProvidersFlow}; to start this flow is the proposer's affirmation.
 */
public final class AcceptProvidersFlow {
    private AcceptProvidersFlow() {}

    /** Starts the decision; runs at a member of the committee. */
    @StartableByRPC
    public static final class Initiator extends FlowLogic<TrustedProvidersState> {
        private final String committee;
        private final List<AcceptedProvider> providers;

        /**
         * Creates the flow.
         *
         * @param committee the name of a committee for IDENTITY
         * @param providers who is to be accepted for what; replaces the list that there is
         */
        public Initiator(String committee, List<AcceptedProvider> providers) {
            this.committee = committee;
            this.providers = new ArrayList<>(providers);
        }

        @Suspendable
        @Override
        public TrustedProvidersState call() throws FlowException {
            SignedTransaction signed = consented();
            SignedTransaction notarised =
                    signed.withAdditionalSignatures(new ArrayList<>(subFlow(new NotaryFlow.Client(signed))));
            getServiceHub().recordTransactions(StatesToRecord.ALL_VISIBLE, Collections.singleton(notarised));
            await(new PublishIdentityFactFlow.ToEverybody(getServiceHub(), getOurIdentity(), notarised));
            return (TrustedProvidersState) notarised.getTx().getOutput(0);
        }

        @Suspendable
        private SignedTransaction consented() throws FlowException {
            ProviderDecision decision = ProviderDecision.propose(getServiceHub(), committee, providers);
            CommitteeMember own = decision.seatOf(getOurIdentity());
            decision.affirm();
            TransactionBuilder builder = decision.build();
            Verification.verify(builder, getServiceHub());
            SignedTransaction signed = getServiceHub().signInitialTransaction(builder, own.getAttestationKey());
            ReformRound.Replies<TransactionSignature> replies = await(round(decision, signed, own));
            if (!replies.isComplete()) {
                throw new WorkflowException(
                        "No quorum of the committee '" + committee + "' has signed the list of providers: "
                                + replies.obstacles(),
                        "Have the operators of its members affirm the list, and propose it again.");
            }
            return signed.withAdditionalSignatures(
                    new ArrayList<>(replies.getAnswers().values()));
        }

        private ReformRound<TransactionSignature> round(
                ProviderDecision decision, SignedTransaction signed, CommitteeMember own) {
            Map<Party, FlowLogic<TransactionSignature>> questions = new LinkedHashMap<>();
            for (CommitteeMember member : decision.committee().getTerms().getMembers()) {
                if (!member.equals(own)) {
                    questions.put(
                            member.getParty(),
                            new RequestProviderConsentFlow(
                                    member.getParty(), member.getAttestationKey(), decision.offer(), signed));
                }
            }
            return new ReformRound<>(
                    getServiceHub(), questions, Collections.emptySet(), decision.committee(), own.getWeight());
        }
    }

    /** Asks one member for its signature with the key of its seat. */
    @InitiatingFlow
    @StartableByService
    public static final class RequestProviderConsentFlow extends FlowLogic<TransactionSignature> {
        private final Party member;
        private final PublicKey seat;
        private final ProviderListOffer offer;
        private final SignedTransaction transaction;

        /**
         * Creates the flow.
         *
         * @param member who is asked
         * @param seat the key of its seat
         * @param offer the list as it was offered
         * @param transaction the list as it is carried out
         */
        public RequestProviderConsentFlow(
                Party member, PublicKey seat, ProviderListOffer offer, SignedTransaction transaction) {
            this.member = member;
            this.seat = seat;
            this.offer = offer;
            this.transaction = transaction;
        }

        @Suspendable
        @Override
        public TransactionSignature call() throws FlowException {
            FlowSession session = initiateFlow(member);
            session.send(offer);
            subFlow(new SendTransactionFlow(session, transaction));
            TransactionSignature signature =
                    session.receive(TransactionSignature.class).unwrap(received -> received);
            if (!SignatureCheck.holds(signature, seat, transaction.getId())) {
                throw new WorkflowException(
                        member.getName().getOrganisation()
                                + " answered with a signature that is not its own on this list.",
                        "Report it to the governance of the network.");
            }
            return signature;
        }
    }

    /** The side of the member: signs what its operator has affirmed, and nothing else. */
    @InitiatedBy(RequestProviderConsentFlow.class)
    public static final class Handler extends FlowLogic<Void> {
        private final FlowSession session;

        /**
         * Created by the node.
         *
         * @param session with the member that proposes the list
         */
        public Handler(FlowSession session) {
            this.session = session;
        }

        @Suspendable
        @Override
        public Void call() throws FlowException {
            ProviderListOffer offer = session.receive(ProviderListOffer.class).unwrap(received -> received);
            check(offer);
            SignedTransaction transaction = subFlow(new ReceiveTransactionFlow(session, false, StatesToRecord.NONE));
            session.send(getServiceHub().createSignature(transaction, seatKey(offer, transaction)));
            return null;
        }

        private void check(ProviderListOffer offer) throws FlowException {
            ProviderDecision decision = ProviderDecision.of(getServiceHub(), offer);
            decision.seatOf(session.getCounterparty());
            decision.seatOf(getOurIdentity());
            decision.requireAffirmed(getOurIdentity());
        }

        private PublicKey seatKey(ProviderListOffer offer, SignedTransaction transaction) throws FlowException {
            ProviderDecision decision = ProviderDecision.of(getServiceHub(), offer);
            decision.requireCarriedOutBy(transaction.getTx());
            return decision.seatOf(getOurIdentity()).getAttestationKey();
        }
    }
}
