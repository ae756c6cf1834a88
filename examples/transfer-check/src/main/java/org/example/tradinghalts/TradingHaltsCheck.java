package org.example.tradinghalts;

import java.net.MalformedURLException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.oracles.validation.CheckConfiguration;
import org.countersign.oracles.validation.CheckConfigurationException;
import org.countersign.oracles.validation.TransferCheck;
import org.countersign.oracles.validation.TransferFacts;

/**
 * Trading in the security is not halted, as a market's surveillance service says.
 *
 * <p>Settings: {@code url} of the service, {@code connectTimeoutMillis} and {@code readTimeoutMillis}. A transaction is
 * not judged to be in order if the service does not answer; that is what {@code UNDECIDED} is for.
 */
public final class TradingHaltsCheck implements TransferCheck {
    private static final String NAME = "example.trading-halts";
    private static final int LONGEST_TIMEOUT = 60_000;

    private volatile HaltService service;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Aspect aspect() {
        return Aspect.COMPLIANCE;
    }

    @Override
    public void configure(CheckConfiguration configuration) throws CheckConfigurationException {
        configuration.requireOnly("url", "connectTimeoutMillis", "readTimeoutMillis");
        service = new HaltService(
                url(configuration),
                millis(configuration, "connectTimeoutMillis"),
                millis(configuration, "readTimeoutMillis"));
    }

    @Override
    public List<Finding> check(TransferFacts facts) throws Exception {
        SecurityTerms terms = facts.getSecurity().getTerms();
        String identifier =
                terms.getIsin() == null ? terms.getSymbol() : terms.getIsin().getCode();
        boolean halted = service.isHalted(identifier);
        return Collections.singletonList(new Finding(
                NAME,
                halted ? FindingResult.NOT_MET : FindingResult.MET,
                halted ? "TRADING_HALTED" : "TRADING_OPEN",
                "Trading in " + terms.getSymbol() + (halted ? " is halted." : " is open."),
                Collections.emptyList()));
    }

    private static URL url(CheckConfiguration configuration) throws CheckConfigurationException {
        try {
            URL url = new URL(configuration.text("url"));
            if (url.getProtocol().equals("http") || url.getProtocol().equals("https")) {
                return url;
            }
        } catch (MalformedURLException malformed) {
            // Told below, like an address of another protocol.
        }
        throw configuration.wrong("url", "is " + configuration.text("url") + ".", "Give an http or https address.");
    }

    private static int millis(CheckConfiguration configuration, String setting) throws CheckConfigurationException {
        String text = configuration.text(setting);
        if (text.matches("[0-9]{1,5}")) {
            int millis = Integer.parseInt(text);
            // Zero would mean to wait for ever.
            if (millis > 0 && millis <= LONGEST_TIMEOUT) {
                return millis;
            }
        }
        throw configuration.wrong(
                setting, "is " + text + ".", "Give whole milliseconds, 1 to " + LONGEST_TIMEOUT + ".");
    }
}
