package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;
import static org.countersign.flowtests.CountersignNetwork.OUTSIDER;
import static org.countersign.flowtests.CountersignNetwork.REGULATOR;
import static org.countersign.flowtests.CountersignNetwork.pounds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import net.corda.core.identity.CordaX500Name;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.compliance.ComplianceExplanation;
import org.countersign.workflows.compliance.ExplainComplianceFlow;
import org.countersign.workflows.definition.ChangeStatusFlow;
import org.countersign.workflows.holding.InsufficientHoldingException;
import org.countersign.workflows.holding.ProposalRefusedException;
import org.countersign.workflows.holding.TransferFlow;
import org.countersign.workflows.validation.QuorumException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The life of a security, told in numbered steps: who holds, and who does not. */
class TransferScenarioTest {
    private static CountersignNetwork network;

    @BeforeAll
    static void startNetwork() {
        network = CountersignNetwork.start().withCommittees();
    }

    @AfterAll
    static void stopNetwork() {
        network.close();
    }

    @Test
    void aHoldingIsIssuedTransferredAndRedeemedAndOnlyThoseConcernedHoldIt() {
        network.register("ALPHA", "1000");

        // 1. The issuer issues 500 to dealer A.
        TransactionReceipt issued = network.recorded(network.issue("ALPHA", "500", DEALER_A), DEALER_A);
        assertThat(network.held(DEALER_A, "ALPHA")).isEqualByComparingTo("500");
        assertThat(issued.getAttestedBy().get(Aspect.OWNERSHIP)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(issued.getAttestedBy().get(Aspect.IDENTITY)).hasSizeGreaterThanOrEqualTo(2);

        // 2. Dealer A transfers 200 to dealer B.
        TransactionReceipt moved = network.transfer(DEALER_A, "ALPHA", "200", DEALER_B);
        network.recorded(moved, DEALER_B, REGULATOR);
        network.recorded(moved, AUTHORITIES.toArray(new CordaX500Name[0]));
        assertThat(network.held(DEALER_A, "ALPHA")).isEqualByComparingTo("300");
        assertThat(network.held(DEALER_B, "ALPHA")).isEqualByComparingTo("200");
        for (CordaX500Name holder : AUTHORITIES) {
            assertThat(network.observed(holder, "ALPHA", DEALER_B)).isEqualByComparingTo("200");
            assertThat(network.observed(holder, "ALPHA", DEALER_A)).isEqualByComparingTo("300");
        }
        assertThat(network.observed(REGULATOR, "ALPHA", DEALER_B)).isEqualByComparingTo("200");
        assertThat(network.holds(OUTSIDER, moved)).isFalse();
        assertThat(network.holds(ISSUER, moved)).isFalse();

        // 3. Dealer B, who never saw the security before, sells on and redeems.
        network.recorded(network.transfer(DEALER_B, "ALPHA", "50", DEALER_A), DEALER_A, REGULATOR);
        network.recorded(network.redeem(DEALER_B, "ALPHA", "100"), ISSUER, REGULATOR);
        assertThat(network.held(DEALER_A, "ALPHA")).isEqualByComparingTo("350");
        assertThat(network.held(DEALER_B, "ALPHA")).isEqualByComparingTo("50");
        assertThat(network.observed(REGULATOR, "ALPHA", DEALER_A)).isEqualByComparingTo("350");
    }

    @Test
    void allThatIsHeldCanBeRedeemed() {
        network.register("FOXTROT", "1000");
        network.recorded(network.issue("FOXTROT", "500", DEALER_A), DEALER_A);
        network.recorded(network.redeem(DEALER_A, "FOXTROT", "500"), ISSUER, REGULATOR);
        assertThat(network.held(DEALER_A, "FOXTROT")).isZero();
        assertThat(network.observed(REGULATOR, "FOXTROT", DEALER_A)).isZero();
    }

    @Test
    void aSaleAgainstPaymentMovesBothLegsOrNone() {
        network.register("BRAVO", "1000");
        network.recorded(network.issue("BRAVO", "100", DEALER_A), DEALER_A);
        network.issueCash("5000.00", DEALER_B);
        BigDecimal sellersCash = network.held(DEALER_A, "GBP");
        BigDecimal buyersCash = network.held(DEALER_B, "GBP");

        assertThatThrownBy(() -> network.sell(DEALER_A, "BRAVO", "40", DEALER_B, pounds("1000.00")))
                .hasCauseInstanceOf(ProposalRefusedException.class)
                .hasMessageContaining("has not been affirmed");
        assertThat(network.held(DEALER_A, "BRAVO")).isEqualByComparingTo("100");

        network.affirm(DEALER_B, "BRAVO", "40", DEALER_A, pounds("1000.00"));
        TransactionReceipt sold = network.sell(DEALER_A, "BRAVO", "40", DEALER_B, pounds("1000.00"));
        network.recorded(sold, DEALER_B);
        assertThat(network.held(DEALER_A, "BRAVO")).isEqualByComparingTo("60");
        assertThat(network.held(DEALER_B, "BRAVO")).isEqualByComparingTo("40");
        assertThat(network.held(DEALER_A, "GBP").subtract(sellersCash)).isEqualByComparingTo("1000");
        assertThat(network.held(DEALER_B, "GBP").subtract(buyersCash)).isEqualByComparingTo("-1000");
        assertThat(network.holds(OUTSIDER, sold)).isFalse();

        assertThatThrownBy(() -> network.sell(DEALER_A, "BRAVO", "40", DEALER_B, pounds("1000.00")))
                .hasCauseInstanceOf(ProposalRefusedException.class);
    }

    @Test
    void aTransferToAPartyThatIsNotAdmittedIsRefusedWithReasonsAndNothingMoves() {
        network.register("CHARLIE", "1000");
        network.recorded(network.issue("CHARLIE", "100", DEALER_A), DEALER_A);

        assertThatThrownBy(() -> network.transfer(DEALER_A, "CHARLIE", "10", OUTSIDER))
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining("Outsider is not an admitted holder");
        assertThat(network.held(DEALER_A, "CHARLIE")).isEqualByComparingTo("100");

        // The refused transfer has left nothing locked.
        network.transfer(DEALER_A, "CHARLIE", "100", DEALER_B);
        assertThat(network.held(DEALER_A, "CHARLIE")).isEqualByComparingTo("0");
    }

    @Test
    void aFrozenSecurityDoesNotMoveUntilTheFreezeIsLifted() {
        network.register("DELTA", "1000");
        network.recorded(network.issue("DELTA", "100", DEALER_A), DEALER_A);
        network.recorded(
                network.run(
                        ISSUER,
                        new ChangeStatusFlow.Initiator("DELTA", SecurityStatus.FROZEN, Orders.court("Court order 7"))),
                DEALER_A);

        assertThatThrownBy(() -> network.transfer(DEALER_A, "DELTA", "10", DEALER_B))
                .hasMessageContaining("A security moves only while it is active.");
        ComplianceExplanation explanation =
                network.run(DEALER_A, new ExplainComplianceFlow("DELTA", network.party(DEALER_B), BigDecimal.TEN));
        assertThat(explanation.getPasses()).isFalse();
        assertThat(explanation.getConclusion()).contains("It would be refused: It is frozen");

        network.recorded(
                network.run(
                        AUTHORITIES.get(1),
                        new ChangeStatusFlow.Initiator("DELTA", SecurityStatus.ACTIVE, Orders.court("Order lifted"))),
                DEALER_A);
        network.transfer(DEALER_A, "DELTA", "10", DEALER_B);
        assertThat(network.held(DEALER_A, "DELTA")).isEqualByComparingTo("90");
    }

    @Test
    void moreThanIsHeldOrAuthorisedIsRefused() {
        network.register("ECHO", "100");
        network.recorded(network.issue("ECHO", "60", DEALER_A), DEALER_A);

        assertThatThrownBy(() -> network.issue("ECHO", "41", DEALER_A))
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining("exceeds the authorised quantity of 100");
        assertThatThrownBy(() -> network.transfer(DEALER_A, "ECHO", "61", DEALER_B))
                .hasCauseInstanceOf(InsufficientHoldingException.class)
                .hasMessageContaining("61 ECHO were asked for and 60 are held");
        assertThatThrownBy(() -> network.register("ECHO", "5"))
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining("The symbol ECHO is taken");
    }

    @Test
    void whatIsReservedForAnotherTransactionIsPassedOverWhileOtherLotsAreFree() {
        network.register("GOLF", "1000");
        TransactionReceipt oldest = network.recorded(network.issue("GOLF", "100", DEALER_A), DEALER_A);
        network.recorded(network.issue("GOLF", "30", DEALER_A), DEALER_A);
        UUID other = network.reserve(DEALER_A, oldest);

        network.transfer(DEALER_A, "GOLF", "10", DEALER_B);
        assertThat(network.held(DEALER_A, "GOLF")).isEqualByComparingTo("120");
        assertThatThrownBy(() -> network.transfer(DEALER_A, "GOLF", "21", DEALER_B))
                .hasCauseInstanceOf(InsufficientHoldingException.class)
                .hasMessageContaining("120 are held, of which too much is reserved for transactions in flight")
                .hasMessageContaining("Try again when they have ended.");

        network.release(DEALER_A, other);
        network.transfer(DEALER_A, "GOLF", "21", DEALER_B);
        assertThat(network.held(DEALER_B, "GOLF")).isEqualByComparingTo("31");
    }

    @Test
    void identicalSalesThatAreProposedAtOnceTakeAnAffirmationEach() {
        network.register("HOTEL", "1000");
        for (int lot = 0; lot < 2; lot++) {
            network.recorded(network.issue("HOTEL", "10", DEALER_A), DEALER_A);
            network.issueCash("50.00", DEALER_B);
            network.affirm(DEALER_B, "HOTEL", "5", DEALER_A, pounds("50.00"));
        }
        List<Future<TransactionReceipt>> sales = new ArrayList<>();
        for (int sale = 0; sale < 2; sale++) {
            sales.add(network.node(DEALER_A)
                    .startFlow(new TransferFlow.Initiator(
                            "HOTEL", new BigDecimal("5"), network.party(DEALER_B), pounds("50.00"))));
        }
        sales.forEach(sale -> network.recorded(network.ended(sale), DEALER_B));
        assertThat(network.held(DEALER_B, "HOTEL")).isEqualByComparingTo("10");

        assertThatThrownBy(() -> network.sell(DEALER_A, "HOTEL", "5", DEALER_B, pounds("50.00")))
                .hasCauseInstanceOf(ProposalRefusedException.class)
                .hasMessageContaining("has not been affirmed");
    }
}
