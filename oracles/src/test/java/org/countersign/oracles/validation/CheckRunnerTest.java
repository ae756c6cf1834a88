package org.countersign.oracles.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CheckRunnerTest {
    private static final Set<FactKind> NOTHING = Collections.emptySet();

    private final CountDownLatch end = new CountDownLatch(1);
    private final FakeCheck honest = FakeCheck.meeting("test.honest", Aspect.RISK);
    private final TransferFacts facts = Cast.facts(Aspect.RISK, Operation.TRANSFER, Cast.party("Bank", "GB"));

    @AfterEach
    void wakeWhoSleeps() {
        end.countDown();
    }

    private FakeCheck check(FakeCheck.Act act) {
        return new FakeCheck("test.check", Aspect.RISK, act);
    }

    // Beyond interruption, as code that swallows it would be.
    private List<Finding> sleep() {
        while (end.getCount() > 0) {
            try {
                end.await();
            } catch (InterruptedException again) {
                continue;
            }
        }
        return Collections.emptyList();
    }

    private static List<Finding> get(CompletableFuture<List<Finding>> findings) throws Exception {
        return findings.get(60, TimeUnit.SECONDS);
    }

    private List<Finding> run(Duration timeout, Set<FactKind> missing, TransferCheck... checks) throws Exception {
        return get(new CheckRunner(Arrays.asList(checks), timeout).run(Arrays.asList(checks), facts, missing));
    }

    private void assertUndecided(String code, FakeCheck.Act act) throws Exception {
        List<Finding> findings = run(Duration.ofSeconds(30), NOTHING, honest, check(act));
        assertThat(findings).hasSize(2);
        assertThat(findings.get(0).isPassed()).isTrue();
        assertThat(findings.get(1).getRequirement()).isEqualTo("test.check");
        assertThat(findings.get(1).getResult()).isEqualTo(FindingResult.UNDECIDED);
        assertThat(findings.get(1).getReasonCode()).isEqualTo(code);
    }

    @Test
    @DisplayName("Findings of all checks come in the order of the checks")
    void allFindingsCome() throws Exception {
        List<Finding> findings = run(
                Duration.ofSeconds(30),
                NOTHING,
                honest,
                check(judged -> FakeCheck.found("test.check.part", FindingResult.NOT_MET)));
        assertThat(findings).extracting(Finding::getRequirement).containsExactly("test.honest", "test.check.part");
    }

    @Test
    @DisplayName("A check that throws is undecided and gives nothing away")
    void aThrowingCheckIsUndecided() throws Exception {
        assertUndecided("FAILED", judged -> {
            throw new java.io.IOException("secret");
        });
        assertUndecided("FAILED", judged -> {
            throw new StackOverflowError("secret");
        });
        assertThat(run(Duration.ofSeconds(30), NOTHING, check(judged -> {
                            throw new IllegalStateException("secret");
                        }))
                        .toString())
                .doesNotContain("secret");
    }

    @Test
    @DisplayName("A check that returns nothing, too much, foreign names or what cannot be read is undecided")
    void malformedFindingsAreUndecided() throws Exception {
        assertUndecided("MALFORMED", judged -> null);
        assertUndecided("MALFORMED", judged -> Collections.emptyList());
        assertUndecided("MALFORMED", judged -> Collections.singletonList(null));
        assertUndecided("MALFORMED", judged -> FakeCheck.found("test.honest", FindingResult.MET));
        assertUndecided("MALFORMED", judged -> FakeCheck.found("test.checkmate", FindingResult.MET));
        assertUndecided("MALFORMED", judged -> FakeCheck.found("test.check.\u001b[2J", FindingResult.MET));
        assertUndecided(
                "MALFORMED",
                judged -> Collections.nCopies(
                        101, FakeCheck.found("test.check", FindingResult.MET).get(0)));
    }

    @Test
    @DisplayName("A check that needs facts that are missing is undecided, and others are not")
    void missingFactsAreUndecided() throws Exception {
        List<Finding> findings = run(
                Duration.ofSeconds(30),
                Collections.singleton(FactKind.POSITIONS),
                honest,
                FakeCheck.meeting("test.needy", Aspect.RISK).needing(FactKind.POSITIONS));
        assertThat(findings).extracting(Finding::getReasonCode).containsExactly("FAKE", "FACTS_MISSING");
    }

    @Test
    @DisplayName("A check that hangs is undecided when its time is up, and holds up no other")
    void aHangingCheckIsUndecided() throws Exception {
        List<Finding> findings = run(Duration.ofSeconds(1), NOTHING, check(judged -> sleep()), honest);
        assertThat(findings).extracting(Finding::getReasonCode).containsExactly("TIMED_OUT", "FAKE");
    }

    @Test
    @DisplayName("A check that hangs for ever runs out of threads itself; others go on, and nothing piles up")
    void aHungCheckUsesUpOnlyItsOwnThreads() throws Exception {
        FakeCheck hung = check(judged -> sleep());
        CheckRunner runner = new CheckRunner(Arrays.asList(hung, honest), Duration.ofSeconds(30));
        List<CompletableFuture<List<Finding>>> waiting = new ArrayList<>();
        for (int transaction = 0; transaction < 36; transaction++) {
            waiting.add(runner.run(Collections.singletonList(hung), facts, NOTHING));
        }
        List<Finding> findings = get(runner.run(Arrays.asList(hung, honest), facts, NOTHING));
        assertThat(findings).extracting(Finding::getReasonCode).containsExactly("OVERLOADED", "FAKE");
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
    }
}
