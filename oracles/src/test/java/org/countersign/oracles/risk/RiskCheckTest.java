package org.countersign.oracles.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.countersign.oracles.validation.FactKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices here: a share of ACME is 2.50 GBP, a note 985 EUR, a pound 1.25 EUR. */
class RiskCheckTest {
    private static final String EXPOSURE = "exposure { currency = GBP, limit = 2500, holders = ["
            + "{ holder = \"O=Issuer Bank,L=London,C=GB\", limit = 0 }] }\n";

    @TempDir
    Path directory;

    private MarketFiles files;

    @BeforeEach
    void write() {
        files = new MarketFiles(directory);
    }

    private List<Finding> judge(String limits, Trade trade) throws Exception {
        RiskCheck check = new RiskCheck();
        check.configure(Trade.settings(files.section() + limits));
        return check.check(trade.facts());
    }

    private static Trade sale(String quantity, String heldBefore, String heldAfter) {
        return Trade.transfer(Trade.ACME, "10000")
                .holds(Trade.DEALER_A, quantity, "0")
                .holds(Trade.DEALER_B, heldBefore, heldAfter);
    }

    private static String told(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.getRequirement().replace("countersign.risk.", "") + " " + finding.getResult()
                        + " " + finding.getReasonCode())
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest(name = "holding {0} afterwards is an exposure that is {1}")
    @CsvSource({"999,MET", "1000,MET", "1001,NOT_MET"})
    void exposureHasAnExactBoundary(String after, FindingResult result) throws Exception {
        List<Finding> findings = judge(EXPOSURE, sale("1", "998", after));
        assertThat(findings).extracting(Finding::getResult).containsExactly(result);
        assertThat(findings.get(0).getFigures())
                .extracting(Figure::getName)
                .containsExactly("value before", "value after", "limit");
        assertThat(findings.get(0).getFigures().get(0).getValue()).isEqualByComparingTo("2495");
        assertThat(findings.get(0).getFigures().get(2).getUnit()).isEqualTo("GBP");
        assertThat(findings.get(0).getReason()).doesNotContainPattern("[0-9]");
    }

    @Test
    @DisplayName("exposure counts everything a holder has, in the currency of the limit")
    void exposureCountsEverything() throws Exception {
        // One note is 985 EUR = 788 GBP, and 684 shares are 1,710 GBP: 2,498. One share more is 2,500.50.
        assertThat(told(judge(EXPOSURE, sale("1", "683", "684").holdsToo(Trade.DEALER_B, Trade.NOTE, "1"))))
                .isEqualTo("exposure MET WITHIN_LIMIT");
        assertThat(told(judge(EXPOSURE, sale("1", "683", "685").holdsToo(Trade.DEALER_B, Trade.NOTE, "1"))))
                .isEqualTo("exposure NOT_MET LIMIT_EXCEEDED");
    }

    @Test
    @DisplayName("who only gives is not judged, whatever remains")
    void whoGivesIsNotJudged() throws Exception {
        Trade redemption = Trade.of(Operation.REDEEM, Trade.ACME, "10000").holds(Trade.DEALER_A, "9000", "8000");
        assertThat(told(judge(EXPOSURE, redemption))).isEqualTo("exposure NOT_APPLICABLE NOTHING_ACQUIRED");
    }

    @ParameterizedTest(name = "{0} of 10,000 are a share that is {1}")
    @CsvSource({"3000,MET", "3001,NOT_MET"})
    void shareInWhatIsInIssue(String after, FindingResult result) throws Exception {
        assertThat(judge("ownership { percent = 30 }", sale("1", "2999", after)))
                .extracting(Finding::getResult)
                .containsExactly(result);
    }

    @Test
    @DisplayName("who is exempt may own all of it, and the share alone needs no market data")
    void exemptFromTheShare() throws Exception {
        RiskCheck check = new RiskCheck();
        check.configure(Trade.settings("ownership { percent = 30, exempt = [\"O=Dealer B,L=London,C=GB\"] }"));
        assertThat(told(check.check(sale("1", "9000", "9001").facts()))).isEqualTo("ownership NOT_APPLICABLE EXEMPT");
        assertThat(told(check.check(Trade.transfer(Trade.ACME, "10")
                        .holds(Trade.DEALER_B, "10", "0")
                        .holds(Trade.DEALER_A, "0", "10")
                        .facts())))
                .isEqualTo("ownership NOT_MET LIMIT_EXCEEDED");
        assertThatThrownBy(() -> check.configure(Trade.settings(EXPOSURE))).hasMessageContaining("data is missing");
    }

