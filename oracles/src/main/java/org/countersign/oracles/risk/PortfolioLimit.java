package org.countersign.oracles.risk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.corda.core.identity.Party;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.identity.Lei;
import org.countersign.contracts.validation.Finding;
import org.countersign.oracles.marketdata.Market;
import org.countersign.oracles.marketdata.MarketDataException;
import org.countersign.oracles.marketdata.Rational;
import org.countersign.oracles.position.LimitFinding;
import org.countersign.oracles.position.Movements;
import org.countersign.oracles.validation.CheckConfiguration;
import org.countersign.oracles.validation.CheckConfigurationException;
import org.countersign.oracles.validation.Position;

/**
 * How much of the worth of a holder's portfolio one security and one issuer may make, in percent. The portfolio is what
 * the registers show. Settings: {@code securityPercent}, {@code issuerPercent}, {@code currency} and
 * {@code judgedAbove}: a portfolio that is worth at most that afterwards is not judged, for a first purchase is always
 * all of a portfolio.
 */
final class PortfolioLimit implements RiskLimit {
    private static final String SECURITY = RiskCheck.NAME + ".portfolio-security";
    private static final String ISSUER = RiskCheck.NAME + ".portfolio-issuer";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final BigDecimal securityPercent;
    private final BigDecimal issuerPercent;
    private final String currency;
    private final Rational judgedAbove;

    PortfolioLimit(CheckConfiguration section) throws CheckConfigurationException {
        section.requireOnly("securityPercent", "issuerPercent", "currency", "judgedAbove");
        this.securityPercent = Settings.percent(section, "securityPercent");
        this.issuerPercent = Settings.percent(section, "issuerPercent");
        this.currency = Settings.currency(section);
        this.judgedAbove = Rational.of(Settings.amount(section, "judgedAbove"));
    }

    @Override
    public List<String> requirements() {
        return Arrays.asList(SECURITY, ISSUER);
    }

    @Override
    public List<Finding> judge(Movements movements, Market market) throws MarketDataException {
        List<Finding> findings = new ArrayList<>();
        for (Party taker : movements.getAcquired().keySet()) {
            Worth security = new Worth();
            Worth issuer = new Worth();
            Worth all = new Worth();
            Lei issuerOfIt = market.instrument(movements.getSecurity()).getIssuer();
            for (Position position : movements.portfolio(taker)) {
                SecurityDefinitionState held = position.getSecurity();
                Rational before = market.value(held, position.getBefore(), currency);
                Rational after = market.value(held, position.getAfter(), currency);
                all.add(before, after);
                if (market.instrument(held).getIssuer().equals(issuerOfIt)) {
                    issuer.add(before, after);
                }
                if (SelfCertifyingId.same(
                        held.getLinearId(), movements.getSecurity().getLinearId())) {
                    security.add(before, after);
                }
            }
            String symbol = movements.getSecurity().getTerms().getSymbol();
            String of = " in the portfolio of " + taker.getName().getOrganisation();
            findings.add(finding(SECURITY, "The share of " + symbol + of, security, all, securityPercent));
            findings.add(finding(ISSUER, "The share of the issuer of " + symbol + of, issuer, all, issuerPercent));
        }
        return findings;
    }

    private Finding finding(String requirement, String what, Worth part, Worth all, BigDecimal percent) {
        if (all.after.compareTo(judgedAbove) <= 0) {
            return LimitFinding.notApplicable(
                    requirement, "PORTFOLIO_SMALL", what + " is not judged: the portfolio is a small one.");
        }
        return LimitFinding.of(
                requirement,
                what,
                new LimitFinding.Values(
                        share(part.before, all.before), share(part.after, all.after), Rational.of(percent), "%"));
    }

    private static Rational share(Rational part, Rational all) {
        return all.signum() == 0 ? Rational.ZERO : part.times(HUNDRED).dividedBy(all);
    }

    /** A sum before and after. */
    private static final class Worth {
        private Rational before = Rational.ZERO;
        private Rational after = Rational.ZERO;

        void add(Rational valueBefore, Rational valueAfter) {
            before = before.plus(valueBefore);
            after = after.plus(valueAfter);
        }
    }
}
