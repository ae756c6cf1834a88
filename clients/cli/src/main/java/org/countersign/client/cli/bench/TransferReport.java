package org.countersign.client.cli.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.answer.Table;

/**
 * Tells what was measured: completed operations per second, milliseconds with one decimal, and throughput, median and
 * processor time as multiples of the plain move's. Only the multiples say something beyond the machine and the hour.
 */
final class TransferReport {
    private static final int NANOS_DIGITS = 6;
    private static final int NUMBER_WIDTH = 7;
    private static final int RUNS_FOR_P99 = 100;
    private static final String UNKNOWN = "-";

    private final Workload workload;
    private final Map<MeasuredOperation, Runs> runs;

    /**
     * Creates a report.
     *
     * @param workload what was asked for
     * @param runs what came of it, with an entry for each operation
     */
    TransferReport(Workload workload, Map<MeasuredOperation, Runs> runs) {
        this.workload = workload;
        this.runs = runs;
    }

    /**
     * The answer of the command.
     *
     * @param setting where and with whom it was measured, for scripts
     * @return the report; not successful if any run failed
     */
    Answer answer(Fields setting) {
        List<Object> documents = new ArrayList<>();
        runs.forEach((operation, made) -> documents.add(document(operation, made)));
        Fields document = new Fields().with("benchmark", "transfer");
        setting.toMap().forEach(document::with);
        document.with("clients", workload.clients())
                .with("warmup", workload.warmup())
                .with("count", workload.measured())
                .with("block", workload.block())
                .with("unit", "ms")
                .with("throughputUnit", "per second")
                .with("processorUnit", "ms of all nodes for each completed operation")
                .with("percentiles", "nearest rank")
                .with("measured", documents);
        Answer answer = Answer.of(document, lines());
        return runs.values().stream().anyMatch(made -> made.failures() > 0) ? answer.unsuccessful() : answer;
    }

    private Map<String, Object> document(MeasuredOperation operation, Runs made) {
        Optional<Latencies> times = made.latencies();
        return new Fields()
                .with("operation", operation.field())
                .with("count", times.map(Latencies::count).orElse(0))
                .with("blocksTook", millis(made.wall()))
                .with("throughput", rounded(made.throughput()))
                .with("throughputToPlainMove", throughputRatio(made))
                .with("median", millis(times, Latencies::median))
                .with("p95", millis(times, all -> all.percentile(95)))
                .with("p99", millis(times, all -> all.percentile(99)))
                .with("p99IsMaximum", p99IsMaximum(times))
                .with("min", millis(times, Latencies::min))
                .with("max", millis(times, Latencies::max))
                .with("medianToPlainMove", medianRatio(times))
                .with("processor", processor(made))
                .with("processorToPlainMove", processorRatio(made))
                .with("processorByNode", made.processorMillis())
                .with("failures", made.failures())
                .with("firstFailure", made.firstFailure())
                .with(
                        "durations",
                        made.nanos().stream().map(TransferReport::millis).toList())
                .toMap();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(workload.clients() + (workload.clients() == 1 ? " client, " : " clients at once, ")
                + workload.measured() + " operations of each kind in blocks of " + workload.block() + ", after "
                + workload.warmup() + " to warm up;");
        lines.add("milliseconds from the start of a flow to its result, operations per second of their blocks, and");
        lines.add("milliseconds that the nodes' processes took of the processors for each:");
        Table table = new Table();
        table.row(row("", "count", "per s", "ratio", "median", "ratio", "p95", "p99", "proc.", "ratio"));
        runs.forEach((operation, made) -> table.row(row(operation, made)));
        lines.addAll(table.lines());
        lines.add("Ratios are to the plain move. Percentiles are by nearest rank"
                + (runs.values().stream().anyMatch(made -> p99IsMaximum(made.latencies()))
                        ? "; of fewer than " + RUNS_FOR_P99 + " runs the 99th is the maximum."
                        : "."));
        runs.forEach((operation, made) -> {
            if (made.failures() > 0) {
                lines.add("Failed, " + operation.title() + ": " + made.failures() + ", the first with: "
                        + made.firstFailure());
            }
        });
        return lines;
    }

    private String[] row(MeasuredOperation operation, Runs made) {
        Optional<Latencies> times = made.latencies();
        return row(
                operation.title(),
                times.map(all -> Integer.toString(all.count())).orElse("0"),
                text(rounded(made.throughput())),
                text(throughputRatio(made)),
                text(millis(times, Latencies::median)),
                text(medianRatio(times)),
                text(millis(times, all -> all.percentile(95))),
                text(millis(times, all -> all.percentile(99))),
                text(processor(made)),
                text(processorRatio(made)));
    }

    // A table aligns to the left, and numbers are compared by their last digit.
    private static String[] row(String title, String... numbers) {
        String[] cells = new String[numbers.length + 1];
        cells[0] = title;
        for (int index = 0; index < numbers.length; index++) {
            cells[index + 1] = " ".repeat(Math.max(0, NUMBER_WIDTH - numbers[index].length())) + numbers[index];
        }
        return cells;
    }

    private static boolean p99IsMaximum(Optional<Latencies> times) {
        return times.isPresent() && times.get().count() < RUNS_FOR_P99;
    }

    private BigDecimal medianRatio(Optional<Latencies> times) {
        Optional<Latencies> plain = runs.get(MeasuredOperation.PLAIN_MOVE).latencies();
        if (times.isEmpty() || plain.isEmpty()) {
            return null;
        }
        return ratio(
                BigDecimal.valueOf(times.get().median()),
                BigDecimal.valueOf(plain.get().median()));
    }

    private BigDecimal throughputRatio(Runs made) {
        Optional<BigDecimal> plain = runs.get(MeasuredOperation.PLAIN_MOVE).throughput();
        Optional<BigDecimal> own = made.throughput();
        if (own.isEmpty() || plain.isEmpty() || plain.get().signum() == 0) {
            return null;
        }
        return ratio(own.get(), plain.get());
    }

    private static BigDecimal processor(Runs made) {
        return made.processorMillis().values().stream().reduce(BigDecimal::add).orElse(null);
    }

    private BigDecimal processorRatio(Runs made) {
        BigDecimal plain = processor(runs.get(MeasuredOperation.PLAIN_MOVE));
        BigDecimal own = processor(made);
        return own == null || plain == null || plain.signum() == 0 ? null : ratio(own, plain);
    }

    private static BigDecimal ratio(BigDecimal own, BigDecimal plain) {
        return own.divide(plain, 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal rounded(Optional<BigDecimal> rate) {
        return rate.map(exact -> exact.setScale(2, RoundingMode.HALF_UP)).orElse(null);
    }

    private static BigDecimal millis(Optional<Latencies> times, ToLongFunction<Latencies> nanos) {
        return times.map(all -> millis(nanos.applyAsLong(all))).orElse(null);
    }

    private static BigDecimal millis(long nanos) {
        return BigDecimal.valueOf(nanos, NANOS_DIGITS).setScale(1, RoundingMode.HALF_UP);
    }

    private static String text(BigDecimal number) {
        return number == null ? UNKNOWN : number.toPlainString();
    }
}
