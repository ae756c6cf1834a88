package org.countersign.client.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.countersign.client.cli.answer.Outcome;
import org.countersign.client.cli.command.OutputOptions;
import org.countersign.client.cli.command.Session;
import org.countersign.client.cli.rpc.RpcNodeConnector;

/** Starts the program. The {@code countersign} script calls it with a command line that it has checked. */
public final class Main {
    private Main() {}

    /**
     * Carries out one command and ends the process with 0 done, 1 failed, 2 wrong usage.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        // Standard output belongs to the answer; a library that prints must not break a script's JSON.
        System.setOut(err);
        quietenLibraries();
        Path home = Path.of(System.getProperty("countersign.home", ""));
        List<String> words = List.of(arguments);
        List<String> options =
                words.stream().takeWhile(word -> !word.equals("--")).toList();
        Session session = new Session(
                home, System.getenv(), new RpcNodeConnector(RpcNodeConnector.PATIENCE), Commands::run, out, err);
        Outcome outcome = Commands.run(session, words);
        outcome.print(options.contains(OutputOptions.JSON), options.contains(OutputOptions.VERBOSE), out, err);
        // Corda's client leaves threads behind that would keep the process alive.
        Runtime.getRuntime().halt(outcome.exitCode());
    }

    private static void quietenLibraries() {
        System.setProperty("org.jboss.logging.provider", "slf4j");
        System.setProperty("log4j2.level", "OFF");
        System.setProperty("log4j2.StatusLogger.level", "OFF");
    }
}
