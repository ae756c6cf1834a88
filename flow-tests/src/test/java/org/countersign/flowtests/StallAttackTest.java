package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.AttackNetwork.given;
import static org.countersign.flowtests.AttackNetwork.network;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;
import static org.countersign.flowtests.CountersignNetwork.REGULATOR;
import static org.countersign.flowtests.CountersignNetwork.pounds;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.node.services.Vault;
import net.corda.core.node.services.vault.QueryCriteria;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.flowtests.Misconduct.Manner;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.definition.FindSecurityFlow;
import org.countersign.workflows.definition.UnknownSecurityException;
import org.countersign.workflows.governance.FormCommitteeFlow;
import org.countersign.workflows.governance.SeatProposal;
import org.countersign.workflows.validation.QuorumException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Members that are asked something and stall, break off, or answer nonsense, at every point where a flow waits for an
 * answer. Each time the one who asked gets a clear error while it can still act on it, nothing is left reserved,
 * nothing has moved, and the next honest attempt succeeds. Those who wait to be asked are in {@link OpeningAttackTest}.
 */
@ExtendWith(AttackNetwork.class)
class StallAttackTest {
    private static final String SYMBOL = "STALLED";
    private static final CordaX500Name[] REGISTRARS = AUTHORITIES.toArray(new CordaX500Name[0]);

    @BeforeAll
    static void holdings() {
        given(SYMBOL, "1000", DEALER_A);
        network().recorded(network().transfer(DEALER_A, SYMBOL, "10", DEALER_B), DEALER_B);
        network().issueCash("1000.00", DEALER_B);
    }

    private static void refused(ThrowingCallable attempt, String error) {
        assertThatThrownBy(attempt)
                .isInstanceOf(CountersignNetwork.FlowFailure.class)
                .hasCauseInstanceOf(net.corda.core.flows.FlowException.class)
                .hasMessageContaining(error)
                .hasMessageNotContaining("secret of the other side");
    }

    /** Nothing moved and nothing is left reserved: what was tried in vain now works. */
    private static void assertTransferable(BigDecimal before) {
        assertThat(network().held(DEALER_A, SYMBOL)).isEqualByComparingTo(before);
        assertThat(network().locked(DEALER_A)).isZero();
        network().recorded(network().transfer(DEALER_A, SYMBOL, "1", DEALER_B), DEALER_B);
        assertThat(network().held(DEALER_A, SYMBOL)).isEqualByComparingTo(before.subtract(BigDecimal.ONE));
    }

    @ParameterizedTest(name = "7. A seller whose buyer answers its proposal with {0} gets a clear error")
    @Tag("attack-7")
    @DisplayName("7. A seller whose buyer does not sign gets a clear error and its holding back")
    @CsvSource(
            delimiter = '|',
            value = {
                "STALL | Dealer B has not answered within 10 seconds.",
                "END | Dealer B broke off without an answer",
                "THROW_AT_ONCE | We do not talk to you.",
                "THROW_LATER | We changed our mind.",
                "CRASH | Dealer B broke off without an answer",
                "WRONG_TYPE | Dealer B answered with something that is no answer",
                "OTHER_ID | Dealer B answered with a signature that is not its own on this transaction.",
                "GARBAGE | Dealer B answered with a signature that is not its own on this transaction."
            })
    void aBuyerThatDoesNotSignLocksNothing(Manner manner, String error) {
        BigDecimal before = network().held(DEALER_A, SYMBOL);
        try (Misconduct.Spell spell = Misconduct.of(Misconduct.BuyerResponder.class, manner, DEALER_B)) {
            assertThat(spell).isNotNull();
            refused(() -> network().transfer(DEALER_A, SYMBOL, "60", DEALER_B), error);
        }
        assertTransferable(before);
    }

