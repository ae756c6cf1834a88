package org.countersign.flowtests;

import co.paralleluniverse.fibers.Suspendable;
import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.crypto.SignableData;
import net.corda.core.crypto.SignatureMetadata;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.NotaryFlow;
import net.corda.core.flows.ReceiveTransactionFlow;
import net.corda.core.flows.SendStateAndRefFlow;
import net.corda.core.flows.SendTransactionFlow;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.internal.FetchDataFlow;
import net.corda.core.node.StatesToRecord;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.utilities.NonEmptySet;
import net.corda.testing.node.StartedMockNode;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.oracles.validation.RequestAttestationFlowHandler;
import org.countersign.workflows.control.AskNotaryChangesFlow;
import org.countersign.workflows.control.NotaryChangeQuery;
import org.countersign.workflows.definition.RequestDefinitionFlow;
import org.countersign.workflows.governance.CommitteeOffer;
import org.countersign.workflows.governance.FormCommitteeFlow;
import org.countersign.workflows.holding.AgreeTransferFlow;
import org.countersign.workflows.holding.HoldingChangeTerms;
import org.countersign.workflows.holding.IssueSecurityFlow;
import org.countersign.workflows.holding.RedeemFlow;
import org.countersign.workflows.holding.TradeTerms;
import org.countersign.workflows.holding.TransferFlowHandler;
import org.countersign.workflows.ownership.DistributeTransactionFlow;
import org.countersign.workflows.ownership.FinalityAnswer;
import org.countersign.workflows.ownership.OfferTransactionsFlow;
import org.countersign.workflows.ownership.RequestFinalityFlow;
import org.countersign.workflows.ownership.RequestVoteFlow;
import org.countersign.workflows.ownership.Submission;
import org.countersign.workflows.validation.AspectDisclosure;
import org.countersign.workflows.validation.AttestationAnswer;
import org.countersign.workflows.validation.AttestationAnswers;
import org.countersign.workflows.validation.AttestationRequest;
import org.countersign.workflows.validation.AttestationRequests;
import org.countersign.workflows.validation.Refusal;
import org.countersign.workflows.validation.RequestAttestationFlow;

/**
 * How members misbehave when they are asked something. Each responder stands in front of the real one and passes to it
 * unless its node has been told to misbehave.
 */
final class Misconduct {
    /** What a node does instead of answering. */
    enum Manner {
        /** Never answers. */
        STALL,
        /** Ends the session without an answer. */
        END,
        /** Ends with an error before it has read anything. */
        THROW_AT_ONCE,
        /** Ends with an error where an answer is due. */
        THROW_LATER,
        /** Ends with a defect. */
        CRASH,
        /** Answers with an object of a class that nobody expects there. */
        WRONG_TYPE,
        /** Answers with the right class and impossible content. */
        WRONG_CONTENT,
        /** Offers cash that it does not have, and otherwise does everything right. */
        FALSE_CASH,
        GARBAGE,
        OTHER_KEY,
        OTHER_ID,
        REFUSE,
        REFUSE_FOR_OTHERS,
        CRY_STALE,
        FORGE_FINALITY,
        NO_REPORT,
        REPORT_OF_OTHER_TRANSACTION,
        REPORT_OF_OTHER_ASPECT,
        SEAL_OF_OTHER_REPORT,
        SEAL_OF_OTHER_TRANSACTION,
        SEAL_OF_REFUSAL,
        SEAL_BY_OTHER_KEY,
        FAILING_REPORT,
        TOO_MANY_FINDINGS,
        UNREADABLE_FINDING,
        DENY,
        /** Notarises a transaction and is never heard of again. */
        NOTARISE_AND_DIE,
        /** Notarises and records a transaction and is never heard of again. */
        RECORD_AND_DIE,
        /** Notarises a transaction, tells the other registrars only, and is never heard of again. */
        TELL_REGISTRARS_AND_DIE
    }

    private static final Map<String, Manner> MANNERS = new ConcurrentHashMap<>();
    private static final AtomicInteger FINALISERS = new AtomicInteger();

    private static volatile boolean allFinalisers;

    private static volatile List<StateAndRef<FungibleToken>> falseCash;

