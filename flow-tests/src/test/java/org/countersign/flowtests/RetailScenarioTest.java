package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;
import static org.countersign.flowtests.CountersignNetwork.OUTSIDER;
import static org.countersign.flowtests.CountersignNetwork.pounds;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import org.countersign.contracts.compliance.AllOf;
import org.countersign.contracts.compliance.ComplianceCondition;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.compliance.DisposerKycLevelRule;
import org.countersign.contracts.compliance.KycLevelRule;
import org.countersign.contracts.control.ControlCommand;
import org.countersign.contracts.control.ControlOrder;
import org.countersign.contracts.control.ControlReason;
import org.countersign.contracts.control.HoldingFreezeState;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.compliance.ComplianceExplanation;
import org.countersign.workflows.compliance.ExplainComplianceFlow;
import org.countersign.workflows.definition.FindSecurityFlow;
import org.countersign.workflows.definition.MeasureGrant;
import org.countersign.workflows.definition.RegisterSecurityFlow;
import org.countersign.workflows.holding.TransferFlow;
import org.countersign.workflows.identity.CredentialView;
import org.countersign.workflows.identity.RenewCredentialFlow;
import org.countersign.workflows.identity.account.AccountView;
import org.countersign.workflows.identity.account.OpenAccountFlow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A retail sale through two custodians in 2027, and what becomes of the buyer's holdings when nobody has looked at the
 * buyer for too long: that is what the definition of each security says.
 */
class RetailScenarioTest {
    private static final String HOLD = "RT.HOLD";
    private static final String STAY = "RT.STAY";
    private static final String SUSPENSE = "RT.SUSP";
    private static final ComplianceCondition BUYER_KNOWN = new KycLevelRule(2, Period.ofYears(1));
    private static final ComplianceCondition SELLER_KNOWN = new DisposerKycLevelRule(2, Period.ofYears(1));
    private static final String TOO_LOW = "The level of know-your-customer checks is below 2";
    private static final String FROZEN = "A freeze stands in the way";

    private static CountersignNetwork network;
    private static ClientStage stage;

    @BeforeAll
    static void startNetwork() {
        network = CountersignNetwork.startWithChecks(ImmutableMap.of(
                "countersign.identity.credentials",
                ImmutableMap.of(
                        "kinds",
                        Collections.singletonList("LEGAL_IDENTITY"),
                        "exempt",
                        Collections.singletonList(ISSUER.toString())),
                "countersign.compliance.policy",
                ImmutableMap.of()));
        on("2027-01-11");
        network.withCommittees();
        network.found("compliance", Aspect.COMPLIANCE);
        stage = new ClientStage(network);
        stage.accept(Arrays.asList(ClaimKind.LEGAL_IDENTITY, ClaimKind.KYC), OUTSIDER);
    }

    @AfterAll
    static void stopNetwork() {
        network.close();
    }

    /** Lets it be nine o'clock in the morning of a day, by everybody's clock. */
    private static void on(String day) {
        network.setClocks(nine(day));
    }

    private static Instant nine(String day) {
        return LocalDate.parse(day).atTime(LocalTime.of(9, 0)).toInstant(ZoneOffset.UTC);
    }

    private static void register(String symbol, ComplianceCondition... policy) {
        network.run(
                ISSUER,
                new RegisterSecurityFlow.Initiator(
                        new SecurityTerms(
                                symbol, null, symbol + " plc", "GBP", BigDecimal.ONE, new BigDecimal("1000"), 0),
                        Arrays.asList("identity", "compliance", "registrars"),
                        Segment.WHOLE_NETWORK,
                        Collections.singletonList(new MeasureGrant(Operation.FREEZE, null)),
                        new CompliancePolicy(new AllOf(Arrays.asList(policy)))));
    }

