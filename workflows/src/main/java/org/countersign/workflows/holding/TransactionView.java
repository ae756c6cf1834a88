package org.countersign.workflows.holding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.serialization.CordaSerializable;

/** A recorded transaction as people read it. */
@CordaSerializable
public final class TransactionView {
    private final SecureHash id;
    private final String operation;
    private final List<StateLine> inputs;
    private final List<StateLine> outputs;
    private final List<SignatureLine> signatures;
    private final Instant windowFrom;
    private final Instant windowUntil;
    private final CordaX500Name notary;

    /**
     * Creates a view.
     *
     * @param id the transaction's id
     * @param operation what it does, from its commands
     * @param inputs what it consumes
     * @param outputs what it creates
     * @param signatures who signed, in which role
     * @param windowFrom when its time-window opened, or null
     * @param windowUntil when its time-window closed, or null
     * @param notary the notary service, or null
     */
    @SuppressWarnings("checkstyle:ParameterNumber")
    public TransactionView(
            SecureHash id,
            String operation,
            List<StateLine> inputs,
            List<StateLine> outputs,
            List<SignatureLine> signatures,
            Instant windowFrom,
            Instant windowUntil,
            CordaX500Name notary) {
        this.id = id;
        this.operation = operation;
        this.inputs = Collections.unmodifiableList(new ArrayList<>(inputs));
        this.outputs = Collections.unmodifiableList(new ArrayList<>(outputs));
        this.signatures = Collections.unmodifiableList(new ArrayList<>(signatures));
        this.windowFrom = windowFrom;
        this.windowUntil = windowUntil;
        this.notary = notary;
    }

    /** The transaction's id. */
    public SecureHash getId() {
        return id;
    }

    /** What it does. */
    public String getOperation() {
        return operation;
    }

    /** What it consumes. */
    public List<StateLine> getInputs() {
        return inputs;
    }

    /** What it creates. */
    public List<StateLine> getOutputs() {
        return outputs;
    }

    /** Who signed, in which role. */
    public List<SignatureLine> getSignatures() {
        return signatures;
    }

    /** When its time-window opened, or null. */
    public Instant getWindowFrom() {
        return windowFrom;
    }

    /** When its time-window closed, or null. */
    public Instant getWindowUntil() {
        return windowUntil;
    }

    /** The notary service, or null. */
    public CordaX500Name getNotary() {
        return notary;
    }

    /** One state that a transaction consumes or creates. */
    @CordaSerializable
    public static final class StateLine {
        private final int index;
        private final String description;
        private final CordaX500Name holder;

        /**
         * Creates a line.
         *
         * @param index its place among the inputs or outputs, from 0
         * @param description what it is, for people
         * @param holder who holds it, or null
         */
        public StateLine(int index, String description, CordaX500Name holder) {
            this.index = index;
            this.description = description;
            this.holder = holder;
        }

        /** Its place, from 0. */
        public int getIndex() {
            return index;
        }

        /** What it is. */
        public String getDescription() {
            return description;
        }

        /** Who holds it, or null. */
        public CordaX500Name getHolder() {
            return holder;
        }
    }

    /** One signature of a transaction. */
    @CordaSerializable
    public static final class SignatureLine {
        private final String role;
        private final CordaX500Name party;
        private final String key;

        /**
         * Creates a line.
         *
         * @param role in which role it was given, for example {@code IDENTITY committee}
         * @param party who signed, or null if the key is not known to be anybody's
         * @param key the key's short hash
         */
        public SignatureLine(String role, CordaX500Name party, String key) {
            this.role = role;
            this.party = party;
            this.key = key;
        }

        /** In which role it was given. */
        public String getRole() {
            return role;
        }

        /** Who signed, or null. */
        public CordaX500Name getParty() {
            return party;
        }

        /** The key's short hash. */
        public String getKey() {
            return key;
        }
    }
}
