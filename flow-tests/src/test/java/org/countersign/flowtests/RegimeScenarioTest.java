package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;
import static org.countersign.flowtests.CountersignNetwork.OUTSIDER;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.CryptoUtils;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import org.countersign.contracts.compliance.AccreditedRule;
import org.countersign.contracts.compliance.AllOf;
import org.countersign.contracts.compliance.ComplianceCondition;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.compliance.FlowBackRule;
import org.countersign.contracts.compliance.LockUpFromIssueRule;
import org.countersign.contracts.compliance.MaximumHoldersPerJurisdictionWithoutCategoryRule;
import org.countersign.contracts.compliance.OperationRule;
import org.countersign.contracts.compliance.ResidenceAllowedRule;
import org.countersign.contracts.compliance.ResidenceBarredRule;
import org.countersign.contracts.compliance.When;
import org.countersign.contracts.control.ControlCommand;
import org.countersign.contracts.control.ControlOrder;
import org.countersign.contracts.control.ControlReason;
import org.countersign.contracts.control.HoldingFreezeState;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.control.AffirmMeasureFlow;
import org.countersign.workflows.control.TakeMeasureFlow;
import org.countersign.workflows.definition.FindSecurityFlow;
import org.countersign.workflows.definition.MeasureGrant;
import org.countersign.workflows.definition.RegisterSecurityFlow;
import org.countersign.workflows.register.HoldersRegister;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Regimes of law as time-lines. Every clock of the network shows the dates that are told; the authorities go by records
 * of their own about the members. The tests run in the order of their dates, since time does not go back.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RegimeScenarioTest {
    private static final CordaX500Name ONE = AUTHORITIES.get(0);
    private static final CordaX500Name[] REGISTRARS = AUTHORITIES.toArray(new CordaX500Name[0]);
    private static final List<String> COMMITTEES = Arrays.asList("registrars", "compliance");
    // 17 CFR 230.902(l): the States, the District of Columbia, the territories and possessions.
    private static final List<String> UNITED_STATES = Arrays.asList("US", "AS", "GU", "MP", "PR", "UM", "VI");

    private static CountersignNetwork network;

    @TempDir
    static Path directory;

    @BeforeAll
    static void startNetwork() throws IOException {
        records();
        network = CountersignNetwork.startWithChecks(ImmutableMap.of(
                "countersign.compliance.policy",
                ImmutableMap.of("records", directory.resolve("kyc.csv").toString())));
        network.found("registrars", Aspect.OWNERSHIP);
        network.found("compliance", Aspect.COMPLIANCE);
    }

    @AfterAll
    static void stopNetwork() {
        network.close();
    }

    /** All clocks show this time from now on. */
    private static void on(String time) {
        network.advanceClocks(
                Duration.between(network.node(ISSUER).getServices().getClock().instant(), Instant.parse(time)));
    }

    /** What the authorities have on record from now on. */
    private static void records(String... holders) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("holder,person,valid_until,residence,investor_categories,"
                + "investor_rule_accredited,investor_rule_professional,investor_rule_retail");
        lines.addAll(Arrays.asList(holders));
        Path file = directory.resolve("kyc.csv");
        Path next = directory.resolve("next.csv");
        Files.write(next, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        if (Files.exists(file)) {
            // Files of one size and time are not told apart, and the clock of a file system may be coarse.
            Files.setLastModifiedTime(
                    next,
                    FileTime.from(Files.getLastModifiedTime(file).toInstant().plusSeconds(1)));
        }
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String record(CordaX500Name member, String residence, String categories) {
        return "\"" + member + "\"," + member.getOrganisation() + ",," + residence + "," + categories;
    }

    private static String accredited(CordaX500Name member, String residence) {
        return record(member, residence, "ACCREDITED,17 CFR 230.501(a)(3),,");
    }

    private static String professional(CordaX500Name member, String residence) {
        return record(member, residence, "PROFESSIONAL,,Directive 2014/65/EU annex II section I,");
    }

    private static String retail(CordaX500Name member, String residence) {
        return record(member, residence, "RETAIL,,,Directive 2014/65/EU article 4(1)(11)");
    }

    private static void register(String symbol, List<Operation> measures, ComplianceCondition... rules) {
        network.run(
                ISSUER,
                new RegisterSecurityFlow.Initiator(
                        new SecurityTerms(
                                symbol, null, symbol + " plc", "USD", BigDecimal.ONE, new BigDecimal("100000"), 0),
                        COMMITTEES,
                        Segment.WHOLE_NETWORK,
                        measures.stream()
                                .map(measure -> new MeasureGrant(measure, null))
                                .collect(Collectors.toList()),
                        new CompliancePolicy(new AllOf(Arrays.asList(rules)))));
    }

    private static void register(String symbol, ComplianceCondition... rules) {
        register(symbol, Collections.emptyList(), rules);
    }

    private static void issued(String symbol, String quantity, CordaX500Name holder) {
        settled(network.issue(symbol, quantity, holder), holder);
    }

    private static void sold(CordaX500Name from, String symbol, String quantity, CordaX500Name to) {
        settled(network.transfer(from, symbol, quantity, to), to);
    }

    private static TransactionReceipt settled(TransactionReceipt receipt, CordaX500Name holder) {
        network.recorded(receipt, holder);
        return network.recorded(receipt, REGISTRARS);
    }

    private static void issueRefused(String symbol, String quantity, CordaX500Name holder, String because) {
        BigDecimal before = network.held(holder, symbol);
        assertThatThrownBy(() -> network.issue(symbol, quantity, holder)).hasMessageContaining(because);
        assertHeld(symbol, holder, before.toPlainString());
    }

    private static void saleRefused(
            CordaX500Name from, String symbol, String quantity, CordaX500Name to, String because) {
        BigDecimal before = network.held(from, symbol);
        BigDecimal others = network.held(to, symbol);
        assertThatThrownBy(() -> network.transfer(from, symbol, quantity, to)).hasMessageContaining(because);
        assertHeld(symbol, from, before.toPlainString());
        assertHeld(symbol, to, others.toPlainString());
        assertThat(network.locked(from)).isZero();
    }

    private static void assertHeld(String symbol, CordaX500Name holder, String quantity) {
        assertThat(network.held(holder, symbol)).as(holder.getOrganisation()).isEqualByComparingTo(quantity);
    }

    @Test
    @Order(1)
    @DisplayName("Regulation D, Rule 506(c): accredited subscribers, six months of Rule 144, then resale to anybody")
    void regulationD() throws IOException {
        records(accredited(DEALER_A, "US-NY"), record(DEALER_B, "US-CA", ",,,"), record(OUTSIDER, "US-TX", ",,,"));
        on("2027-03-01T14:00:00Z");
        register(
                "RG.D506",
                // 17 CFR 230.506(c)(2)(i): all purchasers in the offering are accredited investors.
                new When(new OperationRule(Collections.singletonList("ISSUE")), new AccreditedRule()),
                // 17 CFR 230.144(d)(1)(i): from the acquisition from the issuer, whoever has held the units since.
                new LockUpFromIssueRule(Period.ofMonths(6)));
        issued("RG.D506", "100", DEALER_A);
        issueRefused("RG.D506", "100", DEALER_B, "accredited");

        on("2027-08-31T14:00:00Z");
        saleRefused(DEALER_A, "RG.D506", "40", DEALER_B, "lock-up-from-issue (period: 6 months)");

        // The day has come, and the minute at which the subscription's time-window ended has not.
        on("2027-09-01T13:30:00Z");
        saleRefused(DEALER_A, "RG.D506", "40", DEALER_B, "lock-up-from-issue (period: 6 months)");

        on("2027-09-01T15:00:00Z");
        sold(DEALER_A, "RG.D506", "40", DEALER_B);
        // Bought of a holder who is no affiliate, they are restricted no more: there is no new period.
        sold(DEALER_B, "RG.D506", "10", OUTSIDER);

        // A second tranche waits by itself, and leaves the first free.
        on("2027-10-01T14:00:00Z");
        issued("RG.D506", "50", DEALER_A);
        saleRefused(DEALER_A, "RG.D506", "61", DEALER_B, "lock-up-from-issue");
        sold(DEALER_A, "RG.D506", "60", DEALER_B);
        assertHeld("RG.D506", DEALER_A, "50");
        assertHeld("RG.D506", DEALER_B, "90");
        assertHeld("RG.D506", OUTSIDER, "10");

        on("2028-04-01T15:00:00Z");
        sold(DEALER_A, "RG.D506", "50", OUTSIDER);
        assertHeld("RG.D506", OUTSIDER, "60");
    }

    @Test
    @Order(2)
    @DisplayName("Regulation S: nobody in the United States at issue, none for forty days, then units flow back")
    void regulationS() throws IOException {
        records(professional(DEALER_A, "GB"), professional(DEALER_B, "DE"), professional(OUTSIDER, "US-NY"));
        on("2028-05-01T10:00:00Z");
        register(
                "RG.REGS",
                // 17 CFR 230.903(a)(1): offshore transactions only.
                new When(new OperationRule(Collections.singletonList("ISSUE")), new ResidenceBarredRule(UNITED_STATES)),
                // 17 CFR 230.903(b)(2)(ii): category 2, debt securities.
                new FlowBackRule(Period.ofDays(40), UNITED_STATES));
        issueRefused("RG.REGS", "100", OUTSIDER, "residence-barred");
        issued("RG.REGS", "100", DEALER_A);

        // Abroad it trades from the first day.
        on("2028-05-02T10:00:00Z");
        sold(DEALER_A, "RG.REGS", "60", DEALER_B);
        saleRefused(DEALER_B, "RG.REGS", "20", OUTSIDER, "flow-back");

        // Forty days: to 10 June, and to the minute.
        on("2028-06-09T10:00:00Z");
        saleRefused(DEALER_B, "RG.REGS", "20", OUTSIDER, "flow-back");
        on("2028-06-10T09:30:00Z");
        saleRefused(DEALER_B, "RG.REGS", "20", OUTSIDER, "flow-back");
        on("2028-06-10T11:00:00Z");
        sold(DEALER_B, "RG.REGS", "20", OUTSIDER);

        // Who has seasoned units and young ones gives the seasoned ones to a US person.
        on("2028-06-20T10:00:00Z");
        issued("RG.REGS", "100", DEALER_A);
        sold(DEALER_A, "RG.REGS", "40", OUTSIDER);
        saleRefused(DEALER_A, "RG.REGS", "1", OUTSIDER, "flow-back");
        sold(DEALER_A, "RG.REGS", "1", DEALER_B);
        assertHeld("RG.REGS", OUTSIDER, "60");
        assertHeld("RG.REGS", DEALER_A, "99");
    }

    @Test
    @Order(3)
    @DisplayName("An offer without prospectus: 149 retail holders in a state, no 150th and no 151st")
    void privatePlacement() throws IOException {
        List<PublicKey> subscribers = network.issuersKeys(148);
        List<String> records = new ArrayList<>();
        for (int number = 0; number < subscribers.size(); number++) {
            records.add(CryptoUtils.toStringShort(subscribers.get(number)) + ",Subscriber " + (number + 1)
                    + ",,DE,RETAIL,,,Directive 2014/65/EU article 4(1)(11)");
        }
        List<String> first = new ArrayList<>(records);
        first.addAll(Arrays.asList(retail(DEALER_A, "DE"), retail(DEALER_B, "DE"), retail(OUTSIDER, "FR")));
        records(first.toArray(new String[0]));

        on("2028-09-01T08:00:00Z");
        // Regulation (EU) 2017/1129 article 1(4)(b): fewer than 150 in a state, other than qualified investors.
        register(
                "RG.EU149",
                new MaximumHoldersPerJurisdictionWithoutCategoryRule(
                        149, Arrays.asList("DE", "FR"), Arrays.asList("PROFESSIONAL", "ELIGIBLE_COUNTERPARTY")));
        settled(network.run(ISSUER, new NomineeIssue("RG.EU149", 10, subscribers)), ISSUER);
        assertThat(holders("RG.EU149")).isEqualTo(148);

        on("2028-09-02T08:00:00Z");
        issued("RG.EU149", "100", DEALER_A);
        assertThat(holders("RG.EU149")).isEqualTo(149);

        // The 150th in Germany: neither of the issuer nor of a holder.
        on("2028-09-03T08:00:00Z");
        issueRefused("RG.EU149", "10", DEALER_B, "There would be more holders");
        saleRefused(DEALER_A, "RG.EU149", "10", DEALER_B, "There would be more holders");

        // The same offer in France has 149 of its own, and so is the 150th in all.
        issued("RG.EU149", "10", OUTSIDER);
        assertThat(holders("RG.EU149")).isEqualTo(150);

        // Who is a qualified investor does not count, so the 151st can be in Germany.
        on("2028-09-04T08:00:00Z");
        List<String> second = new ArrayList<>(records);
        second.addAll(Arrays.asList(retail(DEALER_A, "DE"), professional(DEALER_B, "DE"), retail(OUTSIDER, "FR")));
        records(second.toArray(new String[0]));
        sold(DEALER_A, "RG.EU149", "10", DEALER_B);
        assertThat(holders("RG.EU149")).isEqualTo(151);

        // As a retail investor once more it is one too many, and may leave; nor does it make room for itself.
        on("2028-09-05T08:00:00Z");
        records(first.toArray(new String[0]));
        sold(DEALER_B, "RG.EU149", "10", OUTSIDER);
        saleRefused(OUTSIDER, "RG.EU149", "5", DEALER_B, "There would be more holders");
        // One leaves, and another takes the place.
        sold(DEALER_A, "RG.EU149", "90", DEALER_B);
        assertThat(holders("RG.EU149")).isEqualTo(150);
    }

    /** How many keys hold something, by the register. */
    private static long holders(String symbol) {
        SecureHash security = SecureHash.create(id(symbol).getExternalId());
        return network.node(ONE)
                .transaction(() -> new HoldersRegister(network.node(ONE).getServices())
                        .balances(security).values().stream()
                                .filter(held -> held > 0)
                                .count());
    }

    private static UniqueIdentifier id(String symbol) {
        return network.run(ONE, new FindSecurityFlow.Current(symbol))
                .getState()
                .getData()
                .getLinearId();
    }

    private static ControlOrder court(String reference) {
        return new ControlOrder(
                ControlReason.COURT_ORDER, "High Court of Justice, London", reference, SecureHash.sha256(reference));
    }

    private static TransactionReceipt taken(ControlCommand measure) {
        network.run(AUTHORITIES.get(1), new AffirmMeasureFlow(measure));
        network.run(AUTHORITIES.get(2), new AffirmMeasureFlow(measure));
        return network.recorded(network.run(ONE, new TakeMeasureFlow.Initiator(measure)), REGISTRARS);
    }

    @Test
    @Order(4)
    @DisplayName("A court freezes a part, then orders more than the rest to be handed over, whatever the policy says")
    void courtOrder() throws IOException {
        records(professional(DEALER_A, "GB"), professional(DEALER_B, "GB"), professional(OUTSIDER, "GB"));
        on("2029-01-15T10:00:00Z");
        register(
                "RG.COURT",
                Arrays.asList(Operation.FREEZE, Operation.FORCE_TRANSFER),
                new ResidenceAllowedRule(Collections.singletonList("GB")));
        issued("RG.COURT", "100", DEALER_A);

        // The injunction: 60 of 100 stay where they are.
        on("2029-02-01T10:00:00Z");
        ControlCommand.Freeze injunction = new ControlCommand.Freeze(
                id("RG.COURT"), network.party(DEALER_A).getOwningKey(), 60, court("[2029] EWHC 101 (Ch)"));
        settled(taken(injunction), DEALER_A);
        saleRefused(DEALER_A, "RG.COURT", "41", DEALER_B, "A freeze stands in the way");
        sold(DEALER_A, "RG.COURT", "30", OUTSIDER);

        // The creditor has moved away, and the policy lets nobody abroad acquire.
        on("2029-05-01T10:00:00Z");
        records(professional(DEALER_A, "GB"), professional(DEALER_B, "FR"), professional(OUTSIDER, "GB"));
        saleRefused(OUTSIDER, "RG.COURT", "1", DEALER_B, "residence-allowed");

        // The judgment: 65 of the 70 that are left, of which 10 are free.
        on("2029-06-01T10:00:00Z");
        ControlCommand.ForceTransfer judgment = new ControlCommand.ForceTransfer(
                id("RG.COURT"),
                network.party(DEALER_A).getOwningKey(),
                network.party(DEALER_B).getOwningKey(),
                65,
                court("[2029] EWHC 614 (Ch)"));
        TransactionReceipt executed = network.recorded(taken(judgment), DEALER_A, DEALER_B);
        assertHeld("RG.COURT", DEALER_A, "5");
        assertHeld("RG.COURT", DEALER_B, "65");
        assertThat(network.node(ONE)
                        .getServices()
                        .getValidatedTransactions()
                        .getTransaction(executed.getTransactionId())
                        .getTx()
                        .getCommands())
                .extracting(command -> (Object) command.getValue())
                .contains(judgment);

        // The freeze stands on, over more than is left.
        saleRefused(DEALER_A, "RG.COURT", "1", OUTSIDER, "A freeze stands in the way");
        on("2029-07-01T10:00:00Z");
        UniqueIdentifier standing =
                HoldingFreezeState.of(injunction, Collections.emptyList()).getLinearId();
        settled(
                taken(new ControlCommand.Release(
                        id("RG.COURT"), injunction.getHolder(), standing, court("[2029] EWHC 700 (Ch)"))),
                DEALER_A);
        sold(DEALER_A, "RG.COURT", "5", OUTSIDER);
        assertHeld("RG.COURT", OUTSIDER, "35");
    }
}
