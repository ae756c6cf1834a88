package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.AttackNetwork.definition;
import static org.countersign.flowtests.AttackNetwork.given;
import static org.countersign.flowtests.AttackNetwork.network;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.REGULATOR;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.ownership.RegisterRoots;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.register.CatchUpRegisterFlow;
import org.countersign.workflows.register.CompareRegisterFlow;
import org.countersign.workflows.register.FetchTransactionsFlow;
import org.countersign.workflows.register.RegisterCatchUp;
import org.countersign.workflows.register.RegisterComparison;
import org.countersign.workflows.register.RegisterComparison.Outcome;
import org.countersign.workflows.register.RegisterQuery;
import org.countersign.workflows.register.RegisterQuery.Wanted;
import org.countersign.workflows.register.RegisterVerification;
import org.countersign.workflows.register.ShowRegisterFlow;
import org.countersign.workflows.register.VerifyRegisterFlow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registers against the ledger and against each other: what verification finds, and how a registrar catches up. */
@ExtendWith(AttackNetwork.class)
class RegisterComparisonTest {
    private static final CordaX500Name ONE = AUTHORITIES.get(0);
    private static final CordaX500Name TWO = AUTHORITIES.get(1);
    private static final CordaX500Name THREE = AUTHORITIES.get(2);

    @BeforeAll
    static void letRegistrarsLieAndStrangersAsk() {
        for (CordaX500Name authority : AUTHORITIES) {
            network().node(authority).registerInitiatedFlow(CompareRegisterFlow.class, LyingRegistrar.Comparing.class);
            network().node(authority).registerInitiatedFlow(FetchTransactionsFlow.class, LyingRegistrar.Serving.class);
            network()
                    .node(authority)
                    .registerInitiatedFlow(RegisterQuestions.AskToCompare.class, CompareRegisterFlow.Handler.class);
            network()
                    .node(authority)
                    .registerInitiatedFlow(
                            RegisterQuestions.AskForTransactions.class, FetchTransactionsFlow.Handler.class);
        }
    }

    private static RegisterVerification verify(CordaX500Name member, String symbol) {
        return network().run(member, new VerifyRegisterFlow(symbol)).get(0);
    }

    private static RegisterCatchUp catchUp(CordaX500Name member, String symbol) {
        return network().run(member, new CatchUpRegisterFlow(symbol)).get(0);
    }

    private static RegisterRoots roots(CordaX500Name member, String symbol) {
        return network().run(member, new ShowRegisterFlow(symbol)).getRoots();
    }

    private static RegisterComparison with(CordaX500Name registrar, RegisterVerification verification) {
        return verification.getComparisons().stream()
                .filter(comparison -> comparison.getRegistrar().equals(registrar))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not compared with " + registrar));
    }

    private static SecureHash digest(String symbol) {
        return SecureHash.create(
                definition(ONE, symbol).getState().getData().getLinearId().getExternalId());
    }

    private static TransactionReceipt recordedByAll(TransactionReceipt receipt) {
        network().recorded(receipt, AUTHORITIES.toArray(new CordaX500Name[0]));
        return network().recorded(receipt, REGULATOR);
    }

    /** A security of which dealer A has 300, dealer B 150, and the third registrar knows nothing but its definition. */
    /** Late deliveries, which a busy machine brings about, are denied until the test ends or says otherwise. */
    private Misconduct.Spell denying = () -> {};

    @AfterEach
    void takeDeliveriesAgain() {
        denying.close();
    }

