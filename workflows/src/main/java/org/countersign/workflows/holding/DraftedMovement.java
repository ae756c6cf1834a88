package org.countersign.workflows.holding;

import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.flows.FlowException;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.compliance.ComplianceFacts;
import org.countersign.contracts.compliance.Lot;
import org.countersign.contracts.compliance.RegisterFigures;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Operation;

/**
 * What an issue, transfer or redemption by this node would do, lot by lot as its flow would build it, without building
 * anything or reserving a lot. It knows what everybody would see of the transaction: neither claims nor register.
 */
public final class DraftedMovement implements ComplianceFacts {
    private final Operation operation;
    private final SecurityTerms terms;
    private final Instant from;
    private final Instant until;
    private final List<Lot> surrendered;
    private final List<Lot> received;

    private DraftedMovement(
            Operation operation,
            SecurityTerms terms,
            Instant from,
            Instant until,
            List<SecurityToken> surrendered,
            List<SecurityToken> received) {
        this.operation = operation;
        this.terms = terms;
        this.from = from;
        this.until = until;
        this.surrendered = lots(surrendered);
        this.received = lots(received);
    }

    /**
     * Drafts a movement.
     *
     * @param services the node of whoever gives, or of the issuer
     * @param security what moves
     * @param operation ISSUE, TRANSFER or REDEEM
     * @param ends who would give it to whom; who takes is not looked at for a redemption, nor who gives for an issue
     * @param quantity how much, in units
     * @param window the time-window, with beginning and end
     * @return the draft
     * @throws FlowException if the quantity is none of the security, or more than the giver holds
     */
    public static DraftedMovement of(
            ServiceHub services,
            SecurityDefinitionState security,
            Operation operation,
            TransferEnds ends,
            BigDecimal quantity,
            TimeWindow window)
            throws FlowException {
        Instant from = window.getFromTime();
        Instant until = window.getUntilTime();
        Amount<IssuedTokenType> amount = Quantities.of(security, quantity);
        if (operation == Operation.ISSUE) {
            return new DraftedMovement(
                    operation,
                    security.getTerms(),
                    from,
                    until,
                    Collections.emptyList(),
                    IssuedLots.of(security, amount, ends.taker(), until));
        }
        List<StateAndRef<FungibleToken>> chosen = oldest(services, security, amount, ends.from());
        LotDivision division = new LotDivision(chosen, amount, until);
        List<SecurityToken> received = new ArrayList<>(division.kept());
        if (operation == Operation.TRANSFER) {
            received.add(0, division.givenTo(ends.taker()));
        }
        List<SecurityToken> surrendered = new ArrayList<>();
        chosen.forEach(lot -> surrendered.add((SecurityToken) lot.getState().getData()));
        return new DraftedMovement(operation, security.getTerms(), from, until, surrendered, received);
    }

    private static List<StateAndRef<FungibleToken>> oldest(
            ServiceHub services, SecurityDefinitionState security, Amount<IssuedTokenType> amount, PublicKey giver)
            throws FlowException {
        List<StateAndRef<FungibleToken>> lots = Selection.tokens(services, amount.getToken(), giver, null);
        lots.sort((one, other) ->
                LotDivision.OLDEST_FIRST.compare((SecurityToken) one.getState().getData(), (SecurityToken)
                        other.getState().getData()));
        List<StateAndRef<FungibleToken>> chosen = new ArrayList<>();
        for (StateAndRef<FungibleToken> lot : lots) {
            if (Selection.units(chosen) < amount.getQuantity()) {
                chosen.add(lot);
            }
        }
        if (Selection.units(chosen) < amount.getQuantity()) {
            throw new InsufficientHoldingException(
                    security.getTerms().getSymbol(),
                    amount.toDecimal(),
                    Selection.held(services, amount.getToken(), giver));
        }
        return chosen;
    }

    private List<Lot> lots(List<SecurityToken> tokens) {
        List<Lot> lots = new ArrayList<>();
        for (SecurityToken token : tokens) {
            lots.add(new Lot(
                    token.getHolder().getOwningKey(),
                    BigDecimal.valueOf(token.getAmount().getQuantity(), terms.getFractionDigits()),
                    token.getIssued() == null ? until : token.getIssued(),
                    token.getAcquired() == null ? until : token.getAcquired()));
        }
        return Collections.unmodifiableList(lots);
    }

    @Override
    public Operation getOperation() {
        return operation;
    }

    @Override
    public SecurityTerms getTerms() {
        return terms;
    }

    @Override
    public Instant getFrom() {
        return from;
    }

    @Override
    public Instant getUntil() {
        return until;
    }

    @Override
    public List<Lot> getSurrendered() {
        return surrendered;
    }

    @Override
    public List<Lot> getReceived() {
        return received;
    }

    @Override
    public Optional<HolderClaims> claimsOf(PublicKey holder) {
        return Optional.empty();
    }

    @Override
    public Optional<RegisterFigures> getRegister() {
        return Optional.empty();
    }
}
