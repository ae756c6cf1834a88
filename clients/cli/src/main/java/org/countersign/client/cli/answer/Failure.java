package org.countersign.client.cli.answer;

import java.util.Objects;

/** A command could not do what it was asked: what is the case, and what to do about it. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final FailureCode code;
    private final String remedy;

    /**
     * Creates a failure that needs no other to explain it.
     *
     * @param code its kind
     * @param message what is the case, as a sentence
     * @param remedy what to do about it, as a sentence; empty if the message says so already
     */
    public Failure(FailureCode code, String message, String remedy) {
        this(code, message, remedy, null);
    }

    /**
     * Creates a failure.
     *
     * @param code its kind
     * @param message what is the case, as a sentence
     * @param remedy what to do about it, as a sentence; empty if the message says so already
     * @param cause what it came from, shown with {@code --verbose}; may be null
     */
    public Failure(FailureCode code, String message, String remedy, Throwable cause) {
        super(Objects.requireNonNull(message, "message"), cause);
        this.code = Objects.requireNonNull(code, "code");
        this.remedy = Objects.requireNonNull(remedy, "remedy");
    }

    /** Its kind. */
    public FailureCode code() {
        return code;
    }

    /** What to do about it; empty if the message says so already. */
    public String remedy() {
        return remedy;
    }
}
