package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.AttackNetwork.given;
import static org.countersign.flowtests.AttackNetwork.network;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.pounds;

import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.node.services.Vault;
import net.corda.core.node.services.vault.QueryCriteria;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.cash.IssueCashFlow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A buyer that offers cash which is not its own, not of a bank that the seller takes, or spent already. */
@ExtendWith(AttackNetwork.class)
class FalseCashAttackTest {
    private static StateAndRef<FungibleToken> spent;
    private static StateAndRef<FungibleToken> sellers;

    @BeforeAll
    static void anEarlierSale() {
        given("CASH.OLD", "10", DEALER_A);
        network().issueCash("10.00", DEALER_B);
        network().affirm(DEALER_B, "CASH.OLD", "10", DEALER_A, pounds("10.00"));
        TransactionReceipt sold =
                network().recorded(network().sell(DEALER_A, "CASH.OLD", "10", DEALER_B, pounds("10.00")), DEALER_B);
        sellers = cash(
                DEALER_A,
                Vault.StateStatus.UNCONSUMED,
                state -> state.getRef().getTxhash().equals(sold.getTransactionId()));
        List<net.corda.core.contracts.StateRef> inputs = network()
                .node(DEALER_B)
                .getServices()
                .getValidatedTransactions()
                .getTransaction(sold.getTransactionId())
                .getInputs();
        spent = cash(DEALER_B, Vault.StateStatus.CONSUMED, state -> inputs.contains(state.getRef()));
    }

    private static StateAndRef<FungibleToken> cash(
            CordaX500Name member, Vault.StateStatus status, Predicate<StateAndRef<FungibleToken>> which) {
        return network()
                .node(member)
                .transaction(() -> network()
                        .node(member)
                        .getServices()
                        .getVaultService()
                        .queryBy(FungibleToken.class, new QueryCriteria.VaultQueryCriteria(status))
                        .getStates()
                        .stream()
                        .filter(state -> state.getState().getData().getClass() == FungibleToken.class)
                        .filter(which)
                        .collect(Collectors.toList())
                        .get(0));
    }

    private static void refused(String symbol, StateAndRef<FungibleToken> offered, String error) {
        given(symbol, "10", DEALER_A);
        BigDecimal cash = network().held(DEALER_A, "GBP");
        try (Misconduct.Spell spell = Misconduct.falseCash(Collections.singletonList(offered), DEALER_B)) {
            assertThat(spell).isNotNull();
            assertThatThrownBy(() -> network().sell(DEALER_A, symbol, "10", DEALER_B, pounds("10.00")))
                    .hasCauseInstanceOf(WorkflowException.class)
                    .hasMessageContaining(error);
        }
        assertThat(network().held(DEALER_A, symbol)).isEqualByComparingTo("10");
        assertThat(network().held(DEALER_A, "GBP")).isEqualByComparingTo(cash);
        assertThat(network().held(DEALER_B, symbol)).isZero();
        assertThat(network().locked(DEALER_A)).isZero();
    }

    @Test
    @Tag("attack-11")
    @DisplayName("11. A seller does not take its own cash for the buyer's")
    void anothersCashIsRefused() {
        refused("CASH.OTHER", sellers, "The buyer offered " + sellers.getRef());
    }

    @Test
    @Tag("attack-11")
    @DisplayName("11. A seller does not take cash that the buyer has made itself")
    void homemadeCashIsRefused() {
        TransactionReceipt made = network()
                .run(DEALER_B, new IssueCashFlow(pounds("10.00"), network().party(DEALER_B)));
        StateAndRef<FungibleToken> homemade = cash(
                DEALER_B,
                Vault.StateStatus.UNCONSUMED,
                state -> state.getRef().getTxhash().equals(made.getTransactionId()));
        refused("CASH.HOME", homemade, "The buyer offered " + homemade.getRef());
    }

    @Test
    @Tag("attack-11")
    @DisplayName("11. A sale against cash that is spent already is stopped by the notary")
    void spentCashIsRefused() {
        refused("CASH.SPENT", spent, "already been used");
    }
}
