package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.AttackNetwork.assertUntouched;
import static org.countersign.flowtests.AttackNetwork.definition;
import static org.countersign.flowtests.AttackNetwork.given;
import static org.countersign.flowtests.AttackNetwork.holding;
import static org.countersign.flowtests.AttackNetwork.network;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;

import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import com.r3.corda.lib.tokens.contracts.types.TokenType;
import com.r3.corda.lib.tokens.money.FiatCurrency;
import com.r3.corda.lib.tokens.workflows.flows.rpc.IssueTokens;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.cash.IssueCashFlow;
import org.countersign.workflows.definition.RegisterSecurityFlow;
import org.countersign.workflows.holding.AffirmTradeFlow;
import org.countersign.workflows.holding.HoldingChangeTerms;
import org.countersign.workflows.holding.HoldingLine;
import org.countersign.workflows.holding.HoldingsFlow;
import org.countersign.workflows.holding.IssueSecurityFlow;
import org.countersign.workflows.holding.ProposalRefusedException;
import org.countersign.workflows.holding.RedeemFlow;
import org.countersign.workflows.holding.ShowTransactionFlow;
import org.countersign.workflows.holding.TradeTerms;
import org.countersign.workflows.holding.TransferFlow;
import org.countersign.workflows.ownership.FinalityAnswer;
import org.countersign.workflows.validation.AttestationAnswer;
import org.countersign.workflows.validation.QuorumException;
import org.countersign.workflows.validation.Refusal;
import org.countersign.workflows.validation.journal.JournalQuery;
import org.countersign.workflows.validation.journal.ReadJournalFlow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Numbers that cost nothing to send and all of a node's memory to write out, numbers that read as others than they
 * move, and numbers at the end of what the ledger counts.
 */
@ExtendWith(AttackNetwork.class)
class NumberAttackTest {
    private static final String SYMBOL = "NUMBERS";
    private static final String MOST = "9223372036854775807";
    /** Large enough to be noticed if it is written out, small enough for this JVM to survive that. */
    private static final int DIGITS = 50_000_000;

    @BeforeAll
    static void holdings() {
        given(SYMBOL, "100", DEALER_A);
    }

    @ParameterizedTest(name = "25. A quantity of {0} is refused by every flow that takes one")
    @Tag("attack-25")
    @DisplayName("25. A quantity beyond what the ledger counts is refused by every flow that takes one")
    @ValueSource(
            strings = {
                "1E+1000000000",
                "1E-1000000000",
                "0E-1000000000",
                "-1E+1000000000",
                "9223372036854775808",
                "0.0000001",
                "0",
                "-1"
            })
    void aQuantityBeyondCountingIsRefused(String text) {
        BigDecimal quantity = new BigDecimal(text);
        List<FlowLogic<?>> asHolder = Arrays.asList(
                new TransferFlow.Initiator(SYMBOL, quantity, network().party(DEALER_B)),
                new RedeemFlow.Initiator(SYMBOL, quantity),
                new AffirmTradeFlow(SYMBOL, quantity, network().party(DEALER_B)));
        for (FlowLogic<?> flow : asHolder) {
            assertThatThrownBy(() -> network().run(DEALER_A, flow))
                    .hasCauseInstanceOf(WorkflowException.class)
                    .hasMessageContaining("The quantity");
        }
        assertThatThrownBy(() -> network()
                        .run(
                                ISSUER,
                                new IssueSecurityFlow.Initiator(
                                        SYMBOL, quantity, network().party(DEALER_A))))
                .hasCauseInstanceOf(WorkflowException.class)
                .hasMessageContaining("The quantity");
        assertThat(network().held(DEALER_A, SYMBOL)).isEqualByComparingTo("100");
    }

    private static Amount<TokenType> odd(long quantity, int digits) {
        TokenType token = new TokenType("GBP", digits);
        return new Amount<>(quantity, token.getDisplayTokenSize(), token);
    }

    private static Amount<TokenType> pounds(long quantity, String unit) {
        return new Amount<>(quantity, new BigDecimal(unit), FiatCurrency.getInstance("GBP"));
    }

