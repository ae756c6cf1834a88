package org.countersign.oracles.capital;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import org.countersign.contracts.identity.Lei;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Figure;
import org.countersign.contracts.validation.Finding;
import org.countersign.oracles.marketdata.Market;
import org.countersign.oracles.marketdata.MarketData;
import org.countersign.oracles.marketdata.MarketDataException;
import org.countersign.oracles.marketdata.Rational;
import org.countersign.oracles.position.Institutions;
import org.countersign.oracles.position.LimitFinding;
import org.countersign.oracles.position.Movements;
import org.countersign.oracles.validation.CheckConfiguration;
import org.countersign.oracles.validation.CheckConfigurationException;
import org.countersign.oracles.validation.FactKind;
import org.countersign.oracles.validation.Position;
import org.countersign.oracles.validation.TransferCheck;
import org.countersign.oracles.validation.TransferFacts;

/**
 * The acquiring institution holds the own funds that its holdings require.
 *
 * <p>By the standardised approach for credit risk of the Basel framework (CRE20.1) the risk-weighted assets are
 *
 * <pre>RWA = other + Σ position after × price × risk weight</pre>
 *
 * <p>over what the institution holds of the security that moves and of every other for whose CAPITAL this authority has
 * a seat, where <i>other</i> is what it has besides, securities that other authorities judge among it. By RBC20.1 and
 * RBC30.2 it must then hold, buffers included,
 *
 * <pre>
 * Common Equity Tier 1 ≥ (4.5 % + buffers) × RWA
 * Tier 1               ≥ (6 %   + buffers) × RWA
 * own funds            ≥ (8 %   + buffers) × RWA
 * </pre>
 *
 * <p>which is compared with what it last reported, see {@link CapitalReport}. Each of the three is one requirement. The
 * percentages, weights and reports are settings, and docs/reference/checks.md has them all with a worked example.
 */
public final class CapitalCheck implements TransferCheck {
    /** The name of the check and the beginning of its requirements' names. */
    public static final String NAME = "countersign.capital";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private volatile Setup setup;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Aspect aspect() {
        return Aspect.CAPITAL;
    }

    @Override
    public void configure(CheckConfiguration configuration) throws CheckConfigurationException {
        configuration.requireOnly(
                "data",
                "institutions",
                "classes",
                "steps",
                "weights",
                "ratios",
                "reports",
                "reportsMayBeDaysOld",
                "exempt");
        setup = new Setup(configuration);
    }

    @Override
    public Set<FactKind> needs() {
        return EnumSet.of(FactKind.POSITIONS);
    }

    @Override
    public List<Finding> check(TransferFacts facts) {
        List<Finding> findings = new ArrayList<>();
        try {
            Market market = setup.data.at(facts.getNow());
            Movements movements = Movements.of(facts);
            for (Party taker : movements.getAcquired().keySet()) {
                findings.addAll(judge(taker, movements.portfolio(taker), market));
            }
        } catch (MarketDataException missing) {
            findings.clear();
            for (Tier tier : Tier.values()) {
                findings.add(LimitFinding.undecided(tier.requirement, missing));
            }
        }
        if (findings.isEmpty()) {
            notApplicable(findings, LimitFinding.NOTHING, "Nobody acquires anything by the transaction.");
        }
        return findings;
    }

    private List<Finding> judge(Party taker, List<Position> portfolio, Market market) throws MarketDataException {
        List<Finding> findings = new ArrayList<>();
        String name = taker.getName().getOrganisation();
        if (setup.exempt.contains(taker.getName())) {
            notApplicable(findings, "EXEMPT", name + " is not subject to capital requirements.");
            return findings;
        }
        Report report = setup.reports.get(taker.getName());
        if (report == null) {
            throw new MarketDataException(
                    "REPORT_MISSING",
                    "The authority has no report of own funds of " + name + ".",
                    "It has to add one to its settings, or exempt the holder.");
        }
        report.content.requireUsable(market.getToday(), setup.reportsMayBeDaysOld);
        String currency = report.content.currency();
        Rational before = report.other();
        Rational after = before;
        for (Position position : portfolio) {
            Rational weight = Rational.of(setup.weights.of(market.instrument(position.getSecurity())))
                    .dividedBy(HUNDRED);
            before = before.plus(market.value(position.getSecurity(), position.getBefore(), currency)
                    .times(weight));
            after = after.plus(market.value(position.getSecurity(), position.getAfter(), currency)
                    .times(weight));
        }
        for (Tier tier : Tier.values()) {
            Rational ratio = setup.ratios.get(tier);
            findings.add(LimitFinding.of(
                    tier.requirement,
                    "The requirement for " + tier.label + " of " + name,
                    "what it reports",
                    new LimitFinding.Values(
                            before.times(ratio),
                            after.times(ratio),
                            Rational.of(report.content.ownFunds(tier.datapoint)),
                            currency),
                    Collections.singletonList(new Figure("risk-weighted assets after", after.shown(), currency))));
        }
        return findings;
    }

