package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.validation.QuorumException;
import org.countersign.workflows.validation.journal.JournalQuery;
import org.countersign.workflows.validation.journal.ReadJournalFlow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Transfers that an exposure limit and a capital requirement judge by files as banks keep them. A share is worth 2.50
 * GBP or 3.125 EUR and weighs 250 %.
 */
class LimitsScenarioTest {
    private static final String LEI = "54930084UKLVMY22DS16";

    private static CountersignNetwork network;

    @BeforeAll
    static void startNetwork(@TempDir Path files) throws IOException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        write(
                files,
                "instruments.csv",
                "symbol,isin,cfi,issuer,rating,currency",
                "LIM.RISK,,ESVUFR,5493000IBP32UQZ0KL24,,GBP",
                "LIM.CAPITAL,,ESVUFR,5493000IBP32UQZ0KL24,,GBP");
        write(
                files,
                "prices.csv",
                "isin,symbol,price,currency,quotation,date",
                ",LIM.RISK,2.50,GBP,per-unit," + today.minusDays(1),
                ",LIM.CAPITAL,2.50,GBP,per-unit," + today.minusDays(1));
        write(
                files,
                "rates.csv",
                "Date, USD, GBP, ",
                today.format(DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH)) + ", 1.10, 0.80, ");
        Files.createDirectory(files.resolve("reports"));
        write(
                files,
                "reports/parameters.csv",
                "name,value",
                "entityID,lei:" + LEI + ".IND",
                "refPeriod," + today.minusDays(50),
                "baseCurrency,iso4217:EUR",
                "decimalsMonetary,-3");
        write(files, "reports/FilingIndicators.csv", "templateID,reported", "C_01.00,true");
        write(files, "reports/c_01.00.csv", "datapoint,factValue", "dp33413,118000", "dp84817,95000", "dp33411,74500");
        network = CountersignNetwork.startWithChecks(ConfigFactory.parseString(settings(files))
                .resolve()
                .withoutPath("data")
                .root()
                .unwrapped());
        network.withCommittees();
        network.found("risk", Aspect.RISK);
        network.found("capital", Aspect.CAPITAL);
    }

    private static void write(Path directory, String name, String... lines) throws IOException {
        Files.write(directory.resolve(name), Arrays.asList(lines));
    }

    private static String settings(Path files) {
        return String.join(
                "\n",
                "countersign.identity.admitted-holders.holders = [\"" + ISSUER + "\", \"" + DEALER_A + "\", \""
                        + DEALER_B + "\"]",
                "data {",
                "  instruments = \"" + files.resolve("instruments.csv") + "\"",
                "  prices = \"" + files.resolve("prices.csv") + "\"",
                "  rates = \"" + files.resolve("rates.csv") + "\"",
                "  pricesMayBeDaysOld = 5, ratesMayBeDaysOld = 5",
                "}",
                "countersign.risk {",
                "  data = ${data}",
                "  institutions = [{ name = \"" + DEALER_B + "\", lei = " + LEI + " }]",
                "  exposure { currency = GBP, limit = 1000000, holders = [{ holder = " + LEI + ", limit = 25000 }] }",
                "}",
                "countersign.capital {",
                "  data = ${data}",
                "  institutions = [{ name = \"" + DEALER_B + "\", lei = " + LEI + " }]",
                "  classes = [{ cfi = E, class = equity }]",
                "  steps { 1 = [AAA] }",
                "  weights { equity { any = 250 } }",
                "  ratios { cet1 = \"4.5\", tier1 = 6, ownFunds = 8, buffers = \"2.5\" }",
                "  reports = [{ institution = " + LEI + ", directory = \"" + files.resolve("reports") + "\"",
                "    otherRiskExposure = 1000000 }]",
                "  reportsMayBeDaysOld = 120",
                "  exempt = [\"" + DEALER_A + "\"]",
                "}");
    }

    @AfterAll
    static void stopNetwork() {
        network.close();
    }

    private static void given(String symbol, String committee) {
        network.register(symbol, "1000000", Arrays.asList("identity", "registrars", committee));
        network.recorded(network.issue(symbol, "50000", DEALER_A), DEALER_A);
        network.recorded(network.issue(symbol, "1000", DEALER_B), DEALER_B);
    }

    /**
     * More is refused for a reason and moves nothing, the figures that were compared being on record with the authority
     * and nowhere else; so much moves.
     */
    private static void assertLimit(
            String symbol, String tooMuch, String reason, String figures, String justEnough, Aspect aspect) {
        assertThatThrownBy(() -> network.transfer(DEALER_A, symbol, tooMuch, DEALER_B))
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("25000")
                .hasMessageNotContaining("74500");
        assertThat(network.held(DEALER_A, symbol)).isEqualByComparingTo("50000");
        CountersignNetwork.await("the refusal is on record with what was compared", () -> onRecord(aspect, figures));
        TransactionReceipt moved = network.recorded(network.transfer(DEALER_A, symbol, justEnough, DEALER_B), DEALER_B);
        assertThat(network.held(DEALER_B, symbol))
                .isEqualByComparingTo(new BigDecimal(justEnough).add(new BigDecimal("1000")));
        assertThat(moved.getAttestedBy().get(aspect)).hasSizeGreaterThanOrEqualTo(2);
        JournalQuery query = new JournalQuery(0, moved.getTransactionId(), aspect, null, true, null, null);
        assertThat(network.run(moved.getAttestedBy().get(aspect).get(0), new ReadJournalFlow(query)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.getLine()).contains("\"name\":\"limit\""));
        assertThat(AUTHORITIES).containsAll(moved.getAttestedBy().get(aspect));
    }

    private static boolean onRecord(Aspect aspect, String figures) {
        String[] compared = figures.split(" > ");
        JournalQuery refused = new JournalQuery(0, null, aspect, null, false, null, null);
        return network.run(AUTHORITIES.get(0), new ReadJournalFlow(refused)).stream()
                .anyMatch(
                        entry -> entry.getLine().contains("\"name\":\"value after\",\"value\":\"" + compared[0] + "\"")
                                && entry.getLine().contains("\"name\":\"limit\",\"value\":\"" + compared[1] + "\""));
    }

    @Test
    @DisplayName("A purchase that exceeds the buyer's exposure limit is refused, and one that reaches it passes")
    void exposure() {
        given("LIM.RISK", "risk");
        // 1,000 held and 9,001 bought are worth 25,002.50 GBP, with one less 25,000.
        assertLimit("LIM.RISK", "9001", "would exceed its limit", "25002.5 > 25000", "9000", Aspect.RISK);
    }

    @Test
    @DisplayName("A purchase for which the buyer lacks own funds is refused, and one that they cover passes")
    void capital() {
        given("LIM.CAPITAL", "capital");
        // 7 % of 1,000,000 and 250 % of 8,229 shares at 3.125 EUR are 74,500.23 EUR, with one less 74,499.69.
        assertLimit("LIM.CAPITAL", "7229", "Common Equity Tier 1", "74500.234375 > 74500", "7228", Aspect.CAPITAL);
    }
}
