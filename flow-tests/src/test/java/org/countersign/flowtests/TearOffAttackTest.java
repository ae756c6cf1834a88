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
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.CommandData;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.contracts.TransactionState;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.transactions.FilteredTransaction;
import net.corda.core.transactions.ReferenceStateRef;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.workflows.validation.AspectDisclosure;
import org.countersign.workflows.validation.AttestationAnswer;
import org.countersign.workflows.validation.AttestationAnswers;
import org.countersign.workflows.validation.AttestationRequest;
import org.countersign.workflows.validation.journal.JournalEntry;
import org.countersign.workflows.validation.journal.JournalQuery;
import org.countersign.workflows.validation.journal.ReadJournalFlow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tear-offs that show an authority too little or too much, or that a stranger made up. */
@ExtendWith(AttackNetwork.class)
class TearOffAttackTest {
    private static SignedTransaction transaction;

    @BeforeAll
    static void draft() {
        AttackNetwork.foundCommitteesOfEveryAspect();
        given("TEAR", "100", DEALER_A);
        transaction = drafted();
    }

    private static SignedTransaction drafted() {
        return network()
                .run(
                        DEALER_A,
                        new HostileFlows.Forge(
                                new HostileFlows.Draft(
                                        "TEAR",
                                        holding(DEALER_A, "TEAR"),
                                        10,
                                        network().party(DEALER_A),
                                        network().party(DEALER_B)),
                                HostileFlows.moreAttestations(Aspect.COMPLIANCE, Aspect.RISK, Aspect.CAPITAL)));
    }

    private static AttestationAnswer ask(CordaX500Name asker, Aspect aspect, FilteredTransaction tearOff) {
        return network().ask(asker, AUTHORITIES.get(0), aspect, tearOff);
    }

    private static String refusal(Aspect aspect, Predicate<Object> shown) {
        AttestationAnswer answer = ask(DEALER_A, aspect, transaction.getTx().buildFilteredTransaction(shown::test));
        assertThat(answer.getSignature()).isNull();
        return answer.getRefusal().getReason();
    }

    private static Predicate<Object> due(Aspect aspect) {
        boolean seesInputs = aspect != Aspect.IDENTITY;
        return component -> !(component instanceof SecureHash) && (seesInputs || !(component instanceof StateRef));
    }

    private static String incomplete(Aspect aspect) {
        return "The tear-off for " + aspect + " is incomplete";
    }

    @ParameterizedTest(name = "8. An authority of {0} does not attest when a command is hidden from it")
    @Tag("attack-8")
    @DisplayName("8. An authority does not attest when its own or another command is hidden from it")
    @EnumSource(value = Aspect.class, names = "OWNERSHIP", mode = EnumSource.Mode.EXCLUDE)
    void hiddenCommandsAreRefused(Aspect aspect) {
        Predicate<Object> due = due(aspect);
        assertThat(refusal(aspect, due.and(component -> !(component instanceof Command))))
                .contains(incomplete(aspect));
        assertThat(refusal(aspect, due.and(component -> !is(component, Attest.class))))
                .contains(incomplete(aspect));
        assertThat(refusal(
                        aspect, due.and(component -> !(component instanceof Command) || is(component, Attest.class))))
                .contains(incomplete(aspect));
    }

    private static boolean is(Object component, Class<? extends CommandData> kind) {
        return component instanceof Command && kind.isInstance(((Command<?>) component).getValue());
    }

    @ParameterizedTest(name = "9. An authority of {0} signs nothing blindly")
    @Tag("attack-9")
    @DisplayName("9. An authority signs nothing blindly")
    @EnumSource(value = Aspect.class, names = "OWNERSHIP", mode = EnumSource.Mode.EXCLUDE)
    void aBlindSignatureIsRefused(Aspect aspect) {
        assertThat(refusal(aspect, component -> false)).contains(incomplete(aspect));
        assertThat(refusal(aspect, component -> component instanceof StateRef)).contains(incomplete(aspect));
    }

    @ParameterizedTest(name = "9. An authority of {0} refuses to be shown more than its aspect")
    @Tag("attack-9")
    @DisplayName("9. An authority refuses to be shown more than its aspect")
    @EnumSource(value = Aspect.class, names = "OWNERSHIP", mode = EnumSource.Mode.EXCLUDE)
    void tooMuchIsRefused(Aspect aspect) {
        assertThat(refusal(aspect, component -> true)).contains("which that aspect may not see");
        Predicate<Object> due = due(aspect);
        assertThat(refusal(aspect, component -> due.test(component) || component instanceof SecureHash))
                .contains("which that aspect may not see");
        if (aspect == Aspect.IDENTITY) {
            assertThat(refusal(aspect, component -> due.test(component) || component instanceof StateRef))
                    .contains("which that aspect may not see");
        }
    }