    private List<TransactionReceipt> missedByThree(String symbol) {
        network().register(symbol, "1000000");
        CountersignNetwork.await(
                "all know " + symbol, () -> AUTHORITIES.stream().allMatch(registrar -> knows(registrar, symbol)));
        List<TransactionReceipt> receipts = new ArrayList<>();
        int denied = Misconduct.denied();
        denying = Misconduct.of(Misconduct.DistributionResponder.class, Misconduct.Manner.DENY, THREE);
        try (Misconduct.Spell votes =
                        Misconduct.within(Misconduct.VoteResponder.class, Misconduct.Manner.THROW_AT_ONCE, THREE);
                Misconduct.Spell finality =
                        Misconduct.within(Misconduct.FinalityResponder.class, Misconduct.Manner.THROW_AT_ONCE, THREE)) {
            assertThat(Arrays.asList(votes, finality)).doesNotContainNull();
            receipts.add(network().recorded(network().issue(symbol, "500", DEALER_A), DEALER_A));
            receipts.add(network().recorded(network().transfer(DEALER_A, symbol, "200", DEALER_B), DEALER_B));
            receipts.add(network().recorded(network().redeem(DEALER_B, symbol, "50"), ONE, TWO, REGULATOR));
            CountersignNetwork.await(
                    "every delivery of " + symbol + " to the third registrar is denied",
                    () -> Misconduct.denied() >= denied + 3);
        }
        receipts.forEach(receipt -> assertThat(network().holds(THREE, receipt)).isFalse());
        return receipts;
    }

    private static boolean knows(CordaX500Name member, String symbol) {
        return network()
                .node(member)
                .transaction(() -> org.countersign.workflows.definition.Definitions.bySymbol(
                                network().node(member).getServices(), symbol)
                        .isPresent());
    }

    private static int tamper(CordaX500Name member, String symbol, String change) {
        return network().node(member).transaction(() -> {
            try (PreparedStatement update = network()
                    .node(member)
                    .getServices()
                    .jdbcSession()
                    .prepareStatement("update countersign_register_line set " + change + " where security = ?")) {
                update.setString(1, digest(symbol).toString());
                return update.executeUpdate();
            } catch (SQLException wrong) {
                throw new IllegalStateException(wrong);
            }
        });
    }