    private static final AtomicInteger DENIED = new AtomicInteger();

    private static final Map<CordaX500Name, SecureHash> DIED_WITH = new ConcurrentHashMap<>();

    private static final Queue<String> REFUSALS = new ConcurrentLinkedQueue<>();

    private Misconduct() {}

    /** Whether an honest responder has ended with a refusal that says so. */
    static boolean refused(String words) {
        return REFUSALS.stream().anyMatch(refusal -> refusal.contains(words));
    }

    /** How many deliveries were denied so far. */
    static int denied() {
        return DENIED.get();
    }

    /** Lets the members of a network misbehave when they are told to. */
    static void install(CountersignNetwork network) {
        network.nodes()
                .values()
                .forEach(node ->
                        node.registerInitiatedFlow(DistributeTransactionFlow.class, DistributionResponder.class));
        for (CordaX500Name authority : CountersignNetwork.AUTHORITIES) {
            StartedMockNode node = network.node(authority);
            node.registerInitiatedFlow(RequestAttestationFlow.class, AttestationResponder.class);
            node.registerInitiatedFlow(RequestVoteFlow.class, VoteResponder.class);
            node.registerInitiatedFlow(RequestFinalityFlow.class, FinalityResponder.class);
            node.registerInitiatedFlow(RequestDefinitionFlow.class, DefinitionResponder.class);
            node.registerInitiatedFlow(FormCommitteeFlow.Founding.class, SeatResponder.class);
        }
        network.node(CountersignNetwork.DEALER_A)
                .registerInitiatedFlow(AskNotaryChangesFlow.class, NotaryChangesResponder.class);
        network.node(CountersignNetwork.DEALER_B).registerInitiatedFlow(AgreeTransferFlow.class, BuyerResponder.class);
        network.node(CountersignNetwork.DEALER_B)
                .registerInitiatedFlow(IssueSecurityFlow.Agreement.class, HolderResponder.class);
        network.node(CountersignNetwork.ISSUER)
                .registerInitiatedFlow(RedeemFlow.Agreement.class, IssuerResponder.class);
    }

    /** Everybody behaves again when the returned value is closed. */
    static Spell of(Class<?> responder, Manner manner, CordaX500Name... members) {
        for (CordaX500Name member : members) {
            MANNERS.put(responder.getSimpleName() + member, manner);
        }
        return MANNERS::clear;
    }

    /** As {@link #of}, but its end leaves other spells as they are. */
    static Spell within(Class<?> responder, Manner manner, CordaX500Name member) {
        of(responder, manner, member);
        return () -> MANNERS.remove(responder.getSimpleName() + member);
    }

    /** Which finalising registrars have died, and with which transaction in their hands. */
    static Map<CordaX500Name, SecureHash> diedWith() {
        return DIED_WITH;
    }

    /** The first registrar that is asked to finalise misbehaves, whichever it is; the next ones behave. */
    static Spell firstFinaliser(Manner manner) {
        allFinalisers = false;
        return finalisers(manner);
    }

    /** Every registrar that is asked to finalise misbehaves. */
    static Spell everyFinaliser(Manner manner) {
        allFinalisers = true;
        return finalisers(manner);
    }

    /** One registrar misbehaves whenever it is asked to finalise; the end of the spell leaves others as they are. */
    static Spell finaliser(Manner manner, CordaX500Name registrar) {
        allFinalisers = true;
        FINALISERS.set(0);
        return within(FinalityResponder.class, manner, registrar);
    }

    /** The buyer pays with these states, whatever they are. */
    static Spell falseCash(List<StateAndRef<FungibleToken>> states, CordaX500Name buyer) {
        falseCash = states;
        return of(BuyerResponder.class, Manner.FALSE_CASH, buyer);
    }

    private static Spell finalisers(Manner manner) {
        FINALISERS.set(0);
        DIED_WITH.clear();
        return of(FinalityResponder.class, manner, CountersignNetwork.AUTHORITIES.toArray(new CordaX500Name[0]));
    }

    /** How many registrars that misbehave were asked to finalise since the last spell that had them do so. */
    static int finalisersAsked() {
        return FINALISERS.get();
    }