    @Test
    @Tag("attack-9")
    @DisplayName("9. A registrar attests nothing on a tear-off")
    void ownershipIsNotAttestedOnATearOff() {
        AttestationAnswer answer =
                ask(DEALER_A, Aspect.OWNERSHIP, AspectDisclosure.tearOff(transaction.getTx(), Aspect.IDENTITY));
        assertThat(answer.getRefusal().getReason()).contains("Ownership is attested by the registrars' vote");
        assertUntouched(DEALER_A, "TEAR", "100", DEALER_B);
        network().recorded(network().transfer(DEALER_B, "TEAR", "100", DEALER_A), DEALER_A);
    }

    @ParameterizedTest(name = "10. An authority of {0} does not attest when what it judges is hidden from it")
    @Tag("attack-10")
    @DisplayName(
            "10. An authority does not attest when an output, an input it has to see, or the time-window is hidden")
    @EnumSource(value = Aspect.class, names = "OWNERSHIP", mode = EnumSource.Mode.EXCLUDE)
    void hiddenOutputsAndTimeWindowsAreRefused(Aspect aspect) {
        int[] outputs = {0};
        Predicate<Object> due = due(aspect);
        assertThat(refusal(aspect, due.and(component -> !(component instanceof TransactionState && outputs[0]++ > 0))))
                .contains(incomplete(aspect));
        assertThat(refusal(aspect, due.and(component -> !(component instanceof TimeWindow))))
                .contains(incomplete(aspect));
        assertThat(refusal(aspect, due.and(component -> !(component instanceof ReferenceStateRef))))
                .contains(incomplete(aspect));
        if (aspect != Aspect.IDENTITY) {
            assertThat(refusal(aspect, due.and(component -> !(component instanceof StateRef))))
                    .contains(incomplete(aspect));
        }
    }

    private static AttestationRequest request(SignedTransaction asked, Aspect aspect, Aspect shownFor) {
        return new AttestationRequest(
                aspect, AspectDisclosure.tearOff(asked.getTx(), shownFor), Collections.emptyList());
    }

    @Test
    @Tag("attack-28")
    @DisplayName("28. Of several aspects in one conversation each is judged, entered and answered for itself alone")
    void aspectsInOneConversationStayApart() {
        SignedTransaction asked = drafted();
        AttestationAnswers answers = network()
                .ask(
                        DEALER_A,
                        AUTHORITIES.get(0),
                        request(asked, Aspect.IDENTITY, Aspect.RISK),
                        request(asked, Aspect.COMPLIANCE, Aspect.COMPLIANCE),
                        request(asked, Aspect.RISK, Aspect.RISK),
                        request(asked, Aspect.CAPITAL, Aspect.IDENTITY));
        assertThat(answers.getAnswers())
                .containsOnlyKeys(Aspect.IDENTITY, Aspect.COMPLIANCE, Aspect.RISK, Aspect.CAPITAL);
        // What is shown for one aspect does not make up for what another one hides, nor excuse what it shows.
        assertThat(answers.to(Aspect.IDENTITY).getRefusal().getReason()).contains("which that aspect may not see");
        assertThat(answers.to(Aspect.CAPITAL).getRefusal().getReason()).contains(incomplete(Aspect.CAPITAL));
        assertThat(answers.to(Aspect.COMPLIANCE).getSignature()).isNotNull();
        assertThat(answers.to(Aspect.COMPLIANCE).getSeal().getAspect()).isEqualTo(Aspect.COMPLIANCE);
        assertThat(answers.to(Aspect.RISK).getSeal().getAspect()).isEqualTo(Aspect.RISK);
        assertThat(answers.to(Aspect.RISK).getReport().getFindings())
                .allMatch(finding -> finding.getRequirement().startsWith("countersign.risk"));
        assertThat(entries(asked, Aspect.COMPLIANCE)).hasSize(1).allMatch(line -> line.contains("\"input\""));
        assertThat(entries(asked, Aspect.RISK)).hasSize(1).allMatch(line -> line.contains("\"input\""));
        assertThat(entries(asked, Aspect.IDENTITY)).hasSize(1).noneMatch(line -> line.contains("\"output\""));
    }

    private static List<String> entries(SignedTransaction asked, Aspect aspect) {
        return network()
                .run(
                        AUTHORITIES.get(0),
                        new ReadJournalFlow(new JournalQuery(0, asked.getId(), aspect, null, null, null, null)))
                .stream()
                .map(JournalEntry::getLine)
                .collect(Collectors.toList());
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
