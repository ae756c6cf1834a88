package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import org.countersign.contracts.compliance.AllOf;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.compliance.ComplianceRule;
import org.countersign.contracts.compliance.LockUpFromAcquisitionRule;
import org.countersign.contracts.compliance.MaximumHoldersRule;
import org.countersign.contracts.compliance.MaximumTransferRule;
import org.countersign.contracts.compliance.MinimumTransferRule;
import org.countersign.contracts.compliance.ResidenceAllowedRule;
import org.countersign.contracts.compliance.SanctionsClearRule;
import org.countersign.contracts.compliance.VolumePerPeriodRule;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.holding.SecurityTokenContract;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.compliance.AskComplianceFlow;
import org.countersign.workflows.compliance.AskRegisterFiguresFlow;
import org.countersign.workflows.compliance.ComplianceAnswer;
import org.countersign.workflows.compliance.ComplianceExplanation;
import org.countersign.workflows.compliance.ComplianceQuestion;
import org.countersign.workflows.compliance.ExplainComplianceFlow;
import org.countersign.workflows.compliance.ExplainedRequirement;
import org.countersign.workflows.compliance.ListScreeningFindingsFlow;
import org.countersign.workflows.compliance.ProposedLot;
import org.countersign.workflows.compliance.RegisterQuestion;
import org.countersign.workflows.compliance.ScreeningFinding;
import org.countersign.workflows.definition.FindSecurityFlow;
import org.countersign.workflows.definition.RegisterSecurityFlow;
import org.countersign.workflows.validation.journal.JournalEntry;
import org.countersign.workflows.validation.journal.JournalQuery;
import org.countersign.workflows.validation.journal.ReadJournalFlow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What authorities of COMPLIANCE find by what only they know. */
class ComplianceScenarioTest {
    private static final CordaX500Name ONE = AUTHORITIES.get(0);
    private static final List<String> COMMITTEES = Arrays.asList("registrars", "compliance");
    private static final String HEADER = "id,schema,name,aliases,birth_date,countries,last_seen\n";
    private static final String NOBODY = "NK-1,Person,Arvid Falkenborg,,1970-02-01,se,2026-11-01\n";
    private static final String DEALER = "NK-2,Company,B DEALER LLC,,,gb,2026-11-02\n";

    private static CountersignNetwork network;

    @TempDir
    static Path directory;

    @BeforeAll
    static void startNetwork() throws IOException {
        list(NOBODY);
        records("DE");
        network = CountersignNetwork.startWithChecks(ImmutableMap.of(
                "countersign.compliance.sanctions",
                screening(),
                "countersign.compliance.policy",
                ImmutableMap.of("records", directory.resolve("kyc.csv").toString())));
        network.withCommittees();
        network.found("compliance", Aspect.COMPLIANCE);
    }

    @AfterAll
    static void stopNetwork() {
        network.close();
    }

    private static Map<String, Object> screening() {
        return ImmutableMap.of(
                "rescreenEverySeconds",
                1,
                "lists",
                Collections.singletonList(ImmutableMap.of(
                        "name",
                        "Made up",
                        "format",
                        "opensanctions-csv",
                        "file",
                        directory.resolve("list.csv").toString())));
    }

    private static void list(String entries) throws IOException {
        write("list.csv", HEADER + entries);
    }

    /** What the authorities have on record of the members; Dealer B resides wherever the test says. */
    private static void records(String dealersResidence) throws IOException {
        write(
                "kyc.csv",
                "holder,person,valid_until,residence,investor_categories,investor_rule_professional\n"
                        + record(ISSUER, "GB") + record(DEALER_A, "GB") + record(DEALER_B, dealersResidence));
    }

    private static String record(CordaX500Name member, String residence) {
        return "\"" + member + "\"," + member.getOrganisation() + ",," + residence
                + ",PROFESSIONAL,Directive 2014/65/EU annex II\n";
    }

    // Files of one size and time are not told apart, and the clock of a file system may be coarse.
    private static void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Path next = Files.write(directory.resolve("next.csv"), text.getBytes(StandardCharsets.UTF_8));
        if (Files.exists(file)) {
            Instant later = Files.getLastModifiedTime(file).toInstant().plusSeconds(1);
            Files.setLastModifiedTime(next, FileTime.from(later));
        }
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<ScreeningFinding> findings(boolean gone) {
        return network.run(ONE, new ListScreeningFindingsFlow(gone));
    }

    private static List<JournalEntry> rescreenings() {
        return network.run(
                ONE,
                new ReadJournalFlow(
                        new JournalQuery(0, SecureHash.zeroHash, Aspect.COMPLIANCE, ONE, null, null, null)));
    }