    /** The time for which members misbehave. */
    interface Spell extends AutoCloseable {
        @Override
        void close();
    }

    private static Manner mannerOf(FlowLogic<?> responder, CordaX500Name self) {
        return MANNERS.get(responder.getClass().getSimpleName() + self);
    }

    /** One step further from FlowLogic than the real responders, so that the node chooses it. */
    abstract static class Responder extends FlowLogic<Void> {
        final FlowSession session;

        Responder(FlowSession session) {
            this.session = session;
        }

        abstract FlowLogic<?> real();

        @Suspendable
        abstract void misbehave(Manner manner) throws FlowException;

        @Suspendable
        @Override
        public Void call() throws FlowException {
            String ticket = Gate.ticket(this);
            if (ticket != null) {
                await(new Gate.Opening(ticket));
            }
            Manner manner = mannerOf(this, getOurIdentity().getName());
            if (manner == null) {
                try {
                    subFlow(real());
                } catch (FlowException refused) {
                    REFUSALS.add(getOurIdentity().getName().getOrganisation() + ": " + refused.getMessage());
                    throw refused;
                }
                return null;
            }
            if (manner == Manner.THROW_AT_ONCE) {
                throw new FlowException("We do not talk to you.");
            }
            if (manner == Manner.CRASH) {
                throw new IllegalStateException("secret of the other side");
            }
            misbehave(manner);
            return null;
        }

        // Waits for a message that never comes.
        @Suspendable
        void stall() {
            session.receive(String.class);
        }

        /** Fails where an answer is due. */
        @Suspendable
        void lapse(Manner manner) throws FlowException {
            switch (manner) {
                case END:
                    return;
                case THROW_LATER:
                    throw new FlowException("We changed our mind.");
                case WRONG_TYPE:
                    session.send("This is no answer.");
                    stall();
                    return;
                default:
                    stall();
            }
        }

        /** Receives a proposal and does not sign it. */
        @Suspendable
        void doNotSign(Manner manner) throws FlowException {
            SignedTransaction proposed = subFlow(new ReceiveTransactionFlow(session, false, StatesToRecord.NONE));
            if (manner == Manner.OTHER_ID) {
                session.send(sign(this, SecureHash.sha256("another transaction")));
            } else if (manner == Manner.GARBAGE) {
                session.send(garbage(sign(this, proposed.getId())));
            } else {
                lapse(manner);
            }
        }
    }

    /** A buyer. */
    static final class BuyerResponder extends Responder {
        BuyerResponder(FlowSession session) {
            super(session);
        }

        @Override
        FlowLogic<?> real() {
            return new TransferFlowHandler(session);
        }

        @Suspendable
        @Override
        void misbehave(Manner manner) throws FlowException {
            TradeTerms terms = session.receive(TradeTerms.class).unwrap(received -> received);
            if (terms.getPrice() == null) {
                doNotSign(manner);
            } else if (manner == Manner.FALSE_CASH) {
                subFlow(new SendStateAndRefFlow(session, falseCash));
                SignedTransaction proposed = subFlow(new ReceiveTransactionFlow(session, false, StatesToRecord.NONE));
                session.send(getServiceHub()
                        .createSignature(proposed, getOurIdentity().getOwningKey()));
            } else if (manner == Manner.WRONG_CONTENT) {
                session.send(Collections.emptyList());
                subFlow(new ReceiveTransactionFlow(session, false, StatesToRecord.NONE));
            } else {
                lapse(manner);
            }
        }
    }

    /** A holder-to-be of an issue, who is asked to sign it. */
    static final class HolderResponder extends Responder {
        HolderResponder(FlowSession session) {
            super(session);
        }

        @Override
        FlowLogic<?> real() {
            return new IssueSecurityFlow.Handler(session);
        }

        @Suspendable
        @Override
        void misbehave(Manner manner) throws FlowException {
            session.receive(HoldingChangeTerms.class);
            doNotSign(manner);
        }
    }

    /** An issuer that is asked to sign a redemption. */
    static final class IssuerResponder extends Responder {
        IssuerResponder(FlowSession session) {
            super(session);
        }