    @ParameterizedTest(name = "7. A seller whose buyer offers {0} for cash gets a clear error")
    @Tag("attack-7")
    @DisplayName("7. A seller whose buyer offers no cash gets a clear error and its holding back")
    @CsvSource(
            delimiter = '|',
            value = {
                "STALL | Dealer B has not answered within 10 seconds.",
                "END | Dealer B broke off without an answer",
                "THROW_LATER | We changed our mind.",
                "CRASH | Dealer B broke off without an answer",
                "WRONG_TYPE | Dealer B answered with something that is no answer",
                "WRONG_CONTENT | The buyer offered no cash."
            })
    void aBuyerThatOffersNoCashLocksNothing(Manner manner, String error) {
        BigDecimal before = network().held(DEALER_A, SYMBOL);
        BigDecimal cash = network().held(DEALER_B, "GBP");
        try (Misconduct.Spell spell = Misconduct.of(Misconduct.BuyerResponder.class, manner, DEALER_B)) {
            assertThat(spell).isNotNull();
            refused(() -> network().sell(DEALER_A, SYMBOL, "60", DEALER_B, pounds("10.00")), error);
        }
        assertThat(network().held(DEALER_A, SYMBOL)).isEqualByComparingTo(before);
        assertThat(network().locked(DEALER_A)).isZero();
        assertThat(network().locked(DEALER_B)).isZero();
        network().affirm(DEALER_B, SYMBOL, "1", DEALER_A, pounds("10.00"));
        network().recorded(network().sell(DEALER_A, SYMBOL, "1", DEALER_B, pounds("10.00")), DEALER_B);
        assertThat(network().held(DEALER_A, SYMBOL)).isEqualByComparingTo(before.subtract(BigDecimal.ONE));
        assertThat(network().held(DEALER_B, "GBP")).isEqualByComparingTo(cash.subtract(BigDecimal.TEN));
    }

    @ParameterizedTest(name = "7. An issuer whose holder-to-be answers with {0} gets a clear error")
    @Tag("attack-7")
    @DisplayName("7. An issuer whose holder-to-be does not sign gets a clear error and has issued nothing")
    @CsvSource(
            delimiter = '|',
            value = {
                "STALL | Dealer B has not answered within 10 seconds.",
                "END | Dealer B broke off without an answer",
                "THROW_AT_ONCE | We do not talk to you.",
                "THROW_LATER | We changed our mind.",
                "CRASH | Dealer B broke off without an answer",
                "WRONG_TYPE | Dealer B answered with something that is no answer",
                "OTHER_ID | Dealer B answered with a signature that is not its own on this transaction.",
                "GARBAGE | Dealer B answered with a signature that is not its own on this transaction."
            })
    void aHolderThatDoesNotSignStopsNoIssue(Manner manner, String error) {
        BigDecimal before = network().held(DEALER_B, SYMBOL);
        try (Misconduct.Spell spell = Misconduct.of(Misconduct.HolderResponder.class, manner, DEALER_B)) {
            assertThat(spell).isNotNull();
            refused(() -> network().issue(SYMBOL, "5", DEALER_B), error);
        }
        assertThat(network().held(DEALER_B, SYMBOL)).isEqualByComparingTo(before);
        network().recorded(network().issue(SYMBOL, "5", DEALER_B), DEALER_B);
        assertThat(network().held(DEALER_B, SYMBOL)).isEqualByComparingTo(before.add(new BigDecimal(5)));
    }

    @ParameterizedTest(name = "7. A holder whose issuer answers a redemption with {0} gets a clear error")
    @Tag("attack-7")
    @DisplayName("7. A holder whose issuer does not sign a redemption gets a clear error and its holding back")
    @CsvSource(
            delimiter = '|',
            value = {
                "STALL | Issuer Bank has not answered within 10 seconds.",
                "END | Issuer Bank broke off without an answer",
                "THROW_AT_ONCE | We do not talk to you.",
                "THROW_LATER | We changed our mind.",
                "CRASH | Issuer Bank broke off without an answer",
                "WRONG_TYPE | Issuer Bank answered with something that is no answer",
                "OTHER_ID | Issuer Bank answered with a signature that is not its own on this transaction.",
                "GARBAGE | Issuer Bank answered with a signature that is not its own on this transaction."
            })
    void anIssuerThatDoesNotSignLocksNothing(Manner manner, String error) {
        BigDecimal before = network().held(DEALER_A, SYMBOL);
        try (Misconduct.Spell spell = Misconduct.of(Misconduct.IssuerResponder.class, manner, ISSUER)) {
            assertThat(spell).isNotNull();
            refused(() -> network().redeem(DEALER_A, SYMBOL, "60"), error);
        }
        assertThat(network().held(DEALER_A, SYMBOL)).isEqualByComparingTo(before);
        assertThat(network().locked(DEALER_A)).isZero();
        network().redeem(DEALER_A, SYMBOL, "1");
        assertThat(network().held(DEALER_A, SYMBOL)).isEqualByComparingTo(before.subtract(BigDecimal.ONE));
    }