    @Test
    @DisplayName("Holders are screened again when a list changes, and who is on it neither gives nor takes any more")
    void rescreening() throws IOException {
        network.register("CO.LIST", "1000000", COMMITTEES);
        network.recorded(network.issue("CO.LIST", "100", DEALER_A), DEALER_A);
        network.recorded(network.transfer(DEALER_A, "CO.LIST", "40", DEALER_B), DEALER_B);
        assertThat(findings(true)).isEmpty();

        list(NOBODY + DEALER);
        CountersignNetwork.await("the dealer is found", () -> findings(false).size() == 1);
        ScreeningFinding found = findings(false).get(0);
        assertThat(found.getPerson()).isEqualTo("Dealer B");
        assertThat(found.getParty()).isEqualTo(DEALER_B.toString());
        assertThat(found.getEntry()).isEqualTo("NK-2");
        assertThat(found.getMatchedName()).isEqualTo("B DEALER LLC");
        assertThat(found.getVersion()).startsWith("2026-11-02/");
        assertThat(rescreenings())
                .anySatisfy(entry -> assertThat(entry.getLine())
                        .contains("\"attested\":false")
                        .contains("SANCTIONS_HIT")
                        .contains("score of Dealer B: Made up " + found.getVersion() + ", entry NK-2 'B DEALER LLC'"));

        for (CordaX500Name giver : Arrays.asList(DEALER_A, DEALER_B)) {
            CordaX500Name taker = giver.equals(DEALER_A) ? DEALER_B : DEALER_A;
            assertThatThrownBy(() -> network.transfer(giver, "CO.LIST", "10", taker))
                    .hasMessageContaining("Screening against sanctions lists gave a hit.")
                    .hasMessageNotContaining("Made up")
                    .hasMessageNotContaining("NK-2");
        }
        assertThat(network.held(DEALER_B, "CO.LIST")).isEqualByComparingTo("40");
        assertThat(network.held(DEALER_A, "CO.LIST")).isEqualByComparingTo("60");

        list(NOBODY);
        CountersignNetwork.await("the dealer is cleared", () -> findings(false).isEmpty());
        assertThat(findings(true)).hasSize(1);
        network.recorded(network.transfer(DEALER_B, "CO.LIST", "10", DEALER_A), DEALER_A);
        assertThat(network.held(DEALER_A, "CO.LIST")).isEqualByComparingTo("70");
    }

    private static void register(String symbol, ComplianceRule... rules) {
        network.run(
                ISSUER,
                new RegisterSecurityFlow.Initiator(
                        new SecurityTerms(
                                symbol, null, symbol + " plc", "GBP", BigDecimal.ONE, new BigDecimal("1000"), 0),
                        COMMITTEES,
                        Segment.WHOLE_NETWORK,
                        Collections.emptyList(),
                        new CompliancePolicy(new AllOf(Arrays.asList(rules)))));
    }

    private static String judged(TransactionReceipt receipt) {
        return network.run(
                        ONE,
                        new ReadJournalFlow(new JournalQuery(
                                0, receipt.getTransactionId(), Aspect.COMPLIANCE, null, true, null, null)))
                .get(0)
                .getLine();
    }

    @Test
    @DisplayName("An authority judges every rule of the policy once, by lots, claims, screening and register")
    void theWholePolicyIsJudged() {
        register(
                "CO.ALL",
                new ResidenceAllowedRule(Arrays.asList("GB", "DE")),
                new SanctionsClearRule(),
                new MaximumHoldersRule(2),
                new MaximumTransferRule(new BigDecimal("50")),
                new MinimumTransferRule(BigDecimal.ONE));
        network.recorded(network.issue("CO.ALL", "50", DEALER_A), DEALER_A);
        TransactionReceipt receipt = network.transfer(DEALER_A, "CO.ALL", "20", DEALER_B);
        network.recorded(receipt, DEALER_B);
        for (String rule : Arrays.asList(
                "residence-allowed", "sanctions-clear", "maximum-holders", "maximum-transfer", "minimum-transfer")) {
            assertThat(judged(receipt)).containsOnlyOnce("countersign.compliance.policy." + rule + "\",\"result\":");
        }
        assertThat(judged(receipt))
                .containsOnlyOnce("\"countersign.compliance.policy\",\"result\":\"MET\"")
                .contains("{\"name\":\"holders after\",\"value\":\"2\",\"unit\":\"1\"}");
    }

