package org.countersign.workflows.governance;

import java.util.Objects;
import net.corda.core.identity.Party;
import net.corda.core.serialization.CordaSerializable;

/** A seat as it is offered to an authority, before the authority has given its attestation key. */
@CordaSerializable
public final class SeatProposal {
    private final Party party;
    private final int weight;

    /**
     * Creates a proposal.
     *
     * @param party the authority
     * @param weight its share of the vote, at least 1
     */
    public SeatProposal(Party party, int weight) {
        this.party = Objects.requireNonNull(party, "party");
        this.weight = weight;
    }

    /** The authority. */
    public Party getParty() {
        return party;
    }

    /** Its share of the vote. */
    public int getWeight() {
        return weight;
    }
}
