package org.countersign.deploy.founding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.deploy.founding.DriverNetwork.DEALER;
import static org.countersign.deploy.founding.DriverNetwork.ISSUER;

import com.r3.corda.lib.tokens.contracts.types.TokenType;
import com.r3.corda.lib.tokens.money.FiatCurrency;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import net.corda.client.rpc.CordaRPCConnection;
import net.corda.client.rpc.PermissionException;
import net.corda.core.contracts.Amount;
import net.corda.core.flows.StateMachineRunId;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.messaging.CordaRPCOps;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.cash.IssueCashFlow;
import org.countersign.workflows.definition.RegisterSecurityFlow;
import org.countersign.workflows.holding.AffirmTradeFlow;
import org.countersign.workflows.holding.HoldingLine;
import org.countersign.workflows.holding.HoldingsFlow;
import org.countersign.workflows.holding.InsufficientHoldingException;
import org.countersign.workflows.holding.IssueSecurityFlow;
import org.countersign.workflows.holding.ProposalRefusedException;
import org.countersign.workflows.holding.RedeemFlow;
import org.countersign.workflows.holding.TransferFlow;
import org.countersign.workflows.validation.RequestAttestationFlow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a client of a node sees: the RPC server with its users and permissions, exceptions that have crossed the wire,
 * and what a node remembers when it is started again. A mock network has none of these, and whole processes are not
 * needed for them.
 */
@Tag("driver")
class RpcUserDriverIT {
    private static DriverNetwork network;

    @BeforeAll
    static void startNodes() throws Exception {
        network = new DriverNetwork().withCommittees();
    }

    @AfterAll
    static void stopNodes() throws Exception {
        network.close();
    }

    @Test
    @DisplayName("What the launcher grants is enough to register, issue, transfer and redeem")
    void whatTheLauncherGrantsIsEnoughForTheLifeOfASecurity() throws Exception {
        register("ALPHA");
        TransactionReceipt issued =
                network.run(ISSUER, IssueSecurityFlow.Initiator.class, "ALPHA", units("100"), network.party(DEALER));
        assertThat(issued.getAttestedBy().get(Aspect.OWNERSHIP))
                .containsExactlyInAnyOrderElementsOf(DriverNetwork.AUTHORITIES);
        awaitHeld(DEALER, "ALPHA", "100");

        network.run(DEALER, TransferFlow.Initiator.class, "ALPHA", units("40"), network.party(ISSUER));
        awaitHeld(ISSUER, "ALPHA", "40");
        network.run(DEALER, RedeemFlow.Initiator.class, "ALPHA", units("10"));
        awaitHeld(DEALER, "ALPHA", "50");
    }

    @Test
    @DisplayName("A refusal reaches the client with its type, what was asked, what is allowed and what to do")
    void aRefusalReachesTheClientWithItsTypeItsFiguresAndItsRemedy() throws Exception {
        register("BRAVO");
        network.run(ISSUER, IssueSecurityFlow.Initiator.class, "BRAVO", units("10"), network.party(DEALER));
        awaitHeld(DEALER, "BRAVO", "10");

        assertThatThrownBy(() ->
                        network.run(DEALER, TransferFlow.Initiator.class, "BRAVO", units("11"), network.party(ISSUER)))
                .isInstanceOfSatisfying(InsufficientHoldingException.class, refusal -> {
                    assertThat(refusal.getAsset()).isEqualTo("BRAVO");
                    assertThat(refusal.getRequested()).isEqualByComparingTo("11");
                    assertThat(refusal.getAvailable()).isEqualByComparingTo("10");
                    assertThat(refusal.getProblem()).isEqualTo("11 BRAVO were asked for and 10 are held.");
                    assertThat(refusal.getRemedy()).isEqualTo("Ask for less.");
                });
    }