        @Override
        FlowLogic<?> real() {
            return new RedeemFlow.Handler(session);
        }

        @Suspendable
        @Override
        void misbehave(Manner manner) throws FlowException {
            session.receive(HoldingChangeTerms.class);
            doNotSign(manner);
        }
    }

    /** A holder that is asked where its holdings are, and tells of another transaction, of nothing, or not at all. */
    static final class NotaryChangesResponder extends Responder {
        NotaryChangesResponder(FlowSession session) {
            super(session);
        }

        @Override
        FlowLogic<?> real() {
            return new AskNotaryChangesFlow.Handler(session);
        }

        @Suspendable
        @Override
        void misbehave(Manner manner) throws FlowException {
            session.receive(NotaryChangeQuery.class);
            if (manner == Manner.WRONG_CONTENT) {
                session.send(1);
                subFlow(new SendTransactionFlow(
                        session,
                        getServiceHub()
                                .getValidatedTransactions()
                                .track()
                                .getSnapshot()
                                .get(0)));
            } else if (manner == Manner.REFUSE) {
                session.send(0);
            } else {
                lapse(manner);
            }
        }
    }

    /** An authority that is offered a seat on a new committee. */
    static final class SeatResponder extends Responder {
        SeatResponder(FlowSession session) {
            super(session);
        }

        @Override
        FlowLogic<?> real() {
            return new FormCommitteeFlow.Handler(session);
        }

        @Suspendable
        @Override
        void misbehave(Manner manner) throws FlowException {
            CommitteeOffer offer = session.receive(CommitteeOffer.class).unwrap(received -> received);
            if (offer.getName().startsWith("key")) {
                if (manner == Manner.WRONG_CONTENT) {
                    // The founder's own key, which cannot be the key of two.
                    session.send(session.getCounterparty().getOwningKey());
                    stall();
                }
                lapse(manner);
            } else {
                session.send(getServiceHub().getKeyManagementService().freshKey());
                doNotSign(manner);
            }
        }
    }

    /** An authority that is asked to attest. */
    static final class AttestationResponder extends Responder {
        AttestationResponder(FlowSession session) {
            super(session);
        }

        @Override
        FlowLogic<?> real() {
            return new RequestAttestationFlowHandler(session);
        }

        @Suspendable
        @Override
        void misbehave(Manner manner) throws FlowException {
            List<AttestationRequest> requests = session.receive(AttestationRequests.class)
                    .unwrap(received -> received)
                    .getRequests();
            Map<Aspect, AttestationAnswer> answers = new LinkedHashMap<>();
            for (AttestationRequest request : requests) {
                AttestationAnswer answer = SealForgery.isOne(manner)
                        ? new SealForgery(this, request).answer(manner)
                        : answer(this, manner, request.getTearOff().getId());
                if (answer != null) {
                    answers.put(request.getAspect(), answer);
                }
            }
            if (answers.isEmpty()) {
                lapse(manner);
            } else {
                session.send(new AttestationAnswers(answers));
            }
        }
    }

    /** A registrar that is asked for its vote. */
    static final class VoteResponder extends Responder {
        VoteResponder(FlowSession session) {
            super(session);
        }

        @Override
        FlowLogic<?> real() {
            return new RequestVoteFlow.Handler(session);
        }

        @Suspendable
        @Override
        void misbehave(Manner manner) throws FlowException {
            SignedTransaction proposed = session.receive(Submission.class)
                    .unwrap(received -> received)
                    .getTransaction();
            if (SealForgery.isOne(manner)) {
                session.send(new SealForgery(
                                this,
                                new AttestationRequest(
                                        Aspect.OWNERSHIP,
                                        AspectDisclosure.tearOff(proposed.getTx(), Aspect.IDENTITY),
                                        Collections.emptyList()))
                        .answer(manner));
                return;
            }
            AttestationAnswer answer = answer(this, manner, proposed.getId());
            if (answer == null) {
                lapse(manner);
            } else {
                session.send(answer);
            }
        }
    }

    /** A registrar that is asked to finalise. */
    static final class FinalityResponder extends Responder {
        FinalityResponder(FlowSession session) {
            super(session);
        }

