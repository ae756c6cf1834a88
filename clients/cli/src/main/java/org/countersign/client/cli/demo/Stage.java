package org.countersign.client.cli.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.answer.Outcome;
import org.countersign.client.cli.command.Session;

/** Where the story is told: shows each command as a user would type it, carries it out, and shows its answer. */
final class Stage {
    private static final int WIDTH = 100;
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Session session;
    private final PrintStream audience;
    private final Duration patience;
    private final List<Object> record = new ArrayList<>();
    private int chapters;

    /**
     * Sets up a stage.
     *
     * @param session where commands run
     * @param audience where the story is told
     * @param patience how long news of a transaction may take to a node
     */
    Stage(Session session, PrintStream audience, Duration patience) {
        this.session = session;
        this.patience = patience;
        this.audience = audience;
    }

    /** Begins a new part of the story. */
    void chapter(String title) {
        chapters++;
        audience.println();
        audience.println(chapters + ". " + title);
    }

    /** Says something in plain words. */
    void tell(String text) {
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() + 1 + word.length() > WIDTH - 3) {
                audience.println("   " + line);
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        audience.println("   " + line);
    }

    /** Shows a document as it stands. */
    void show(List<String> lines) {
        audience.println();
        lines.forEach(line -> audience.println(("     | " + line).stripTrailing()));
    }

    /** Shows a command, carries it out, and shows what came of it. */
    Act perform(String... words) {
        audience.println();
        audience.println("   $ ./countersign " + typed(List.of(words)));
        long started = System.nanoTime();
        Outcome outcome = session.commands().run(session, List.of(words));
        double seconds = (System.nanoTime() - started) / 1e9;
        if (outcome.succeeded()) {
            outcome.answer().lines().forEach(line -> audience.println("     " + line));
        } else {
            audience.println("     refused: " + outcome.failure().getMessage());
            if (!outcome.failure().remedy().isEmpty()) {
                audience.println("     " + outcome.failure().remedy());
            }
        }
        audience.println(String.format(Locale.ROOT, "     (%.1f s)", seconds));
        record.add(new Fields()
                .with("command", typed(List.of(words)))
                .with("exitCode", outcome.exitCode())
                .with(
                        "transaction",
                        outcome.succeeded() ? outcome.answer().document().get("transaction") : null)
                .with("refusal", outcome.succeeded() ? null : outcome.failure().getMessage())
                .toMap());
        return new Act(typed(List.of(words)), outcome);
    }

    /**
     * Shows a command as {@link #perform} does, once its answer is as told. A transaction is final when the command
     * that made it answers; the nodes of the others hear of it a moment later.
     */
    Act performOnce(Consumer<Act> asTold, String... words) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isAsTold(asTold, words) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        Act act = perform(words);
        asTold.accept(act);
        return act;
    }

    /**
     * Performs a command, and does what its refusal says as long as that is to try again: what was just bought or left
     * over is not free before the flow that recorded it has ended.
     */
    Act performWhenFree(String... words) {
        long deadline = System.nanoTime() + patience.toNanos();
        Act act = perform(words);
        while (act.isBusy() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.multipliedBy(8).toNanos());
            act = perform(words);
        }
        return act;
    }

    private boolean isAsTold(Consumer<Act> asTold, String... words) {
        try {
            asTold.accept(aside(words));
            return true;
        } catch (Failure notYet) {
            return false;
        }
    }

    /** Carries out a command that is no part of the story. */
    Act aside(String... words) {
        return new Act(typed(List.of(words)), session.commands().run(session, List.of(words)));
    }

    /** What was performed, for scripts. */
    List<Object> record() {
        return List.copyOf(record);
    }

    /** Words as they have to be typed into a shell. */
    static String typed(List<String> words) {
        return words.stream()
                .map(word -> word.matches("[A-Za-z0-9_./:=@%+-]+") ? word : '"' + word + '"')
                .collect(Collectors.joining(" "));
    }
}