    @ParameterizedTest(name = "7. A transfer that every identity authority answers with {0} fails with their names")
    @Tag("attack-7")
    @DisplayName("7. A transfer that no authority attests fails with a clear error and locks nothing")
    @EnumSource(
            value = Manner.class,
            names = {"STALL", "END", "THROW_AT_ONCE", "THROW_LATER", "CRASH", "WRONG_TYPE", "GARBAGE"})
    void authoritiesThatDoNotAnswerLockNothing(Manner manner) {
        BigDecimal before = network().held(DEALER_A, SYMBOL);
        try (Misconduct.Spell spell = Misconduct.of(Misconduct.AttestationResponder.class, manner, REGISTRARS)) {
            assertThat(spell).isNotNull();
            assertThatThrownBy(() -> network().transfer(DEALER_A, SYMBOL, "60", DEALER_B))
                    .hasCauseInstanceOf(QuorumException.class)
                    // Two of three are enough to end it at once; the third is not waited for.
                    .hasMessageMatching("(?s)Not attested by committee identity\\."
                            + ".*Authority (One|Two|Three).*Authority (One|Two|Three).*");
        }
        assertTransferable(before);
    }

    @ParameterizedTest(name = "7. A transfer for which every registrar that is asked to vote answers with {0} fails")
    @Tag("attack-7")
    @DisplayName("7. A transfer for which no registrar votes fails with a clear error and locks nothing")
    @EnumSource(
            value = Manner.class,
            names = {"STALL", "END", "THROW_AT_ONCE", "THROW_LATER", "CRASH", "WRONG_TYPE", "GARBAGE"})
    void registrarsThatDoNotVoteLockNothing(Manner manner) {
        BigDecimal before = network().held(DEALER_A, SYMBOL);
        try (Misconduct.Spell spell = Misconduct.of(Misconduct.VoteResponder.class, manner, REGISTRARS)) {
            assertThat(spell).isNotNull();
            assertThatThrownBy(() -> network().transfer(DEALER_A, SYMBOL, "60", DEALER_B))
                    .hasCauseInstanceOf(WorkflowException.class)
                    .hasMessageMatching(
                            manner == Manner.STALL
                                    // Who asked the others has answered and is not named with them.
                                    ? "(?s).* No vote from (Authority \\w+), (Authority \\w+),"
                                            + " says (?!\\1|\\2)Authority \\w+\\..*"
                                    : "(?s).*Authority.*");
        }
        assertThat(network().held(DEALER_A, SYMBOL)).isEqualByComparingTo(before);
        assertThat(network().locked(DEALER_A)).isZero();
        // Those who asked in vain for votes give up their own claim when they give up waiting.
        CountersignNetwork.await("the registrars vote again", StallAttackTest::moves);
    }

    private static boolean moves() {
        try {
            network().recorded(network().transfer(DEALER_A, SYMBOL, "1", DEALER_B), DEALER_B);
            return true;
        } catch (CountersignNetwork.FlowFailure busy) {
            assertThat(busy).hasMessageContaining("Another transaction in flight claims");
            return false;
        }
    }

    @ParameterizedTest(name = "7. A transfer that every registrar answers with {0} fails")
    @Tag("attack-7")
    @DisplayName("7. A transfer that no registrar finalises fails with a clear error and locks nothing")
    @EnumSource(
            value = Manner.class,
            names = {"STALL", "END", "THROW_AT_ONCE", "CRASH", "WRONG_TYPE", "WRONG_CONTENT"})
    void registrarsThatDoNotFinaliseLockNothing(Manner manner) {
        BigDecimal before = network().held(DEALER_A, SYMBOL);
        try (Misconduct.Spell spell = Misconduct.everyFinaliser(manner)) {
            assertThat(spell).isNotNull();
            assertThatThrownBy(() -> network().transfer(DEALER_A, SYMBOL, "60", DEALER_B))
                    .hasCauseInstanceOf(WorkflowException.class)
                    .hasMessageContaining(
                            manner == Manner.STALL
                                    ? "final in time. No answer from Authority One, Authority Two, Authority Three."
                                    : "Authority");
        }
        assertTransferable(before);
    }

    @ParameterizedTest(name = "7. A transfer whose buyer answers the delivery with {0} is final all the same")
    @Tag("attack-7")
    @DisplayName("7. A buyer that does not take what is delivered holds up neither the seller nor the regulator")
    @EnumSource(
            value = Manner.class,
            names = {"STALL", "END", "THROW_AT_ONCE", "DENY", "CRASH", "WRONG_TYPE", "WRONG_CONTENT"})
    void aRecipientThatDoesNotReceiveHoldsUpNobody(Manner manner) {
        BigDecimal before = network().held(DEALER_A, SYMBOL);
        TransactionReceipt moved;
        try (Misconduct.Spell spell = Misconduct.of(Misconduct.DistributionResponder.class, manner, DEALER_B)) {
            assertThat(spell).isNotNull();
            moved = network().transfer(DEALER_A, SYMBOL, "1", DEALER_B);
            network().recorded(moved, DEALER_A, REGULATOR);
            network().recorded(moved, REGISTRARS);
        }
        assertThat(network().held(DEALER_A, SYMBOL)).isEqualByComparingTo(before.subtract(BigDecimal.ONE));
        assertTransferable(before.subtract(BigDecimal.ONE));
    }