        @Override
        FlowLogic<?> real() {
            return new RequestFinalityFlow.Handler(session);
        }

        @Suspendable
        @Override
        void misbehave(Manner manner) throws FlowException {
            if (FINALISERS.getAndIncrement() > 0 && !allFinalisers) {
                subFlow(real());
                return;
            }
            SignedTransaction proposed = session.receive(Submission.class)
                    .unwrap(received -> received)
                    .getTransaction();
            CordaX500Name self = getOurIdentity().getName();
            switch (manner) {
                case FORGE_FINALITY:
                    session.send(new FinalityAnswer(
                            Collections.singletonList(sign(this, proposed.getId())),
                            Collections.emptyList(),
                            Collections.emptyList()));
                    return;
                case CRY_STALE:
                    session.send(refusal(new Refusal(self, Refusal.SUPERSEDED, "All is stale.")));
                    return;
                case REFUSE_FOR_OTHERS:
                    session.send(refusal(
                            new Refusal(CountersignNetwork.AUTHORITIES.get(0), Refusal.CHECK_FAILED, "No from one."),
                            new Refusal(CountersignNetwork.AUTHORITIES.get(1), Refusal.CHECK_FAILED, "No from two."),
                            new Refusal(
                                    CountersignNetwork.AUTHORITIES.get(2), Refusal.CHECK_FAILED, "No from three.")));
                    return;
                case WRONG_CONTENT:
                    session.send(refusal((Refusal) null));
                    return;
                case NOTARISE_AND_DIE:
                    die(notarise(proposed));
                    return;
                case RECORD_AND_DIE:
                    SignedTransaction settled = notarise(proposed);
                    getServiceHub().recordTransactions(StatesToRecord.ALL_VISIBLE, Collections.singleton(settled));
                    die(settled);
                    return;
                case TELL_REGISTRARS_AND_DIE:
                    tellRegistrars(notarise(proposed));
                    return;
                default:
                    lapse(manner);
            }
        }

        @Suspendable
        private void tellRegistrars(SignedTransaction settled) throws FlowException {
            getServiceHub().recordTransactions(StatesToRecord.ALL_VISIBLE, Collections.singleton(settled));
            List<CommitteeMember> members = registrarsOf(settled).getTerms().getMembers();
            for (int seat = 0; seat < members.size(); seat++) {
                if (!members.get(seat).getParty().equals(getOurIdentity())) {
                    subFlow(new DistributeTransactionFlow(
                            members.get(seat).getParty(), Collections.emptyList(), settled));
                }
            }
            die(settled);
        }

        @Suspendable
        private SignedTransaction notarise(SignedTransaction proposed) throws FlowException {
            CommitteeState registrars = registrarsOf(proposed);
            SignedTransaction quorate = proposed.plus(getServiceHub()
                    .createSignature(
                            proposed, registrars.seatOf(getOurIdentity()).get().getAttestationKey()));
            for (int seat = 0; seat < registrars.getTerms().getMembers().size(); seat++) {
                CommitteeMember member = registrars.getTerms().getMembers().get(seat);
                if (!member.getParty().equals(getOurIdentity())) {
                    quorate = quorate.plus(subFlow(new RequestVoteFlow(member.getParty(), proposed))
                            .to(Aspect.OWNERSHIP)
                            .getSignature());
                }
            }
            return quorate.withAdditionalSignatures(new ArrayList<>(subFlow(new NotaryFlow.Client(quorate))));
        }

        @Suspendable
        private void die(SignedTransaction notarised) {
            CordaX500Name self = getOurIdentity().getName();
            MANNERS.put(VoteResponder.class.getSimpleName() + self, Manner.STALL);
            MANNERS.put(DistributionResponder.class.getSimpleName() + self, Manner.STALL);
            DIED_WITH.put(self, notarised.getId());
            stall();
        }

        private CommitteeState registrarsOf(SignedTransaction proposed) throws FlowException {
            for (Command<?> command : proposed.getTx().getCommands()) {
                if (command.getValue() instanceof Attest
                        && ((Attest) command.getValue()).getAspect() == Aspect.OWNERSHIP) {
                    return (CommitteeState) getServiceHub()
                            .loadState(((Attest) command.getValue()).getCommittee())
                            .getData();
                }
            }
            throw new FlowException("No registrar is asked.");
        }

