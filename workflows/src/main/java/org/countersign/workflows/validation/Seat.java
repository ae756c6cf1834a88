package org.countersign.workflows.validation;

import java.security.PublicKey;
import java.util.Objects;
import net.corda.core.identity.Party;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.validation.Aspect;

/** A member of a committee as a round asks it: who, for which aspect, with which key and weight. */
@CordaSerializable
public final class Seat {
    private final Aspect aspect;
    private final Party party;
    private final PublicKey attestationKey;
    private final int weight;

    /**
     * Creates a seat.
     *
     * @param aspect what the committee is competent for
     * @param party the authority
     * @param attestationKey the key it must answer with
     * @param weight its share of the vote
     */
    public Seat(Aspect aspect, Party party, PublicKey attestationKey, int weight) {
        this.aspect = Objects.requireNonNull(aspect, "aspect");
        this.party = Objects.requireNonNull(party, "party");
        this.attestationKey = Objects.requireNonNull(attestationKey, "attestationKey");
        this.weight = weight;
    }

    static Seat of(Aspect aspect, CommitteeMember member) {
        return new Seat(aspect, member.getParty(), member.getAttestationKey(), member.getWeight());
    }

    /** What the committee is competent for. */
    public Aspect getAspect() {
        return aspect;
    }

    /** The authority. */
    public Party getParty() {
        return party;
    }

    /** The key it must answer with. */
    public PublicKey getAttestationKey() {
        return attestationKey;
    }

    /** Its share of the vote. */
    public int getWeight() {
        return weight;
    }
}
