package org.countersign.workflows.holding;

import co.paralleluniverse.fibers.Suspendable;
import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import java.security.PublicKey;
import java.security.SignatureException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.ReceiveTransactionFlow;
import net.corda.core.flows.SendStateAndRefFlow;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.definition.FindSecurityFlow;
import org.countersign.workflows.identity.account.Accounts;
import org.countersign.workflows.identity.account.KeyAnnouncement;
import org.countersign.workflows.validation.AwaitedTransaction;
import org.countersign.workflows.validation.ConsultationService;

/**
 * The buyer's side of a transfer.
 *
 * <p>Steps: receive the terms; check them against what this member affirmed; against payment, select and offer cash;
 * receive the transaction; re-derive what it must be and compare field by field; sign with one key; keep the cash
 * locked until the transaction is recorded or can no longer become final. Asked again about an affirmed trade before
 * that, as by a seller whose transaction was caught by an update, it offers the same cash and no other; free of payment
 * it signs nothing more for that trade but what spends the same holding.
 */
@InitiatedBy(AgreeTransferFlow.class)
public final class TransferFlowHandler extends FlowLogic<Void> {
    private final FlowSession session;

    /**
     * Created by the node.
     *
     * @param session with the seller
     */
    public TransferFlowHandler(FlowSession session) {
        this.session = session;
    }

    @Suspendable
    @Override
    public Void call() throws FlowException {
        TradeTerms terms = session.receive(TradeTerms.class).unwrap(received -> received);
        PublicKey taker = taker(terms);
        WorkflowSettings settings = WorkflowSettings.of(getServiceHub());
        checkTerms(terms);
        boolean affirmed = terms.getPrice() == null ? settings.affirmFreeOfPayment() : settings.affirmAgainstPayment();
        Affirmations.Cover cover =
                affirmed ? Affirmations.require(getServiceHub(), terms, session.getCounterparty()) : null;
        UUID reserved = cover == null ? null : cover.getReserved();
        List<StateAndRef<FungibleToken>> cash = reserved != null ? reservedCash(terms, reserved) : selectCash(terms);
        SignedTransaction proposed = propose(cash, reserved == null ? settings.agreementTimeout() : null);
        check(proposed, keys(taker, cash), giver(terms), expectation(terms, taker, cash));
        Instant until = proposed.getTx().getTimeWindow().getUntilTime();
        if (cover != null && cash.isEmpty()) {
            cover = Affirmations.requireTied(
                    getServiceHub(),
                    terms,
                    session.getCounterparty(),
                    proposed.getTx().getInputs());
        } else if (cover != null && reserved == null) {
            cover = Affirmations.requireFree(getServiceHub(), terms, session.getCounterparty());
        }
        UUID lock = cash.isEmpty() ? null : getRunId().getUuid();
        if (reserved != null) {
            Selection.takeOver(getServiceHub(), cash, reserved, lock);
        }
        if (cover != null) {
            Affirmations.use(getServiceHub(), cover, lock, proposed);
        }
        if (terms.getAccount() != null) {
            KeyAnnouncement.make(this, taker, policy(terms));
        }
        session.send(getServiceHub().createSignature(proposed, taker));
        if (paysForClient(taker, cash)) {
            session.send(
                    getServiceHub().createSignature(proposed, getOurIdentity().getOwningKey()));
        }
        if (!cash.isEmpty()) {
            await(new AwaitedTransaction(getServiceHub(), proposed.getId(), until));
        }
        return null;
    }

    @Suspendable
    private SignedTransaction propose(List<StateAndRef<FungibleToken>> cash, Duration patience) throws FlowException {
        if (cash.isEmpty()) {
            return subFlow(new ReceiveTransactionFlow(session, false));
        }
        if (patience != null) {
            return offerAndReceive(cash, patience);
        }
        // It is reserved already, for as long as what was signed before can become final.
        subFlow(new SendStateAndRefFlow(session, cash));
        return subFlow(new ReceiveTransactionFlow(session, false));
    }

    /**
     * The cash of another transaction for the same trade, which was caught by an update perhaps, or so the seller says:
     * of two that spend the same at most one becomes final, whether or not that is true.
     */
    private List<StateAndRef<FungibleToken>> reservedCash(TradeTerms terms, UUID reserved) throws FlowException {
        List<StateAndRef<FungibleToken>> cash = Selection.reserved(getServiceHub(), reserved);
        boolean fits = !cash.isEmpty()
                && terms.getCashIssuers()
                        .contains(cash.get(0)
                                .getState()
                                .getData()
                                .getIssuedTokenType()
                                .getIssuer());
        if (!fits) {
            throw new ProposalRefusedException("The affirmation of the trade is taken by another transaction.");
        }
        return cash;
    }

