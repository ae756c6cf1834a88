package org.countersign.oracles.risk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Finding;
import org.countersign.oracles.marketdata.Market;
import org.countersign.oracles.marketdata.MarketData;
import org.countersign.oracles.marketdata.MarketDataException;
import org.countersign.oracles.position.Institutions;
import org.countersign.oracles.position.LimitFinding;
import org.countersign.oracles.position.Movements;
import org.countersign.oracles.validation.CheckConfiguration;
import org.countersign.oracles.validation.CheckConfigurationException;
import org.countersign.oracles.validation.FactKind;
import org.countersign.oracles.validation.TransferCheck;
import org.countersign.oracles.validation.TransferFacts;

/**
 * Exposures, concentrations and counterparties stay within limits.
 *
 * <p>Settings: {@code data} (see {@link MarketData}; not needed for {@code ownership} alone), {@code institutions} (see
 * {@link Institutions}), and any of {@code exposure}, {@code issuerExposure}, {@code ownership}, {@code portfolio},
 * {@code counterparty}; at least one. docs/reference/checks.md has them all.
 */
public final class RiskCheck implements TransferCheck {
    /** The name of the check and the beginning of its requirements' names. */
    public static final String NAME = "countersign.risk";

    private volatile MarketData data;
    private volatile List<RiskLimit> limits = Collections.emptyList();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Aspect aspect() {
        return Aspect.RISK;
    }

    @Override
    public void configure(CheckConfiguration configuration) throws CheckConfigurationException {
        configuration.requireOnly(
                "data", "institutions", "exposure", "issuerExposure", "ownership", "portfolio", "counterparty");
        Institutions institutions = new Institutions(configuration);
        List<RiskLimit> configured = new ArrayList<>();
        if (configuration.has("exposure")) {
            configured.add(new ExposureLimit(configuration.section("exposure"), institutions));
        }
        if (configuration.has("issuerExposure")) {
            configured.add(new IssuerExposureLimit(configuration.section("issuerExposure")));
        }
        if (configuration.has("ownership")) {
            configured.add(new OwnershipLimit(configuration.section("ownership"), institutions));
        }
        if (configuration.has("portfolio")) {
            configured.add(new PortfolioLimit(configuration.section("portfolio")));
        }
        if (configuration.has("counterparty")) {
            configured.add(new CounterpartyLimit(configuration.section("counterparty"), institutions));
        }
        if (configured.isEmpty()) {
            throw configuration.wrong(
                    "exposure",
                    "is missing, and so is every other limit.",
                    "Give exposure, issuerExposure, ownership, portfolio or counterparty.");
        }
        boolean marketNeeded = configured.stream().anyMatch(RiskLimit::needsMarket);
        data = marketNeeded || configuration.has("data") ? new MarketData(configuration.section("data")) : null;
        limits = configured;
    }

    @Override
    public Set<FactKind> needs() {
        return EnumSet.of(FactKind.POSITIONS);
    }

    @Override
    public List<Finding> check(TransferFacts facts) {
        List<Finding> findings = new ArrayList<>();
        try {
            Market market = data == null ? null : data.at(facts.getNow());
            Movements movements = Movements.of(facts);
            limits.forEach(limit -> findings.addAll(judge(limit, movements, market)));
        } catch (MarketDataException missing) {
            limits.forEach(limit -> findings.addAll(undecided(limit, missing)));
        }
        return findings;
    }

    private static List<Finding> judge(RiskLimit limit, Movements movements, Market market) {
        try {
            List<Finding> findings = limit.judge(movements, market);
            if (!findings.isEmpty()) {
                return findings;
            }
        } catch (MarketDataException missing) {
            return undecided(limit, missing);
        }
        List<Finding> findings = new ArrayList<>();
        for (String requirement : limit.requirements()) {
            findings.add(LimitFinding.notApplicable(
                    requirement, LimitFinding.NOTHING, "Nobody acquires anything by the transaction."));
        }
        return findings;
    }

    private static List<Finding> undecided(RiskLimit limit, MarketDataException missing) {
        List<Finding> findings = new ArrayList<>();
        limit.requirements().forEach(requirement -> findings.add(LimitFinding.undecided(requirement, missing)));
        return findings;
    }
}
