package org.countersign.workflows.compliance;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.serialization.CordaSerializable;

/**
 * The question of an authority for COMPLIANCE to a registrar: what the inputs of a transaction are, what the keys hold
 * that the authority knows, how many others hold, and how much some of them have disposed of.
 *
 * <p>It is answered about keys that the authority names, and of all others together; so an authority learns of nobody
 * whom it does not know.
 */
@CordaSerializable
public final class RegisterQuestion {
    /** How many keys can be asked for at once. */
    public static final int MOST_KEYS = 20_000;

    /** How many inputs a transaction in question can have. */
    public static final int MOST_INPUTS = 1_000;

    /** For how many keys, and since how many times, disposals can be asked. */
    public static final int MOST_DISPOSALS = 50;

    private final UniqueIdentifier security;
    private final List<PublicKey> keys;
    private final List<StateRef> inputs;
    private final List<PublicKey> disposers;
    private final List<Instant> since;

    /**
     * Creates a question.
     *
     * @param security whose register is asked
     * @param keys of which the holdings are asked, each once
     * @param inputs of the transaction in question; those that are no holdings of the security are passed over
     * @param disposers of which is asked how much they have disposed of
     * @param since since when, each a beginning, inclusive
     */
    public RegisterQuestion(
            UniqueIdentifier security,
            List<PublicKey> keys,
            List<StateRef> inputs,
            List<PublicKey> disposers,
            List<Instant> since) {
        this.security = Objects.requireNonNull(security, "security");
        this.keys = Collections.unmodifiableList(new ArrayList<>(keys));
        this.inputs = Collections.unmodifiableList(new ArrayList<>(inputs));
        this.disposers = Collections.unmodifiableList(new ArrayList<>(disposers));
        this.since = Collections.unmodifiableList(new ArrayList<>(since));
    }

    /** Whose register is asked. */
    public UniqueIdentifier getSecurity() {
        return security;
    }

    /** Of which the holdings are asked. */
    public List<PublicKey> getKeys() {
        return keys;
    }

    /** The inputs of the transaction in question. */
    public List<StateRef> getInputs() {
        return inputs;
    }

    /** Of which is asked how much they have disposed of. */
    public List<PublicKey> getDisposers() {
        return disposers;
    }

    /** Since when. */
    public List<Instant> getSince() {
        return since;
    }

    /** Whether it is within its bounds. */
    boolean isBounded() {
        return keys.size() <= MOST_KEYS
                && inputs.size() <= MOST_INPUTS
                && disposers.size() <= MOST_DISPOSALS
                && since.size() <= MOST_DISPOSALS
                && new HashSet<>(keys).size() == keys.size();
    }
}
