package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Instant;
import java.util.function.Predicate;
import org.countersign.contracts.identity.HolderClaims;

/**
 * Figures of a security's register as they would be after the movement that is judged. Holders are persons: keys that
 * are known to be the same person's, for example at two custodians, count once.
 */
public interface RegisterFigures {
    /** How many units are outstanding after the movement. */
    BigDecimal getOutstanding();

    /**
     * What a person holds after the movement, under all keys that are known to be its own.
     *
     * @param holder one of its keys
     * @return in units, zero or more
     */
    BigDecimal holdingOf(PublicKey holder);

    /**
     * How many persons hold more than nothing after the movement.
     *
     * @param counted which of them count, by their claims
     * @return zero or more
     */
    int countHolders(Predicate<HolderClaims> counted);

    /**
     * How much persons hold together after the movement.
     *
     * @param counted whose holdings count, by their claims
     * @return in units, zero or more
     */
    BigDecimal heldBy(Predicate<HolderClaims> counted);

    /**
     * How much a person has disposed of in a period, the movement included. What was redeemed before is not disposed
     * of, since it went to nobody else.
     *
     * @param holder one of its keys
     * @param since the beginning of the period, inclusive
     * @return in units, zero or more
     */
    BigDecimal disposedOf(PublicKey holder, Instant since);
}
