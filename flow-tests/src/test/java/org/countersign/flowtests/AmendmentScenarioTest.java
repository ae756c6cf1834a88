package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;
import static org.countersign.flowtests.ProposedRules.compiled;
import static org.countersign.flowtests.ProposedRules.source;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import net.corda.core.identity.CordaX500Name;
import org.countersign.contracts.definition.AmendmentRules;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.definition.AffirmAmendmentFlow;
import org.countersign.workflows.definition.AmendSecurityFlow;
import org.countersign.workflows.definition.AmendmentView;
import org.countersign.workflows.definition.FindSecurityFlow;
import org.countersign.workflows.definition.RegisterSourceFlow;
import org.countersign.workflows.definition.ViewAmendmentFlow;
import org.countersign.workflows.validation.QuorumException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Amendments as time-lines. Every clock of the network shows the dates that are told, so the tests run in the order of
 * their dates.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AmendmentScenarioTest {
    private static final CordaX500Name ONE = AUTHORITIES.get(0);
    private static final CordaX500Name TWO = AUTHORITIES.get(1);
    private static final CordaX500Name[] REGISTRARS = AUTHORITIES.toArray(new CordaX500Name[0]);

    private static CountersignNetwork network;

    @BeforeAll
    static void startNetwork() {
        network = CountersignNetwork.start().withCommittees();
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

    /** A source of which so many units can be acquired at once, amended by those who say so, with thirty days' notice. */
    private static String amendable(String symbol, int most, String approvers) {
        return source(symbol, most) + "\ncontrol\n  amend by " + approvers + " notice 30 days\n";
    }

    private static SecurityDefinitionState definition(CordaX500Name member, String symbol) {
        return network.run(member, new FindSecurityFlow(symbol));
    }

    private static void registered(String symbol, String approvers) {
        network.run(ISSUER, new RegisterSourceFlow.Initiator(amendable(symbol, 60, approvers)));
        network.recorded(network.issue(symbol, "100", DEALER_A), DEALER_A);
    }

    private static TransactionReceipt announced(String symbol, String source) {
        return network.recorded(
                network.recorded(network.run(ISSUER, new AmendSecurityFlow.Announce(symbol, source)), REGISTRARS),
                DEALER_A);
    }

    private static void refused(String symbol, String quantity, String because) {
        assertThatThrownBy(() -> network.transfer(DEALER_A, symbol, quantity, DEALER_B))
                .hasMessageContaining(because);
        assertThat(network.locked(DEALER_A)).isZero();
    }

    private static void sold(String symbol, String quantity) {
        network.recorded(network.transfer(DEALER_A, symbol, quantity, DEALER_B), DEALER_B);
    }

    @Test
    @Order(1)
    @DisplayName("Nobody amends alone: announced with the committees' approval, in force after the notice, exactly so")
    void fromAnnouncementToForce() {
        on("2027-03-01T10:00:00Z");
        String approvers = "identity, ownership";
        registered("AM.ONE", approvers);
        String laxer = amendable("AM.ONE", 90, approvers);

        AmendmentView view = network.run(ISSUER, new ViewAmendmentFlow("AM.ONE", laxer));
        assertThat(String.join(" ", view.getChanges())).contains("60 units", "90 units");
        assertThat(view.getApprovers())
                .containsExactlyInAnyOrder("OWNERSHIP by the committee registrars", "IDENTITY by the committee identity");
        assertThat(view.getNotice()).isEqualTo(Period.ofDays(30));

        assertThatThrownBy(() -> network.run(ISSUER, new AmendSecurityFlow.Announce("AM.ONE", laxer)))
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining("has not affirmed this amendment");
        assertThat(definition(DEALER_A, "AM.ONE").getVersion()).isEqualTo(1);

        assertThat(network.run(ONE, new AffirmAmendmentFlow("AM.ONE", laxer)).getDigest())
                .isEqualTo(view.getDigest());
        network.run(TWO, new AffirmAmendmentFlow("AM.ONE", laxer));
        announced("AM.ONE", laxer);

        SecurityDefinitionState told = definition(DEALER_A, "AM.ONE");
        assertThat(told.getVersion()).isEqualTo(2);
        assertThat(told.getAnnounced().getProvisions().getPinnedRules())
                .isEqualTo(compiled(laxer).getPins());
        assertThat(told.getAnnounced().getEffective())
                .isBetween(Instant.parse("2027-03-31T10:00:00Z"), Instant.parse("2027-03-31T11:00:00Z"));
        refused("AM.ONE", "61", "maximum-transfer (quantity: 60)");
        sold("AM.ONE", "10");

        on("2027-03-31T09:30:00Z");
        assertThatThrownBy(() -> network.run(ISSUER, new AmendSecurityFlow.Complete("AM.ONE")))
                .hasCauseInstanceOf(WorkflowException.class)
                .hasMessageContaining(AmendmentRules.IN_EFFECT);
        refused("AM.ONE", "61", "maximum-transfer (quantity: 60)");

        on("2027-03-31T12:00:00Z");
        network.recorded(
                network.recorded(network.run(ISSUER, new AmendSecurityFlow.Complete("AM.ONE")), REGISTRARS), DEALER_A);
        SecurityDefinitionState amended = definition(DEALER_A, "AM.ONE");
        assertThat(amended.getVersion()).isEqualTo(3);
        assertThat(amended.getAnnounced()).isNull();
        assertThat(amended.getLinearId()).isEqualTo(told.getLinearId());
        sold("AM.ONE", "75");
        network.recorded(network.redeem(DEALER_B, "AM.ONE", "85"), ISSUER);
        assertThat(network.held(DEALER_A, "AM.ONE")).isEqualByComparingTo("15");
        assertThat(network.held(DEALER_B, "AM.ONE")).isZero();
    }

    @Test
    @Order(2)
    @DisplayName("What is withdrawn does not come, and an affirmation counts for one announcement")
    void withdrawn() {
        on("2027-05-03T10:00:00Z");
        registered("AM.TWO", "ownership");
        String laxer = amendable("AM.TWO", 90, "ownership");
        network.run(ONE, new AffirmAmendmentFlow("AM.TWO", laxer));
        network.run(TWO, new AffirmAmendmentFlow("AM.TWO", laxer));
        announced("AM.TWO", laxer);
        assertThatThrownBy(() -> network.run(ISSUER, new AmendSecurityFlow.Announce("AM.TWO", laxer)))
                .hasMessageContaining("is announced already");
        network.recorded(
                network.recorded(network.run(ISSUER, new AmendSecurityFlow.Withdraw("AM.TWO")), REGISTRARS), DEALER_A);

        on("2027-07-03T10:00:00Z");
        assertThatThrownBy(() -> network.run(ISSUER, new AmendSecurityFlow.Complete("AM.TWO")))
                .hasMessageContaining("No amendment of AM.TWO is announced");
        assertThatThrownBy(() -> network.run(ISSUER, new AmendSecurityFlow.Announce("AM.TWO", laxer)))
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining("an affirmation counts for one");
        refused("AM.TWO", "61", "maximum-transfer (quantity: 60)");
        sold("AM.TWO", "60");
    }

    @Test
    @Order(3)
    @DisplayName("A security that does not say how it is amended, or another security's source, is not amended")
    void notAmendable() {
        network.run(ISSUER, new RegisterSourceFlow.Initiator(source("AM.FIX", 60)));
        assertThatThrownBy(() -> network.run(
                        ISSUER, new AmendSecurityFlow.Announce("AM.FIX", amendable("AM.FIX", 90, "ownership"))))
                .hasMessageContaining("AM.FIX cannot be amended");
        assertThatThrownBy(() -> network.run(
                        ISSUER, new AmendSecurityFlow.Announce("AM.TWO", amendable("AM.OTHER", 90, "ownership"))))
                .hasMessageContaining("describes AM.OTHER and not AM.TWO");
        assertThatThrownBy(() -> network.run(
                        DEALER_A, new AffirmAmendmentFlow("AM.TWO", amendable("AM.TWO", 90, "ownership"))))
                .hasMessageContaining("sits on no committee that approves amendments");
        assertThat(definition(DEALER_A, "AM.FIX").getVersion()).isEqualTo(1);
    }
}
