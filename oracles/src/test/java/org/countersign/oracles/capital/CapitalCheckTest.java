package org.countersign.oracles.capital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.countersign.contracts.validation.Figure;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.contracts.validation.Operation;
import org.countersign.oracles.marketdata.MarketFiles;
import org.countersign.oracles.position.Trade;
import org.countersign.oracles.validation.CheckConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapitalCheckTest {
    /** The risk weights of the Basel framework: CRE20.7, CRE20.18, CRE20.43, CRE20.57 and 58, CRE20.60. */
    static final String BASEL = "weights {\n"
            + "  sovereign { 1 = 0, 2 = 20, 3 = 50, 4 = 100, 5 = 100, 6 = 150, unrated = 100 }\n"
            + "  bank { 1 = 20, 2 = 30, 3 = 50, 4 = 100, 5 = 100, 6 = 150 }\n"
            + "  corporate { 1 = 20, 2 = 50, 3 = 75, 4 = 100, 5 = 150, 6 = 150, unrated = 100 }\n"
            + "  equity { any = 250 }\n"
            + "  speculative-equity { any = 400 }\n"
            + "}\n"
            + "steps { 1 = [AAA, AA], 2 = [A], 3 = [BBB], 4 = [BB], 5 = [B], 6 = [CCC, CC, C] }\n"
            + "ratios { cet1 = 4.5, tier1 = 6, ownFunds = 8, buffers = 0 }\n"
            + "reportsMayBeDaysOld = 120\n"
            + "institutions = [{ name = \"O=Dealer B,L=London,C=GB\", lei = " + MarketFiles.LEI_3 + " }]\n";

    private static final String CLASSES = "classes = [{ cfi = E, class = equity }, { cfi = D, class = corporate }]\n";

    @TempDir
    Path directory;

    private MarketFiles files;
    private String report = "reports = [{ institution = \"O=Dealer B,L=London,C=GB\", otherRiskExposure = 0, ";

    @BeforeEach
    void write() {
        files = new MarketFiles(directory);
        parameters("rs:" + MarketFiles.LEI_3 + ".IND", "2026-09-30");
        files.write("reports/FilingIndicators.csv", "templateID,reported\r\nC_01.00,true\r\nC_02.00,true\r\n");
        ownFunds("8", "6", "4.5");
        files.write("reports/c_02.00.csv", "datapoint,factValue\r\ndp38483,1000\r\n");
        report += "directory = \"" + directory.resolve("reports") + "\" }]\n";
    }

    private void parameters(String entity, String period) {
        files.write(
                "reports/parameters.csv",
                "name,value\r\nentityID," + entity + "\r\nrefPeriod," + period
                        + "\r\nbaseCurrency,iso4217:EUR\r\ndecimalsMonetary,-3\r\n");
    }

    private void ownFunds(String ownFunds, String tier1, String cet1) {
        files.write(
                "reports/c_01.00.csv",
                "datapoint,factValue\r\ndp33413," + ownFunds + "\r\ndp84817," + tier1 + "\r\ndp33411," + cet1 + "\r\n");
    }

    private List<Finding> judge(String settings, Trade trade) throws Exception {
        CapitalCheck check = new CapitalCheck();
        check.configure(Trade.settings(files.section() + settings));
        return check.check(trade.facts());
    }

    private List<Finding> judge(Trade trade) throws Exception {
        return judge(BASEL + CLASSES + report, trade);
    }

    /** Dealer B buys all of a hundred euros' worth of notes. */
    private Trade hundredEuros(String rating) {
        files.write(
                "instruments.csv",
                "symbol,isin,cfi,issuer,rating,currency\nNOTE,US0378331005,DBFUFR," + MarketFiles.LEI_2 + "," + rating
                        + ",EUR\nACME,,ESVUFR," + MarketFiles.LEI_1 + ",,GBP\n");
        files.write(
                "prices.csv",
                "isin,symbol,price,currency,quotation,date\nUS0378331005,NOTE,10,EUR,percent,2026-11-20\n"
                        + ",ACME,2.50,GBP,per-unit,2026-11-20\n");
        return Trade.transfer(Trade.NOTE, "1").holds(Trade.DEALER_A, "1", "0").holds(Trade.DEALER_B, "0", "1");
    }

    private static String told(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.getResult() + " " + finding.getReasonCode())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static BigDecimal figure(Finding finding, int place) {
        return finding.getFigures().get(place).getValue();
    }

    // The figures of the European Association of Credit Rating Agencies' series on ratings in the standardised
    // approach: per 100 EUR an A-rated corporate needs 4 EUR, an unrated one 8 EUR, a C-rated one 12 EUR.
    @ParameterizedTest(name = "100 EUR of a corporate rated ''{0}'' need {2} EUR")
    @CsvSource({"A,50,4", "'',100,8", "C,150,12", "AAA,20,1.6", "BBB,75,6"})
    void publishedExamples(String rating, String weighted, String required) throws Exception {
        List<Finding> findings = judge(hundredEuros(rating));
        assertThat(findings)
                .extracting(Finding::getRequirement)
                .containsExactly(
                        "countersign.capital.cet1", "countersign.capital.tier1", "countersign.capital.own-funds");
        Finding ownFunds = findings.get(2);
        assertThat(figure(ownFunds, 1)).isEqualByComparingTo(required);
        assertThat(figure(ownFunds, 3)).isEqualByComparingTo(weighted);
        assertThat(ownFunds.getFigures()).extracting(Figure::getUnit).containsOnly("EUR");
    }

    @ParameterizedTest(name = "own funds of {0}, Tier 1 of {1} and CET1 of {2} against 8, 6 and 4.5: {3}")
    @CsvSource({
        "8,6,4.5,MET MET MET",
        "7.99,6,4.5,MET MET NOT_MET",
        "8,5.99,4.5,MET NOT_MET MET",
        "8,6,4.49,NOT_MET MET MET"
    })
    void eachKindOfCapitalHasAnExactBoundary(String ownFunds, String tier1, String cet1, String results)
            throws Exception {
        ownFunds(ownFunds, tier1, cet1);
        assertThat(judge(hundredEuros("")).stream()
                        .map(finding -> finding.getResult().name())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(results);
    }

    @Test
    @DisplayName("buffers come on top of all three")
    void buffers() throws Exception {
        ownFunds("10.5", "8.5", "7");
        String settings = BASEL.replace("buffers = 0", "buffers = 2.5") + CLASSES + report;
        assertThat(told(judge(settings, hundredEuros("")))).isEqualTo("MET WITHIN_LIMIT");
        ownFunds("10.49", "8.49", "6.99");
        assertThat(told(judge(settings, hundredEuros("")))).isEqualTo("NOT_MET LIMIT_EXCEEDED");
    }

    @Test
    @DisplayName("what is held already counts, shares at 250 percent, and what is reported besides")
    void everythingThatIsHeldCounts() throws Exception {
        // 100 EUR at 100 %; 1,000 shares of 2.50 GBP, which is 3,125 EUR, at 250 %; and 1,000 EUR reported besides.
        Trade trade = hundredEuros("").holdsToo(Trade.DEALER_B, Trade.ACME, "1000");
        Finding finding = judge(BASEL + CLASSES + report.replace("otherRiskExposure = 0, ", ""), trade)
                .get(2);
        assertThat(figure(finding, 3)).isEqualByComparingTo("8912.5");
        assertThat(figure(finding, 0)).isEqualByComparingTo("705");
        assertThat(figure(finding, 1)).isEqualByComparingTo("713");
        assertThat(finding.getResult()).isEqualTo(FindingResult.NOT_MET);
    }

    @Test
    @DisplayName("the class of debt can depend on the issuer, and the first rule that fits counts")
    void classesByIssuer() throws Exception {
        String sovereign = "classes = [{ cfi = D, issuers = [" + MarketFiles.LEI_2 + "], class = sovereign },"
                + " { cfi = D, class = corporate }]\n";
        assertThat(figure(judge(BASEL + sovereign + report, hundredEuros("A")).get(2), 3))
                .isEqualByComparingTo("20");
        String speculative = "classes = [{ cfi = DB, class = speculative-equity }, { cfi = D, class = bank }]\n";
        assertThat(figure(judge(BASEL + speculative + report, hundredEuros("A")).get(2), 3))
                .isEqualByComparingTo("400");
    }

    @Test
    @DisplayName("who gives needs no capital, and who is exempt none either")
    void notApplicable() throws Exception {
        assertThat(told(judge(Trade.of(Operation.REDEEM, Trade.NOTE, "5").holds(Trade.DEALER_B, "5", "1"))))
                .isEqualTo("NOT_APPLICABLE NOTHING_ACQUIRED");
        assertThat(told(judge(BASEL + CLASSES + "exempt = [\"O=Dealer B,L=London,C=GB\"]\n", hundredEuros(""))))
                .isEqualTo("NOT_APPLICABLE EXEMPT");
    }

    @Test
    @DisplayName("what is not known is undecided, with the reason")
    void undecided() throws Exception {
        assertThat(told(judge(BASEL + CLASSES, hundredEuros("")))).isEqualTo("UNDECIDED REPORT_MISSING");
        assertThat(told(judge(hundredEuros("AA+++")))).isEqualTo("UNDECIDED RATING_UNKNOWN");
        assertThat(told(judge(BASEL + "classes = [{ cfi = E, class = equity }]\n" + report, hundredEuros(""))))
                .isEqualTo("UNDECIDED CLASS_UNKNOWN");
        assertThat(told(judge(BASEL + "classes = [{ cfi = D, class = bank }]\n" + report, hundredEuros(""))))
                .isEqualTo("UNDECIDED WEIGHT_MISSING");
    }

    @ParameterizedTest(name = "a report for {0} is {1}")
    @CsvSource({"2026-07-23,MET WITHIN_LIMIT", "2026-07-22,UNDECIDED REPORT_STALE", "2026-11-21,UNDECIDED REPORT_STALE"
    })
    void reportsGoStale(String period, String result) throws Exception {
        parameters("lei:" + MarketFiles.LEI_3, period);
        assertThat(told(judge(hundredEuros("")))).isEqualTo(result);
    }

    @Test
    @DisplayName("a report of another institution, of another template or without a figure is refused with its place")
    void wrongReports() throws Exception {
        Trade trade = hundredEuros("");
        parameters("rs:" + MarketFiles.LEI_1 + ".IND", "2026-09-30");
        assertThat(judge(trade).get(0).getReason())
                .startsWith("The file parameters.csv, line 2, column value, is 'rs:" + MarketFiles.LEI_1 + ".IND'.");
        parameters(MarketFiles.LEI_3, "2026-09-30");
        files.write("reports/FilingIndicators.csv", "templateID,reported\nC_01.00,false\n");
        assertThat(judge(trade).get(0).getReason()).contains("FilingIndicators.csv, line 2, column reported, is false");
        files.write("reports/FilingIndicators.csv", "templateID,reported\nC_01.00,true\n");
        files.write("reports/c_01.00.csv", "datapoint,factValue\ndp33413,8\n");
        assertThat(judge(trade).get(0).getReason()).contains("c_01.00.csv, column datapoint, has no dp33411");
        files.write("reports/c_01.00.csv", "datapoint,factValue\ndp33411,many\n");
        assertThat(judge(trade).get(0).getReason()).contains("c_01.00.csv, line 2, column factValue, is 'many'");
    }

    @ParameterizedTest(name = "{1} is refused")
    @CsvSource(
            delimiter = '|',
            value = {
                "ratios.cet1 = 101|ratios.cet1 is 101",
                "ratios.cte1 = 4|ratios.cte1 is not known",
                "weights.equity.any = -1|weights.equity.any is -1",
                "weights.equity.7 = 1|weights.equity.7 is not known",
                "steps.6 = [A]|steps.6 has A, as another step has",
                "classes = [{ cfi = E, class = loan }]|classes[0].class is loan",
                "institutions = []|reports[0].institution is O=Dealer B",
                "reportsMayBeDaysOld = 1.5|reportsMayBeDaysOld is 1.5"
            })
    void wrongSettingsAreRefused(String setting, String told) {
        assertThatThrownBy(() -> judge(BASEL + CLASSES + report + setting, hundredEuros("")))
                .isInstanceOf(CheckConfigurationException.class)
                .hasMessageContaining("The setting checks.test." + told);
    }
}
