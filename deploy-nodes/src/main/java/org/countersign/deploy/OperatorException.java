package org.countersign.deploy;

import java.util.Objects;

/**
 * Something that the operator of the network has to know or to put right. It is complete without a stack trace: what is
 * wrong and where, and what to do about it.
 */
public final class OperatorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;
    private final String remedy;

    /**
     * Creates one.
     *
     * @param code what scripts tell it by
     * @param message what is wrong and where
     * @param remedy what to do about it
     */
    public OperatorException(Code code, String message, String remedy) {
        this(code, message, remedy, null);
    }

    /**
     * Creates one with what caused it, which only {@code --verbose} shows.
     *
     * @param code what scripts tell it by
     * @param message what is wrong and where
     * @param remedy what to do about it
     * @param cause the error underneath, or null
     */
    public OperatorException(Code code, String message, String remedy, Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code, "code");
        this.remedy = Objects.requireNonNull(remedy, "remedy");
    }

    /** What scripts tell it by. */
    public Code getCode() {
        return code;
    }

    /** What to do about it. */
    public String getRemedy() {
        return remedy;
    }

    /** The kinds of things that go wrong; names are part of the interface of the commands. */
    public enum Code {
        /** The command line is wrong; the exit code is 2. */
        WRONG_USAGE,
        /** The topology file cannot be read or contradicts itself. */
        TOPOLOGY_INVALID,
        /** The topology asks for something else than the network was founded on. */
        TOPOLOGY_CHANGED,
        /** There is no such network on this machine. */
        NETWORK_UNKNOWN,
        /** The network has no such member. */
        MEMBER_UNKNOWN,
        /** Another command is changing the network. */
        NETWORK_BUSY,
        /** Something else listens on a port that a node needs. */
        PORT_OCCUPIED,
        /** A member's PostgreSQL database does not answer, does not let the member in, or is not empty. */
        DATABASE_REFUSED,
        /** A node has ended, or does not answer in time. */
        NODE_FAILED,
        /** A CorDapp is missing, or may not be used under the profile of the topology. */
        CORDAPP_REFUSED,
        /** The network could not be founded. */
        FOUNDING_FAILED,
        /** A committee could not be formed. */
        COMMITTEE_FAILED,
        /** Something that nobody foresaw. */
        INTERNAL
    }
}
