package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countersign.flowtests.AttackNetwork.assertUntouched;
import static org.countersign.flowtests.AttackNetwork.given;
import static org.countersign.flowtests.AttackNetwork.holding;
import static org.countersign.flowtests.AttackNetwork.network;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.OUTSIDER;

import java.util.Collections;
import java.util.function.Predicate;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.CommandData;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.contracts.TransactionState;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.transactions.FilteredTransaction;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.workflows.validation.AspectDisclosure;
import org.countersign.workflows.validation.AttestationAnswer;
import org.countersign.workflows.validation.AttestationRequest;
import org.countersign.workflows.validation.RequestAttestationFlow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tear-offs that show an authority too little or too much, or that a stranger made up. */
@ExtendWith(AttackNetwork.class)
class TearOffAttackTest {
    private static SignedTransaction transaction;

    @BeforeAll
    static void draft() {
        given("TEAR", "100", DEALER_A);
        transaction = network()
                .run(
                        DEALER_A,
                        new HostileFlows.Forge(
                                new HostileFlows.Draft(
                                        "TEAR",
                                        holding(DEALER_A, "TEAR"),
                                        10,
                                        network().party(DEALER_A),
                                        network().party(DEALER_B)),
                                HostileFlows.none()));
    }

    private static AttestationAnswer ask(CordaX500Name asker, Aspect aspect, FilteredTransaction tearOff) {
        return network()
                .run(
                        asker,
                        new RequestAttestationFlow(
                                network().party(AUTHORITIES.get(0)),
                                new AttestationRequest(aspect, tearOff, Collections.emptyList())));
    }

    private static String refusal(Predicate<Object> shown) {
        AttestationAnswer answer =
                ask(DEALER_A, Aspect.IDENTITY, transaction.getTx().buildFilteredTransaction(shown::test));
        assertThat(answer.getSignature()).isNull();
        return answer.getRefusal().getReason();
    }

    private static boolean isDue(Object component) {
        return !(component instanceof StateRef) && !(component instanceof net.corda.core.crypto.SecureHash);
    }

    @Test
    @Tag("attack-8")
    @DisplayName("8. An authority does not attest when its own or another command is hidden from it")
    void hiddenCommandsAreRefused() {
        assertThat(refusal(component -> isDue(component) && !(component instanceof Command)))
                .contains("The tear-off for IDENTITY is incomplete");
        assertThat(refusal(component -> isDue(component) && !is(component, Attest.class)))
                .contains("The tear-off for IDENTITY is incomplete");
        assertThat(refusal(component ->
                        isDue(component) && (!(component instanceof Command) || is(component, Attest.class))))
                .contains("The tear-off for IDENTITY is incomplete");
        assertUntouched(DEALER_A, "TEAR", "100", DEALER_B);
        network().recorded(network().transfer(DEALER_B, "TEAR", "100", DEALER_A), DEALER_A);
    }

    private static boolean is(Object component, Class<? extends CommandData> kind) {
        return component instanceof Command && kind.isInstance(((Command<?>) component).getValue());
    }

    @Test
    @Tag("attack-9")
    @DisplayName("9. An authority signs nothing blindly")
    void aBlindSignatureIsRefused() {
        assertThat(refusal(component -> false)).contains("The tear-off for IDENTITY is incomplete");
        assertThat(refusal(component -> component instanceof StateRef))
                .contains("The tear-off for IDENTITY is incomplete");
    }

    @Test
    @Tag("attack-9")
    @DisplayName("9. An authority refuses to be shown more than its aspect")
    void tooMuchIsRefused() {
        assertThat(refusal(component -> true)).contains("which that aspect may not see");
        AttestationAnswer answer =
                ask(DEALER_A, Aspect.OWNERSHIP, AspectDisclosure.tearOff(transaction.getTx(), Aspect.IDENTITY));
        assertThat(answer.getRefusal().getReason()).contains("Ownership is attested by the registrars' vote");
    }

    @Test
    @Tag("attack-10")
    @DisplayName("10. An authority does not attest when an output or the time-window is hidden from it")
    void hiddenOutputsAndTimeWindowsAreRefused() {
        int[] outputs = {0};
        assertThat(refusal(
                        component -> isDue(component) && !(component instanceof TransactionState && outputs[0]++ > 0)))
                .contains("The tear-off for IDENTITY is incomplete");
        assertThat(refusal(component -> isDue(component) && !(component instanceof TimeWindow)))
                .contains("The tear-off for IDENTITY is incomplete");
    }

    @Test
    @Tag("attack-28")
    @DisplayName("28. A stranger learns nothing of who is admitted by having transactions of others attested")
    void aStrangerLearnsNothingOfAdmission() {
        AttestationAnswer answer =
                ask(OUTSIDER, Aspect.IDENTITY, AspectDisclosure.tearOff(transaction.getTx(), Aspect.IDENTITY));
        assertThat(answer.getSignature()).isNull();
        assertThat(answer.getRefusal().getReason())
                .contains("Outsider signs no command of the transaction; only a party of it may have it attested");
    }
}
