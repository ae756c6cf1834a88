package org.countersign.workflows.holding;

import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.identity.AbstractParty;
import org.countersign.contracts.holding.SecurityToken;

/**
 * Divides lots into what is given away and what is kept. The oldest go first, since they are the ones that are free of
 * lock-ups; what is kept stays in lots of its own with the dates that it has.
 */
final class LotDivision {
    /** The order in which lots are given away. A lot without dates is of before there were any, but counts as new. */
    static final Comparator<SecurityToken> OLDEST_FIRST =
            Comparator.comparing(LotDivision::age).thenComparing(token -> orLatest(token.getIssued()));

    private final Amount<IssuedTokenType> given;
    private final Instant until;
    private final List<SecurityToken> kept = new ArrayList<>();
    private Instant issued = Instant.MIN;

    /**
     * Divides lots.
     *
     * @param lots of one holder, together at least as much as is given
     * @param given how much is given away
     * @param until the end of the transaction's time-window
     */
    LotDivision(List<StateAndRef<FungibleToken>> lots, Amount<IssuedTokenType> given, Instant until) {
        this.given = given;
        this.until = until;
        List<SecurityToken> ordered = new ArrayList<>();
        lots.forEach(lot -> ordered.add((SecurityToken) lot.getState().getData()));
        ordered.sort(OLDEST_FIRST);
        long open = given.getQuantity();
        for (SecurityToken lot : ordered) {
            long size = lot.getAmount().getQuantity();
            long taken = Math.min(open, size);
            open = Math.subtractExact(open, taken);
            if (taken > 0 && dated(lot.getIssued()).isAfter(issued)) {
                issued = dated(lot.getIssued());
            }
            if (taken < size) {
                kept.add(new SecurityToken(
                        Quantities.units(size - taken, given),
                        lot.getHolder(),
                        dated(lot.getIssued()),
                        dated(lot.getAcquired())));
            }
        }
    }

    /** What the receiver gets: one lot, as young as the youngest that goes into it. */
    SecurityToken givenTo(AbstractParty receiver) {
        return new SecurityToken(given, receiver, issued, until);
    }

    /** What stays with the holder. */
    List<SecurityToken> kept() {
        return new ArrayList<>(kept);
    }

    private Instant dated(Instant date) {
        return date == null ? until : date;
    }

    // Units that are to become free later count as issued then.
    private static Instant age(SecurityToken lot) {
        Instant issued = orLatest(lot.getIssued());
        Instant acquired = orLatest(lot.getAcquired());
        return issued.isAfter(acquired) ? issued : acquired;
    }

    private static Instant orLatest(Instant date) {
        return date == null ? Instant.MAX : date;
    }
}
