package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;
import static org.countersign.flowtests.CountersignNetwork.OUTSIDER;

import net.corda.core.identity.CordaX500Name;
import org.countersign.contracts.segment.MembershipStatus;
import org.countersign.contracts.segment.MembershipStep;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.workflows.segment.RequestMembershipFlow;
import org.countersign.workflows.validation.QuorumException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Parts of the network with members and regulators of their own: who deals, who sees, and who does not. */
class SegmentScenarioTest {
    /** Regulates segments here; it is on no committee and observes none. */
    private static final CordaX500Name SUPERVISOR = OUTSIDER;

    private static CountersignNetwork network;
    private static SegmentStage stage;

    @BeforeAll
    static void startNetwork() {
        network = CountersignNetwork.start().withCommittees();
        stage = new SegmentStage(network);
    }

    @AfterAll
    static void stopNetwork() {
        network.close();
    }

    @Test
    @DisplayName("A membership is asked for, granted, suspended, reinstated and ended; who is no member does not deal")
    void theLifeOfAMembership() {
        // 1. A security is in a segment that nobody has established: everybody deals.
        stage.register("uk", "UK.OLD");
        network.recorded(network.issue("UK.OLD", "100", DEALER_A), DEALER_A);

        // 2. The registrars establish the segment, two operators in the same words. Every member sees it.
        SegmentState uk = stage.establish("uk", stage.terms(SUPERVISOR));
        for (CordaX500Name member : network.nodes().keySet()) {
            assertThat(stage.segment(member, "uk")).isEqualTo(uk);
        }

        // 3. From now on who is no member neither registers, nor issues, nor transfers, nor redeems.
        assertThatThrownBy(() -> stage.register("uk", "UK.NEW"))
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining("Issuer Bank is not admitted to deal in segment uk now");
        assertThatThrownBy(() -> network.issue("UK.OLD", "1", DEALER_A))
                .hasMessageContaining("Issuer Bank is not admitted");
        assertThatThrownBy(() -> network.transfer(DEALER_A, "UK.OLD", "1", DEALER_B))
                .hasMessageContaining("Dealer A is not admitted");
        assertThatThrownBy(() -> network.redeem(DEALER_A, "UK.OLD", "1"))
                .hasMessageContaining("Dealer A is not admitted");
        assertThat(network.held(DEALER_A, "UK.OLD")).isEqualByComparingTo("100");

        // 4. Issuer and dealer A ask. One operator is not enough, two are.
        stage.ask("uk", ISSUER);
        assertThat(stage.decideAt(AUTHORITIES.get(2), "uk", ISSUER, MembershipStep.GRANT)
                        .getOpen())
                .hasSize(2);
        assertThat(stage.standing(ISSUER, uk)).isEqualTo(MembershipStatus.ASKED);
        assertThatThrownBy(() -> network.issue("UK.OLD", "1", DEALER_A)).hasMessageContaining("is not admitted");
        stage.decideAt(AUTHORITIES.get(1), "uk", ISSUER, MembershipStep.GRANT);
        CountersignNetwork.await(
                "the issuer is a member", () -> stage.standing(ISSUER, uk) == MembershipStatus.GRANTED);
        stage.admit("uk", DEALER_A);

        // 5. A member does not sell to who is none, and learns no more of it than that.
        assertThatThrownBy(() -> network.transfer(DEALER_A, "UK.OLD", "10", DEALER_B))
                .hasMessageContaining("Dealer B is not admitted to deal in segment uk now");
        stage.admit("uk", DEALER_B);
        network.recorded(network.transfer(DEALER_A, "UK.OLD", "10", DEALER_B), DEALER_B);

        // 6. The segment permits securities in pounds.
        assertThatThrownBy(() -> stage.register("uk", "UK.EUR", "EUR"))
                .hasMessageContaining("currencies [GBP]; UK.EUR is in EUR");
        stage.register("uk", "UK.NEW");

        // 7. Dealer B is suspended: it neither receives nor proposes, and keeps what it holds.
        stage.decide("uk", DEALER_B, MembershipStep.SUSPEND);
        assertThat(stage.standing(DEALER_B, uk)).isEqualTo(MembershipStatus.SUSPENDED);
        assertThatThrownBy(() -> network.transfer(DEALER_A, "UK.OLD", "10", DEALER_B))
                .hasMessageContaining("Dealer B is not admitted")
                .hasMessageNotContaining("suspended")
                .hasMessageNotContaining("review");
        assertThatThrownBy(() -> network.transfer(DEALER_B, "UK.OLD", "5", DEALER_A))
                .hasMessageContaining("Dealer B is not admitted");
        assertThatThrownBy(() -> network.redeem(DEALER_B, "UK.OLD", "5")).hasMessageContaining("is not admitted");
        assertThatThrownBy(() -> network.run(
                        DEALER_B, new RequestMembershipFlow("uk", SegmentStage.LICENCE, "AGAIN", "Once more.")))
                .hasMessageContaining("SUSPENDED");
        assertThat(network.held(DEALER_B, "UK.OLD")).isEqualByComparingTo("10");
        assertThat(network.observed(AUTHORITIES.get(2), "UK.OLD", DEALER_B)).isEqualByComparingTo("10");

        // 8. Reinstated it deals again; ended it does not, and may ask anew.
        stage.decide("uk", DEALER_B, MembershipStep.REINSTATE);
        network.recorded(network.transfer(DEALER_B, "UK.OLD", "5", DEALER_A), DEALER_A);
        stage.decide("uk", DEALER_B, MembershipStep.END);
        assertThatThrownBy(() -> network.transfer(DEALER_B, "UK.OLD", "5", DEALER_A))
                .hasMessageContaining("is not admitted");
        stage.ask("uk", DEALER_B);
        stage.decide("uk", DEALER_B, MembershipStep.GRANT);
        network.recorded(network.transfer(DEALER_B, "UK.OLD", "5", DEALER_A), DEALER_A);
        assertThat(network.held(DEALER_A, "UK.OLD")).isEqualByComparingTo("100");
    }
}
