package org.countersign.benchmarks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** {@code bench rules}: runs the benchmarks of rules and tells their figures. */
public final class RulesMeasurement {
    private static final String MODEL = "interpretedModel";
    private static final String INTERPRETED = "interpretedReport";
    private static final String COMPILED = "compiledReport";
    private static final String DECISION = "compiledDecision";
    private static final String COLD = "coldCompilation";

    private RulesMeasurement() {}

    /**
     * Measures.
     *
     * @param arguments {@code --forks=N}, {@code --seconds=N}, {@code --json}, {@code --verbose}, in any order
     * @throws RunnerException if a benchmark fails
     */
    public static void main(String[] arguments) throws RunnerException {
        int forks = 3;
        int seconds = 2;
        boolean json = false;
        VerboseMode verbosity = VerboseMode.SILENT;
        for (String argument : arguments) {
            if (argument.equals("--json")) {
                json = true;
            } else if (argument.equals("--verbose")) {
                verbosity = VerboseMode.NORMAL;
            } else if (argument.startsWith("--forks=")) {
                forks = Arguments.number(argument);
            } else if (argument.startsWith("--seconds=")) {
                seconds = Arguments.number(argument);
            } else {
                throw Arguments.refused(
                        "No option is called " + argument + "; there are --forks=N, --seconds=N, --json, --verbose.");
            }
        }
        System.err.println("Measuring in " + 5 * forks + " virtual machines, for about "
                + (4 * forks * (1 + 5) * seconds + 6 * forks) + " seconds.");
        Map<String, Figure> figures = new LinkedHashMap<>();
        OutputFormat told = OutputFormatFactory.createFormatInstance(System.err, verbosity);
        collect(figures, new Runner(throughput(forks, seconds), told).run());
        collect(figures, new Runner(cold(forks), told).run());
        System.out.println(json ? json(figures) : text(figures));
    }

    private static Options throughput(int forks, int seconds) {
        return new OptionsBuilder()
                .include(RulesBenchmark.class.getSimpleName())
                .forks(forks)
                .warmupIterations(1)
                .warmupTime(TimeValue.seconds(seconds))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(seconds))
                .build();
    }

    private static Options cold(int forks) {
        return new OptionsBuilder()
                .include(CompilationBenchmark.class.getSimpleName())
                .forks(forks)
                .warmupIterations(0)
                .measurementIterations(1)
                .build();
    }

    private static void collect(Map<String, Figure> figures, Collection<RunResult> results) {
        for (RunResult result : results) {
            figures.put(
                    result.getPrimaryResult().getLabel(),
                    new Figure(
                            result.getPrimaryResult().getScore(),
                            result.getPrimaryResult().getStatistics().getMin(),
                            result.getPrimaryResult().getStatistics().getMax()));
        }
    }

    private static String text(Map<String, Figure> figures) {
        List<String> lines = new ArrayList<>();
        lines.add("A transfer under a policy of twenty rules, in operations per second (least to most):");
        lines.add(line("interpreter, from the model each time", figures, MODEL));
        lines.add(line("interpreter, with the policy made before", figures, INTERPRETED));
        lines.add(line("compiled, with a finding for each rule", figures, COMPILED));
        lines.add(line("compiled, decision alone", figures, DECISION));
        lines.add("");
        lines.add("Ratios of the iterations that were disturbed least:");
        lines.add("  compiled decision / interpreter from the model      " + ratio(figures, DECISION, MODEL));
        lines.add("  compiled decision / interpreter of a policy made    " + ratio(figures, DECISION, INTERPRETED));
        lines.add("  compiled report / interpreter of a policy made      " + ratio(figures, COMPILED, INTERPRETED));
        lines.add("");
        lines.add("The first compilation in a new virtual machine, in milliseconds:");
        lines.add(line("from the source to the jar", figures, COLD));
        return String.join(System.lineSeparator(), lines);
    }

    private static String line(String name, Map<String, Figure> figures, String label) {
        Figure figure = figures.get(label);
        return String.format(
                Locale.ROOT, "  %-42s %,12.0f  (%,.0f to %,.0f)", name, figure.mean, figure.least, figure.most);
    }

    // Whatever else the machine does makes an iteration slower, never faster.
    private static BigDecimal ratio(Map<String, Figure> figures, String label, String base) {
        return BigDecimal.valueOf(figures.get(label).most / figures.get(base).most)
                .setScale(2, RoundingMode.HALF_EVEN);
    }

    private static String json(Map<String, Figure> figures) {
        List<String> members = new ArrayList<>();
        figures.forEach((label, figure) -> members.add(String.format(
                Locale.ROOT,
                "\"%s\":{\"mean\":\"%.1f\",\"least\":\"%.1f\",\"most\":\"%.1f\",\"unit\":\"%s\"}",
                label,
                figure.mean,
                figure.least,
                figure.most,
                label.equals(COLD) ? "ms" : "operations/s")));
        members.add("\"decisionToModel\":\"" + ratio(figures, DECISION, MODEL) + "\"");
        members.add("\"decisionToInterpreted\":\"" + ratio(figures, DECISION, INTERPRETED) + "\"");
        members.add("\"reportToInterpreted\":\"" + ratio(figures, COMPILED, INTERPRETED) + "\"");
        return "{" + String.join(",", members) + "}";
    }

    /** A figure of one benchmark over all iterations. */
    private static final class Figure {
        private final double mean;
        private final double least;
        private final double most;

        Figure(double mean, double least, double most) {
            this.mean = mean;
            this.least = least;
            this.most = most;
        }
    }
}
