package org.countersign.flowtests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.identity.AbstractParty;
import org.countersign.contracts.holding.SecurityToken;

/** Dates the holdings of a hand-built transaction as the ledger demands it, so that another rule can be tried. */
final class Dated {
    private final List<SecurityToken> given;
    private final Instant until;

    /** By these inputs, and the end of the time-window. */
    Dated(List<? extends StateAndRef<?>> inputs, Instant until) {
        this.given = inputs.stream()
                .map(input -> input.getState().getData())
                .filter(SecurityToken.class::isInstance)
                .map(SecurityToken.class::cast)
                .collect(Collectors.toList());
        this.until = until;
    }

    /** Holdings of a movement: what a holder keeps has its latest dates, what it gains is new and a lot of its own. */
    List<SecurityToken> moved(List<SecurityToken> made) {
        Map<AbstractParty, Long> own = new HashMap<>();
        given.forEach(token -> own.merge(token.getHolder(), units(token), Long::sum));
        List<SecurityToken> dated = new ArrayList<>();
        for (SecurityToken token : made) {
            AbstractParty holder = token.getHolder();
            long kept = Math.min(own.getOrDefault(holder, 0L), units(token));
            own.merge(holder, -kept, Long::sum);
            if (kept > 0) {
                Predicate<SecurityToken> his = lot -> lot.getHolder().equals(holder);
                dated.add(part(
                        token, kept, latest(SecurityToken::getIssued, his), latest(SecurityToken::getAcquired, his)));
            }
            if (kept < units(token)) {
                dated.add(part(token, units(token) - kept, latest(SecurityToken::getIssued, lot -> true), until));
            }
        }
        return dated;
    }

    /** The holding of a recovered key, which has the dates of the lost one. */
    SecurityToken recovered(SecurityToken made) {
        return part(
                made,
                units(made),
                latest(SecurityToken::getIssued, lot -> true),
                latest(SecurityToken::getAcquired, lot -> true));
    }

    private Instant latest(Function<SecurityToken, Instant> date, Predicate<SecurityToken> of) {
        return given.stream()
                .filter(of)
                .map(date)
                .max(Comparator.naturalOrder())
                .orElse(until);
    }

    private static SecurityToken part(SecurityToken token, long units, Instant issued, Instant acquired) {
        return new SecurityToken(
                new Amount<>(units, token.getAmount().getDisplayTokenSize(), token.getIssuedTokenType()),
                token.getHolder(),
                issued,
                acquired);
    }

    private static long units(SecurityToken token) {
        return token.getAmount().getQuantity();
    }
}
