package org.countersign.oracles.risk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.corda.core.identity.Party;
import org.countersign.contracts.identity.Lei;
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
 * What a holder's positions in securities of one issuer, or one group of connected issuers, are worth together, at
 * most. Settings: {@code currency}, {@code limit}, and {@code groups = [{ name, issuers, limit }]} with the LEIs of the
 * group's members; an issuer that is in no group is one of its own, with the general limit.
 */
final class IssuerExposureLimit implements RiskLimit {
    private static final String REQUIREMENT = RiskCheck.NAME + ".issuer-exposure";

    private final String currency;
    private final BigDecimal limit;
    private final IssuerGroups groups;
    private final Map<String, BigDecimal> byGroup = new HashMap<>();

    IssuerExposureLimit(CheckConfiguration section) throws CheckConfigurationException {
        section.requireOnly("currency", "limit", "groups");
        this.currency = Settings.currency(section);
        this.limit = Settings.amount(section, "limit");
        this.groups = new IssuerGroups();
        for (CheckConfiguration entry : section.sections("groups")) {
            entry.requireOnly("name", "issuers", "limit");
            groups.add(entry);
            byGroup.put(entry.text("name"), entry.has("limit") ? Settings.amount(entry, "limit") : limit);
        }
    }

    @Override
    public List<String> requirements() {
        return Collections.singletonList(REQUIREMENT);
    }

    @Override
    public List<Finding> judge(Movements movements, Market market) throws MarketDataException {
        String group = groups.of(market.instrument(movements.getSecurity()).getIssuer());
        List<Finding> findings = new ArrayList<>();
        for (Party taker : movements.getAcquired().keySet()) {
            Rational before = Rational.ZERO;
            Rational after = Rational.ZERO;
            for (Position position : movements.portfolio(taker)) {
                if (groups.of(market.instrument(position.getSecurity()).getIssuer())
                        .equals(group)) {
                    before = before.plus(market.value(position.getSecurity(), position.getBefore(), currency));
                    after = after.plus(market.value(position.getSecurity(), position.getAfter(), currency));
                }
            }
            findings.add(LimitFinding.of(
                    REQUIREMENT,
                    "The exposure of " + taker.getName().getOrganisation() + " to the issuer of "
                            + movements.getSecurity().getTerms().getSymbol() + " and its group",
                    new LimitFinding.Values(before, after, Rational.of(byGroup.getOrDefault(group, limit)), currency)));
        }
        return findings;
    }

    /** Which issuers belong together. */
    private static final class IssuerGroups {
        private final Map<Lei, String> groups = new HashMap<>();

        void add(CheckConfiguration entry) throws CheckConfigurationException {
            for (String issuer : entry.texts("issuers")) {
                if (groups.put(Institutions.lei(entry, "issuers", issuer), entry.text("name")) != null) {
                    throw entry.wrong("issuers", "have " + issuer + " twice.", "An issuer is in one group.");
                }
            }
        }

        String of(Lei issuer) {
            return groups.getOrDefault(issuer, issuer.getCode());
        }
    }
}