        private static FinalityAnswer refusal(Refusal... refusals) {
            return new FinalityAnswer(Collections.emptyList(), Arrays.asList(refusals), Collections.emptyList());
        }
    }

    /** A registrar that is asked for what is current. */
    static final class DefinitionResponder extends Responder {
        DefinitionResponder(FlowSession session) {
            super(session);
        }

        @Override
        FlowLogic<?> real() {
            return new RequestDefinitionFlow.Handler(session);
        }

        @Suspendable
        @Override
        void misbehave(Manner manner) throws FlowException {
            session.receive(org.countersign.workflows.definition.DefinitionQuery.class);
            if (manner == Manner.DENY) {
                session.send(0);
            } else if (manner == Manner.WRONG_CONTENT) {
                session.send(-1);
                stall();
            } else if (manner == Manner.GARBAGE) {
                session.send(1_000_000);
                stall();
            } else if (manner == Manner.CRY_STALE) {
                // Announces a transaction and sends none.
                session.send(1);
                stall();
            } else {
                lapse(manner);
            }
        }
    }

    /** A member that is sent what is final. */
    static final class DistributionResponder extends Responder {
        DistributionResponder(FlowSession session) {
            super(session);
        }

        @Override
        FlowLogic<?> real() {
            return new DistributeTransactionFlow.Handler(session);
        }

        @Suspendable
        @Override
        void misbehave(Manner manner) throws FlowException {
            DistributeTransactionFlow.Consignment offered =
                    session.receive(DistributeTransactionFlow.Consignment.class).unwrap(received -> received);
            DENIED.incrementAndGet();
            if (manner == Manner.DENY) {
                throw new FlowException("We take no deliveries.");
            }
            if (manner == Manner.WRONG_CONTENT) {
                // Wants what was not offered, and then asks for other transactions than it is sent.
                session.send(new DistributeTransactionFlow.Consignment(
                        Arrays.asList(SecureHash.sha256("secret"), null), offered.getTransaction()));
                session.receive(Object.class);
                session.send(new FetchDataFlow.Request.Data(
                        NonEmptySet.of(SecureHash.sha256("secret")), FetchDataFlow.DataType.TRANSACTION));
                stall();
            }
            lapse(manner);
        }
    }

    /** A member that says it lacks nothing, so that what a test has kept from it is not brought to it later. */
    static final class OfferResponder extends FlowLogic<Void> {
        private final FlowSession session;

        OfferResponder(FlowSession session) {
            this.session = session;
        }

        @Suspendable
        @Override
        public Void call() {
            session.receive(OfferTransactionsFlow.Offer.class);
            session.send(new OfferTransactionsFlow.Offer(Collections.emptyList()));
            return null;
        }
    }

    // Null for a manner that is no answer.
    private static AttestationAnswer answer(Responder self, Manner manner, SecureHash id) {
        switch (manner) {
            case GARBAGE:
                return AttestationAnswer.signed(garbage(sign(self, id)));
            case OTHER_KEY:
                return AttestationAnswer.signed(sign(self, id));
            case OTHER_ID:
                return AttestationAnswer.signed(sign(self, SecureHash.sha256("another transaction")));
            case REFUSE:
                return AttestationAnswer.refused(
                        new Refusal(self.getOurIdentity().getName(), "NO\u001b[2J", "No.\u001b[31m Never."));
            default:
                return null;
        }
    }

    private static TransactionSignature sign(FlowLogic<?> flow, SecureHash id) {
        java.security.PublicKey key = flow.getOurIdentity().getOwningKey();
        SignatureMetadata metadata = new SignatureMetadata(
                12, net.corda.core.crypto.Crypto.findSignatureScheme(key).getSchemeNumberID());
        return flow.getServiceHub().getKeyManagementService().sign(new SignableData(id, metadata), key);
    }

    private static TransactionSignature garbage(TransactionSignature signature) {
        return new TransactionSignature(new byte[] {1, 2, 3}, signature.getBy(), signature.getSignatureMetadata());
    }
}
