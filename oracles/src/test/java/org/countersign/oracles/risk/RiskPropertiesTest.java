package org.countersign.oracles.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.oracles.marketdata.MarketFiles;
import org.countersign.oracles.position.Trade;

/** What must hold of limits whatever the numbers. */
class RiskPropertiesTest {
    private static Path directory;
    private static MarketFiles files;

    @BeforeContainer
    static void write() throws IOException {
        directory = Files.createTempDirectory("risk");
        files = new MarketFiles(directory);
    }

    @AfterContainer
    static void remove() throws IOException {
        for (String file : new String[] {"instruments.csv", "prices.csv", "rates.csv"}) {
            Files.delete(directory.resolve(file));
        }
        Files.delete(directory);
    }

    private static List<Finding> judge(String limits, int before, int after, int notes) throws Exception {
        RiskCheck check = new RiskCheck();
        check.configure(Trade.settings(files.section() + limits));
        return check.check(Trade.transfer(Trade.ACME, "1000000")
                .holds(Trade.DEALER_A, "100000", String.valueOf(100000 - (after - before)))
                .holds(Trade.DEALER_B, String.valueOf(before), String.valueOf(after))
                .holdsToo(Trade.DEALER_B, Trade.NOTE, String.valueOf(notes))
                .facts());
    }

    @Property(tries = 200)
    void morePositionNeverMakesALimitMet(
            @ForAll @IntRange(max = 50_000) int before,
            @ForAll @IntRange(min = 1, max = 20_000) int bought,
            @ForAll @IntRange(min = 1, max = 20_000) int more,
            @ForAll @IntRange(max = 100) int notes,
            @ForAll @IntRange(max = 100) int percent)
            throws Exception {
        String limits = "exposure { currency = GBP, limit = " + percent * 1000 + " }\n"
                + "issuerExposure { currency = USD, limit = " + percent * 1000 + " }\n"
                + "ownership { percent = \"" + BigDecimal.valueOf(percent).movePointLeft(1) + "\" }\n"
                + "portfolio { securityPercent = " + percent + ", issuerPercent = " + percent
                + ", currency = EUR, judgedAbove = 1000 }\n"
                + "counterparty { currency = GBP, perTransfer = " + percent * 1000 + ", total = " + percent * 1000
                + " }";
        List<Finding> less = judge(limits, before, before + bought, notes);
        List<Finding> greater = judge(limits, before, before + bought + more, notes);
        assertThat(greater).hasSameSizeAs(less).hasSize(7);
        for (int place = 0; place < less.size(); place++) {
            if (less.get(place).getResult() == FindingResult.NOT_MET) {
                assertThat(greater.get(place).getResult()).isEqualTo(FindingResult.NOT_MET);
            }
        }
    }

    @Property(tries = 200)
    void theCurrencyOfALimitMakesNoDifference(
            @ForAll @IntRange(min = 1, max = 50_000) int after, @ForAll @IntRange(max = 150_000) int pounds)
            throws Exception {
        // A pound is 1.25 euros and a euro 1.10 dollars.
        BigDecimal euros = BigDecimal.valueOf(pounds).multiply(new BigDecimal("1.25"));
        BigDecimal dollars = euros.multiply(new BigDecimal("1.10"));
        FindingResult inPounds = result("GBP", BigDecimal.valueOf(pounds), after);
        assertThat(result("EUR", euros, after)).isEqualTo(inPounds);
        assertThat(result("USD", dollars, after)).isEqualTo(inPounds);
    }

    private static FindingResult result(String currency, BigDecimal limit, int after) throws Exception {
        return judge("exposure { currency = " + currency + ", limit = \"" + limit.toPlainString() + "\" }", 0, after, 0)
                .get(0)
                .getResult();
    }
}
