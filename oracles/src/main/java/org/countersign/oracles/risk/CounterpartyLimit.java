package org.countersign.oracles.risk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
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

/**
 * How much may pass from one institution to another in one transaction, and how much may be open between the two with
 * it. Settings: {@code currency}, {@code perTransfer}, {@code total}, and {@code pairs = [{ giver, taker, perTransfer,
 * total, open }]} for single pairs, of which {@code open} says what is open between them from other business. Of
 * several givers and takers each pair is judged by what the two could have dealt with each other at most. What earlier
 * transactions moved between the two is not counted: registrars tell positions, and not who had them from whom.
 */
final class CounterpartyLimit implements RiskLimit {
    private static final String TRANSFER = RiskCheck.NAME + ".counterparty-transfer";
    private static final String TOTAL = RiskCheck.NAME + ".counterparty-total";

    private final String currency;
    private final Terms general;
    private final Map<List<CordaX500Name>, Terms> pairs = new HashMap<>();

    CounterpartyLimit(CheckConfiguration section, Institutions institutions) throws CheckConfigurationException {
        section.requireOnly("currency", "perTransfer", "total", "pairs");
        this.currency = Settings.currency(section);
        this.general =
                new Terms(Settings.amount(section, "perTransfer"), Settings.amount(section, "total"), BigDecimal.ZERO);
        for (CheckConfiguration pair : section.sections("pairs")) {
            pair.requireOnly("giver", "taker", "perTransfer", "total", "open");
            List<CordaX500Name> names =
                    Arrays.asList(institutions.resolve(pair, "giver"), institutions.resolve(pair, "taker"));
            Terms terms = new Terms(
                    pair.has("perTransfer") ? Settings.amount(pair, "perTransfer") : general.perTransfer,
                    pair.has("total") ? Settings.amount(pair, "total") : general.total,
                    pair.has("open") ? Settings.amount(pair, "open") : BigDecimal.ZERO);
            if (pairs.put(names, terms) != null) {
                throw pair.wrong("giver", "and taker are given twice.", "Give each pair once.");
            }
        }
    }

    @Override
    public List<String> requirements() {
        return Arrays.asList(TRANSFER, TOTAL);
    }

    @Override
    public List<Finding> judge(Movements movements, Market market) throws MarketDataException {
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<Party, BigDecimal> giver : movements.getGiven().entrySet()) {
            for (Map.Entry<Party, BigDecimal> taker : movements.getReceived().entrySet()) {
                // An issuer that issues to itself deals with nobody.
                if (!giver.getKey().equals(taker.getKey())) {
                    Rational amount = market.value(
                            movements.getSecurity(), giver.getValue().min(taker.getValue()), currency);
                    findings.addAll(judge(giver.getKey(), taker.getKey(), amount));
                }
            }
        }
        return findings;
    }

    private List<Finding> judge(Party giver, Party taker, Rational amount) {
        Terms terms = pairs.getOrDefault(Arrays.asList(giver.getName(), taker.getName()), general);
        String between = " from " + giver.getName().getOrganisation() + " to "
                + taker.getName().getOrganisation();
        Rational open = Rational.of(terms.open);
        return Arrays.asList(
                LimitFinding.of(
                        TRANSFER,
                        "What passes" + between,
                        new LimitFinding.Values(Rational.ZERO, amount, Rational.of(terms.perTransfer), currency)),
                LimitFinding.of(
                        TOTAL,
                        "What is open" + between,
                        new LimitFinding.Values(open, open.plus(amount), Rational.of(terms.total), currency)));
    }

    /** What holds for a pair. */
    private static final class Terms {
        private final BigDecimal perTransfer;
        private final BigDecimal total;
        private final BigDecimal open;

        Terms(BigDecimal perTransfer, BigDecimal total, BigDecimal open) {
            this.perTransfer = perTransfer;
            this.total = total;
            this.open = open;
        }
    }
}