    @Test
    @DisplayName("An authority refuses what the contract cannot see, and nothing moves")
    void whatTheContractCannotSee() throws IOException {
        register("CO.RES", new ResidenceAllowedRule(Arrays.asList("GB", "DE")));
        network.recorded(network.issue("CO.RES", "50", DEALER_A), DEALER_A);
        network.recorded(network.transfer(DEALER_A, "CO.RES", "20", DEALER_B), DEALER_B);
        try {
            records("FR");
            assertThatThrownBy(() -> network.transfer(DEALER_A, "CO.RES", "5", DEALER_B))
                    .hasMessageContaining("residence-allowed");
            assertThat(network.held(DEALER_B, "CO.RES")).isEqualByComparingTo("20");
            assertThat(network.locked(DEALER_A)).isZero();
            // Who has moved away can still sell.
            network.recorded(network.transfer(DEALER_B, "CO.RES", "20", DEALER_A), DEALER_A);
        } finally {
            records("DE");
        }
        assertThat(network.held(DEALER_A, "CO.RES")).isEqualByComparingTo("50");
    }

    @Test
    @DisplayName("Holders are counted by the registers: one more is refused, one in place of another is not")
    void holdersAreCounted() {
        register("CO.CNT", new MaximumHoldersRule(1));
        network.recorded(network.issue("CO.CNT", "50", DEALER_A), DEALER_A);
        assertThatThrownBy(() -> network.transfer(DEALER_A, "CO.CNT", "20", DEALER_B))
                .hasMessageContaining("There would be more holders than 1.");
        assertThat(network.held(DEALER_A, "CO.CNT")).isEqualByComparingTo("50");
        network.recorded(network.transfer(DEALER_A, "CO.CNT", "50", DEALER_B), DEALER_B);
        assertThat(network.held(DEALER_B, "CO.CNT")).isEqualByComparingTo("50");
    }

    @Test
    @DisplayName("How much a holder has sold in a period is what the registers say, and redeemed is not sold")
    void volumeIsCounted() {
        register("CO.VOL", new VolumePerPeriodRule(new BigDecimal("30"), Period.ofDays(30)));
        network.recorded(network.issue("CO.VOL", "100", DEALER_A), DEALER_A);
        network.recorded(network.transfer(DEALER_A, "CO.VOL", "20", DEALER_B), DEALER_B);
        network.redeem(DEALER_A, "CO.VOL", "25");
        assertThatThrownBy(() -> network.transfer(DEALER_A, "CO.VOL", "11", DEALER_B))
                .hasMessageContaining("than allowed");
        network.recorded(network.transfer(DEALER_A, "CO.VOL", "10", DEALER_B), DEALER_B);
        assertThat(network.held(DEALER_B, "CO.VOL")).isEqualByComparingTo("30");
    }

    private static ComplianceExplanation explain(CordaX500Name from, String symbol, String amount, Instant at) {
        CordaX500Name to = from.equals(DEALER_A) ? DEALER_B : DEALER_A;
        return network.run(from, new ExplainComplianceFlow(symbol, network.party(to), new BigDecimal(amount), at));
    }

