package org.countersign.workflows.holding;

import co.paralleluniverse.fibers.Suspendable;
import com.r3.corda.lib.tokens.contracts.commands.IssueTokenCommand;
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
import org.countersign.workflows.ownership.FinaliseFlow;
import org.countersign.workflows.validation.AttestedTransaction;
import org.countersign.workflows.validation.Conversation;
import org.countersign.workflows.validation.Exhibit;
import org.countersign.workflows.validation.SupersededException;

/** Issues holdings of a registered security to a member. */
public final class IssueSecurityFlow {
    private IssueSecurityFlow() {}

    /**
     * Starts the issue; runs at the issuer.
     *
     * <p>Steps: find the definition; build and sign; have the holder check and sign; attest, vote, finalise. Fails if
     * this member is not the issuer, if the authorised quantity would be exceeded, or if the holder is not admitted.
     */
    @StartableByRPC
    public static final class Initiator extends FlowLogic<TransactionReceipt> {
        private final String symbol;
        private final BigDecimal quantity;
        private final Party holder;
        private final List<Exhibit> exhibits;

        /**
         * Creates the flow for a transaction that speaks for itself.
         *
         * @param symbol the security
         * @param quantity how much, in units, more than zero
         * @param holder who receives it
         */
        public Initiator(String symbol, BigDecimal quantity, Party holder) {
            this(symbol, quantity, holder, Collections.emptyList());
        }

        /**
         * Creates the flow.
         *
         * @param symbol the security
         * @param quantity how much, in units, more than zero
         * @param holder who receives it
         * @param exhibits what authorities are shown beside the transaction
         */
        public Initiator(String symbol, BigDecimal quantity, Party holder, List<Exhibit> exhibits) {
            this.symbol = symbol;
            this.quantity = quantity;
            this.holder = holder;
            this.exhibits = new ArrayList<>(exhibits);
        }

        @Suspendable
        @Override
        public TransactionReceipt call() throws FlowException {
            StateAndRef<SecurityDefinitionState> definition = subFlow(new FindSecurityFlow.Current(symbol));
            try {
                return issue(definition);
            } catch (SupersededException superseded) {
                StateAndRef<SecurityDefinitionState> current =
                        subFlow(new FindSecurityFlow.Refreshed(definition, superseded.getReferences()));
                try {
                    return issue(current);
                } catch (WorkflowException refusal) {
                    throw SecurityAmendedException.told(definition, current, refusal);
                }
            }
        }

        @Suspendable
        private TransactionReceipt issue(StateAndRef<SecurityDefinitionState> definition) throws FlowException {
            SecurityDefinitionState security = definition.getState().getData();
            if (!security.getIssuer().equals(getOurIdentity())) {
                throw new WorkflowException(
                        symbol + " is issued by "
                                + security.getIssuer().getName().getOrganisation() + ", not by "
                                + getOurIdentity().getName().getOrganisation() + ".",
                        "Start the issue at the issuer.");
            }
            SecurityFrozenException.check(getServiceHub(), security);
            Exhibit.check(exhibits, security.getValidationPolicy(), Operation.ISSUE);
            Amount<IssuedTokenType> amount = Quantities.of(security, quantity);
            TransactionBuilder builder = AttestedTransaction.start(getServiceHub(), definition, Operation.ISSUE);
            List<Integer> outputs = new ArrayList<>();
            for (SecurityToken lot : IssuedLots.of(security, amount, holder, AttestedTransaction.until(builder))) {
                outputs.add(outputs.size());
                builder.addOutputState(lot);
            }
            builder.addCommand(new IssueTokenCommand(amount.getToken(), outputs), signers(security));
            Verification.verify(builder, getServiceHub());
            SignedTransaction signed = getServiceHub()
                    .signInitialTransaction(builder, getOurIdentity().getOwningKey());
            if (!holder.equals(getOurIdentity())) {
                signed = await(new Conversation<>(
                                getServiceHub(), new Agreement(holder, new HoldingChangeTerms(symbol, amount), signed)))
                        .with(holder);
            }
            return subFlow(new FinaliseFlow(signed, Operation.ISSUE, exhibits));
        }

        private ArrayList<PublicKey> signers(SecurityDefinitionState security) {
            return new ArrayList<>(
                    new LinkedHashSet<>(Arrays.asList(security.getIssuer().getOwningKey(), holder.getOwningKey())));
        }
    }

    /** The issuer's talk with the holder-to-be, apart from the rest so that the rest can give it up. */
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

    /** The holder's side: checks that it receives what was announced, and signs. */
    @InitiatedBy(Agreement.class)
    public static final class Handler extends FlowLogic<Void> {
        private final FlowSession session;

        /**
         * Created by the node.
         *
         * @param session with the issuer
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
                    || !security.getIssuer().equals(session.getCounterparty())
                    || terms.getQuantity().getQuantity() <= 0) {
                throw new ProposalRefusedException(
                        "The announced issue is not one of " + terms.getSymbol() + " by its issuer.");
            }
            Quantities.checkUnits(terms.getQuantity());
            SignedTransaction proposed = subFlow(new ReceiveTransactionFlow(session, false));
            new HoldingChangeExpectation(
                            IssueTokenCommand.class,
                            security.tokenType(),
                            getOurIdentity(),
                            terms.getQuantity().getQuantity())
                    .check(getServiceHub(), proposed, session.getCounterparty().getOwningKey(), getOurIdentity());
            session.send(
                    getServiceHub().createSignature(proposed, getOurIdentity().getOwningKey()));
            return null;
        }
    }
}
