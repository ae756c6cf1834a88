package org.countersign.oracles.risk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import org.countersign.contracts.validation.Finding;
import org.countersign.oracles.marketdata.Market;
import org.countersign.oracles.marketdata.MarketDataException;
import org.countersign.oracles.marketdata.Rational;
import org.countersign.oracles.position.Institutions;
import org.countersign.oracles.position.LimitFinding;
import org.countersign.oracles.position.Movements;
import org.countersign.oracles.validation.CheckConfiguration;
import org.countersign.oracles.validation.CheckConfigurationException;
import org.countersign.oracles.validation.Position;

/**
 * What a holder's positions are worth together, at most: the sum of position after times price over the security that
 * moves and every other for whose RISK this authority has a seat, in the currency of the limit. What the holder has of
 * securities that other authorities judge is not in it. Settings: {@code currency}, {@code limit}, and for single
 * holders {@code holders = [{ holder, limit }]}.
 */
final class ExposureLimit implements RiskLimit {
    private static final String REQUIREMENT = RiskCheck.NAME + ".exposure";

    private final String currency;
    private final BigDecimal limit;
    private final Map<CordaX500Name, BigDecimal> byHolder = new HashMap<>();

    ExposureLimit(CheckConfiguration section, Institutions institutions) throws CheckConfigurationException {
        section.requireOnly("currency", "limit", "holders");
        this.currency = Settings.currency(section);
        this.limit = Settings.amount(section, "limit");
        for (CheckConfiguration entry : section.sections("holders")) {
            entry.requireOnly("holder", "limit");
            CordaX500Name holder = institutions.resolve(entry, "holder");
            if (byHolder.put(holder, Settings.amount(entry, "limit")) != null) {
                throw entry.wrong("holder", "is " + holder + " a second time.", "Give each holder one limit.");
            }
        }
    }

    @Override
    public List<String> requirements() {
        return Collections.singletonList(REQUIREMENT);
    }

    @Override
    public List<Finding> judge(Movements movements, Market market) throws MarketDataException {
        List<Finding> findings = new ArrayList<>();
        for (Party taker : movements.getAcquired().keySet()) {
            Rational before = Rational.ZERO;
            Rational after = Rational.ZERO;
            for (Position position : movements.portfolio(taker)) {
                before = before.plus(market.value(position.getSecurity(), position.getBefore(), currency));
                after = after.plus(market.value(position.getSecurity(), position.getAfter(), currency));
            }
            BigDecimal most = byHolder.getOrDefault(taker.getName(), limit);
            findings.add(LimitFinding.of(
                    REQUIREMENT,
                    "The exposure of " + taker.getName().getOrganisation(),
                    new LimitFinding.Values(before, after, Rational.of(most), currency)));
        }
        return findings;
    }
}