    @Test
    @DisplayName("After any sequence of operations the registers are what the ledger gives, and equal")
    void aRandomSequenceVerifies() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        given("RANDOM", "1000", DEALER_A);
        BigDecimal[] held = {new BigDecimal("1000"), BigDecimal.ZERO};
        CordaX500Name[] dealers = {DEALER_A, DEALER_B};
        for (int step = 0; step < 8; step++) {
            int from = held[0].signum() == 0 ? 1 : held[1].signum() == 0 ? 0 : random.nextInt(2);
            BigDecimal some = BigDecimal.valueOf(1 + random.nextInt(held[from].intValue()));
            if (random.nextInt(4) == 0 && held[from].compareTo(some) > 0) {
                recordedByAll(network().redeem(dealers[from], "RANDOM", some.toPlainString()));
            } else {
                TransactionReceipt moved =
                        network().transfer(dealers[from], "RANDOM", some.toPlainString(), dealers[1 - from]);
                network().recorded(recordedByAll(moved), dealers[1 - from]);
                held[1 - from] = held[1 - from].add(some);
            }
            held[from] = held[from].subtract(some);
        }
        for (CordaX500Name registrar : AUTHORITIES) {
            RegisterVerification verification = verify(registrar, "RANDOM");
            assertThat(verification.getExamination().getDifference())
                    .as("seed %s", seed)
                    .isNull();
            assertThat(verification.getComparisons())
                    .hasSize(2)
                    .allMatch(comparison -> comparison.getOutcome() == Outcome.EQUAL);
            assertThat(verification.holds()).isTrue();
        }
        RegisterVerification atRegulator = verify(REGULATOR, "RANDOM");
        assertThat(atRegulator.getComparisons()).hasSize(3);
        assertThat(atRegulator.holds()).isTrue();
    }

    @Test
    @DisplayName("A register that was tampered with is found by itself and by others, and mended from the ledger")
    void tamperingIsFound() {
        given("TAMPER", "500", DEALER_A);
        recordedByAll(network().transfer(DEALER_A, "TAMPER", "200", DEALER_B));
        assertThat(tamper(TWO, "TAMPER", "quantity = quantity + 1")).isEqualTo(3);

        RegisterVerification own = verify(TWO, "TAMPER");
        assertThat(own.holds()).isFalse();
        assertThat(own.getExamination().getDifference()).contains("The register has the holding", "the ledger the");
        RegisterVerification others = verify(ONE, "TAMPER");
        assertThat(others.holds()).isFalse();
        assertThat(others.getExamination().getDifference()).isNull();
        assertThat(with(TWO, others).getOutcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(with(THREE, others).getOutcome()).isEqualTo(Outcome.EQUAL);

        RegisterCatchUp mended = catchUp(TWO, "TAMPER");
        assertThat(mended.getRestored()).isEqualTo(3);
        assertThat(mended.getVerification().holds()).isTrue();
        assertThat(verify(ONE, "TAMPER").holds()).isTrue();
    }

    @Test
    @DisplayName("Registrars whose registers say that a holding has ended do not vote for its transfer")
    void aVoteAsksTheRegister() {
        given("ENDED", "5", DEALER_A);
        CountersignNetwork.await(
                "all have the line",
                () -> AUTHORITIES.stream()
                        .allMatch(registrar -> roots(registrar, "ENDED").getStanding() == 1));
        String ended = "ended_by = '" + SecureHash.sha256("nothing") + "'";
        tamper(TWO, "ENDED", ended);
        tamper(THREE, "ENDED", ended);
        assertThatThrownBy(() -> network().transfer(DEALER_A, "ENDED", "5", DEALER_B))
                .hasMessageContaining("The register has no unspent holding");
        assertThat(catchUp(TWO, "ENDED").getRestored()).isEqualTo(1);
        assertThat(catchUp(THREE, "ENDED").getVerification().holds()).isTrue();
        AttackNetwork.assertUntouched(DEALER_A, "ENDED", "5", DEALER_B);
    }

    @Test
    @DisplayName("A line that cannot be read is named, and mended from the ledger")
    void anUnreadableLineIsFound() {
        given("BROKEN", "500", DEALER_A);
        recordedByAll(network().transfer(DEALER_A, "BROKEN", "200", DEALER_B));
        tamper(TWO, "BROKEN", "holder = 'nonsense'");
        assertThat(verify(TWO, "BROKEN").getExamination().getDifference()).contains("cannot be read");
        assertThat(catchUp(TWO, "BROKEN").getVerification().holds()).isTrue();
    }

    @Test
    @DisplayName("A registrar that missed transactions fetches them from the others and equals them")
    void aRegistrarCatchesUp() {
        List<TransactionReceipt> missed = missedByThree("MISSED");
        RegisterVerification behind = verify(ONE, "MISSED");
        assertThat(behind.holds()).isFalse();
        assertThat(with(THREE, behind).getOutcome()).isEqualTo(Outcome.BEHIND);
        assertThat(with(THREE, behind).getLackedThere()).isEqualTo(3);
        assertThat(with(THREE, behind).getExplanation())
                .isEqualTo("The register of Authority Three lacks 3 transactions of this one.");

        RegisterCatchUp caughtUp = catchUp(THREE, "MISSED");
        assertThat(caughtUp.getProblems()).isEmpty();
        assertThat(caughtUp.getReceived()).isEqualTo(3);
        assertThat(caughtUp.getVerification().holds()).isTrue();
        assertThat(caughtUp.getVerification().getComparisons())
                .hasSize(2)
                .allMatch(comparison -> comparison.getOutcome() == Outcome.EQUAL);
        missed.forEach(receipt -> assertThat(network().holds(THREE, receipt)).isTrue());
        assertThat(roots(THREE, "MISSED")).isEqualTo(roots(ONE, "MISSED")).isEqualTo(roots(REGULATOR, "MISSED"));
        denying.close();
        // What was fetched serves the vote as if it had been distributed.
        recordedByAll(network().transfer(DEALER_B, "MISSED", "150", DEALER_A));
        assertThat(verify(THREE, "MISSED").holds()).isTrue();
    }

    @Test
    @DisplayName("A verification that finds the own register behind starts catching up")
    void verificationStartsCatchingUp() {
        missedByThree("LAGGING");
        RegisterVerification behind = verify(THREE, "LAGGING");
        assertThat(behind.getExamination().getDifference()).isNull();
        assertThat(behind.isBehind()).isTrue();
        assertThat(behind.getComparisons()).allMatch(comparison -> comparison.getLackedHere() == 3);
        CountersignNetwork.await(
                "the third registrar has caught up",
                () -> roots(THREE, "LAGGING").equals(roots(ONE, "LAGGING")));
    }

    @Test
    @DisplayName("A registrar that does not answer is named and not waited for")
    void aSilentRegistrarIsNamed() {
        given("QUIET", "5", DEALER_A);
        try (Misconduct.Spell spell = Misconduct.of(LyingRegistrar.Comparing.class, Misconduct.Manner.STALL, TWO)) {
            assertThat(spell).isNotNull();
            RegisterVerification verification = verify(ONE, "QUIET");
            assertThat(with(TWO, verification).getOutcome()).isEqualTo(Outcome.SILENT);
            assertThat(with(TWO, verification).getExplanation()).startsWith("Authority Two has not answered within");
            assertThat(with(THREE, verification).getOutcome()).isEqualTo(Outcome.EQUAL);
        }
    }

    @ParameterizedTest(name = "A registrar that lies about its register ({0}) is found: {1}")
    @DisplayName("A registrar that lies about its register is found")
    @CsvSource(
            delimiter = '|',
            value = {
                "GARBAGE | DIFFERENT | The register of Authority Two has other lines",
                "OTHER_ID | BEHIND | This register lacks 1 transaction that Authority Two has",
                "REFUSE | FAILED | Authority Two named 500 transactions that made 2 lines.",
                "CRY_STALE | FAILED | Authority Two named 1000 transactions at once; 500 are taken.",
                "THROW_AT_ONCE | FAILED | We do not talk to you.",
                "CRASH | FAILED | Authority Two did not compare registers"
            })
    void aLieIsFound(Misconduct.Manner manner, Outcome outcome, String words) {
        String symbol = "LIE." + manner.ordinal();
        given(symbol, "500", DEALER_A);
        TransactionReceipt moved = recordedByAll(network().transfer(DEALER_A, symbol, "500", DEALER_B));
        LyingRegistrar.named = ids(symbol, moved, manner == Misconduct.Manner.OTHER_ID);
        try (Misconduct.Spell spell = Misconduct.of(LyingRegistrar.Comparing.class, manner, TWO)) {
            assertThat(spell).isNotNull();
            RegisterVerification verification = verify(ONE, symbol);
            assertThat(verification.holds()).isFalse();
            assertThat(with(TWO, verification).getOutcome()).isEqualTo(outcome);
            assertThat(with(TWO, verification).getExplanation())
                    .contains(words)
                    .doesNotContain("secret of the other side");
            assertThat(with(THREE, verification).getOutcome()).isEqualTo(Outcome.EQUAL);
        }
    }

    private static List<SecureHash> ids(String symbol, TransactionReceipt moved, boolean more) {
        SignedTransaction transaction =
                network().node(ONE).getServices().getValidatedTransactions().getTransaction(moved.getTransactionId());
        List<SecureHash> ids = new ArrayList<>();
        ids.add(moved.getTransactionId());
        transaction.getInputs().forEach(input -> ids.add(input.getTxhash()));
        if (more) {
            ids.add(SecureHash.sha256(symbol));
        }
        Collections.sort(ids);
        return ids;
    }

    @ParameterizedTest(name = "A registrar that sends what it should not ({0}) is named, and nothing of it is recorded")
    @DisplayName("A registrar that sends what it should not is named, and nothing of it is recorded")
    @CsvSource(
            delimiter = '|',
            value = {
                "FORGE_FINALITY | Authority One sent a transaction with a wrong or missing signature",
                "OTHER_ID | Authority One sent the transaction",
                "REFUSE | Authority One sent the transaction",
                "THROW_LATER | Authority One sent the transaction",
            })
    void aForgedTransactionIsNotRecorded(Misconduct.Manner manner, String words) {
        String symbol = "FORGED." + manner.ordinal();
        List<TransactionReceipt> missed = missedByThree(symbol);
        boolean forged = manner == Misconduct.Manner.FORGE_FINALITY;
        LyingRegistrar.named = Collections.singletonList(missed.get(0).getTransactionId());
        LyingRegistrar.sent = network()
                .node(ONE)
                .getServices()
                .getValidatedTransactions()
                .getTransaction(missed.get(forged ? 0 : 2).getTransactionId());
        try (Misconduct.Spell spell = Misconduct.of(LyingRegistrar.Serving.class, manner, ONE)) {
            assertThat(spell).isNotNull();
            RegisterCatchUp caughtUp = catchUp(THREE, symbol);
            assertThat(caughtUp.getProblems()).anyMatch(problem -> problem.contains(words));
            // The other registrar is honest, and from it everything came.
            assertThat(roots(THREE, symbol)).isEqualTo(roots(TWO, symbol));
        }
        assertThat(verify(THREE, symbol).holds()).isTrue();
    }

    @Test
    @DisplayName("A transaction of another security is not taken for one of this")
    void aForeignTransactionIsNotTaken() {
        given("FOREIGN.A", "5", DEALER_A);
        network().register("FOREIGN.B", "10");
        TransactionReceipt foreign = recordedByAll(network().issue("FOREIGN.B", "5", DEALER_A));
        LyingRegistrar.named = Collections.singletonList(foreign.getTransactionId());
        LyingRegistrar.sent =
                network().node(ONE).getServices().getValidatedTransactions().getTransaction(foreign.getTransactionId());
        RegisterRoots before = roots(THREE, "FOREIGN.A");
        try (Misconduct.Spell spell = Misconduct.of(LyingRegistrar.Serving.class, Misconduct.Manner.DENY, ONE)) {
            assertThat(spell).isNotNull();
            assertThat(catchUp(THREE, "FOREIGN.A").getProblems())
                    .singleElement()
                    .asString()
                    .contains("which does not move the security");
        }
        assertThat(roots(THREE, "FOREIGN.A")).isEqualTo(before);
    }

    @Test
    @DisplayName("A stranger learns nothing from a registrar, and a regulator only the roots")
    void strangersAreRefused() {
        given("PRIVATE", "5", DEALER_A);
        SecureHash security = digest("PRIVATE");
        for (Wanted wanted : Arrays.asList(Wanted.ROOTS, Wanted.IDS, Wanted.TRANSACTIONS)) {
            assertThatThrownBy(() -> ask(DEALER_B, security, wanted, Collections.emptyList()))
                    .hasMessageContaining("to registrars of the same security only");
        }
        assertThatThrownBy(() -> ask(DEALER_B, SecureHash.sha256("no security"), Wanted.ROOTS, Collections.emptyList()))
                .hasMessageContaining("to registrars of the same security only");
        assertThatThrownBy(() -> network()
                        .run(DEALER_B, new CompareRegisterFlow(network().party(ONE), security, true)))
                .hasMessageContaining("to registrars of the same security only");
        assertThat(ask(REGULATOR, security, Wanted.ROOTS, Collections.emptyList()))
                .isInstanceOf(RegisterRoots.class);
        for (Wanted wanted : Arrays.asList(Wanted.IDS, Wanted.TRANSACTIONS)) {
            assertThatThrownBy(() -> ask(REGULATOR, security, wanted, Collections.emptyList()))
                    .hasMessageContaining("to registrars of the same security only");
        }
    }

    @Test
    @DisplayName(
            "Too many transactions at once, and such as are not of the security, are not sent to a registrar either")
    void whatIsServedIsBounded() {
        given("BOUNDED", "5", DEALER_A);
        network().register("OTHER", "10");
        SecureHash foreign =
                network().recorded(network().issue("OTHER", "5", DEALER_A), TWO).getTransactionId();
        SecureHash security = digest("BOUNDED");
        assertThatThrownBy(() -> ask(TWO, security, Wanted.TRANSACTIONS, Collections.singletonList(foreign)))
                .hasMessageContaining("that does not concern the security");
        assertThatThrownBy(() -> ask(
                        TWO,
                        security,
                        Wanted.TRANSACTIONS,
                        Collections.nCopies(RegisterQuery.MOST_TRANSACTIONS + 1, foreign)))
                .hasMessageContaining("26 transactions were asked for at once; 25 are sent");
    }

    private static Object ask(CordaX500Name member, SecureHash security, Wanted wanted, List<SecureHash> transactions) {
        RegisterQuery query = new RegisterQuery(security, wanted, null, transactions);
        return network()
                .run(
                        member,
                        wanted == Wanted.ROOTS
                                ? new RegisterQuestions.AskToCompare(network().party(ONE), query)
                                : new RegisterQuestions.AskForTransactions(
                                        network().party(ONE), query));
    }
}
