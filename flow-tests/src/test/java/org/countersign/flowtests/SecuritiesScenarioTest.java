package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.contracts.identity.InvestorCategory.ACCREDITED;
import static org.countersign.contracts.identity.InvestorCategory.ELIGIBLE_COUNTERPARTY;
import static org.countersign.contracts.identity.InvestorCategory.PROFESSIONAL;
import static org.countersign.contracts.identity.InvestorCategory.QUALIFIED_INSTITUTIONAL_BUYER;
import static org.countersign.contracts.identity.InvestorCategory.RETAIL;
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
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.corda.core.identity.CordaX500Name;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countersign.contracts.segment.AdmissionCondition;
import org.countersign.contracts.segment.AdmissionPolicy;
import org.countersign.contracts.segment.CrossSegmentRules;
import org.countersign.contracts.segment.PermittedSecurities;
import org.countersign.contracts.segment.SegmentTerms;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.definition.RegisterSourceFlow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example securities of the language from their source to what may be done with them and what not. Every clock of
 * the network shows the dates that are told, and the authorities go by records of their own. The tests run in the order
 * of their dates, since time does not go back. Nothing of a source is changed but the issuer's name.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecuritiesScenarioTest {
    private static final CordaX500Name[] REGISTRARS = AUTHORITIES.toArray(new CordaX500Name[0]);
    private static final String SOURCES = "contracts/language/src/test/resources/securities";

    private static CountersignNetwork network;

    @TempDir
    static Path directory;

    @BeforeAll
    static void startNetwork() throws IOException {
        records();
        network = CountersignNetwork.startWithChecks(ImmutableMap.of(
                "countersign.identity.admitted-holders",
                ImmutableMap.of(
                        "holders",
                        Arrays.asList(
                                ISSUER.toString(), DEALER_A.toString(), DEALER_B.toString(), OUTSIDER.toString())),
                "countersign.compliance.policy",
                ImmutableMap.of("records", directory.resolve("holders.csv").toString())));
        network.withCommittees();
        network.found("compliance", Aspect.COMPLIANCE);
        // A source can name a segment if a committee is of it.
        network.found("us-risk", Aspect.RISK, "us-private");
        network.found("international-risk", Aspect.RISK, "international");
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
    private static void records(HolderRecord... holders) throws IOException {
        List<String> lines = new ArrayList<>(Collections.singletonList(HolderRecord.header()));
        for (HolderRecord holder : holders) {
            lines.add(holder.line());
        }
        Path file = directory.resolve("holders.csv");
        Path next = Files.write(
                directory.resolve("next.csv"), (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        if (Files.exists(file)) {
            // Files of one size and time are not told apart, and the clock of a file system may be coarse.
            Instant later = Files.getLastModifiedTime(file).toInstant().plusSeconds(1);
            Files.setLastModifiedTime(next, FileTime.from(later));
        }
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void register(String file, String issuer) throws IOException {
        Path root = Paths.get("").toAbsolutePath();
        while (!Files.exists(root.resolve(SOURCES))) {
            root = root.getParent();
        }
        String source = new String(Files.readAllBytes(root.resolve(SOURCES).resolve(file)), StandardCharsets.UTF_8);
        assertThat(source).contains(issuer);
        network.run(ISSUER, new RegisterSourceFlow.Initiator(source.replace(issuer, ISSUER.toString())));
    }

    private static void issued(String symbol, String quantity, CordaX500Name holder) {
        settled(network.issue(symbol, quantity, holder), holder);
    }

    private static void sold(CordaX500Name from, String symbol, String quantity, CordaX500Name to) {
        settled(network.transfer(from, symbol, quantity, to), to);
    }

    private static void settled(TransactionReceipt receipt, CordaX500Name holder) {
        network.recorded(receipt, holder);
        network.recorded(receipt, REGISTRARS);
    }

    private static void issueRefused(String symbol, String quantity, CordaX500Name holder, String because) {
        refused(() -> network.issue(symbol, quantity, holder), symbol, because);
    }

    private static void saleRefused(
            CordaX500Name from, String symbol, String quantity, CordaX500Name to, String because) {
        refused(() -> network.transfer(from, symbol, quantity, to), symbol, because);
    }

    private static void redemptionRefused(CordaX500Name from, String symbol, String quantity, String because) {
        refused(() -> network.redeem(from, symbol, quantity), symbol, because);
    }

    /** Refused with the rule in the answer, and nothing has moved or stays reserved. */
    private static void refused(ThrowingCallable attempt, String symbol, String because) {
        List<BigDecimal> before = held(symbol);
        assertThatThrownBy(attempt).hasMessageContaining(because);
        assertThat(held(symbol)).usingElementComparator(BigDecimal::compareTo).isEqualTo(before);
        assertThat(network.locked(DEALER_A) + network.locked(DEALER_B)).isZero();
    }

    private static List<BigDecimal> held(String symbol) {
        return Arrays.asList(
                network.held(DEALER_A, symbol), network.held(DEALER_B, symbol), network.held(OUTSIDER, symbol));
    }

    private static void assertHeld(String symbol, String dealerA, String dealerB, String outsider) {
        assertThat(held(symbol))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal(dealerA), new BigDecimal(dealerB), new BigDecimal(outsider));
    }

    /** A segment of licensed members, for securities in dollars. */
    private static SegmentTerms inDollars() {
        return new SegmentTerms(
                new AdmissionPolicy(
                        Collections.singletonList(new AdmissionCondition("LICENCE", "The member is licensed.")),
                        Collections.singletonList("GB"),
                        false),
                Collections.emptyList(),
                new PermittedSecurities(Collections.emptyList(), Collections.singletonList("USD")),
                CrossSegmentRules.NONE,
                true);
    }

    @Test
    @Order(1)
    @DisplayName("The Regulation D share: accredited and known members of its segment, and Rule 144 on resale")
    void regDShare() throws IOException {
        on("2027-03-01T15:00:00Z");
        SegmentStage stage = new SegmentStage(network);
        stage.establish("us-private", inDollars());
        stage.admit("us-private", ISSUER, DEALER_A, DEALER_B);
        register("reg-d-share.security", "O=ACME Inc., L=New York, C=US");
        records(
                HolderRecord.of(DEALER_A, "US-NY", ACCREDITED).checked(2, "2027-02-15"),
                HolderRecord.of(DEALER_B, "US-CA", ACCREDITED).checked(1, "2027-02-15"),
                HolderRecord.of(OUTSIDER, "US-TX", ACCREDITED).checked(2, "2027-02-15"));
        issueRefused("ACME", "1000", DEALER_B, "kyc-level (level: 2, ");
        issueRefused("ACME", "1000", OUTSIDER, "Outsider is not admitted to deal in segment us-private now");
        records(
                HolderRecord.of(DEALER_A, "US-NY", ACCREDITED).checked(2, "2027-02-15"),
                HolderRecord.of(DEALER_B, "US-CA", PROFESSIONAL).checked(2, "2027-02-15"));
        issueRefused("ACME", "1000", DEALER_B, "investor-category (categories: ACCREDITED)");
        issued("ACME", "1000", DEALER_A);
        stage.admit("us-private", OUTSIDER);

        // A day less than twelve months: to a qualified institutional buyer, and to nobody else.
        on("2028-02-29T15:00:00Z");
        HolderRecord knownA = HolderRecord.of(DEALER_A, "US-NY", ACCREDITED).checked(2, "2027-12-01");
        HolderRecord buyerB = HolderRecord.of(DEALER_B, "US-CA", ACCREDITED, QUALIFIED_INSTITUTIONAL_BUYER)
                .checked(2, "2027-12-01");
        HolderRecord outsider = HolderRecord.of(OUTSIDER, "US-TX", ACCREDITED).checked(2, "2027-12-01");
        records(knownA, buyerB, outsider);
        saleRefused(DEALER_A, "ACME", "10", OUTSIDER, "lock-up-from-acquisition (period: ");
        sold(DEALER_A, "ACME", "300", DEALER_B);

        // The checks of a year and a fortnight ago do no more.
        records(
                knownA,
                HolderRecord.of(DEALER_B, "US-CA", ACCREDITED, QUALIFIED_INSTITUTIONAL_BUYER)
                        .checked(2, "2027-02-15"),
                outsider);
        saleRefused(DEALER_A, "ACME", "10", DEALER_B, "kyc-level (level: 2, ");

        on("2028-03-01T16:00:00Z");
        records(knownA, buyerB, outsider);
        sold(DEALER_A, "ACME", "100", OUTSIDER);
        // Who has bought of a holder waits as long.
        saleRefused(DEALER_B, "ACME", "1", OUTSIDER, "lock-up-from-acquisition (period: ");
        records(knownA.listed(), buyerB, outsider);
        saleRefused(DEALER_A, "ACME", "10", OUTSIDER, "sanctions-clear");
        redemptionRefused(DEALER_A, "ACME", "10", "sanctions-clear");
        settled(network.redeem(DEALER_B, "ACME", "50"), ISSUER);
        assertHeld("ACME", "600", "250", "100");
    }

    private static void records(List<HolderRecord> always, HolderRecord... now) throws IOException {
        List<HolderRecord> all = new ArrayList<>(always);
        all.addAll(Arrays.asList(now));
        records(all.toArray(new HolderRecord[0]));
    }

    @Test
    @Order(2)
    @DisplayName("The retail note: placed in tenths, with residents of three states, by day for who is no professional")
    void euRetailNote() throws IOException {
        on("2028-04-03T08:00:00Z");
        register("eu-retail-note.security", "O=Rheintal Energie AG, L=Mannheim, C=DE");
        List<PublicKey> keys = network.issuersKeys(10);
        List<HolderRecord> placed = new ArrayList<>();
        for (PublicKey key : keys) {
            placed.add(HolderRecord.of(key, "Subscriber " + (placed.size() + 1), "AT", RETAIL)
                    .checked(1, "2028-03-01"));
        }
        HolderRecord retailA = HolderRecord.of(DEALER_A, "DE", RETAIL).checked(1, "2028-03-01");
        HolderRecord retailB = HolderRecord.of(DEALER_B, "NL", RETAIL).checked(1, "2028-03-01");
        HolderRecord outsider = HolderRecord.of(OUTSIDER, "FR", RETAIL).checked(1, "2028-03-01");
        records(placed, retailA, retailB, outsider);

        // Nobody may have more than a tenth when it is placed, so it is placed with ten at once.
        issueRefused("RHEIN-29", "100", DEALER_A, "maximum-concentration (percentage: 10%)");
        settled(network.run(ISSUER, new NomineeIssue("RHEIN-29", 100, keys)), ISSUER);
        issued("RHEIN-29", "110", DEALER_A);
        issueRefused("RHEIN-29", "1000", DEALER_B, "maximum-concentration (percentage: 10%)");
        issueRefused("RHEIN-29", "10", OUTSIDER, "residence-allowed (jurisdictions: AT DE NL)");

        on("2028-04-03T09:00:00Z");
        sold(DEALER_A, "RHEIN-29", "60", DEALER_B);
        saleRefused(DEALER_B, "RHEIN-29", "10", OUTSIDER, "residence-allowed (jurisdictions: AT DE NL)");

        // Half past eight in the evening in Berlin.
        on("2028-04-03T18:30:00Z");
        saleRefused(DEALER_A, "RHEIN-29", "1", DEALER_B, "trading-hours (");
        records(placed, retailA, HolderRecord.of(DEALER_B, "NL", PROFESSIONAL).checked(1, "2028-03-01"), outsider);
        sold(DEALER_A, "RHEIN-29", "1", DEALER_B);
        on("2028-04-04T05:30:00Z");
        saleRefused(DEALER_B, "RHEIN-29", "1", DEALER_A, "trading-hours (");

        on("2028-04-04T09:00:00Z");
        sold(DEALER_B, "RHEIN-29", "1", DEALER_A);
        records(placed, retailA, HolderRecord.of(DEALER_B, "NL", RETAIL).checked(1, "2026-04-01"), outsider);
        saleRefused(DEALER_A, "RHEIN-29", "1", DEALER_B, "kyc-level (level: 1, ");
        records(placed, retailA, HolderRecord.of(DEALER_B, "NL", RETAIL), outsider);
        saleRefused(DEALER_A, "RHEIN-29", "1", DEALER_B, "kyc-level (level: 1, ");
        // Who is not known any more can leave, and who is listed cannot.
        settled(network.redeem(DEALER_B, "RHEIN-29", "10"), ISSUER);
        records(placed, retailA, retailB.listed(), outsider);
        redemptionRefused(DEALER_B, "RHEIN-29", "10", "sanctions-clear");
        saleRefused(DEALER_A, "RHEIN-29", "1", DEALER_B, "sanctions-clear");
        assertHeld("RHEIN-29", "50", "50", "0");
    }

    @Test
    @Order(3)
    @DisplayName("The Regulation S bond: placed abroad with who is no retail investor, and in America after forty days")
    void regSBond() throws IOException {
        on("2028-05-01T10:00:00Z");
        register("reg-s-bond.security", "O=Orion Shipping plc, L=London, C=GB");
        HolderRecord london = HolderRecord.of(DEALER_A, "GB", PROFESSIONAL);
        HolderRecord frankfurt = HolderRecord.of(DEALER_B, "DE", ELIGIBLE_COUNTERPARTY);
        HolderRecord newYork = HolderRecord.of(OUTSIDER, "US-NY", QUALIFIED_INSTITUTIONAL_BUYER);
        records(london, frankfurt, newYork);
        issueRefused("ORION-31", "10", OUTSIDER, "residence-barred (jurisdictions: US)");
        issued("ORION-31", "100", DEALER_A);

        on("2028-05-02T10:00:00Z");
        sold(DEALER_A, "ORION-31", "60", DEALER_B);
        saleRefused(DEALER_B, "ORION-31", "20", OUTSIDER, "lock-up-from-issue (period: 40 days)");
        records(london, HolderRecord.of(DEALER_B, "DE", RETAIL), newYork);
        saleRefused(DEALER_A, "ORION-31", "1", DEALER_B, "investor-category (categories: ");
        records(london, frankfurt, newYork);

        // Forty days: to 10 June, and to the minute.
        on("2028-06-10T09:30:00Z");
        saleRefused(DEALER_B, "ORION-31", "20", OUTSIDER, "lock-up-from-issue (period: 40 days)");
        on("2028-06-10T11:00:00Z");
        sold(DEALER_B, "ORION-31", "20", OUTSIDER);
        issueRefused("ORION-31", "1", OUTSIDER, "residence-barred (jurisdictions: US)");
        records(london, frankfurt.listed(), newYork);
        saleRefused(DEALER_B, "ORION-31", "1", DEALER_A, "sanctions-clear");
        records(london, HolderRecord.of(DEALER_B, "DE", ELIGIBLE_COUNTERPARTY), newYork);
        sold(OUTSIDER, "ORION-31", "5", DEALER_A);
        assertHeld("ORION-31", "45", "40", "15");
    }
}
