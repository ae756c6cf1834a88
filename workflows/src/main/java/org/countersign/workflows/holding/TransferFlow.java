package org.countersign.workflows.holding;

import co.paralleluniverse.fibers.Suspendable;
import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import com.r3.corda.lib.tokens.contracts.types.TokenType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;
import net.corda.core.utilities.ProgressTracker;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.Verification;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.definition.FindSecurityFlow;
import org.countersign.workflows.ownership.FinaliseFlow;
import org.countersign.workflows.validation.AttestedTransaction;
import org.countersign.workflows.validation.Conversation;
import org.countersign.workflows.validation.Exhibit;
import org.countersign.workflows.validation.SupersededException;

/** Transfers a holding to another member, free of payment or against payment in the same transaction. */
public final class TransferFlow {
    private TransferFlow() {}

    /**
     * Starts the transfer; runs at the seller.
     *
     * <p>Steps: find the definition; select holdings; propose the terms to the buyer and, against payment, receive the
     * buyer's cash; build and sign; have the buyer check and sign; have committees attest; have the registrars vote and
     * finalise. A transfer that is caught by a new definition or committee is rebuilt once.
     *
     * <p>Fails, with nothing moved, if the holding is too small, the buyer refuses or does not answer in time, a
     * committee does not attest, or the security is frozen.
     */
    @StartableByRPC
    public static final class Initiator extends FlowLogic<TransactionReceipt> {
        private static final ProgressTracker.Step PROPOSING = new ProgressTracker.Step("Proposing to the buyer");
        private static final ProgressTracker.Step AGREEING =
                new ProgressTracker.Step("Having the buyer check and sign");
        private static final ProgressTracker.Step FINALISING =
                new ProgressTracker.Step("Having committees attest and registrars finalise");

        private final String symbol;
        private final BigDecimal quantity;
        private final Party buyer;
        private final Amount<TokenType> price;
        private final String fromAccount;
        private final String toAccount;
        private final List<Exhibit> exhibits;
        private final ProgressTracker progress = new ProgressTracker(PROPOSING, AGREEING, FINALISING);

        /**
         * Creates the flow for a transfer free of payment. Clients need it because a flow cannot be started by RPC with
         * an argument that is null.
         *
         * @param symbol the security
         * @param quantity how much, in units, more than zero
         * @param buyer who receives it, another member than this
         */
        public Initiator(String symbol, BigDecimal quantity, Party buyer) {
            this(symbol, quantity, buyer, null, "", "", Collections.emptyList());
        }

        /**
         * Creates the flow for a transfer free of payment with evidence.
         *
         * @param symbol the security
         * @param quantity how much, in units, more than zero
         * @param buyer who receives it, another member than this
         * @param exhibits what authorities are shown beside the transaction
         */
        public Initiator(String symbol, BigDecimal quantity, Party buyer, List<Exhibit> exhibits) {
            this(symbol, quantity, buyer, null, "", "", exhibits);
        }

        /**
         * Creates the flow.
         *
         * @param symbol the security
         * @param quantity how much, in units, more than zero
         * @param buyer who receives it, another member than this
         * @param price what the buyer pays, or null for a transfer free of payment
         */
        public Initiator(String symbol, BigDecimal quantity, Party buyer, Amount<TokenType> price) {
            this(symbol, quantity, buyer, price, "", "", Collections.emptyList());
        }

        /**
         * Creates the flow with evidence.
         *
         * @param symbol the security
         * @param quantity how much, in units, more than zero
         * @param buyer who receives it, another member than this
         * @param price what the buyer pays, or null for a transfer free of payment
         * @param exhibits what authorities are shown beside the transaction
         */
        public Initiator(
                String symbol, BigDecimal quantity, Party buyer, Amount<TokenType> price, List<Exhibit> exhibits) {
            this(symbol, quantity, buyer, price, "", "", exhibits);
        }

        /**
         * Creates the flow for a transfer free of payment from or to a client of a custodian.
         *
         * @param symbol the security
         * @param quantity how much, in units, more than zero
         * @param buyer who receives it, or whose client does; this node too, if one of the ends is a client of its own
         * @param fromAccount name or id of the account of this node's client that gives, or empty if this member does
         * @param toAccount the id of the account of the buyer's client that takes, or empty if the buyer does
         */
        public Initiator(String symbol, BigDecimal quantity, Party buyer, String fromAccount, String toAccount) {
            this(symbol, quantity, buyer, null, fromAccount, toAccount, Collections.emptyList());
        }

        /**
         * Creates the flow for a transfer free of payment from or to a client of a custodian, with evidence.
         *
         * @param symbol the security
         * @param quantity how much, in units, more than zero
         * @param buyer who receives it, or whose client does; this node too, if one of the ends is a client of its own
         * @param fromAccount name or id of the account of this node's client that gives, or empty if this member does
         * @param toAccount the id of the account of the buyer's client that takes, or empty if the buyer does
         * @param exhibits what authorities are shown beside the transaction
         */
        public Initiator(
                String symbol,
                BigDecimal quantity,
                Party buyer,
                String fromAccount,
                String toAccount,
                List<Exhibit> exhibits) {
            this(symbol, quantity, buyer, null, fromAccount, toAccount, exhibits);
        }

