package org.countersign.client.cli.answer;

import java.io.PrintStream;
import java.util.Objects;

/** How a command ended: with an answer, or with a failure. */
public final class Outcome {
    private final Answer answer;
    private final Failure failure;

    private Outcome(Answer answer, Failure failure) {
        this.answer = answer;
        this.failure = failure;
    }

    /**
     * The command did what it was asked.
     *
     * @param answer what it found or did
     * @return the outcome
     */
    public static Outcome of(Answer answer) {
        return new Outcome(Objects.requireNonNull(answer, "answer"), null);
    }

    /**
     * The command failed.
     *
     * @param failure why
     * @return the outcome
     */
    public static Outcome of(Failure failure) {
        return new Outcome(null, Objects.requireNonNull(failure, "failure"));
    }

    /** Whether there is an answer. */
    public boolean succeeded() {
        return answer != null;
    }

    /**
     * The answer.
     *
     * @throws Failure if the command failed
     */
    public Answer answer() {
        if (failure != null) {
            throw failure;
        }
        return answer;
    }

    /**
     * The failure.
     *
     * @throws IllegalStateException if the command did not fail
     */
    public Failure failure() {
        if (failure == null) {
            throw new IllegalStateException("The command succeeded: " + answer.document());
        }
        return failure;
    }

    /** What the process ends with: 0 done, 1 failed, 2 wrong usage. */
    public int exitCode() {
        if (failure != null) {
            return failure.code().exitCode();
        }
        return answer.successful() ? 0 : 1;
    }

    /**
     * Tells the user.
     *
     * @param json whether standard output gets a JSON document instead of text
     * @param verbose whether the cause of a failure is shown
     * @param out standard output
     * @param err standard error
     */
    public void print(boolean json, boolean verbose, PrintStream out, PrintStream err) {
        if (failure != null) {
            printFailure(json, verbose, out, err);
        } else if (json) {
            out.println(Json.write(answer.document()));
        } else {
            answer.lines().forEach(out::println);
        }
    }

    private void printFailure(boolean json, boolean verbose, PrintStream out, PrintStream err) {
        err.println("countersign: " + failure.getMessage());
        if (!failure.remedy().isEmpty()) {
            err.println(failure.remedy());
        }
        if (verbose) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                err.println("caused by " + cause);
                for (StackTraceElement element : cause.getStackTrace()) {
                    err.println("    at " + element);
                }
            }
        }
        if (json) {
            out.println(Json.write(new Fields()
                    .with(
                            "error",
                            new Fields()
                                    .with("code", failure.code().name())
                                    .with("message", failure.getMessage())
                                    .with("remedy", failure.remedy()))
                    .toMap()));
        }
    }
}
