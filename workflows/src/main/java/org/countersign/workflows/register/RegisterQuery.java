package org.countersign.workflows.register;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.crypto.SecureHash;
import net.corda.core.serialization.CordaSerializable;

/** What one keeper of a register asks another, about one security. */
@CordaSerializable
public final class RegisterQuery {
    /** The most ids that an answer names. */
    public static final int MOST_IDS = 500;
    /** The most transactions that are asked for at once. */
    public static final int MOST_TRANSACTIONS = 25;

    /** The kinds of question. */
    @CordaSerializable
    public enum Wanted {
        /** The roots over the lines of the register; answered with roots. */
        ROOTS,
        /** The next ids of transactions that are in the register, in order; answered with a list of ids. */
        IDS,
        /** Transactions by their ids; answered by sending each. */
        TRANSACTIONS,
        /** Nothing more; not answered. */
        NOTHING
    }

    private final SecureHash security;
    private final Wanted wanted;
    private final SecureHash after;
    private final List<SecureHash> transactions;

    /**
     * Creates a query.
     *
     * @param security the digest in the identifier of the security's definition
     * @param wanted what is asked
     * @param after for ids: those behind this one, or null to begin
     * @param transactions for transactions: which, at most {@value #MOST_TRANSACTIONS}
     */
    public RegisterQuery(SecureHash security, Wanted wanted, SecureHash after, List<SecureHash> transactions) {
        this.security = Objects.requireNonNull(security, "security");
        this.wanted = Objects.requireNonNull(wanted, "wanted");
        this.after = after;
        this.transactions = Collections.unmodifiableList(new ArrayList<>(transactions));
    }

    /** The digest in the identifier of the security's definition. */
    public SecureHash getSecurity() {
        return security;
    }

    /** What is asked. */
    public Wanted getWanted() {
        return wanted;
    }

    /** For ids: those behind this one, or null to begin. */
    public SecureHash getAfter() {
        return after;
    }

    /** For transactions: which. */
    public List<SecureHash> getTransactions() {
        return transactions;
    }
}
