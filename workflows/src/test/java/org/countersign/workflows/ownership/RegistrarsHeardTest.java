package org.countersign.workflows.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import net.corda.core.crypto.Crypto;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import org.countersign.contracts.governance.CommitteeMember;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RegistrarsHeardTest {
    private static final CommitteeMember ONE = member("One");
    private static final CommitteeMember TWO = member("Two");
    private static final CommitteeMember THREE = member("Three");

    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 5);
    private final RegistrarsHeard heard = new RegistrarsHeard(time::get);

    private static CommitteeMember member(String name) {
        return new CommitteeMember(
                new Party(
                        new CordaX500Name(name, "London", "GB"),
                        Crypto.generateKeyPair().getPublic()),
                Crypto.generateKeyPair().getPublic(),
                1);
    }

    private List<CommitteeMember> inTurn() {
        return heard.silentLast(Arrays.asList(ONE, TWO, THREE));
    }

    private void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
    }

    private static CordaX500Name name(CommitteeMember member) {
        return member.getParty().getName();
    }

    @Test
    @DisplayName("A registrar that was silent comes last for a minute, and is then tried in its turn")
    void theSilentComeLast() {
        heard.silent(name(ONE));
        assertThat(inTurn()).containsExactly(TWO, THREE, ONE);
        pass(RegistrarsHeard.REMEMBERED.minusNanos(1));
        assertThat(inTurn()).containsExactly(TWO, THREE, ONE);
        pass(Duration.ofNanos(1));
        assertThat(inTurn()).containsExactly(ONE, TWO, THREE);
    }

    @Test
    @DisplayName("A registrar that answers is in its turn again, and has answered since every moment before")
    void anAnswerCounts() {
        long before = heard.now();
        heard.silent(name(TWO));
        assertThat(heard.hasAnsweredSince(name(TWO), before)).isFalse();
        pass(Duration.ofSeconds(1));
        heard.answered(name(TWO), before);
        assertThat(inTurn()).containsExactly(ONE, TWO, THREE);
        assertThat(heard.hasAnsweredSince(name(TWO), before)).isTrue();
        assertThat(heard.hasAnsweredSince(name(ONE), before)).isFalse();
        pass(Duration.ofNanos(1));
        assertThat(heard.hasAnsweredSince(name(TWO), heard.now())).isFalse();
    }

    @Test
    @DisplayName("If all were silent they are asked in the usual turn")
    void allSilent() {
        List<CommitteeMember> all = new ArrayList<>(Arrays.asList(ONE, TWO, THREE));
        all.stream().map(RegistrarsHeardTest::name).collect(Collectors.toList()).forEach(heard::silent);
        assertThat(inTurn()).containsExactlyElementsOf(all);
    }

    @Test
    @DisplayName("An answer is overdue when it takes longer than the smoothed time and four variations of RFC 6298")
    void answersAreOverdue() {
        List<CommitteeMember> alone = Collections.singletonList(ONE);
        assertThat(heard.overdueAfter(alone)).isZero();
        answer(ONE, Duration.ofMillis(800));
        assertThat(heard.overdueAfter(alone)).isEqualTo(Duration.ofMillis(800 + 4 * 400));
        // Smoothed 800 + (1600 - 800) / 8 = 900; variation 400 + (800 - 400) / 4 = 500.
        answer(ONE, Duration.ofMillis(1600));
        assertThat(heard.overdueAfter(alone)).isEqualTo(Duration.ofMillis(900 + 4 * 500));
        // Smoothed 900 + (100 - 900) / 8 = 800; variation 500 + (800 - 500) / 4 = 575.
        answer(ONE, Duration.ofMillis(100));
        assertThat(heard.overdueAfter(alone)).isEqualTo(Duration.ofMillis(800 + 4 * 575));
    }

    @Test
    @DisplayName("Neither a minority that takes its time nor one answer alone makes this node wait for the others")
    void theMedianCounts() {
        List<CommitteeMember> all = Arrays.asList(ONE, TWO, THREE);
        answer(ONE, Duration.ofSeconds(19));
        assertThat(heard.overdueAfter(all)).isZero();
        answer(TWO, Duration.ofSeconds(1));
        assertThat(heard.overdueAfter(all)).isEqualTo(Duration.ofSeconds(3));
        answer(THREE, Duration.ofSeconds(2));
        assertThat(heard.overdueAfter(all)).isEqualTo(Duration.ofSeconds(6));
        assertThat(heard.overdueAfter(Collections.emptyList())).isZero();
    }

    private void answer(CommitteeMember registrar, Duration took) {
        long asked = heard.now();
        pass(took);
        heard.answered(name(registrar), asked);
    }
}