    private static void notApplicable(List<Finding> findings, String code, String reason) {
        for (Tier tier : Tier.values()) {
            findings.add(LimitFinding.notApplicable(tier.requirement, code, reason));
        }
    }

    /** The three kinds of capital that there is a minimum of. */
    private enum Tier {
        CET_1("cet1", "Common Equity Tier 1", CapitalReport.CET_1),
        TIER_1("tier1", "Tier 1 capital", CapitalReport.TIER_1),
        OWN_FUNDS("ownFunds", "own funds", CapitalReport.OWN_FUNDS);

        private final String setting;
        private final String label;
        private final String datapoint;
        private final String requirement;

        Tier(String setting, String label, String datapoint) {
            this.setting = setting;
            this.label = label;
            this.datapoint = datapoint;
            this.requirement = NAME + "." + (setting.equals("ownFunds") ? "own-funds" : setting);
        }
    }

    /** An institution's report, and what it has besides its holdings on this network. */
    private static final class Report {
        private final CapitalReport content;
        private final BigDecimal otherRiskExposure;

        Report(CapitalReport content, BigDecimal otherRiskExposure) {
            this.content = content;
            this.otherRiskExposure = otherRiskExposure;
        }

        Rational other() throws MarketDataException {
            return Rational.of(otherRiskExposure == null ? content.riskExposure() : otherRiskExposure);
        }
    }

    /** The settings, read. */
    private static final class Setup {
        private final MarketData data;
        private final RiskWeights weights;
        private final Map<Tier, Rational> ratios = new HashMap<>();
        private final Map<CordaX500Name, Report> reports = new HashMap<>();
        private final Set<CordaX500Name> exempt = new HashSet<>();
        private final int reportsMayBeDaysOld;

        Setup(CheckConfiguration check) throws CheckConfigurationException {
            this.data = new MarketData(check.section("data"));
            this.weights = new RiskWeights(check);
            this.reportsMayBeDaysOld = MarketData.days(check, "reportsMayBeDaysOld");
            CheckConfiguration percentages = check.section("ratios");
            percentages.requireOnly("cet1", "tier1", "ownFunds", "buffers");
            for (Tier tier : Tier.values()) {
                ratios.put(tier, percent(percentages, tier.setting).plus(percent(percentages, "buffers")));
            }
            Institutions institutions = new Institutions(check);
            for (CheckConfiguration entry : check.sections("reports")) {
                addReport(entry, institutions);
            }
            exempt.addAll(institutions.resolveAll(check, "exempt"));
        }

        private void addReport(CheckConfiguration entry, Institutions institutions) throws CheckConfigurationException {
            entry.requireOnly("institution", "directory", "otherRiskExposure");
            CordaX500Name name = institutions.resolve(entry, "institution");
            Lei lei = institutions.leiOf(name);
            if (lei == null) {
                throw entry.wrong("institution", "is " + name + ".", "Give its LEI in institutions.");
            }
            Path directory = MarketData.path(entry, "directory");
            BigDecimal other = entry.has("otherRiskExposure") ? entry.decimal("otherRiskExposure") : null;
            if (other != null && other.signum() < 0) {
                throw entry.wrong("otherRiskExposure", "is " + other + ".", "Give an amount, zero or more.");
            }
            if (reports.put(name, new Report(new CapitalReport(directory, lei), other)) != null) {
                throw entry.wrong("institution", "is given twice.", "Give each institution one report.");
            }
        }

        private static Rational percent(CheckConfiguration section, String setting) throws CheckConfigurationException {
            BigDecimal percent = section.decimal(setting);
            if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
                throw section.wrong(setting, "is " + percent + ".", "Give a percentage, 0 to 100.");
            }
            return Rational.of(percent).dividedBy(HUNDRED);
        }
    }
}