    private static CredentialView known(CordaX500Name custodian, PublicKey key, String name, int days) {
        ClientStage.Person person = new ClientStage.Person(custodian, key, name);
        stage.issue(OUTSIDER, person, Duration.ofDays(3_650), ClaimKind.LEGAL_IDENTITY, HolderClaims.LEGAL_NAME, name);
        return stage.issue(
                OUTSIDER,
                person,
                Duration.ofDays(days),
                ClaimKind.KYC,
                HolderClaims.KYC_LEVEL,
                "2",
                HolderClaims.KYC_CHECKED,
                nine("2027-01-11").toString());
    }

    private static void refused(Runnable move, String because) {
        assertThatThrownBy(move::run).hasMessageContaining(because);
    }

    /** What is said before of one more unit from Anna to a client: of the rule on buyers, and so of the whole. */
    private static void explained(AccountView client, String day, FindingResult result) {
        ComplianceExplanation explanation = network.run(
                DEALER_A,
                new ExplainComplianceFlow(
                        HOLD, network.party(DEALER_B), BigDecimal.ONE, nine(day), "Anna", client.getId()));
        assertThat(explanation.getOperation()).isEqualTo(Operation.TRANSFER);
        assertThat(explanation.getRules())
                .singleElement()
                .satisfies(rule -> assertThat(rule.getResult()).isEqualTo(result));
        assertThat(explanation.getPasses()).isEqualTo(result == FindingResult.MET);
        assertThatThrownBy(() -> network.run(
                        DEALER_A,
                        new ExplainComplianceFlow(
                                HOLD, network.party(DEALER_B), new BigDecimal("39"), "Anna", client.getId())))
                .as("Anna's custodian has more, she has not")
                .hasMessageContaining("39");
    }

    private static ControlOrder lapsed() {
        return new ControlOrder(
                ControlReason.IDENTIFICATION_LAPSED,
                "Authority One",
                "Review of 12 July 2027",
                SecureHash.sha256("review of 12 July 2027"));
    }

