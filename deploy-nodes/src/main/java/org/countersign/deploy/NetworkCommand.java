package org.countersign.deploy;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.deploy.running.FoundNetwork;
import org.countersign.deploy.running.NetworkUp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The commands {@code up}, {@code down}, {@code status} and {@code logs}.
 *
 * <p>Standard output is for results, with {@code --json} exactly one JSON document; progress and errors go to standard
 * error. Exit codes: 0 done, 1 not done, 2 wrong usage.
 */
public final class NetworkCommand {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkCommand.class);
    private static final ConfigRenderOptions ONE_LINE = ConfigRenderOptions.concise();

    private final Installation installation;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean json;
    private final long begin = System.nanoTime();

    private NetworkCommand(Installation installation, PrintStream out, PrintStream err, boolean json) {
        this.installation = installation;
        this.out = out;
        this.err = err;
        this.json = json;
    }

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        boolean json = CommandLine.asksForJson(arguments);
        NetworkCommand command = new NetworkCommand(Installation.ofThisProcess(), System.out, System.err, json);
        int exitCode = command.run(arguments);
        // Explicitly: RPC clients leave threads behind.
        System.exit(exitCode);
    }

    int run(String... arguments) {
        try {
            execute(CommandLine.parse(arguments));
            return 0;
        } catch (OperatorException e) {
            report(e, CommandLine.asksForDetails(arguments));
            return e.getCode() == OperatorException.Code.WRONG_USAGE ? 2 : 1;
        } catch (IOException | InterruptedException | RuntimeException e) {
            String what = e.getMessage() == null ? e.toString() : e.getClass().getSimpleName() + ": " + e.getMessage();
            report(
                    new OperatorException(
                            OperatorException.Code.INTERNAL, what, "With --verbose there are technical details.", e),
                    CommandLine.asksForDetails(arguments));
            return 1;
        }
    }

    private void execute(CommandLine line) throws IOException, InterruptedException {
        switch (line.getCommand()) {
            case "up":
                up(line);
                break;
            case "down":
                down(line);
                break;
            case "status":
                Map<String, Object> status = network(line).status();
                show(status, StatusTable.of(status));
                break;
            case "logs":
                logs(line);
                break;
            default:
                throw CommandLine.wrong("There is no command '" + line.getCommand() + "'.");
        }
    }

    private void up(CommandLine line) throws IOException, InterruptedException {
        Path topology = line.getTopology().orElseGet(installation::getDefaultTopology);
        Map<String, Object> result = new NetworkUp(installation, topology, this::progress).run(line.isFresh());
        show(
                result,
                "Network '" + result.get("name") + "' is up: " + result.get("nodes") + " nodes answer, after "
                        + result.get("seconds") + " s.");
    }

    private void down(CommandLine line) throws IOException, InterruptedException {
        Map<String, Object> result = network(line).down();
        int stopped = ((List<?>) result.get("stopped")).size();
        show(
                result,
                stopped == 0
                        ? "Network '" + result.get("name") + "' is not running."
                        : "Network '" + result.get("name") + "' is down: " + stopped + " nodes stopped.");
    }

    private void logs(CommandLine line) throws IOException, InterruptedException {
        int count = line.getLines();
        if (json && line.isFollow()) {
            throw CommandLine.wrong("--follow never ends, so it cannot give one JSON document.");
        }
        FoundNetwork network = network(line);
        List<String> lines = network.log(line.getMember(), count);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("member", line.getMember());
        result.put("lines", lines);
        show(result, String.join(System.lineSeparator(), lines));
        if (line.isFollow()) {
            network.follow(line.getMember(), text -> {
                out.print(text);
                out.flush();
            });
        }
    }

    private FoundNetwork network(CommandLine line) throws IOException {
        Optional<Path> topology = line.getTopology();
        return topology.isPresent() ? FoundNetwork.of(installation, topology.get()) : FoundNetwork.last(installation);
    }

    private void progress(String text) {
        err.printf("[%4d s] %s%n", (System.nanoTime() - begin) / 1_000_000_000L, text);
    }

    private void show(Map<String, Object> result, String text) {
        out.println(json ? ConfigValueFactory.fromMap(result).render(ONE_LINE) : text);
    }

    private void report(OperatorException problem, boolean details) {
        err.println("countersign: " + problem.getMessage());
        err.println(problem.getRemedy());
        if (details) {
            LOG.error("Technical details", problem);
        }
        if (json) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("code", problem.getCode().name());
            error.put("message", problem.getMessage());
            error.put("remedy", problem.getRemedy());
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("error", error);
            out.println(ConfigValueFactory.fromMap(document).render(ONE_LINE));
        }
    }
}