    @Test
    @DisplayName("a third of three is more than 33.33 percent and less than 33.34")
    void sharesAreNotRounded() throws Exception {
        Trade third =
                Trade.transfer(Trade.ACME, "3").holds(Trade.DEALER_A, "1", "0").holds(Trade.DEALER_B, "0", "1");
        assertThat(told(judge("ownership { percent = \"33.33333333\" }", third)))
                .contains("NOT_MET");
        assertThat(told(judge("ownership { percent = \"33.33333334\" }", third)))
                .contains(" MET");
    }

    @Test
    @DisplayName("an issue is judged by what is in issue afterwards")
    void issuesAreJudgedByTheWholeAfterwards() throws Exception {
        // 500 of 1,000 before; 1,500 of 2,000 after.
        Trade issue = Trade.of(Operation.ISSUE, Trade.ACME, "1000").holds(Trade.DEALER_B, "500", "1500");
        List<Finding> findings = judge("ownership { percent = 74.99 }", issue);
        assertThat(told(findings)).isEqualTo("ownership NOT_MET LIMIT_EXCEEDED");
        assertThat(findings.get(0).getFigures().get(0).getValue()).isEqualByComparingTo("50");
        assertThat(findings.get(0).getFigures().get(1).getValue()).isEqualByComparingTo("75");
        assertThat(told(judge("ownership { percent = 10, securities = [{ security = ACME, percent = 75 }] }", issue)))
                .isEqualTo("ownership MET WITHIN_LIMIT");
    }

    @Test
    @DisplayName("securities of one group of issuers count together")
    void issuerGroups() throws Exception {
        // 1,000 shares are 3,125 EUR, one note 985 EUR.
        Trade trade = sale("1", "999", "1000").holdsToo(Trade.DEALER_B, Trade.NOTE, "1");
        assertThat(told(judge("issuerExposure { currency = EUR, limit = 3125 }", trade)))
                .isEqualTo("issuer-exposure MET WITHIN_LIMIT");
        String group = "groups = [{ name = both, issuers = [" + MarketFiles.LEI_1 + ", " + MarketFiles.LEI_2 + "]";
        assertThat(told(judge("issuerExposure { currency = EUR, limit = 3125, " + group + " }] }", trade)))
                .isEqualTo("issuer-exposure NOT_MET LIMIT_EXCEEDED");
        assertThat(told(judge(
                        "issuerExposure { currency = EUR, limit = 3125, " + group + ", limit = 4110 }] }", trade)))
                .isEqualTo("issuer-exposure MET WITHIN_LIMIT");
    }

    @Test
    @DisplayName("a security's share in a portfolio is judged once the portfolio is worth it")
    void portfolioShares() throws Exception {
        // 3,125 EUR of shares and three notes of 985 EUR: 51.4 percent.
        Trade trade = sale("1", "999", "1000").holdsToo(Trade.DEALER_B, Trade.NOTE, "3");
        String settings = "portfolio { securityPercent = %s, issuerPercent = %s, currency = EUR, judgedAbove = %s }";
        assertThat(told(judge(String.format(settings, "52", "51", "6079"), trade)))
                .isEqualTo("portfolio-security MET WITHIN_LIMIT, portfolio-issuer NOT_MET LIMIT_EXCEEDED");
        assertThat(told(judge(String.format(settings, "0", "0", "6080"), trade)))
                .isEqualTo("portfolio-security NOT_APPLICABLE PORTFOLIO_SMALL, "
                        + "portfolio-issuer NOT_APPLICABLE PORTFOLIO_SMALL");
    }

