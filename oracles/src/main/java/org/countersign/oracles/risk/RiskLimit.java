package org.countersign.oracles.risk;

import java.util.List;
import org.countersign.contracts.validation.Finding;
import org.countersign.oracles.marketdata.Market;
import org.countersign.oracles.marketdata.MarketDataException;
import org.countersign.oracles.position.Movements;

/** One kind of limit, as a section of the check's settings sets it. */
interface RiskLimit {
    /** Whether it has to know what a security is or is worth. */
    default boolean needsMarket() {
        return true;
    }

    /** The stable names of what it requires. */
    List<String> requirements();

    /**
     * Judges a transaction.
     *
     * @param movements who acquires what
     * @param market what a security is and is worth; null if the authority has no data and the limit needs none
     * @return at least one finding per requirement, if anybody acquires anything
     * @throws MarketDataException if something that is needed is not known
     */
    List<Finding> judge(Movements movements, Market market) throws MarketDataException;
}
