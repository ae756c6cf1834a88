package org.countersign.client.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatenciesTest {
    @ParameterizedTest
    @CsvSource({
        "1, 50, 1",
        "1, 99, 1",
        "2, 50, 1",
        "2, 51, 2",
        "5, 50, 3",
        "5, 40, 2",
        "5, 41, 3",
        "20, 95, 19",
        "30, 50, 15",
        "30, 95, 29",
        "30, 99, 30",
        "100, 1, 1",
        "100, 95, 95",
        "100, 99, 99",
        "100, 100, 100",
        "101, 99, 100",
    })
    void aPercentileIsTheRunOfTheNearestRank(int runs, int percent, long rank) {
        assertThat(shuffled(runs).percentile(percent)).isEqualTo(rank);
    }

    @Test
    void theOrderOfTheRunsDoesNotMatter() {
        Latencies latencies = new Latencies(List.of(900L, 100L, 500L, 300L, 700L));

        assertThat(latencies.count()).isEqualTo(5);
        assertThat(latencies.min()).isEqualTo(100);
        assertThat(latencies.median()).isEqualTo(500);
        assertThat(latencies.max()).isEqualTo(900);
    }

    @Test
    void laterRunsDoNotChangeWhatWasReported() {
        List<Long> nanos = new ArrayList<>(List.of(1L));
        Latencies latencies = new Latencies(nanos);
        nanos.add(2L);

        assertThat(latencies.count()).isEqualTo(1);
        assertThat(latencies.max()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101})
    void thereIsNoPercentileBeyondTheRuns(int percent) {
        assertThatThrownBy(() -> shuffled(3).percentile(percent)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingIsSaidAboutNoRuns() {
        assertThatThrownBy(() -> new Latencies(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static Latencies shuffled(int runs) {
        List<Long> nanos =
                new ArrayList<>(LongStream.rangeClosed(1, runs).boxed().toList());
        Collections.shuffle(nanos, new Random(7));
        return new Latencies(nanos);
    }
}
