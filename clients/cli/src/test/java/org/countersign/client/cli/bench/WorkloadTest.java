package org.countersign.client.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.countersign.client.cli.answer.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadTest {
    @Test
    void theBlocksAddUpToWhatIsMeasuredAndOnlyTheLastIsSmaller() {
        assertThat(new Workload(4, 0, 50, 20).blocks()).containsExactly(20, 20, 10);
        assertThat(new Workload(4, 0, 40, 20).blocks()).containsExactly(20, 20);
        assertThat(new Workload(1, 9, 3, 5).blocks()).containsExactly(3);
    }

    @Test
    void warmingUpIsNoPartOfTheBlocksButOfTheTotal() {
        assertThat(new Workload(1, 9, 3, 5).total()).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1, 1", "33, 0, 1, 1", "1, -1, 1, 1", "1, 0, 0, 1", "1, 0, 1, 0"})
    void whatCannotBeMeasuredIsRefused(int clients, int warmup, int measured, int block) {
        assertThatThrownBy(() -> new Workload(clients, warmup, measured, block)).isInstanceOf(Failure.class);
    }
}