    @ParameterizedTest(name = "7. A member whom every registrar answers with {0} is told that the security is unknown")
    @Tag("attack-7")
    @DisplayName("7. A member that no registrar answers learns soon that it cannot know the security")
    @EnumSource(
            value = Manner.class,
            names = {"STALL", "END", "THROW_AT_ONCE", "CRASH", "WRONG_TYPE", "WRONG_CONTENT", "GARBAGE", "CRY_STALE"})
    void registrarsThatTellNothingHoldUpNobody(Manner manner) {
        String symbol = "TOLD." + manner.ordinal();
        network().recorded(network().register(symbol, "100"), REGISTRARS);
        try (Misconduct.Spell spell = Misconduct.of(Misconduct.DefinitionResponder.class, manner, REGISTRARS)) {
            assertThat(spell).isNotNull();
            assertThatThrownBy(() -> network().run(DEALER_A, new FindSecurityFlow(symbol)))
                    .hasCauseInstanceOf(UnknownSecurityException.class);
        }
        try (Misconduct.Spell spell = Misconduct.of(Misconduct.DefinitionResponder.class, manner, AUTHORITIES.get(1))) {
            assertThat(spell).isNotNull();
            assertThat(network()
                            .run(DEALER_A, new FindSecurityFlow(symbol))
                            .getTerms()
                            .getSymbol())
                    .isEqualTo(symbol);
        }
    }

    @ParameterizedTest(
            name = "7. A founder whose fellow member answers the offer of a seat with {0} gets a clear error")
    @Tag("attack-7")
    @DisplayName("7. A founder whose fellow member takes no seat gets a clear error and has founded nothing")
    @CsvSource(
            delimiter = '|',
            value = {
                "STALL | One of Authority Two, Authority Three has not answered within 20 seconds.",
                "END | One of Authority Two, Authority Three broke off without an answer",
                "THROW_AT_ONCE | We do not talk to you.",
                "THROW_LATER | We changed our mind.",
                "CRASH | One of Authority Two, Authority Three broke off without an answer",
                "WRONG_TYPE | One of Authority Two, Authority Three answered with something that is no answer",
                "WRONG_CONTENT | no part of any member's legal identity"
            })
    void aMemberThatTakesNoSeatHoldsUpNobody(Manner manner, String error) {
        foundingFails("key " + manner, manner, error);
    }

    @ParameterizedTest(name = "7. A founder whose fellow member answers the founding with {0} gets a clear error")
    @Tag("attack-7")
    @DisplayName("7. A founder whose fellow member does not sign gets a clear error and has founded nothing")
    @CsvSource(
            delimiter = '|',
            value = {
                "STALL | One of Authority Two, Authority Three has not answered within 20 seconds.",
                "END | One of Authority Two, Authority Three broke off without an answer",
                "THROW_LATER | We changed our mind.",
                "WRONG_TYPE | One of Authority Two, Authority Three answered with something that is no answer"
            })
    void aMemberThatDoesNotSignTheFoundingHoldsUpNobody(Manner manner, String error) {
        foundingFails("signature " + manner, manner, error);
    }

    private static void foundingFails(String name, Manner manner, String error) {
        FormCommitteeFlow.Initiator founding = new FormCommitteeFlow.Initiator(
                name,
                Aspect.IDENTITY,
                Arrays.asList(
                        new SeatProposal(network().party(AUTHORITIES.get(0)), 1),
                        new SeatProposal(network().party(AUTHORITIES.get(1)), 1),
                        new SeatProposal(network().party(AUTHORITIES.get(2)), 1)),
                2,
                Duration.ofMinutes(5),
                Collections.emptyList());
        try (Misconduct.Spell spell = Misconduct.of(Misconduct.SeatResponder.class, manner, AUTHORITIES.get(2))) {
            assertThat(spell).isNotNull();
            refused(() -> network().run(AUTHORITIES.get(0), founding), error);
        }
        for (CordaX500Name member : REGISTRARS) {
            assertThat(committeesNamed(name, member)).isZero();
        }
    }

    private static long committeesNamed(String name, CordaX500Name member) {
        return network()
                .node(member)
                .transaction(() -> network()
                        .node(member)
                        .getServices()
                        .getVaultService()
                        .queryBy(CommitteeState.class, new QueryCriteria.VaultQueryCriteria(Vault.StateStatus.ALL))
                        .getStates()
                        .stream()
                        .filter(state -> state.getState().getData().getName().equals(name))
                        .count());
    }
}
