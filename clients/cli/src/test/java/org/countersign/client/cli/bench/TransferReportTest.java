package org.countersign.client.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.answer.Json;
import org.countersign.client.cli.answer.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransferReportTest {
    private final Map<MeasuredOperation, Runs> runs = new EnumMap<>(MeasuredOperation.class);

    @BeforeEach
    void measure() {
        long factor = 1;
        for (MeasuredOperation operation : MeasuredOperation.values()) {
            Runs made = new Runs();
            for (long millis = 100; millis <= 300; millis += 100) {
                made.took(factor * millis * 1_000_000 + 49_999);
            }
            made.blockTook(factor * 1_500_000_000);
            made.blockCost(
                    Map.of("one", Duration.ofSeconds(2), "two", Duration.ofSeconds(3)),
                    Map.of(
                            "one", Duration.ofSeconds(2).plusMillis(120 * factor),
                            "two", Duration.ofSeconds(3).plusMillis(30 * factor)));
            runs.put(operation, made);
            factor++;
        }
    }

    @Test
    void theTableHasALineForEachOperationWithItsNumbersUnderneathEachOther() {
        assertThat(answer().lines())
                .containsExactly(
                        "2 clients at once, 3 operations of each kind in blocks of 10, after 4 to warm up;",
                        "milliseconds from the start of a flow to its result, operations per second of their blocks,"
                                + " and",
                        "milliseconds that the nodes' processes took of the processors for each:",
                        " ".repeat(30) + "count    per s    ratio   median    ratio      p95      p99"
                                + "    proc.    ratio",
                        "  plain move of cash              3     2.00     1.00    200.0     1.00    300.0    300.0"
                                + "     50.0     1.00",
                        "  transfer free of payment        3     1.00     0.50    400.0     2.00    600.0    600.0"
                                + "    100.0     2.00",
                        "  transfer against payment        3     0.67     0.33    600.0     3.00    900.0    900.0"
                                + "    150.0     3.00",
                        "Ratios are to the plain move. Percentiles are by nearest rank; "
                                + "of fewer than 100 runs the 99th is the maximum.");
    }

    @Test
    void theDocumentSaysTheSameToScripts() throws IOException {
        JsonNode document = document();

        assertThat(document.path("benchmark").asText()).isEqualTo("transfer");
        assertThat(document.path("network").asText()).isEqualTo("demo");
        assertThat(document.path("clients").asInt()).isEqualTo(2);
        assertThat(document.path("block").asInt()).isEqualTo(10);
        assertThat(document.path("warmup").asInt()).isEqualTo(4);
        assertThat(document.path("count").asInt()).isEqualTo(3);
        assertThat(document.path("unit").asText()).isEqualTo("ms");
        assertThat(document.path("measured")).hasSize(3);
        JsonNode free = document.path("measured").path(1);
        assertThat(free.path("operation").asText()).isEqualTo("transferFreeOfPayment");
        assertThat(free.path("count").asInt()).isEqualTo(3);
        assertThat(free.path("median").asText()).isEqualTo("400.0");
        assertThat(free.path("p95").asText()).isEqualTo("600.0");
        assertThat(free.path("p99").asText()).isEqualTo("600.0");
        assertThat(free.path("min").asText()).isEqualTo("200.0");
        assertThat(free.path("max").asText()).isEqualTo("600.0");
        assertThat(free.path("medianToPlainMove").asText()).isEqualTo("2.00");
        assertThat(free.path("p99IsMaximum").asBoolean()).isTrue();
        assertThat(free.path("blocksTook").asText()).isEqualTo("3000.0");
        assertThat(free.path("throughput").asText()).isEqualTo("1.00");
        assertThat(free.path("throughputToPlainMove").asText()).isEqualTo("0.50");
        assertThat(free.path("processor").asText()).isEqualTo("100.0");
        assertThat(free.path("processorToPlainMove").asText()).isEqualTo("2.00");
        assertThat(free.path("processorByNode").path("one").asText()).isEqualTo("80.0");
        assertThat(free.path("processorByNode").path("two").asText()).isEqualTo("20.0");
        assertThat(free.path("durations")).extracting(JsonNode::asText).containsExactly("200.0", "400.0", "600.0");
        assertThat(free.path("failures").asInt(-1)).isZero();
        assertThat(free.path("firstFailure").isNull()).isTrue();
        assertThat(Outcome.of(answer()).exitCode()).isZero();
    }

    @Test
    void failedRunsAreCountedAndToldAndEndWithExitCodeOne() throws IOException {
        Runs against = runs.get(MeasuredOperation.AGAINST_PAYMENT);
        against.failed(new Failure(FailureCode.REFUSED, "The buyer has not affirmed it.", ""));
        against.failed(new Failure(FailureCode.REFUSED, "Another reason.", ""));

        JsonNode operation = document().path("measured").path(2);

        assertThat(operation.path("failures").asInt()).isEqualTo(2);
        assertThat(operation.path("firstFailure").asText()).isEqualTo("The buyer has not affirmed it.");
        assertThat(answer().lines())
                .endsWith("Failed, transfer against payment: 2, the first with: The buyer has not affirmed it.");
        assertThat(Outcome.of(answer()).exitCode()).isEqualTo(1);
    }

    @Test
    void withoutAPlainMoveThereIsNoRatioAndNoNumberIsMadeUp() throws IOException {
        runs.put(MeasuredOperation.PLAIN_MOVE, new Runs());

        JsonNode measured = document().path("measured");

        assertThat(measured.path(0).path("count").asInt(-1)).isZero();
        assertThat(measured.path(0).path("median").isNull()).isTrue();
        assertThat(measured.path(1).path("medianToPlainMove").isNull()).isTrue();
        assertThat(measured.path(0).path("throughput").isNull()).isTrue();
        assertThat(measured.path(1).path("throughputToPlainMove").isNull()).isTrue();
        assertThat(measured.path(1).path("throughput").asText()).isEqualTo("1.00");
        assertThat(answer().lines().get(4)).matches(" +plain move of cash +0( +-){8}");
    }

    @Test
    void whereTheProcessorTimeOfTheNodesIsNotKnownNoneIsTold() throws IOException {
        Runs made = new Runs();
        made.took(1_000_000);
        made.blockTook(1_000_000);
        made.blockCost(Map.of(), Map.of());
        runs.put(MeasuredOperation.FREE_OF_PAYMENT, made);

        JsonNode free = document().path("measured").path(1);

        assertThat(free.path("processor").isNull()).isTrue();
        assertThat(free.path("processorToPlainMove").isNull()).isTrue();
        assertThat(free.path("processorByNode")).isEmpty();
    }

    @Test
    void of100RunsThe99thPercentileIsNoMaximum() throws IOException {
        Runs plain = runs.get(MeasuredOperation.PLAIN_MOVE);
        for (int run = 3; run < 100; run++) {
            plain.took(1_000_000);
        }

        JsonNode measured = document().path("measured").path(0);

        assertThat(measured.path("p99IsMaximum").asBoolean(true)).isFalse();
        assertThat(measured.path("p99").asText()).isEqualTo("200.0");
        assertThat(measured.path("max").asText()).isEqualTo("300.0");
    }

    private JsonNode document() throws IOException {
        return new ObjectMapper().readTree(Json.write(answer().document()));
    }

    private Answer answer() {
        return new TransferReport(new Workload(2, 4, 3, 10), runs).answer(new Fields().with("network", "demo"));
    }
}
