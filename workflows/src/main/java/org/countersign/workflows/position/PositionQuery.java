package org.countersign.workflows.position;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.identity.Party;
import net.corda.core.serialization.CordaSerializable;

/**
 * The question of an authority to a registrar: what do these parties hold of these securities, and what of it would a
 * transaction with these inputs end. What an input stands for is the registrar's to say and not the proposer's.
 */
@CordaSerializable
public final class PositionQuery {
    /** How many securities can be asked for at once. */
    public static final int MOST_SECURITIES = 200;

    /** How many holders can be asked for at once. */
    public static final int MOST_HOLDERS = 50;

    /** How many inputs a transaction in question can have. */
    public static final int MOST_INPUTS = 1_000;

    private final List<UniqueIdentifier> securities;
    private final List<Party> holders;
    private final List<StateRef> inputs;

    /**
     * Creates a question.
     *
     * @param securities of which positions are asked; all of one ownership committee
     * @param holders whose, by well-known identity
     * @param inputs of the transaction in question; those that are no holdings of the securities are passed over
     */
    public PositionQuery(List<UniqueIdentifier> securities, List<Party> holders, List<StateRef> inputs) {
        this.securities = Collections.unmodifiableList(new ArrayList<>(securities));
        this.holders = Collections.unmodifiableList(new ArrayList<>(holders));
        this.inputs = Collections.unmodifiableList(new ArrayList<>(inputs));
    }

    /** Of which positions are asked. */
    public List<UniqueIdentifier> getSecurities() {
        return securities;
    }

    /** Whose. */
    public List<Party> getHolders() {
        return holders;
    }

    /** The inputs of the transaction in question. */
    public List<StateRef> getInputs() {
        return inputs;
    }

    /** Whether it is within its bounds. */
    boolean isBounded() {
        return securities.size() <= MOST_SECURITIES
                && holders.size() <= MOST_HOLDERS
                && inputs.size() <= MOST_INPUTS
                && !securities.isEmpty();
    }
}
