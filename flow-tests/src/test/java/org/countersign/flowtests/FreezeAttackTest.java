package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.AttackNetwork.assertUntouched;
import static org.countersign.flowtests.AttackNetwork.definition;
import static org.countersign.flowtests.AttackNetwork.given;
import static org.countersign.flowtests.AttackNetwork.network;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;
import static org.countersign.flowtests.CountersignNetwork.REGULATOR;

import net.corda.core.identity.CordaX500Name;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.definition.ChangeStatusFlow;
import org.countersign.workflows.validation.SupersededException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A freeze against transfers by members that do not know of it, or pretend not to. */
@ExtendWith(AttackNetwork.class)
class FreezeAttackTest {
    private static final CordaX500Name[] REGISTRARS = AUTHORITIES.toArray(new CordaX500Name[0]);

    /** Changes the status while dealer A takes no deliveries. */
    private static void changeBehindTheBack(String symbol, SecurityStatus... statuses) {
        int version = definition(DEALER_A, symbol).getState().getData().getVersion();
        try (Misconduct.Spell deaf =
                Misconduct.of(Misconduct.DistributionResponder.class, Misconduct.Manner.DENY, DEALER_A)) {
            assertThat(deaf).isNotNull();
            int deliveries = Misconduct.denied();
            for (SecurityStatus status : statuses) {
                TransactionReceipt changed =
                        network().run(ISSUER, new ChangeStatusFlow.Initiator(symbol, status, Orders.court("Order 1")));
                network().recorded(changed, REGISTRARS);
                network().recorded(changed, REGULATOR);
                int expected = ++deliveries;
                CountersignNetwork.await("the delivery was denied", () -> Misconduct.denied() >= expected);
            }
        }
        assertThat(definition(DEALER_A, symbol).getState().getData().getVersion())
                .isEqualTo(version);
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26. A holder that does not know of a freeze cannot transfer, and learns the reason")
    void aFreezeStopsAHolderThatDoesNotKnowOfIt() {
        given("FREEZE", "100", DEALER_A);
        changeBehindTheBack("FREEZE", SecurityStatus.FROZEN);
        assertThatThrownBy(() -> network().transfer(DEALER_A, "FREEZE", "10", DEALER_B))
                .hasMessageContaining("A security moves only while it is active.");
        network()
                .recorded(
                        network()
                                .run(
                                        ISSUER,
                                        new ChangeStatusFlow.Initiator(
                                                "FREEZE", SecurityStatus.ACTIVE, Orders.court("Lifted"))),
                        DEALER_A);
        assertUntouched(DEALER_A, "FREEZE", "100", DEALER_B);
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26. A transfer on a stale definition is rebuilt once on the current one")
    void aStaleTransferIsRebuilt() {
        given("STALE", "100", DEALER_A);
        changeBehindTheBack("STALE", SecurityStatus.FROZEN, SecurityStatus.ACTIVE);
        network().recorded(network().transfer(DEALER_A, "STALE", "100", DEALER_B), DEALER_B);
        assertThat(network().held(DEALER_B, "STALE")).isEqualByComparingTo("100");
        assertThat(definition(DEALER_A, "STALE").getState().getData().getVersion())
                .isEqualTo(3);
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26. A transfer that is stale twice fails with a clear error and locks nothing")
    void aTransferThatIsStaleTwiceFails() {
        given("TWICE", "100", DEALER_A);
        // The buyer knows the security; only the seller has to ask, and is not answered.
        network().recorded(network().issue("TWICE", "1", DEALER_B), DEALER_B);
        changeBehindTheBack("TWICE", SecurityStatus.FROZEN, SecurityStatus.ACTIVE);
        try (Misconduct.Spell mute =
                Misconduct.of(Misconduct.DefinitionResponder.class, Misconduct.Manner.DENY, REGISTRARS)) {
            assertThat(mute).isNotNull();
            assertThatThrownBy(() -> network().transfer(DEALER_A, "TWICE", "100", DEALER_B))
                    .hasCauseInstanceOf(SupersededException.class)
                    .hasMessageContaining("is not the current one")
                    .hasMessageContaining("propose again on the current definition");
        }
        assertUntouched(DEALER_A, "TWICE", "100", DEALER_B);
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26. A member that is neither issuer nor registrar freezes and thaws nothing")
    void aStrangerFreezesNothing() {
        given("THAW", "100", DEALER_A);
        assertThatThrownBy(() -> network()
                        .run(
                                DEALER_A,
                                new ChangeStatusFlow.Initiator("THAW", SecurityStatus.FROZEN, Orders.court("Because"))))
                .hasMessageContaining("The issuer or a member of the registrars' committee signs a change of status");
        assertUntouched(DEALER_A, "THAW", "100", DEALER_B);
    }
}
