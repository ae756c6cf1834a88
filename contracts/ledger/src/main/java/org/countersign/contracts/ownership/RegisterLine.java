package org.countersign.contracts.ownership;

import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.serialization.CordaSerializable;

/**
 * A line of a security's register: one holding that was ever created, whose key holds it, since when, and which
 * transaction has ended it, if one has.
 *
 * <p>All of it follows from the ledger, so that the line is the same at every registrar. In bytes, big-endian: version
 * 1 (1 byte), the security's digest (32), the creating transaction's id (32), the output's index (4), since in
 * milliseconds from 1970-01-01T00:00Z (8), the quantity in smallest units (8), the length of the key (4), the key as
 * X.509 SubjectPublicKeyInfo, and 0 (1) for a holding that stands, or 1 (1) and the id of the transaction that ended it
 * (32).
 */
@CordaSerializable
public final class RegisterLine {
    /** The order of a register's lines: by transaction id as unsigned bytes, then by output index. */
    public static final Comparator<StateRef> ORDER = RegisterLine::compareIds;

    private static final byte VERSION = 1;
    private static final int DIGEST = 32;

    private final SecureHash security;
    private final StateRef holding;
    private final PublicKey holder;
    private final long quantity;
    private final Instant since;
    private final SecureHash endedBy;

    /**
     * Creates a line.
     *
     * @param security the digest in the identifier of the security's definition
     * @param holding the reference of the state on the ledger
     * @param holder the key that holds it
     * @param quantity in smallest units of the security, more than zero; with 2 fraction digits 150 means 1.50
     * @param since when it was certainly held, in whole milliseconds; see {@link RegisterEntry}
     * @param endedBy the transaction that consumed the state, or null while it stands
     */
    public RegisterLine(
            SecureHash security, StateRef holding, PublicKey holder, long quantity, Instant since, SecureHash endedBy) {
        this.security = MerkleHashTree.checked(security);
        MerkleHashTree.checked(holding.getTxhash());
        this.holding = holding;
        this.holder = Objects.requireNonNull(holder, "holder");
        if (quantity <= 0) {
            throw new IllegalArgumentException("The holding " + holding + " is of " + quantity + ", not more than 0.");
        }
        this.quantity = quantity;
        if (since.getNano() % 1_000_000 != 0) {
            throw new IllegalArgumentException(
                    "The holding " + holding + " is since " + since + ", no whole millisecond.");
        }
        this.since = since;
        this.endedBy = endedBy == null ? null : MerkleHashTree.checked(endedBy);
    }

    // By bytes, not by what SecureHash's own order is, for others must be able to recompute it.
    private static int compareIds(StateRef left, StateRef right) {
        byte[] first = left.getTxhash().getBytes();
        byte[] second = right.getTxhash().getBytes();
        for (int octet = 0; octet < Math.min(first.length, second.length); octet++) {
            int difference = (first[octet] & 0xFF) - (second[octet] & 0xFF);
            if (difference != 0) {
                return difference;
            }
        }
        return first.length != second.length
                ? Integer.compare(first.length, second.length)
                : Integer.compare(left.getIndex(), right.getIndex());
    }

    /**
     * The line as it is once the holding has ended.
     *
     * @param transaction the transaction that consumed the state
     * @return the same line, ended
     */
    public RegisterLine ended(SecureHash transaction) {
        return new RegisterLine(security, holding, holder, quantity, since, transaction);
    }

    /**
     * The line in bytes, the same everywhere; what the register's hash trees are made of.
     *
     * @return the encoding that this class describes
     */
    public byte[] encoded() {
        byte[] key = holder.getEncoded();
        int length = 1 + 2 * DIGEST + 4 + 8 + 8 + 4 + key.length + 1 + (endedBy == null ? 0 : DIGEST);
        ByteBuffer bytes = ByteBuffer.allocate(length)
                .put(VERSION)
                .put(security.getBytes())
                .put(holding.getTxhash().getBytes())
                .putInt(holding.getIndex())
                .putLong(since.toEpochMilli())
                .putLong(quantity)
                .putInt(key.length)
                .put(key);
        if (endedBy == null) {
            bytes.put((byte) 0);
        } else {
            bytes.put((byte) 1).put(endedBy.getBytes());
        }
        return bytes.array();
    }

    /** Whether the holding stands. */
    public boolean stands() {
        return endedBy == null;
    }

    /** The digest in the identifier of the security's definition. */
    public SecureHash getSecurity() {
        return security;
    }

    /** The reference of the state on the ledger. */
    public StateRef getHolding() {
        return holding;
    }

    /** The key that holds it. */
    public PublicKey getHolder() {
        return holder;
    }

    /** The quantity in smallest units, more than zero. */
    public long getQuantity() {
        return quantity;
    }

    /** When it was certainly held, in whole milliseconds. */
    public Instant getSince() {
        return since;
    }

    /** The transaction that consumed the state, or null while it stands. */
    public SecureHash getEndedBy() {
        return endedBy;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof RegisterLine)) {
            return false;
        }
        return Arrays.equals(encoded(), ((RegisterLine) other).encoded());
    }

    @Override
    public int hashCode() {
        return Objects.hash(security, holding, quantity, since, endedBy);
    }

    @Override
    public String toString() {
        return "holding " + holding + " of " + quantity + " smallest units since " + since
                + (endedBy == null ? "" : ", ended by " + endedBy);
    }
}