    private static ExplainedRequirement rule(ComplianceExplanation explanation, String word) {
        return explanation.getRules().stream()
                .filter(rule -> rule.getText().startsWith(word + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No rule " + word + " in " + explanation.getConclusion()));
    }

    @Test
    @DisplayName("Before a transaction every rule is explained: the ledger's by the giver, the others by authorities")
    void explainedBeforehand() throws IOException {
        register(
                "CO.EXP",
                new LockUpFromAcquisitionRule(Period.ofDays(30)),
                new ResidenceAllowedRule(Arrays.asList("GB", "DE")),
                new MaximumHoldersRule(2));
        network.recorded(network.issue("CO.EXP", "50", DEALER_A), DEALER_A);
        Instant now = network.node(DEALER_A).getServices().getClock().instant();

        ComplianceExplanation locked = explain(DEALER_A, "CO.EXP", "20", now);
        assertThat(locked.getPasses()).isFalse();
        assertThat(rule(locked, "lock-up-from-acquisition").getResult()).isEqualTo(FindingResult.NOT_MET);
        assertThat(rule(locked, "lock-up-from-acquisition").getDecidedBy()).containsExactly("ledger");

        Instant later = now.plus(Duration.ofDays(31));
        ComplianceExplanation free = explain(DEALER_A, "CO.EXP", "20", later);
        assertThat(free.getPasses()).as(free.getConclusion()).isTrue();
        assertThat(free.getAt()).isEqualTo(later);
        assertThat(free.getRules()).extracting(ExplainedRequirement::getResult).containsOnly(FindingResult.MET);
        assertThat(rule(free, "residence-allowed").getDecidedBy())
                .containsExactlyInAnyOrderElementsOf(
                        AUTHORITIES.stream().map(CordaX500Name::toString).collect(Collectors.toList()));
        assertThat(free.getOthers())
                .extracting(ExplainedRequirement::getText)
                .containsExactly(
                        SecurityTokenContract.ACTIVE,
                        SecurityTokenContract.PAUSE_OVER,
                        "countersign.compliance.sanctions");

        records("FR");
        try {
            ComplianceExplanation barred = explain(DEALER_A, "CO.EXP", "20", later);
            assertThat(barred.getPasses()).isFalse();
            assertThat(rule(barred, "residence-allowed").getResult()).isEqualTo(FindingResult.NOT_MET);
            assertThat(rule(barred, "lock-up-from-acquisition").getResult()).isEqualTo(FindingResult.MET);
        } finally {
            records("DE");
        }
        assertThatThrownBy(() -> explain(DEALER_A, "CO.EXP", "51", later)).hasMessageContaining("51");
        assertThat(network.locked(DEALER_A)).isZero();
        assertThat(network.held(DEALER_A, "CO.EXP")).isEqualByComparingTo("50");
        assertThat(network.run(
                        ONE,
                        new ReadJournalFlow(new JournalQuery(
                                0, SecureHash.zeroHash, Aspect.COMPLIANCE, DEALER_A, null, null, null))))
                .anySatisfy(entry -> assertThat(entry.getLine())
                        .contains("\"question\":[\"TRANSFER of CO.EXP between " + later)
                        .contains("\"surrendered\":[\"50 of Dealer A, issued "));
    }

    @Test
    @DisplayName(
            "What is more than the ledger can count is not asked about, and the authority answers the next question")
    void questionsBeyondCounting() {
        register("CO.BIG", new ResidenceAllowedRule(Arrays.asList("GB", "DE")));
        StateAndRef<SecurityDefinitionState> definition = network.run(ISSUER, new FindSecurityFlow.Current("CO.BIG"));
        assertThatThrownBy(() -> askAboutIssue(definition, BigDecimal.valueOf(Long.MAX_VALUE), BigDecimal.ONE))
                .hasMessageContaining("about more than the ledger can count")
                .hasMessageContaining("at most 9223372036854775807 smallest units");
        assertThat(askAboutIssue(definition, BigDecimal.valueOf(Long.MAX_VALUE)).getFindings())
                .isNotEmpty();
    }

    private static ComplianceAnswer askAboutIssue(
            StateAndRef<SecurityDefinitionState> definition, BigDecimal... quantities) {
        Instant now = network.node(ISSUER).getServices().getClock().instant();
        List<ProposedLot> received = new ArrayList<>();
        for (BigDecimal quantity : quantities) {
            received.add(new ProposedLot(network.party(DEALER_A).getOwningKey(), quantity, now, now));
        }
        ComplianceQuestion question = new ComplianceQuestion(
                definition.getState().getData().getLinearId(),
                definition.getRef(),
                Operation.ISSUE,
                Collections.emptyList(),
                received,
                now,
                now.plusSeconds(60));
        return network.run(ISSUER, new AskComplianceFlow(network.party(ONE), question));
    }

    @Test
    @DisplayName("Nobody is told what would come of moving what others hold")
    void othersHoldingsAreNotExplained() {
        register("CO.ASK", new ResidenceAllowedRule(Arrays.asList("GB", "DE")));
        network.recorded(network.issue("CO.ASK", "50", DEALER_A), DEALER_A);
        StateAndRef<SecurityDefinitionState> definition = network.run(DEALER_B, new FindSecurityFlow.Current("CO.ASK"));
        Instant now = network.node(DEALER_A).getServices().getClock().instant();
        ProposedLot given = new ProposedLot(network.party(DEALER_A).getOwningKey(), BigDecimal.TEN, now, now);
        ProposedLot taken = new ProposedLot(network.party(DEALER_B).getOwningKey(), BigDecimal.TEN, now, now);
        for (Operation operation : Arrays.asList(Operation.TRANSFER, Operation.ISSUE)) {
            ComplianceQuestion question = new ComplianceQuestion(
                    definition.getState().getData().getLinearId(),
                    definition.getRef(),
                    operation,
                    operation == Operation.ISSUE ? Collections.emptyList() : Collections.singletonList(given),
                    Collections.singletonList(taken),
                    now,
                    now.plusSeconds(60));
            assertThatThrownBy(() -> network.run(DEALER_B, new AskComplianceFlow(network.party(ONE), question)))
                    .hasMessageContaining("answers only who would give");
        }
        assertThatThrownBy(() -> network.run(
                        DEALER_B,
                        new AskRegisterFiguresFlow(
                                network.party(ONE),
                                new RegisterQuestion(
                                        definition.getState().getData().getLinearId(),
                                        Collections.singletonList(given.getHolder()),
                                        Collections.emptyList(),
                                        Collections.emptyList(),
                                        Collections.emptyList()))))
                .hasMessageContaining("nothing of the register");
    }
}
