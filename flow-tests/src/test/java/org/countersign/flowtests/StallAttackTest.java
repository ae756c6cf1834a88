package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.AttackNetwork.assertUntouched;
import static org.countersign.flowtests.AttackNetwork.definition;
import static org.countersign.flowtests.AttackNetwork.given;
import static org.countersign.flowtests.AttackNetwork.network;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;
import static org.countersign.flowtests.CountersignNetwork.pounds;
import static org.countersign.flowtests.HostileFlows.amount;

import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.UUID;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.node.services.Vault;
import net.corda.core.node.services.vault.QueryCriteria;
import net.corda.core.node.services.vault.QueryCriteria.SoftLockingCondition;
import net.corda.core.node.services.vault.QueryCriteria.SoftLockingType;
import org.countersign.workflows.holding.TradeTerms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counterparties that stall, break off or answer nonsense at each point where they are waited for. */
@ExtendWith(AttackNetwork.class)
class StallAttackTest {
    @ParameterizedTest(name = "7. A seller whose buyer answers with {0} gets a clear error and its holding back")
    @Tag("attack-7")
    @DisplayName("7. A seller whose buyer does not sign gets a clear error and its holding back")
    @CsvSource(
            delimiter = '|',
            value = {
                "STALL | Dealer B has not answered within 10 seconds.",
                "THROW_AT_ONCE | We do not talk to you.",
                "THROW_LATER | We changed our mind.",
                "CRASH | Dealer B broke off without an answer",
                "OTHER_ID | Dealer B answered with a signature that is not its own on this transaction.",
                "GARBAGE | Dealer B answered with a signature that is not its own on this transaction."
            })
    void aBuyerThatDoesNotSignLocksNothing(Misconduct.Manner manner, String error) {
        String symbol = "ST." + manner.name().substring(0, 5).replace('_', '.') + manner.ordinal();
        given(symbol, "100", DEALER_A);
        try (Misconduct.Spell spell = Misconduct.of(Misconduct.BuyerResponder.class, manner, DEALER_B)) {
            assertThat(spell).isNotNull();
            assertThatThrownBy(() -> network().transfer(DEALER_A, symbol, "60", DEALER_B))
                    .isInstanceOf(CountersignNetwork.FlowFailure.class)
                    .hasMessageContaining(error)
                    .hasMessageNotContaining("secret of the other side");
        }
        assertThat(locked(DEALER_A)).isZero();
        assertUntouched(DEALER_A, symbol, "100", DEALER_B);
    }

    @Test
    @Tag("attack-7")
    @DisplayName("7. A buyer whose seller goes silent after the cash was offered gets its cash back")
    void aSellerThatGoesSilentLocksNothing() {
        given("SILENT", "100", DEALER_A);
        network().issueCash("1000.00", DEALER_B);
        BigDecimal all = network().held(DEALER_B, "GBP");
        network().affirm(DEALER_B, "SILENT", "40", DEALER_A, pounds(all.toPlainString()));
        TradeTerms terms = new TradeTerms(
                "SILENT",
                amount(definition(DEALER_A, "SILENT").getState().getData().tokenType(), 40),
                pounds(all.toPlainString()),
                Collections.singletonList(network().party(ISSUER)));
        network()
                .node(DEALER_A)
                .startFlow(
                        new HostileFlows.ProposeTransfer(network().party(DEALER_B), terms, null, HostileFlows.none()));
        CountersignNetwork.await("the cash is offered", () -> locked(DEALER_B) > 0);
        CountersignNetwork.await("the cash is free again", () -> locked(DEALER_B) == 0);

        network().recorded(network().sell(DEALER_A, "SILENT", "40", DEALER_B, pounds(all.toPlainString())), DEALER_B);
        assertThat(network().held(DEALER_B, "GBP")).isZero();
        assertUntouched(DEALER_A, "SILENT", "60", DEALER_B);
    }

    /** How many of a member's own tokens are reserved by some flow. */
    private static int locked(CordaX500Name member) {
        return network()
                .node(member)
                .transaction(() -> network()
                        .node(member)
                        .getServices()
                        .getVaultService()
                        .queryBy(
                                FungibleToken.class,
                                new QueryCriteria.VaultQueryCriteria(Vault.StateStatus.UNCONSUMED)
                                        .withRelevancyStatus(Vault.RelevancyStatus.RELEVANT)
                                        .withSoftLockingCondition(new SoftLockingCondition(
                                                SoftLockingType.LOCKED_ONLY, Collections.<UUID>emptyList())))
                        .getStates()
                        .size());
    }
}