    @Test
    @Tag("attack-25")
    @DisplayName("25. A payment in units that nobody can write out is refused by every flow that takes one")
    void aPaymentBeyondWritingIsRefused() {
        for (Amount<TokenType> price : Arrays.asList(
                odd(0, DIGITS), odd(5, DIGITS), odd(5, -DIGITS), pounds(0, "1E-50000000"), pounds(5, "1E+50000000"))) {
            for (FlowLogic<?> flow : Arrays.<FlowLogic<?>>asList(
                    new TransferFlow.Initiator(SYMBOL, BigDecimal.ONE, network().party(DEALER_B), price),
                    new AffirmTradeFlow(SYMBOL, BigDecimal.ONE, network().party(DEALER_B), price),
                    new IssueCashFlow(price, network().party(DEALER_B)))) {
                assertThatThrownBy(() -> network().run(DEALER_A, flow))
                        .hasCauseInstanceOf(WorkflowException.class)
                        .hasMessageContaining("counts in units of");
            }
            TradeTerms terms = new TradeTerms(
                    SYMBOL,
                    HostileFlows.amount(
                            definition(DEALER_A, SYMBOL).getState().getData().tokenType(), 1),
                    price,
                    Collections.singletonList(network().party(ISSUER)));
            assertThatThrownBy(() -> network()
                            .run(
                                    DEALER_A,
                                    new HostileFlows.ProposeTransfer(
                                            network().party(DEALER_B), terms, null, HostileFlows.none())))
                    .hasCauseInstanceOf(ProposalRefusedException.class)
                    .hasMessageContaining("counts in units of");
        }
        assertThat(network().held(DEALER_A, SYMBOL)).isEqualByComparingTo("100");
    }

    @Test
    @Tag("attack-25")
    @DisplayName(
            "25. A stranger's token in units that nobody can write out neither shows as a holding nor stops a node")
    void aStrangersTokenBeyondWritingIsNoHolding() {
        Amount<TokenType> amount = odd(5, DIGITS);
        IssuedTokenType type = new IssuedTokenType(network().party(DEALER_B), amount.getToken());
        SignedTransaction pushed = network()
                .run(
                        DEALER_B,
                        new IssueTokens(Collections.singletonList(new FungibleToken(
                                new Amount<>(5, amount.getDisplayTokenSize(), type),
                                network().party(DEALER_A)))));
        CountersignNetwork.await("it has arrived", () -> network().holds(DEALER_A, pushed.getId()));
        for (HoldingLine line : network().run(DEALER_A, new HoldingsFlow(true))) {
            assertThat(line.getQuantity().scale()).isLessThanOrEqualTo(18);
        }
        assertThat(network()
                        .run(DEALER_A, new ShowTransactionFlow(pushed.getId()))
                        .getOutputs()
                        .get(0)
                        .getDescription())
                .isEqualTo("5E-50000000 GBP");
    }