        /**
         * Creates the flow for clients of custodians. Custodians pay and are paid for their clients.
         *
         * @param symbol the security
         * @param quantity how much, in units, more than zero
         * @param buyer who receives it, or whose client does
         * @param price what the buyer pays, or null for a transfer free of payment
         * @param fromAccount name or id of the account of this node's client that gives, or empty if this member does
         * @param toAccount the id of the account of the buyer's client that takes, or empty if the buyer does
         */
        public Initiator(
                String symbol,
                BigDecimal quantity,
                Party buyer,
                Amount<TokenType> price,
                String fromAccount,
                String toAccount) {
            this(symbol, quantity, buyer, price, fromAccount, toAccount, Collections.emptyList());
        }

        /**
         * Creates the flow for clients of custodians, with evidence.
         *
         * @param symbol the security
         * @param quantity how much, in units, more than zero
         * @param buyer who receives it, or whose client does
         * @param price what the buyer pays, or null for a transfer free of payment
         * @param fromAccount name or id of the account of this node's client that gives, or empty if this member does
         * @param toAccount the id of the account of the buyer's client that takes, or empty if the buyer does
         * @param exhibits what authorities are shown beside the transaction
         */
        public Initiator(
                String symbol,
                BigDecimal quantity,
                Party buyer,
                Amount<TokenType> price,
                String fromAccount,
                String toAccount,
                List<Exhibit> exhibits) {
            this.symbol = symbol;
            this.quantity = quantity;
            this.buyer = buyer;
            this.price = price;
            this.fromAccount = fromAccount;
            this.toAccount = toAccount;
            this.exhibits = new ArrayList<>(exhibits);
        }

        @Override
        public ProgressTracker getProgressTracker() {
            return progress;
        }

        @Suspendable
        @Override
        public TransactionReceipt call() throws FlowException {
            TransferEnds ends = TransferEnds.find(this, fromAccount, buyer, toAccount);
            if (ends.isInHouse() && price != null) {
                throw new WorkflowException(
                        "Accounts of one custodian pay each other outside of this ledger.",
                        "Transfer free of payment, and book the cash in your own accounts.");
            }
            StateAndRef<SecurityDefinitionState> definition = subFlow(new FindSecurityFlow.Current(symbol));
            try {
                return transfer(definition, ends);
            } catch (SupersededException superseded) {
                return retry(definition, ends, superseded);
            }
        }

        @Suspendable
        private TransactionReceipt retry(
                StateAndRef<SecurityDefinitionState> stale, TransferEnds ends, SupersededException superseded)
                throws FlowException {
            StateAndRef<SecurityDefinitionState> current =
                    subFlow(new FindSecurityFlow.Refreshed(stale, superseded.getReferences()));
            try {
                return transfer(current, ends);
            } catch (ProposalRefusedException | InsufficientHoldingException bound) {
                // A buyer may hold to what it has signed until that can no longer become final.
                throw price == null ? bound : superseded;
            } catch (WorkflowException refusal) {
                throw SecurityAmendedException.told(stale, current, refusal);
            }
        }

        @Suspendable
        private TransactionReceipt transfer(StateAndRef<SecurityDefinitionState> definition, TransferEnds ends)
                throws FlowException {
            progress.setCurrentStep(PROPOSING);
            SecurityDefinitionState security = definition.getState().getData();
            SecurityFrozenException.check(getServiceHub(), security);
            Exhibit.check(exhibits, security.getValidationPolicy(), Operation.TRANSFER);
            Amount<IssuedTokenType> amount = Quantities.of(security, quantity);
            TradeTerms terms = new TradeTerms(
                    symbol, amount, price, cashIssuers(), ends.client(), toAccount.isEmpty() ? null : toAccount);
            ends.announce(this, security.getValidationPolicy());
            List<StateAndRef<FungibleToken>> holdings = LotSelection.select(
                    getServiceHub(), amount, symbol, ends.from(), getRunId().getUuid());
            Selection.checkNotary(holdings, definition.getState().getNotary());
            TransactionBuilder builder = AttestedTransaction.start(getServiceHub(), definition, Operation.TRANSFER);
            TransferTransaction.addSecurityLeg(builder, holdings, amount, ends.giver(), ends.taker());
            // Refuse a frozen security before the buyer is bothered.
            if (price == null) {
                Verification.verify(builder, getServiceHub());
            }
            progress.setCurrentStep(AGREEING);
            SignedTransaction agreed = ends.isInHouse()
                    ? getServiceHub().signInitialTransaction(builder, Arrays.asList(ends.from(), ends.to()))
                    : await(new Conversation<>(
                                    getServiceHub(), new AgreeTransferFlow(buyer, ends.to(), terms, builder)))
                            .with(buyer);
            progress.setCurrentStep(FINALISING);
            return subFlow(new FinaliseFlow(agreed, Operation.TRANSFER, exhibits));
        }

        private List<Party> cashIssuers() throws FlowException {
            if (price == null) {
                return Collections.emptyList();
            }
            Quantities.checkPayment(price);
            List<Party> issuers = new ArrayList<>();
            for (String name : WorkflowSettings.of(getServiceHub()).cashIssuers()) {
                Party issuer = getServiceHub().getNetworkMapCache().getPeerByLegalName(CordaX500Name.parse(name));
                if (issuer != null) {
                    issuers.add(issuer);
                }
            }
            if (issuers.isEmpty()) {
                throw new WorkflowException(
                        "This member takes no bank's cash in payment.",
                        "Its operator names the banks in settlement.cashIssuers.");
            }
            return issuers;
        }
    }
}
