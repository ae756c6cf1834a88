package org.countersign.oracles.risk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import org.countersign.contracts.definition.SecurityTerms;
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
 * How much of what is in issue of a security one holder may have, in percent: position after divided by outstanding
 * after. Settings: {@code percent}, {@code securities = [{ security, percent }]} with an ISIN or symbol, and
 * {@code exempt}, the holders that are not judged, for example custodians who hold for many and underwriters.
 */
final class OwnershipLimit implements RiskLimit {
    private static final String REQUIREMENT = RiskCheck.NAME + ".ownership";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final BigDecimal percent;
    private final Map<String, BigDecimal> bySecurity = new HashMap<>();
    private final Set<CordaX500Name> exempt;

    OwnershipLimit(CheckConfiguration section, Institutions institutions) throws CheckConfigurationException {
        section.requireOnly("percent", "securities", "exempt");
        this.exempt = institutions.resolveAll(section, "exempt");
        this.percent = Settings.percent(section, "percent");
        for (CheckConfiguration entry : section.sections("securities")) {
            entry.requireOnly("security", "percent");
            if (bySecurity.put(entry.text("security"), Settings.percent(entry, "percent")) != null) {
                throw entry.wrong("security", "is given twice.", "Give each security one limit.");
            }
        }
    }

    @Override
    public boolean needsMarket() {
        return false;
    }

    @Override
    public List<String> requirements() {
        return Collections.singletonList(REQUIREMENT);
    }

    @Override
    public List<Finding> judge(Movements movements, Market market) throws MarketDataException {
        List<Finding> findings = new ArrayList<>();
        for (Party taker : movements.getAcquired().keySet()) {
            if (exempt.contains(taker.getName())) {
                findings.add(LimitFinding.notApplicable(
                        REQUIREMENT, "EXEMPT", taker.getName().getOrganisation() + " is exempt from the limit."));
                continue;
            }
            Position position = movements.position(taker);
            findings.add(LimitFinding.of(
                    REQUIREMENT,
                    "The share of " + taker.getName().getOrganisation() + " in what is in issue of "
                            + movements.getSecurity().getTerms().getSymbol(),
                    new LimitFinding.Values(
                            share(position.getBefore(), movements.getOutstandingBefore()),
                            share(position.getAfter(), movements.getOutstandingAfter()),
                            Rational.of(limit(movements.getSecurity().getTerms())),
                            "%")));
        }
        return findings;
    }

    private BigDecimal limit(SecurityTerms terms) {
        BigDecimal bySymbol = bySecurity.getOrDefault(terms.getSymbol(), percent);
        return terms.getIsin() == null
                ? bySymbol
                : bySecurity.getOrDefault(terms.getIsin().getCode(), bySymbol);
    }

    private static Rational share(BigDecimal part, BigDecimal whole) {
        if (part.signum() == 0) {
            return Rational.ZERO;
        }
        // Registers that are in flight may show less in issue than is held; then it is all of it.
        return Rational.of(part).times(HUNDRED).dividedBy(part.max(whole));
    }
}
