package org.countersign.workflows.holding;

import co.paralleluniverse.fibers.Suspendable;
import com.r3.corda.lib.tokens.contracts.commands.RedeemTokenCommand;
import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import java.math.BigDecimal;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.ReceiveTransactionFlow;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.Verification;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.definition.FindSecurityFlow;
import org.countersign.workflows.identity.account.Accounts;
import org.countersign.workflows.identity.account.KeyAnnouncement;
import org.countersign.workflows.ownership.FinaliseFlow;
import org.countersign.workflows.validation.AttestedTransaction;
import org.countersign.workflows.validation.Conversation;
import org.countersign.workflows.validation.Exhibit;
import org.countersign.workflows.validation.SupersededException;

/** Hands holdings back to the issuer, where they end. */
public final class RedeemFlow {
    private RedeemFlow() {}

    /**
     * Starts the redemption; runs at the holder.
     *
     * <p>Steps: find the definition; select holdings; build and sign; have the issuer check and sign; attest, vote,
     * finalise. Fails if the holding is too small or the issuer refuses.
     */
    @StartableByRPC
    public static final class Initiator extends FlowLogic<TransactionReceipt> {
        private final String symbol;
        private final BigDecimal quantity;
        private final String account;
        private final List<Exhibit> exhibits;

        /**
         * Creates the flow for what this member holds itself.
         *
         * @param symbol the security
         * @param quantity how much is handed back, in units, more than zero
         */
        public Initiator(String symbol, BigDecimal quantity) {
            this(symbol, quantity, "", Collections.emptyList());
        }

        /**
         * Creates the flow.
         *
         * @param symbol the security
         * @param quantity how much is handed back, in units, more than zero
         * @param account name or id of the account of this node's client that hands back, or empty if this member does
         */
        public Initiator(String symbol, BigDecimal quantity, String account) {
            this(symbol, quantity, account, Collections.emptyList());
        }

        /**
         * Creates the flow with evidence.
         *
         * @param symbol the security
         * @param quantity how much is handed back, in units, more than zero
         * @param account name or id of the account of this node's client that hands back, or empty if this member does
         * @param exhibits what authorities are shown beside the transaction
         */
        public Initiator(String symbol, BigDecimal quantity, String account, List<Exhibit> exhibits) {
            this.symbol = symbol;
            this.quantity = quantity;
            this.account = account;
            this.exhibits = new ArrayList<>(exhibits);
        }

        @Suspendable
        @Override
        public TransactionReceipt call() throws FlowException {
            StateAndRef<SecurityDefinitionState> definition = subFlow(new FindSecurityFlow.Current(symbol));
            try {
                return redeem(definition);
            } catch (SupersededException superseded) {
                Selection.release(getServiceHub(), getRunId().getUuid());
                StateAndRef<SecurityDefinitionState> current =
                        subFlow(new FindSecurityFlow.Refreshed(definition, superseded.getReferences()));
                try {
                    return redeem(current);
                } catch (WorkflowException refusal) {
                    throw SecurityAmendedException.told(definition, current, refusal);
                }
            }
        }

