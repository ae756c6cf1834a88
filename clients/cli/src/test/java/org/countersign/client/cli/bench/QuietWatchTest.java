package org.countersign.client.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.function.LongFunction;
import org.countersign.client.cli.answer.Failure;
import org.junit.jupiter.api.Test;

class QuietWatchTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private long now = SECOND;

    // A second passes with each look.
    private QuietWatch watch(LongFunction<Set<String>> flows) {
        return new QuietWatch(() -> flows.apply(now / SECOND), () -> now, () -> now += SECOND);
    }

    @Test
    void itWaitsForTheLastFlow() {
        QuietWatch watch = watch(second -> second < 10 ? Set.of("a", "b") : second < 30 ? Set.of("b") : Set.of());

        assertThat(watch.await()).isEqualTo(30 * SECOND);
        assertThat(watch.givenUp()).isZero();
    }

    @Test
    void aFlowThatNothingHappensToIsGivenUpOnceAndCostsNoTime() {
        QuietWatch watch = watch(second -> second < 10 ? Set.of("a", "stuck") : Set.of("stuck"));

        assertThat(watch.await()).isEqualTo(10 * SECOND);
        assertThat(watch.givenUp()).isEqualTo(1);
        long before = now;
        assertThat(watch.await()).isEqualTo(before);
        assertThat(now).isEqualTo(before);
    }

    @Test
    void whatNeverEndsIsRefused() {
        QuietWatch watch = watch(second -> Set.of("flow " + second));

        assertThatThrownBy(watch::await).isInstanceOf(Failure.class).hasMessageContaining("for 300 seconds");
    }
}
