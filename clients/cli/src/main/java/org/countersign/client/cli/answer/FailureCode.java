package org.countersign.client.cli.answer;

/** Kinds of failure, by the name that scripts see as {@code error.code}; the meaning is in docs/reference/cli.md. */
public enum FailureCode {
    /** The command line is not one that the command takes. */
    WRONG_USAGE(2),
    /** A quantity or amount is not a plain decimal number, or has too many decimals. */
    AMOUNT_WRONG(1),
    /** Another argument cannot be understood. */
    ARGUMENT_WRONG(1),
    /** There is no network file, or it cannot be read. */
    NETWORK_UNKNOWN(1),
    /** A node does not answer. */
    NETWORK_DOWN(1),
    /** The network has no such member. */
    MEMBER_UNKNOWN(1),
    /** The node does not accept the user. */
    ACCESS_DENIED(1),
    /** No security has the symbol. */
    SYMBOL_UNKNOWN(1),
    /** The holder holds less than is needed. */
    HOLDING_INSUFFICIENT(1),
    /** The node, a counterparty, a committee or the notary refused for another reason. */
    REFUSED(1),
    /** The transaction may or may not have become final; the ledger has to be looked at. */
    FINALITY_UNKNOWN(1),
    /** A file cannot be read or written. */
    FILE_WRONG(1),
    /** An ownership proof does not hold. */
    PROOF_REFUSED(1),
    /** A step of the demonstration did not come out as told. */
    DEMO_FAILED(1),
    /** A fault of this program or of the node. */
    INTERNAL(1);

    private final int exitCode;

    FailureCode(int exitCode) {
        this.exitCode = exitCode;
    }

    /** What the process ends with: 1 for a failure, 2 for wrong usage. */
    public int exitCode() {
        return exitCode;
    }
}