    @Test
    @DisplayName("A retail sale through two custodians, and a client whose know-your-customer checks lapse")
    void aClientsChecksLapse() {
        // 11 January 2027. Three securities are listed. All let nobody buy who was not looked at within a year.
        register(HOLD, BUYER_KNOWN);
        register(STAY, BUYER_KNOWN, SELLER_KNOWN);
        register(SUSPENSE, BUYER_KNOWN, SELLER_KNOWN);
        known(DEALER_A, network.party(DEALER_A).getOwningKey(), "Dealer A plc", 365);
        known(DEALER_B, network.party(DEALER_B).getOwningKey(), "Dealer B plc", 365);
        AccountView anna = network.run(DEALER_A, new OpenAccountFlow("Anna"));
        AccountView bert = network.run(DEALER_B, new OpenAccountFlow("Bert"));
        known(DEALER_A, anna.getKey(), "Anna Adler", 365);
        CredentialView ofBert = known(DEALER_B, bert.getKey(), "Bert Braun", 180);
        for (String symbol : Arrays.asList(HOLD, STAY, SUSPENSE)) {
            network.recorded(network.issue(symbol, "100", DEALER_A), DEALER_A);
            stage.move(DEALER_A, "", DEALER_A, "Anna", symbol, "60");
        }

        // 18 January 2027. Anna sells to Bert. Each custodian delivers, takes and pays for its client.
        on("2027-01-18");
        network.issueCash("500.00", DEALER_B);
        network.affirm(DEALER_B, HOLD, "20", DEALER_A, pounds("200.00"));
        network.recorded(
                network.run(
                        DEALER_A,
                        new TransferFlow.Initiator(
                                HOLD,
                                new BigDecimal("20"),
                                network.party(DEALER_B),
                                pounds("200.00"),
                                "Anna",
                                bert.getId())),
                DEALER_B);
        assertThat(stage.held(DEALER_A, "GBP", null)).isEqualByComparingTo("200.00");
        stage.move(DEALER_A, "Anna", DEALER_B, bert.getId(), STAY, "20");
        stage.move(DEALER_A, "Anna", DEALER_B, bert.getId(), SUSPENSE, "20");
        for (String symbol : Arrays.asList(HOLD, STAY, SUSPENSE)) {
            assertThat(stage.held(DEALER_A, symbol, "Anna")).isEqualByComparingTo("40");
            assertThat(stage.held(DEALER_B, symbol, "Bert")).isEqualByComparingTo("20");
        }

        // 9 July 2027, the last day but one of Bert's credential: he buys and sells.
        on("2027-07-09");
        stage.move(DEALER_A, "Anna", DEALER_B, bert.getId(), HOLD, "2");
        stage.move(DEALER_B, "Bert", DEALER_A, anna.getId(), STAY, "2");

        // He can be told what comes of it, and of a purchase in three days, when his credential will have lapsed.
        explained(bert, "2027-07-09", FindingResult.MET);
        explained(bert, "2027-07-12", FindingResult.NOT_MET);

        // 12 July 2027. It has lapsed two days ago. At once Bert buys nothing any more, of any of them.
        on("2027-07-12");
        for (String symbol : Arrays.asList(HOLD, STAY, SUSPENSE)) {
            refused(() -> stage.move(DEALER_A, "Anna", DEALER_B, bert.getId(), symbol, "1"), TOO_LOW);
        }
        // What he has he may sell of the first, and has to keep of the second.
        stage.move(DEALER_B, "Bert", DEALER_A, anna.getId(), HOLD, "5");
        refused(() -> stage.move(DEALER_B, "Bert", DEALER_A, anna.getId(), STAY, "1"), TOO_LOW);
        // Of the third the registrars put it in suspense besides.
        UniqueIdentifier security =
                network.run(DEALER_B, new FindSecurityFlow(SUSPENSE)).getLinearId();
        ControlCommand.Freeze suspense = new ControlCommand.Freeze(security, bert.getKey(), 0, lapsed());
        network.recorded(stage.take(suspense), DEALER_B);
        refused(() -> stage.move(DEALER_B, "Bert", DEALER_A, anna.getId(), SUSPENSE, "1"), TOO_LOW);
        // Nobody else is concerned.
        stage.move(DEALER_A, "Anna", DEALER_B, "", SUSPENSE, "10");

        // 19 July 2027. Bert is looked at again. He buys and sells, but for what is in suspense.
        on("2027-07-19");
        network.run(
                OUTSIDER,
                new RenewCredentialFlow(
                        ofBert.getId(),
                        Collections.singletonMap(
                                HolderClaims.KYC_CHECKED, nine("2027-07-19").toString()),
                        Duration.ofDays(365)));
        stage.move(DEALER_A, "Anna", DEALER_B, bert.getId(), HOLD, "1");
        stage.move(DEALER_B, "Bert", DEALER_A, anna.getId(), STAY, "1");
        refused(() -> stage.move(DEALER_B, "Bert", DEALER_A, anna.getId(), SUSPENSE, "1"), FROZEN);
        refused(() -> stage.move(DEALER_A, "Anna", DEALER_B, bert.getId(), SUSPENSE, "1"), FROZEN);

        // 20 July 2027. The registrars let it out of suspense.
        on("2027-07-20");
        UniqueIdentifier standing =
                HoldingFreezeState.of(suspense, Collections.emptyList()).getLinearId();
        stage.take(new ControlCommand.Release(security, bert.getKey(), standing, lapsed()));
        stage.move(DEALER_B, "Bert", DEALER_A, anna.getId(), SUSPENSE, "20");
        assertThat(stage.held(DEALER_B, HOLD, "Bert")).isEqualByComparingTo("18");
        assertThat(stage.held(DEALER_B, STAY, "Bert")).isEqualByComparingTo("17");
        assertThat(stage.held(DEALER_B, SUSPENSE, "Bert")).isZero();
    }
}
