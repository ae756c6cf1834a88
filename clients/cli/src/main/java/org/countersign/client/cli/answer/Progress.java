package org.countersign.client.cli.answer;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tells what a command is waiting for, once it takes longer than two seconds, and from then on every time that changes
 * and every five seconds.
 */
public final class Progress implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PERIOD = Duration.ofSeconds(5);

    private final PrintStream stream;
    private final long started = System.nanoTime();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });
    private String stage;

    /**
     * Starts to watch.
     *
     * @param stream where to tell, standard error for a user
     * @param stage what is being waited for first
     */
    // The task is never waited for: closing ends it, and it cannot fail.
    @SuppressWarnings("FutureReturnValueIgnored")
    public Progress(PrintStream stream, String stage) {
        this.stream = stream;
        this.stage = stage;
        clock.scheduleAtFixedRate(this::tell, PATIENCE.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Says what is being waited for now.
     *
     * @param next the new stage, as a participle: "connecting to dealer-a"
     */
    public synchronized void stage(String next) {
        if (!next.equals(stage)) {
            stage = next;
            if (System.nanoTime() - started >= PATIENCE.toNanos()) {
                tell();
            }
        }
    }

    private synchronized void tell() {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);
        stream.println("  " + stage + " … " + seconds + " s");
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
