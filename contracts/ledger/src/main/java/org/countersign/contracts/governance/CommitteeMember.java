package org.countersign.contracts.governance;

import java.security.PublicKey;
import java.util.Objects;
import net.corda.core.identity.Party;
import net.corda.core.serialization.CordaSerializable;

/**
 * An authority's seat on one committee.
 *
 * <p>A seat has a key of its own, apart from the authority's legal identity. A signature is over a transaction's id and
 * does not say what it was meant for; were the identity's key used, an authority that sits on two committees would
 * answer for both with either answer.
 */
@CordaSerializable
public final class CommitteeMember {
    private final Party party;
    private final PublicKey attestationKey;
    private final int weight;

    /**
     * Creates a seat.
     *
     * @param party the authority's legal identity
     * @param attestationKey the key it attests with on this committee, a plain key of the authority's node
     * @param weight its share of the vote, 1 or more; the contract refuses less
     */
    public CommitteeMember(Party party, PublicKey attestationKey, int weight) {
        this.party = Objects.requireNonNull(party, "party");
        this.attestationKey = Objects.requireNonNull(attestationKey, "attestationKey");
        this.weight = weight;
    }

    /** The authority's legal identity. */
    public Party getParty() {
        return party;
    }

    /** The key that the authority attests with on this committee. */
    public PublicKey getAttestationKey() {
        return attestationKey;
    }

    /** The share of the vote, at least 1. */
    public int getWeight() {
        return weight;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof CommitteeMember)) {
            return false;
        }
        CommitteeMember that = (CommitteeMember) other;
        return party.equals(that.party)
                // Corda compares parties by key only.
                && party.getName().equals(that.party.getName())
                && attestationKey.equals(that.attestationKey)
                && weight == that.weight;
    }

    @Override
    public int hashCode() {
        return Objects.hash(party, attestationKey, weight);
    }

    @Override
    public String toString() {
        return party.getName().getOrganisation() + " (weight " + weight + ")";
    }
}
