package org.countersign.contracts.governance;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.corda.core.contracts.BelongsToContract;
import net.corda.core.contracts.LinearState;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.CompositeKey;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.Party;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.validation.Aspect;

/**
 * A committee of authorities that is competent for one aspect.
 *
 * <p>Its {@link #attestationKey()} is the required signer of the attestations that it gives, which makes Corda enforce
 * the quorum in every node and in the notary. Its identifier is a digest of its founding facts, so that a look-alike
 * founded by others has another one. Each change of its terms is a new epoch; the transactions that follow must
 * reference it.
 */
@BelongsToContract(CommitteeContract.class)
public final class CommitteeState implements LinearState {
    private final UniqueIdentifier linearId;
    private final String name;
    private final Aspect aspect;
    private final CommitteeTerms terms;
    private final int epoch;

    /**
     * Creates a state as it stands on the ledger. To found a committee use {@link #founded}.
     *
     * @param linearId the self-certifying identifier
     * @param name what people call it, for example {@code uk-identity}
     * @param aspect what it is competent for
     * @param terms its seats, threshold and so on
     * @param epoch 1 for the founding state, one more with every change
     */
    public CommitteeState(UniqueIdentifier linearId, String name, Aspect aspect, CommitteeTerms terms, int epoch) {
        this.linearId = Objects.requireNonNull(linearId, "linearId");
        this.name = Objects.requireNonNull(name, "name");
        this.aspect = Objects.requireNonNull(aspect, "aspect");
        this.terms = Objects.requireNonNull(terms, "terms");
        this.epoch = epoch;
    }

    /**
     * The first state of a new committee, with the identifier that its facts give it.
     *
     * @param name what people call it
     * @param aspect what it is competent for
     * @param terms its founding terms
     * @return the state at epoch 1
     */
    public static CommitteeState founded(String name, Aspect aspect, CommitteeTerms terms) {
        return new CommitteeState(foundingId(name, aspect, terms), name, aspect, terms, 1);
    }

    /**
     * The identifier of a committee founded with these facts. The members' keys are fresh for each committee, so two
     * committees of the same authorities differ without further salt.
     */
    static UniqueIdentifier foundingId(String name, Aspect aspect, CommitteeTerms terms) {
        SelfCertifyingId id = new SelfCertifyingId("org.countersign.committee")
                .with(name)
                .with(aspect.name())
                .with(terms.getSegment())
                .with(terms.getThreshold())
                .with(terms.getAttestationValidity().toString())
                .with(terms.getMembers().size());
        for (CommitteeMember member : terms.getMembers()) {
            id.with(member.getParty()).with(member.getAttestationKey()).with(member.getWeight());
        }
        id.with(terms.getObservers().size());
        for (Party observer : terms.getObservers()) {
            id.with(observer);
        }
        return id.build();
    }

    /**
     * The state of the next epoch.
     *
     * @param newTerms the terms from then on
     * @return a state with the same identity, one epoch later
     */
    public CommitteeState reformed(CommitteeTerms newTerms) {
        return new CommitteeState(linearId, name, aspect, newTerms, Math.addExact(epoch, 1));
    }

    /**
     * The key that attests: a flat composite of the members' attestation keys with their weights and the threshold.
     *
     * @return a composite key; {@link CompositeKey} itself refuses doubled keys and unreachable thresholds
     */
    public PublicKey attestationKey() {
        CompositeKey.Builder builder = new CompositeKey.Builder();
        for (CommitteeMember member : terms.getMembers()) {
            builder.addKey(member.getAttestationKey(), member.getWeight());
        }
        return builder.build(terms.getThreshold());
    }

    /**
     * The seat of an authority.
     *
     * @param party the authority's legal identity
     * @return its seat, or nothing if it has none here
     */
    public Optional<CommitteeMember> seatOf(Party party) {
        return terms.getMembers().stream()
                .filter(member -> member.getParty().equals(party))
                .findFirst();
    }

    @Override
    public UniqueIdentifier getLinearId() {
        return linearId;
    }

    /** What people call it. */
    public String getName() {
        return name;
    }

    /** What it is competent for. */
    public Aspect getAspect() {
        return aspect;
    }

    /** Seats, threshold, validity of attestations, observers. */
    public CommitteeTerms getTerms() {
        return terms;
    }

    /** 1 for the founding state, one more with every change. */
    public int getEpoch() {
        return epoch;
    }

    @Override
    public List<AbstractParty> getParticipants() {
        List<AbstractParty> participants = new ArrayList<>();
        terms.getMembers().forEach(member -> participants.add(member.getParty()));
        return Collections.unmodifiableList(participants);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof CommitteeState)) {
            return false;
        }
        CommitteeState that = (CommitteeState) other;
        return SelfCertifyingId.same(linearId, that.linearId)
                && name.equals(that.name)
                && aspect == that.aspect
                && terms.equals(that.terms)
                && epoch == that.epoch;
    }

    @Override
    public int hashCode() {
        return Objects.hash(linearId, name, aspect, terms, epoch);
    }

    @Override
    public String toString() {
        return "committee " + name + " for " + aspect + ", epoch " + epoch + ", " + terms;
    }
}
