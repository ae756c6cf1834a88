package org.countersign.workflows.governance;

import java.util.Objects;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.Party;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.SelfCertifyingId;

/**
 * The next epoch of a committee as it is proposed to those who have to agree.
 *
 * <p>It names the epoch that it ends by reference, so that what was agreed for one epoch is not carried out in another.
 * Keys are not part of it: each member chooses its own.
 */
@CordaSerializable
public final class ReformOffer {
    private final StateRef ending;
    private final CommitteeOffer terms;

    /**
     * Creates an offer.
     *
     * @param ending the epoch that is to end
     * @param terms the committee as it is to be; name, aspect and segment as before
     */
    public ReformOffer(StateRef ending, CommitteeOffer terms) {
        this.ending = Objects.requireNonNull(ending, "ending");
        this.terms = Objects.requireNonNull(terms, "terms");
    }

    /** The epoch that is to end. */
    public StateRef getEnding() {
        return ending;
    }

    /** The committee as it is to be. */
    public CommitteeOffer getTerms() {
        return terms;
    }

    /** The digest of all that is offered; two operators that affirm the same offer affirm the same digest. */
    SecureHash digest() {
        SelfCertifyingId parts = new SelfCertifyingId("org.countersign.reform")
                .with(ending.getTxhash())
                .with(ending.getIndex())
                .with(terms.getName())
                .with(terms.getAspect().name())
                .with(terms.getSegment())
                .with(terms.getThreshold())
                .with(terms.getAttestationValidity().toString())
                .with(terms.getSeats().size());
        for (SeatProposal seat : terms.getSeats()) {
            parts.with(seat.getParty()).with(seat.getWeight());
        }
        parts.with(terms.getObservers().size());
        for (Party observer : terms.getObservers()) {
            parts.with(observer);
        }
        return parts.digest();
    }

    /** Whether it offers a seat to a party, under the party's own name. */
    boolean seats(Party party) {
        return terms.getSeats().stream()
                .anyMatch(seat -> seat.getParty().equals(party)
                        && seat.getParty().getName().equals(party.getName()));
    }
}
