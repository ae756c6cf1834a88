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

/** Tells what was measured: milliseconds with one decimal, and each median as a multiple of the plain move's. */
final class TransferReport {
    private static final int NANOS_DIGITS = 6;
    private static final int NUMBER_WIDTH = 7;
    private static final String UNKNOWN = "-";

    private final Rounds rounds;
    private final Map<MeasuredOperation, Runs> runs;

    TransferReport(Rounds rounds, Map<MeasuredOperation, Runs> runs) {
        this.rounds = rounds;
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
        document.with("clients", 1)
                .with("warmup", rounds.warmup())
                .with("count", rounds.measured())
                .with("unit", "ms")
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
                .with("median", millis(times, Latencies::median))
                .with("p95", millis(times, all -> all.percentile(95)))
                .with("p99", millis(times, all -> all.percentile(99)))
                .with("min", millis(times, Latencies::min))
                .with("max", millis(times, Latencies::max))
                .with("medianToPlainMove", ratio(times))
                .with("failures", made.failures())
                .with("firstFailure", made.firstFailure())
                .toMap();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Milliseconds from the start of a flow to its result; one client, one run after the other,");
        lines.add(rounds.measured() + " rounds after " + rounds.warmup() + " to warm up:");
        Table table = new Table();
        table.row(row("", "count", "median", "p95", "p99", "min", "max", "ratio"));
        runs.forEach((operation, made) -> table.row(row(operation, made.latencies())));
        lines.addAll(table.lines());
        lines.add("Percentiles are by nearest rank; the ratio is of the median to that of the plain move.");
        runs.forEach((operation, made) -> {
            if (made.failures() > 0) {
                lines.add("Failed, " + operation.title() + ": " + made.failures() + ", the first with: "
                        + made.firstFailure());
            }
        });
        return lines;
    }

    private String[] row(MeasuredOperation operation, Optional<Latencies> times) {
        return row(
                operation.title(),
                times.map(all -> Integer.toString(all.count())).orElse("0"),
                text(millis(times, Latencies::median)),
                text(millis(times, all -> all.percentile(95))),
                text(millis(times, all -> all.percentile(99))),
                text(millis(times, Latencies::min)),
                text(millis(times, Latencies::max)),
                text(ratio(times)));
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

    private BigDecimal ratio(Optional<Latencies> times) {
        Optional<Latencies> plain = runs.get(MeasuredOperation.PLAIN_MOVE).latencies();
        if (times.isEmpty() || plain.isEmpty()) {
            return null;
        }
        return BigDecimal.valueOf(times.get().median())
                .divide(BigDecimal.valueOf(plain.get().median()), 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal millis(Optional<Latencies> times, ToLongFunction<Latencies> nanos) {
        return times.map(all ->
                        BigDecimal.valueOf(nanos.applyAsLong(all), NANOS_DIGITS).setScale(1, RoundingMode.HALF_UP))
                .orElse(null);
    }

    private static String text(BigDecimal number) {
        return number == null ? UNKNOWN : number.toPlainString();
    }
}