    @Test
    @Tag("attack-25")
    @DisplayName("25. A registrar refuses units that nobody can write out, and writes them into no journal")
    void aRegistrarWritesOutNoUnits() {
        Amount<TokenType> amount = odd(5, DIGITS);
        IssuedTokenType type = new IssuedTokenType(network().party(DEALER_A), amount.getToken());
        SignedTransaction forged = network()
                .run(
                        DEALER_A,
                        new HostileFlows.Forge(
                                new HostileFlows.Draft(
                                        SYMBOL,
                                        holding(DEALER_A, SYMBOL),
                                        10,
                                        network().party(DEALER_A),
                                        network().party(DEALER_A)),
                                (builder, services, offered) -> builder.addOutputState(new FungibleToken(
                                        new Amount<>(5, amount.getDisplayTokenSize(), type),
                                        services.getMyInfo()
                                                .getLegalIdentities()
                                                .get(0)))));
        for (int asked = 0; asked < 2; asked++) {
            FinalityAnswer answer =
                    network().run(DEALER_A, new HostileFlows.Submit(network().party(AUTHORITIES.get(0)), forged));
            assertThat(answer.getSignatures()).isEmpty();
            assertThat(answer.getRefusals()).isNotEmpty();
        }
        JournalQuery query = new JournalQuery(0, forged.getId(), Aspect.OWNERSHIP, null, null, null, null);
        assertThat(network().run(AUTHORITIES.get(0), new ReadJournalFlow(query)))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.getLine()).doesNotContain("\"output\""));
        assertThat(network().held(DEALER_A, SYMBOL)).isEqualByComparingTo("100");
    }

    @ParameterizedTest(name = "25. Outputs that come to more than the ledger counts are refused by authorities of {0}")
    @Tag("attack-25")
    @DisplayName("25. Outputs that come to more than the ledger counts are refused by authorities and on record")
    @EnumSource(
            value = Aspect.class,
            names = {"IDENTITY", "COMPLIANCE", "RISK"})
    void outputsBeyondCountingAreRefusedByAuthorities(Aspect aspect) {
        AttackNetwork.foundCommitteesOfEveryAspect();
        SignedTransaction forged = network()
                .run(
                        DEALER_A,
                        new HostileFlows.Forge(
                                new HostileFlows.Draft(
                                        SYMBOL,
                                        holding(DEALER_A, SYMBOL),
                                        10,
                                        network().party(DEALER_A),
                                        network().party(DEALER_A)),
                                NumberAttackTest::addTooMuch));
        AttestationAnswer answer = network().ask(DEALER_A, AUTHORITIES.get(0), aspect, forged);
        assertThat(answer.getRefusal().getCode()).isEqualTo(Refusal.BAD_REQUEST);
        assertThat(answer.getRefusal().getReason()).contains("more than the ledger can count");
        JournalQuery query = new JournalQuery(0, forged.getId(), aspect, null, null, null, null);
        assertThat(network().run(AUTHORITIES.get(0), new ReadJournalFlow(query)))
                .hasSize(1);
    }

    private static void addTooMuch(
            TransactionBuilder builder, ServiceHub services, List<StateAndRef<FungibleToken>> offered)
            throws FlowException {
        IssuedTokenType type = ((FungibleToken) builder.outputStates().get(0).getData()).getIssuedTokenType();
        for (int output = 0; output < 2; output++) {
            builder.addOutputState(new FungibleToken(
                    HostileFlows.amount(type, Long.MAX_VALUE),
                    services.getMyInfo().getLegalIdentities().get(0)));
        }
        HostileFlows.moreAttestations(Aspect.COMPLIANCE, Aspect.RISK).on(builder, services, offered);
    }

    @Test
    @Tag("attack-25")
    @DisplayName("25. Terms with numbers beyond counting are registered nowhere")
    void termsBeyondCountingAreRefused() {
        for (String number : Arrays.asList("1E+1000000000", "1E-1000000000", "0", "-1")) {
            assertThatThrownBy(() -> register("TERMS", new BigDecimal(number), BigDecimal.TEN))
                    .hasMessageContaining("A denomination is more than zero");
            assertThatThrownBy(() -> register("TERMS", BigDecimal.ONE, new BigDecimal(number)))
                    .hasMessageContaining("An authorised quantity is more than zero");
        }
        assertThatThrownBy(() -> register("TERMS", BigDecimal.ONE, new BigDecimal(MOST).add(BigDecimal.ONE)))
                .hasMessageContaining("fits into 64 bits");
    }

    private static void register(String symbol, BigDecimal denomination, BigDecimal authorised) {
        network()
                .run(
                        ISSUER,
                        new RegisterSecurityFlow.Initiator(
                                new SecurityTerms(symbol, null, symbol + " plc", "GBP", denomination, authorised, 0),
                                Arrays.asList("identity", "registrars")));
    }

    @Test
    @Tag("attack-25")
    @DisplayName("25. The largest quantity that the ledger counts is issued and moves, and one more is refused")
    void theLargestQuantityMoves() {
        network().register("LARGEST", MOST);
        network().recorded(network().issue("LARGEST", MOST, DEALER_A), DEALER_A);
        assertThatThrownBy(() -> network().issue("LARGEST", "1", DEALER_B))
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining("exceeds the authorised quantity of " + MOST);
        network().recorded(network().transfer(DEALER_A, "LARGEST", "1", DEALER_B), DEALER_B);
        assertThat(network().held(DEALER_A, "LARGEST")).isEqualByComparingTo("9223372036854775806");
        assertUntouched(DEALER_A, "LARGEST", "9223372036854775806", DEALER_B);
    }

    @Test
    @Tag("attack-25")
    @DisplayName("25. An issue or a redemption that is announced in false units is refused")
    void anIssueOrRedemptionInFalseUnitsIsRefused() {
        // It reads as 40 and moves 4.
        HoldingChangeTerms terms = new HoldingChangeTerms(
                SYMBOL,
                new Amount<>(
                        4,
                        BigDecimal.TEN,
                        definition(DEALER_A, SYMBOL).getState().getData().tokenType()));
        assertThatThrownBy(() -> network()
                        .run(
                                ISSUER,
                                new HostileFlows.ProposeIssue(
                                        network().party(DEALER_B), terms, null, HostileFlows.none())))
                .hasCauseInstanceOf(ProposalRefusedException.class)
                .hasMessageContaining("counts in units of 10, its token in units of 1");
        assertThatThrownBy(() -> network()
                        .run(
                                DEALER_A,
                                new HostileFlows.ProposeRedemption(
                                        network().party(ISSUER), terms, null, HostileFlows.none())))
                .hasCauseInstanceOf(ProposalRefusedException.class)
                .hasMessageContaining("counts in units of 10, its token in units of 1");
        assertThat(network().held(DEALER_A, SYMBOL)).isEqualByComparingTo("100");
    }
}