    @Test
    @DisplayName("what may pass and be open between two is set in general, per pair, and by name or LEI")
    void counterparties() throws Exception {
        Trade trade = sale("100", "0", "100");
        String general = "counterparty { currency = GBP, perTransfer = %s, total = %s }";
        assertThat(told(judge(String.format(general, "250", "250"), trade)))
                .isEqualTo("counterparty-transfer MET WITHIN_LIMIT, counterparty-total MET WITHIN_LIMIT");
        assertThat(told(judge(String.format(general, "249.99", "250"), trade)))
                .isEqualTo("counterparty-transfer NOT_MET LIMIT_EXCEEDED, counterparty-total MET WITHIN_LIMIT");
        String pairs = "institutions = [{ name = \"O=Dealer A,L=London,C=GB\", lei = " + MarketFiles.LEI_3 + " }]\n"
                + "counterparty { currency = GBP, perTransfer = 250, total = 1000, pairs = [{ giver = "
                + MarketFiles.LEI_3 + ", taker = \"O=Dealer B,L=London,C=GB\", open = %s }] }";
        assertThat(told(judge(String.format(pairs, "750"), trade))).contains("counterparty-total MET");
        assertThat(told(judge(String.format(pairs, "750.01"), trade))).contains("counterparty-total NOT_MET");
    }

    @Test
    @DisplayName("the issuer is the counterparty of an issue and of a redemption")
    void issuersAreCounterparties() throws Exception {
        String limit = "counterparty { currency = GBP, perTransfer = 10, total = 10 }";
        Trade issue = Trade.of(Operation.ISSUE, Trade.ACME, "0").holds(Trade.DEALER_A, "0", "5");
        assertThat(judge(limit, issue).get(0).getReason()).contains("from Issuer Bank to Dealer A would exceed");
        Trade redemption = Trade.of(Operation.REDEEM, Trade.ACME, "5").holds(Trade.DEALER_A, "5", "0");
        assertThat(judge(limit, redemption).get(0).getReason()).contains("from Dealer A to Issuer Bank would exceed");
    }

    @Test
    @DisplayName("what is not known is undecided, never within a limit")
    void unknownIsUndecided() throws Exception {
        assertThat(told(judge(EXPOSURE, Trade.transfer(Trade.ACME, "10").outputs(Trade.DEALER_B, "1"))))
                .isEqualTo("exposure UNDECIDED POSITION_UNKNOWN");
        assertThat(told(judge(EXPOSURE, sale("1", "0", "1").outputs(Trade.ISSUER, "1"))))
                .isEqualTo("exposure UNDECIDED POSITION_UNKNOWN");
        files.write("prices.csv", "isin,symbol,price,currency,quotation,date\n");
        assertThat(told(judge(EXPOSURE, sale("1", "0", "1")))).isEqualTo("exposure UNDECIDED PRICE_MISSING");
        files.write("prices.csv", "price\n1\n");
        assertThat(told(judge(EXPOSURE + "ownership { percent = 30 }", sale("1", "0", "1"))))
                .isEqualTo("exposure UNDECIDED DATA_FILE_INVALID, ownership UNDECIDED DATA_FILE_INVALID");
    }

    @Test
    @DisplayName("the check is for RISK and needs positions")
    void asksForPositions() {
        assertThat(new RiskCheck().needs()).containsExactly(FactKind.POSITIONS);
        assertThat(new RiskCheck().name()).isEqualTo("countersign.risk");
    }

    @ParameterizedTest(name = "{0} is refused: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "|checks.test.exposure is missing, and so is every other limit",
                "exposure { currency = GBP, limt = 1, limit = 1 }|checks.test.exposure.limt is not known",
                "exposure { currency = GBP }|checks.test.exposure.limit is missing",
                "exposure { currency = POUND, limit = 1 }|checks.test.exposure.currency is 'POUND'",
                "exposure { currency = GBP, limit = -1 }|checks.test.exposure.limit is -1",
                "ownership { percent = 101 }|checks.test.ownership.percent is 101",
                "issuerExposure { currency = GBP, limit = 1, groups = [{ name = a, issuers = [x] }] }"
                        + "|checks.test.issuerExposure.groups[0].issuers is wrong: 'x' is not an LEI",
                "counterparty { currency = GBP, perTransfer = 1, total = 1, pairs = [{ giver = 5493000IBP32UQZ0KL24 }]"
                        + " }|checks.test.counterparty.pairs[0].giver is 5493000IBP32UQZ0KL24"
            })
    void wrongSettingsAreRefused(String limits, String told) {
        assertThatThrownBy(() -> judge(limits == null ? "" : limits, sale("1", "0", "1")))
                .isInstanceOf(CheckConfigurationException.class)
                .hasMessageContaining(told);
    }
}
