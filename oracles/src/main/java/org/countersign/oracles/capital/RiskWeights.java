package org.countersign.oracles.capital;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countersign.contracts.identity.Lei;
import org.countersign.oracles.marketdata.Instrument;
import org.countersign.oracles.marketdata.MarketDataException;
import org.countersign.oracles.position.Institutions;
import org.countersign.oracles.validation.CheckConfiguration;
import org.countersign.oracles.validation.CheckConfigurationException;

/**
 * Which risk weight a security has: its class by the CFI code and the issuer, its credit quality step by the rating,
 * and the weight of that class and step.
 *
 * <p>Settings: {@code classes = [{ cfi, issuers, class }]}, of which the first counts whose letters the CFI code begins
 * with and whose issuers, if it has any, include the security's; {@code steps}, a list of ratings for each of the steps
 * 1 to 6 (for the agencies' scales see the annex of Implementing Regulation (EU) 2016/1799); {@code weights}, for each
 * class a percentage per step and {@code unrated}, or one for {@code any}.
 */
final class RiskWeights {
    private static final String ANY = "any";
    private static final String UNRATED = "unrated";
    private static final BigDecimal GREATEST = BigDecimal.valueOf(1250);

    private final List<ClassRule> classes = new ArrayList<>();
    private final Map<String, String> steps = new HashMap<>();
    private final Map<String, Map<String, BigDecimal>> weights = new HashMap<>();

    RiskWeights(CheckConfiguration check) throws CheckConfigurationException {
        readWeights(check.section("weights"));
        readSteps(check.section("steps"));
        for (CheckConfiguration rule : check.sections("classes")) {
            classes.add(new ClassRule(rule));
            if (!weights.containsKey(rule.text("class"))) {
                throw rule.wrong("class", "is " + rule.text("class") + ".", "Give it a section in weights.");
            }
        }
    }

    private void readWeights(CheckConfiguration section) throws CheckConfigurationException {
        for (String name : section.settings()) {
            CheckConfiguration byStep = section.section(name);
            byStep.requireOnly("1", "2", "3", "4", "5", "6", UNRATED, ANY);
            Map<String, BigDecimal> read = new HashMap<>();
            for (String step : byStep.settings()) {
                BigDecimal weight = byStep.decimal(step);
                if (weight.signum() < 0 || weight.compareTo(GREATEST) > 0) {
                    throw byStep.wrong(step, "is " + weight + ".", "Give a percentage, 0 to " + GREATEST + ".");
                }
                read.put(step, weight);
            }
            weights.put(name, read);
        }
    }

    private void readSteps(CheckConfiguration section) throws CheckConfigurationException {
        section.requireOnly("1", "2", "3", "4", "5", "6");
        for (String step : section.settings()) {
            for (String rating : section.texts(step)) {
                if (steps.put(rating, step) != null) {
                    throw section.wrong(step, "has " + rating + ", as another step has.", "A rating is of one step.");
                }
            }
        }
    }

    /**
     * The risk weight of a security.
     *
     * @return in percent
     * @throws MarketDataException if class, step or weight are not set
     */
    BigDecimal of(Instrument instrument) throws MarketDataException {
        String name = className(instrument);
        Map<String, BigDecimal> byStep = weights.get(name);
        BigDecimal weight = byStep.containsKey(ANY) ? byStep.get(ANY) : byStep.get(step(instrument));
        if (weight == null) {
            throw unset("WEIGHT_MISSING", "no risk weight for " + name + " of step " + step(instrument));
        }
        return weight;
    }

    private String className(Instrument instrument) throws MarketDataException {
        for (ClassRule rule : classes) {
            if (rule.covers(instrument)) {
                return rule.name;
            }
        }
        throw unset("CLASS_UNKNOWN", "no class for " + instrument.getSymbol() + " of CFI code " + instrument.getCfi());
    }

    private String step(Instrument instrument) throws MarketDataException {
        if (instrument.getRating().isEmpty()) {
            return UNRATED;
        }
        String step = steps.get(instrument.getRating());
        if (step == null) {
            throw unset("RATING_UNKNOWN", "no credit quality step for the rating " + instrument.getRating());
        }
        return step;
    }

    private static MarketDataException unset(String code, String what) {
        return new MarketDataException(code, "The authority has set " + what + ".", "It has to complete its settings.");
    }

    /** Which securities are of a class. */
    private static final class ClassRule {
        private final String letters;
        private final Set<Lei> issuers = new HashSet<>();
        private final String name;

        ClassRule(CheckConfiguration rule) throws CheckConfigurationException {
            rule.requireOnly("cfi", "issuers", "class");
            this.letters = rule.text("cfi");
            this.name = rule.text("class");
            for (String issuer : rule.texts("issuers")) {
                issuers.add(Institutions.lei(rule, "issuers", issuer));
            }
        }

        boolean covers(Instrument instrument) {
            return instrument.getCfi().startsWith(letters)
                    && (issuers.isEmpty() || issuers.contains(instrument.getIssuer()));
        }
    }
}