        @Suspendable
        private TransactionReceipt redeem(StateAndRef<SecurityDefinitionState> definition) throws FlowException {
            SecurityDefinitionState security = definition.getState().getData();
            SecurityFrozenException.check(getServiceHub(), security);
            Exhibit.check(exhibits, security.getValidationPolicy(), Operation.REDEEM);
            Amount<IssuedTokenType> amount = Quantities.of(security, quantity);
            PublicKey own = getOurIdentity().getOwningKey();
            PublicKey holder = account.isEmpty()
                    ? own
                    : new Accounts(getServiceHub()).require(account).getKey();
            KeyAnnouncement.make(this, holder, security.getValidationPolicy());
            List<StateAndRef<FungibleToken>> holdings = LotSelection.select(
                    getServiceHub(), amount, symbol, holder, getRunId().getUuid());
            Selection.checkNotary(holdings, definition.getState().getNotary());
            TransactionBuilder builder = AttestedTransaction.start(getServiceHub(), definition, Operation.REDEEM);
            List<Integer> inputs = new ArrayList<>();
            for (StateAndRef<FungibleToken> holding : holdings) {
                inputs.add(inputs.size());
                builder.addInputState(holding);
            }
            List<Integer> outputs = new ArrayList<>();
            for (SecurityToken kept : new LotDivision(holdings, amount, AttestedTransaction.until(builder)).kept()) {
                outputs.add(outputs.size());
                builder.addOutputState(kept);
            }
            builder.addCommand(new RedeemTokenCommand(amount.getToken(), inputs, outputs), signers(holder, security));
            Verification.verify(builder, getServiceHub());
            if (security.getIssuer().equals(getOurIdentity())) {
                return subFlow(new FinaliseFlow(
                        getServiceHub().signInitialTransaction(builder, signers(holder, security)),
                        Operation.REDEEM,
                        exhibits));
            }
            HoldingChangeTerms terms = new HoldingChangeTerms(symbol, amount, holder.equals(own) ? null : holder);
            SignedTransaction signed = getServiceHub().signInitialTransaction(builder, holder);
            SignedTransaction agreed = await(
                            new Conversation<>(getServiceHub(), new Agreement(security.getIssuer(), terms, signed)))
                    .with(security.getIssuer());
            return subFlow(new FinaliseFlow(agreed, Operation.REDEEM, exhibits));
        }

        private static List<PublicKey> signers(PublicKey holder, SecurityDefinitionState security) {
            return new ArrayList<>(new LinkedHashSet<>(
                    Arrays.asList(holder, security.getIssuer().getOwningKey())));
        }
    }

    /** The holder's talk with the issuer, apart from the rest so that the rest can give it up. */
    @InitiatingFlow
    @StartableByService
    public static final class Agreement extends HoldingChangeAgreement {
        /**
         * Creates the flow.
         *
         * @param counterparty who is to sign
         * @param terms what is proposed
         * @param signed the transaction with the proposer's signature
         */
        public Agreement(Party counterparty, HoldingChangeTerms terms, SignedTransaction signed) {
            super(counterparty, terms, signed);
        }
    }

    /** The issuer's side: checks that exactly the announced amount ends, and signs. */
    @InitiatedBy(Agreement.class)
    public static final class Handler extends FlowLogic<Void> {
        private final FlowSession session;

        /**
         * Created by the node.
         *
         * @param session with the holder
         */
        public Handler(FlowSession session) {
            this.session = session;
        }

        @Suspendable
        @Override
        public Void call() throws FlowException {
            HoldingChangeTerms terms = session.receive(HoldingChangeTerms.class).unwrap(received -> received);
            SecurityDefinitionState security = subFlow(new FindSecurityFlow(terms.getSymbol()));
            if (!security.tokenType().equals(terms.getQuantity().getToken())
                    || !security.getIssuer().equals(getOurIdentity())
                    || terms.getQuantity().getQuantity() <= 0) {
                throw new ProposalRefusedException(
                        "The announced redemption is not one of a security that this member issues.");
            }
            Quantities.checkUnits(terms.getQuantity());
            SignedTransaction proposed = subFlow(new ReceiveTransactionFlow(session, false));
            Party member = session.getCounterparty();
            PublicKey holder = terms.getHolderKey() == null ? member.getOwningKey() : terms.getHolderKey();
            new HoldingChangeExpectation(
                            RedeemTokenCommand.class,
                            security.tokenType(),
                            TransferEnds.holder(holder, member),
                            Math.negateExact(terms.getQuantity().getQuantity()))
                    .check(getServiceHub(), proposed, holder, getOurIdentity());
            session.send(
                    getServiceHub().createSignature(proposed, getOurIdentity().getOwningKey()));
            return null;
        }
    }
}