    // The seller may never propose. Then the cash is given up, and the proposal refused that comes too late.
    @Suspendable
    private SignedTransaction offerAndReceive(List<StateAndRef<FungibleToken>> cash, Duration patience)
            throws FlowException {
        UUID lock = getRunId().getUuid();
        consultation().expire(lock, patience);
        boolean inTime = false;
        SignedTransaction proposed;
        try {
            subFlow(new SendStateAndRefFlow(session, cash));
            proposed = subFlow(new ReceiveTransactionFlow(session, false));
        } finally {
            inTime = consultation().keep(lock);
        }
        if (!inTime) {
            throw new ProposalRefusedException(
                    "The proposal came later than " + patience.getSeconds() + " seconds after the cash was offered.");
        }
        return proposed;
    }

    private PublicKey taker(TradeTerms terms) throws FlowException {
        return terms.getAccount() == null
                ? getOurIdentity().getOwningKey()
                : new Accounts(getServiceHub()).requireId(terms.getAccount()).getKey();
    }

    private PublicKey giver(TradeTerms terms) {
        return terms.getSellerKey() == null ? session.getCounterparty().getOwningKey() : terms.getSellerKey();
    }

    // The cash of a client's purchase is its custodian's.
    private PublicKey[] keys(PublicKey taker, List<StateAndRef<FungibleToken>> cash) {
        return paysForClient(taker, cash)
                ? new PublicKey[] {taker, getOurIdentity().getOwningKey()}
                : new PublicKey[] {taker};
    }

    private boolean paysForClient(PublicKey taker, List<StateAndRef<FungibleToken>> cash) {
        return !cash.isEmpty() && !taker.equals(getOurIdentity().getOwningKey());
    }

    @Suspendable
    private ValidationPolicy policy(TradeTerms terms) throws FlowException {
        return subFlow(new FindSecurityFlow(terms.getSymbol())).getValidationPolicy();
    }

    private TransferExpectation expectation(TradeTerms terms, PublicKey taker, List<StateAndRef<FungibleToken>> cash) {
        Set<StateRef> offered = new HashSet<>();
        cash.forEach(state -> offered.add(state.getRef()));
        return new TransferExpectation(
                terms,
                session.getCounterparty(),
                getOurIdentity(),
                TransferEnds.holder(taker, getOurIdentity()),
                offered,
                cash.isEmpty() ? null : cash.get(0).getState().getData().getIssuedTokenType(),
                Selection.units(cash));
    }

    private ConsultationService consultation() {
        return getServiceHub().cordaService(ConsultationService.class);
    }

    @Suspendable
    private void checkTerms(TradeTerms terms) throws FlowException {
        SecurityDefinitionState security = subFlow(new FindSecurityFlow(terms.getSymbol()));
        if (!security.tokenType().equals(terms.getQuantity().getToken())) {
            throw new ProposalRefusedException(
                    "The proposal's token is not that of the security " + terms.getSymbol() + ".");
        }
        Quantities.checkUnits(terms.getQuantity());
        if (terms.getQuantity().getQuantity() <= 0) {
            throw new ProposalRefusedException("The proposal's quantity is not more than zero.");
        }
        if (terms.getPrice() != null) {
            Quantities.checkPayment(terms.getPrice());
        }
    }

    @Suspendable
    private List<StateAndRef<FungibleToken>> selectCash(TradeTerms terms) throws FlowException {
        if (terms.getPrice() == null) {
            return new ArrayList<>();
        }
        String currency = terms.getPrice().getToken().getTokenIdentifier();
        FlowException last =
                new InsufficientHoldingException(currency, terms.getPrice().toDecimal(), java.math.BigDecimal.ZERO);
        for (Party issuer : terms.getCashIssuers()) {
            Amount<IssuedTokenType> payment = Selection.issuedBy(terms.getPrice(), issuer);
            try {
                return Selection.select(
                        getServiceHub(),
                        payment,
                        currency,
                        getOurIdentity().getOwningKey(),
                        getRunId().getUuid());
            } catch (InsufficientHoldingException tooLittle) {
                last = tooLittle;
            }
        }
        throw last;
    }

    private void check(SignedTransaction proposed, PublicKey[] keys, PublicKey giver, TransferExpectation expectation)
            throws FlowException {
        PartySignature.checkOnlyKeys(getServiceHub(), proposed, keys);
        boolean sellerSigned = proposed.getSigs().stream()
                .anyMatch(signature -> signature.getBy().equals(giver));
        if (!sellerSigned) {
            throw new ProposalRefusedException("The seller has not signed its own proposal.");
        }
        WorkflowSettings settings = WorkflowSettings.of(getServiceHub());
        Duration longestOpen = settings.timeWindow().plus(settings.clockTolerance());
        try {
            expectation.check(
                    proposed.toLedgerTransaction(getServiceHub(), false),
                    getServiceHub().getClock().instant(),
                    longestOpen);
        } catch (SignatureException wrong) {
            throw new ProposalRefusedException("A signature of the proposal is not valid: " + wrong.getMessage());
        }
    }
}