    @Test
    @DisplayName("A user who may only read can start no flow")
    void aUserWhoMayOnlyReadCanStartNoFlow() throws Exception {
        try (CordaRPCConnection reader = network.connect(DEALER, DriverNetwork.READER)) {
            assertThat(reader.getProxy().nodeInfo().getLegalIdentities()).containsExactly(network.party(DEALER));
            assertThatThrownBy(() -> reader.getProxy().startFlowDynamic(HoldingsFlow.class, false))
                    .isInstanceOf(PermissionException.class)
                    .hasMessageContaining(HoldingsFlow.class.getName());
        }
    }

    @Test
    @DisplayName("The operator can neither stop the node nor kill a flow, nor start a flow that only flows may start")
    void theOperatorCanNeitherStopTheNodeNorKillAFlow() {
        CordaRPCOps operator = network.rpc(DEALER);
        assertThatThrownBy(operator::shutdown).isInstanceOf(PermissionException.class);
        assertThatThrownBy(() -> operator.terminate(false)).isInstanceOf(PermissionException.class);
        assertThatThrownBy(() -> operator.killFlow(StateMachineRunId.Companion.createRandom()))
                .isInstanceOf(PermissionException.class);
        assertThatThrownBy(() -> operator.startFlowDynamic(RequestAttestationFlow.class))
                .isInstanceOf(PermissionException.class);
        assertThat(operator.nodeInfo().getLegalIdentities()).containsExactly(network.party(DEALER));
    }

    @Test
    @DisplayName("Holdings and affirmations are still there when a node is started again")
    void holdingsAndAffirmationsAreStillThereWhenANodeIsStartedAgain() throws Exception {
        register("CHARLIE");
        network.run(ISSUER, IssueSecurityFlow.Initiator.class, "CHARLIE", units("70"), network.party(DEALER));
        network.run(ISSUER, IssueSecurityFlow.Initiator.class, "CHARLIE", units("30"), network.party(ISSUER));
        network.run(ISSUER, IssueCashFlow.class, pounds("500.00"), network.party(DEALER));
        awaitHeld(DEALER, "CHARLIE", "70");
        awaitHeld(DEALER, "GBP", "500");
        network.run(DEALER, AffirmTradeFlow.class, "CHARLIE", units("20"), network.party(ISSUER), pounds("200.00"));

        network.restart(DEALER);

        assertThat(held(DEALER, "CHARLIE")).isEqualByComparingTo("70");
        assertThat(held(DEALER, "GBP")).isEqualByComparingTo("500");
        network.run(
                ISSUER, TransferFlow.Initiator.class, "CHARLIE", units("20"), network.party(DEALER), pounds("200.00"));
        awaitHeld(DEALER, "CHARLIE", "90");
        awaitHeld(DEALER, "GBP", "300");
        // It was for one trade.
        assertThatThrownBy(() -> network.run(
                        ISSUER,
                        TransferFlow.Initiator.class,
                        "CHARLIE",
                        units("5"),
                        network.party(DEALER),
                        pounds("50.00")))
                .isInstanceOf(ProposalRefusedException.class)
                .hasMessageContaining("has not been affirmed");
    }

    private static void register(String symbol) throws Exception {
        network.run(
                ISSUER,
                RegisterSecurityFlow.Initiator.class,
                new SecurityTerms(
                        symbol,
                        null,
                        symbol + " plc ordinary shares",
                        "GBP",
                        new BigDecimal("0.05"),
                        new BigDecimal("1000"),
                        0),
                Collections.emptyList());
    }

    private static void awaitHeld(CordaX500Name member, String symbol, String quantity) throws Exception {
        DriverNetwork.await(
                member.getOrganisation() + " holds " + quantity + " " + symbol,
                () -> held(member, symbol).compareTo(units(quantity)) == 0);
    }

    private static BigDecimal held(CordaX500Name member, String symbol) throws Exception {
        List<HoldingLine> lines = network.run(member, HoldingsFlow.class, false);
        return lines.stream()
                .filter(line -> line.getSymbol().equals(symbol))
                .map(HoldingLine::getQuantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal units(String quantity) {
        return new BigDecimal(quantity);
    }

    private static Amount<TokenType> pounds(String amount) {
        return Amount.fromDecimal(new BigDecimal(amount), FiatCurrency.getInstance("GBP"));
    }
}
