package org.countersign.flowtests;

import co.paralleluniverse.fibers.Suspendable;
import com.r3.corda.lib.tokens.contracts.commands.MoveTokenCommand;
import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import java.io.Serializable;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.ReferencedStateAndRef;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.NotaryFlow;
import net.corda.core.flows.ReceiveStateAndRefFlow;
import net.corda.core.flows.SendTransactionFlow;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;
import org.countersign.contracts.definition.SecurityDefinitionCommand;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.workflows.definition.FindSecurityFlow;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.holding.HoldingChangeTerms;
import org.countersign.workflows.holding.TradeTerms;
import org.countersign.workflows.ownership.FinalityAnswer;
import org.countersign.workflows.ownership.Submission;
import org.countersign.workflows.validation.AttestedTransaction;
import org.countersign.workflows.validation.CollectAttestationsFlow;

/** Flows that build and send what the real ones never would. */
final class HostileFlows {
    private HostileFlows() {}

    /** What an attacker does to a transaction before it is signed. */
    interface Twist extends Serializable {
        /**
         * Changes the transaction.
         *
         * @param builder an honest transfer
         * @param services the attacker's node
         * @param offered the cash that the counterparty offered, if any
         */
        void on(TransactionBuilder builder, ServiceHub services, List<StateAndRef<FungibleToken>> offered)
                throws FlowException;
    }

    /** Changes nothing. */
    static Twist none() {
        return (builder, services, offered) -> {};
    }

    /** Adds attestations of aspects that the policy may not name; committees of theirs are called as they are. */
    static Twist moreAttestations(Aspect... aspects) {
        return (builder, services, offered) -> {
            Attest due = builder.commands().stream()
                    .map(command -> command.getValue())
                    .filter(Attest.class::isInstance)
                    .map(Attest.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No attestation is due."));
            for (Aspect aspect : aspects) {
                boolean attested = builder.commands().stream()
                        .anyMatch(command -> command.getValue() instanceof Attest
                                && ((Attest) command.getValue()).getAspect() == aspect);
                if (!attested) {
                    StateAndRef<CommitteeState> committee = Committees.named(
                                    services, aspect.name().toLowerCase(Locale.ROOT))
                            .get(0);
                    builder.addReferenceState(new ReferencedStateAndRef<>(committee));
                    builder.addCommand(
                            new Attest(
                                    aspect,
                                    due.getOperation(),
                                    committee.getRef(),
                                    due.getDefinition(),
                                    due.getValidFrom(),
                                    due.getValidUntil()),
                            committee.getState().getData().attestationKey());
                }
            }
        };
    }

    /** Pays the seller so many smallest units of the offered cash. */
    static Twist pay(long units) {
        return (builder, services, offered) -> {
            Party seller = services.getMyInfo().getLegalIdentities().get(0);
            IssuedTokenType type = offered.get(0).getState().getData().getIssuedTokenType();
            long sum = 0;
            int firstInput = builder.inputStates().size();
            for (StateAndRef<FungibleToken> state : offered) {
                builder.addInputState(state);
                sum += state.getState().getData().getAmount().getQuantity();
            }
            int firstOutput = builder.outputStates().size();
            AbstractParty payer = offered.get(0).getState().getData().getHolder();
            builder.addOutputState(new FungibleToken(amount(type, units), seller));
            builder.addOutputState(new FungibleToken(amount(type, sum - units), payer));
            builder.addCommand(
                    new MoveTokenCommand(
                            type,
                            IntStream.range(firstInput, builder.inputStates().size())
                                    .boxed()
                                    .collect(Collectors.toList()),
                            Arrays.asList(firstOutput, firstOutput + 1)),
                    payer.getOwningKey());
        };
    }

    /** Builds a transfer by hand, as the real flow would, and lets the attacker change it. */
    static final class Draft extends FlowLogic<TransactionBuilder> {
        private final String symbol;
        private final List<StateAndRef<? extends FungibleToken>> inputs;
        private final long units;
        private final Party seller;
        private final Party buyer;
        private final Instant until;

        Draft(String symbol, StateAndRef<? extends FungibleToken> input, long units, Party seller, Party buyer) {
            this(symbol, Collections.singletonList(input), units, seller, buyer);
        }

        Draft(
                String symbol,
                List<? extends StateAndRef<? extends FungibleToken>> inputs,
                long units,
                Party seller,
                Party buyer) {
            this(symbol, inputs, units, seller, buyer, null);
        }

        private Draft(
                String symbol,
                List<? extends StateAndRef<? extends FungibleToken>> inputs,
                long units,
                Party seller,
                Party buyer,
                Instant until) {
            this.symbol = symbol;
            this.inputs = new ArrayList<>(inputs);
            this.units = units;
            this.seller = seller;
            this.buyer = buyer;
            this.until = until;
        }

        /** The same in a time-window that ends at another moment than the seller's node is configured to give. */
        Draft closing(Instant at) {
            return new Draft(symbol, inputs, units, seller, buyer, at);
        }

        @Suspendable
        @Override
        public TransactionBuilder call() throws FlowException {
            StateAndRef<SecurityDefinitionState> definition = subFlow(new FindSecurityFlow.Current(symbol));
            SecurityDefinitionState security = definition.getState().getData();
            TransactionBuilder builder = AttestedTransaction.start(
                    getServiceHub(),
                    definition.getState().getNotary(),
                    security.getValidationPolicy(),
                    definition.getRef(),
                    Operation.TRANSFER);
            if (until != null) {
                builder.setTimeWindow(
                        TimeWindow.between(getServiceHub().getClock().instant(), until));
            }
            long held = 0;
            List<Integer> spent = new ArrayList<>();
            for (StateAndRef<? extends FungibleToken> input : inputs) {
                held += input.getState().getData().getAmount().getQuantity();
                spent.add(spent.size());
                builder.addInputState(input);
            }
            List<SecurityToken> made = new ArrayList<>();
            made.add(new SecurityToken(amount(security.tokenType(), units), buyer));
            if (held > units) {
                made.add(new SecurityToken(amount(security.tokenType(), held - units), seller));
            }
            List<Integer> outputs = new ArrayList<>();
            Instant end = until == null ? AttestedTransaction.until(builder) : until;
            for (SecurityToken token : new Dated(inputs, end).moved(made)) {
                outputs.add(outputs.size());
                builder.addOutputState(token);
            }
            return builder.addCommand(
                    new MoveTokenCommand(security.tokenType(), spent, outputs),
                    distinct(seller.getOwningKey(), buyer.getOwningKey()));
        }
    }

    static Amount<IssuedTokenType> amount(IssuedTokenType type, long units) {
        return new Amount<>(units, type.getDisplayTokenSize(), type);
    }

    static List<PublicKey> distinct(PublicKey... keys) {
        return new ArrayList<>(new java.util.LinkedHashSet<>(Arrays.asList(keys)));
    }

    /** Builds, twists and signs a transfer of the attacker's without talking to anybody. */
    static final class Forge extends FlowLogic<SignedTransaction> {
        private final Draft draft;
        private final Twist twist;

        Forge(Draft draft, Twist twist) {
            this.draft = draft;
            this.twist = twist;
        }

        @Suspendable
        @Override
        public SignedTransaction call() throws FlowException {
            TransactionBuilder builder = subFlow(draft);
            twist.on(builder, getServiceHub(), Collections.emptyList());
            return getServiceHub()
                    .signInitialTransaction(builder, getOurIdentity().getOwningKey());
        }
    }

    /** Has a transaction attested as usual, and goes no further. */
    static final class HaveAttested extends FlowLogic<SignedTransaction> {
        private final SignedTransaction transaction;

        HaveAttested(SignedTransaction transaction) {
            this.transaction = transaction;
        }

        @Suspendable
        @Override
        public SignedTransaction call() throws FlowException {
            return subFlow(new CollectAttestationsFlow(transaction));
        }
    }

    /** Submits a transaction to a registrar and takes its answer as it is, whatever the transaction is. */
    @InitiatingFlow
    static final class Submit extends FlowLogic<FinalityAnswer> {
        private final Party registrar;
        private final SignedTransaction transaction;

        Submit(Party registrar, SignedTransaction transaction) {
            this.registrar = registrar;
            this.transaction = transaction;
        }

        @Suspendable
        @Override
        public FinalityAnswer call() throws FlowException {
            return initiateFlow(registrar)
                    .sendAndReceive(FinalityAnswer.class, new Submission(transaction, Collections.emptyList()))
                    .unwrap(received -> received);
        }
    }

    /** Proposes terms to a victim and then sends it something else. */
    abstract static class Proposal extends FlowLogic<SignedTransaction> {
        private final Party victim;
        private final Object terms;
        private final Draft draft;
        private final Twist twist;

        Proposal(Party victim, Object terms, Draft draft, Twist twist) {
            this.victim = victim;
            this.terms = terms;
            this.draft = draft;
            this.twist = twist;
        }

        @Suspendable
        @Override
        public SignedTransaction call() throws FlowException {
            FlowSession session = initiateFlow(victim);
            session.send(terms);
            List<StateAndRef<FungibleToken>> offered = new ArrayList<>();
            if (terms instanceof TradeTerms && ((TradeTerms) terms).getPrice() != null) {
                offered.addAll(subFlow(new ReceiveStateAndRefFlow<FungibleToken>(session)));
            }
            if (draft == null) {
                session.receive(String.class);
            }
            TransactionBuilder builder = subFlow(draft);
            twist.on(builder, getServiceHub(), offered);
            SignedTransaction signed = getServiceHub()
                    .signInitialTransaction(builder, getOurIdentity().getOwningKey());
            subFlow(new SendTransactionFlow(session, signed));
            TransactionSignature answered =
                    session.receive(TransactionSignature.class).unwrap(received -> received);
            return signed.plus(answered);
        }
    }

    /** A hostile seller. */
    @InitiatingFlow
    static final class ProposeTransfer extends Proposal {
        ProposeTransfer(Party victim, TradeTerms terms, Draft draft, Twist twist) {
            super(victim, terms, draft, twist);
        }
    }

    /** A hostile issuer. */
    @InitiatingFlow
    static final class ProposeIssue extends Proposal {
        ProposeIssue(Party victim, HoldingChangeTerms terms, Draft draft, Twist twist) {
            super(victim, terms, draft, twist);
        }
    }

    /** A hostile holder who redeems. */
    @InitiatingFlow
    static final class ProposeRedemption extends Proposal {
        ProposeRedemption(Party victim, HoldingChangeTerms terms, Draft draft, Twist twist) {
            super(victim, terms, draft, twist);
        }
    }

    /** Asks a victim for its signature on the whole transaction, in the protocol of Corda's own collection. */
    abstract static class Collection extends FlowLogic<SignedTransaction> {
        private final Party victim;
        private final SignedTransaction transaction;
        private final PublicKey key;

        Collection(Party victim, SignedTransaction transaction, PublicKey key) {
            this.victim = victim;
            this.transaction = transaction;
            this.key = key;
        }

        @Suspendable
        @Override
        public SignedTransaction call() throws FlowException {
            FlowSession session = initiateFlow(victim);
            subFlow(new SendTransactionFlow(session, transaction));
            session.send(Collections.singletonList(key));
            List<?> signatures = session.receive(List.class).unwrap(received -> received);
            return transaction.plus((TransactionSignature) signatures.get(0));
        }
    }

    /** Hopes for a responder that nobody registered. */
    @InitiatingFlow
    static final class CollectFrom extends Collection {
        CollectFrom(Party victim, SignedTransaction transaction, PublicKey key) {
            super(victim, transaction, key);
        }
    }

    /** Hopes for one of the SDK's responders; the tests register what a node answers the SDK with. */
    @InitiatingFlow
    static final class CollectThroughStockFlow extends Collection {
        CollectThroughStockFlow(Party victim, SignedTransaction transaction, PublicKey key) {
            super(victim, transaction, key);
        }
    }

    /** Takes a transaction to the notary past everybody else. */
    static final class Notarise extends FlowLogic<List<TransactionSignature>> {
        private final SignedTransaction transaction;

        Notarise(SignedTransaction transaction) {
            this.transaction = transaction;
        }

        @Suspendable
        @Override
        public List<TransactionSignature> call() throws FlowException {
            return new ArrayList<>(subFlow(new NotaryFlow.Client(transaction, true)));
        }
    }

    /** Builds and signs the registration of a security under committees of the attacker's choice. */
    static final class Define extends FlowLogic<SignedTransaction> {
        private final SecurityTerms terms;
        private final List<StateAndRef<CommitteeState>> committees;

        Define(SecurityTerms terms, List<StateAndRef<CommitteeState>> committees) {
            this.terms = terms;
            this.committees = new ArrayList<>(committees);
        }

        @Suspendable
        @Override
        public SignedTransaction call() throws FlowException {
            Instant now = getServiceHub().getClock().instant();
            Instant from = now.minusSeconds(5);
            Instant until = now.plusSeconds(100);
            TransactionBuilder builder =
                    new TransactionBuilder(committees.get(0).getState().getNotary());
            builder.setTimeWindow(TimeWindow.between(from, until));
            List<AspectRequirement> requirements = new ArrayList<>();
            for (StateAndRef<CommitteeState> committee : committees) {
                CommitteeState state = committee.getState().getData();
                requirements.add(
                        new AspectRequirement(state.getAspect(), state.getLinearId(), EnumSet.allOf(Operation.class)));
                builder.addReferenceState(new ReferencedStateAndRef<>(committee));
                builder.addCommand(
                        new Attest(state.getAspect(), Operation.DEFINE, committee.getRef(), null, from, until),
                        state.attestationKey());
            }
            builder.addOutputState(SecurityDefinitionState.registered(
                    getOurIdentity(), terms, new ValidationPolicy(Segment.WHOLE_NETWORK, requirements)));
            builder.addCommand(
                    new SecurityDefinitionCommand.Register(), getOurIdentity().getOwningKey());
            return getServiceHub()
                    .signInitialTransaction(builder, getOurIdentity().getOwningKey());
        }
    }
}
