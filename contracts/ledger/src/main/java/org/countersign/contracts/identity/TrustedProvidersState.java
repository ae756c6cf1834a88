package org.countersign.contracts.identity;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.contracts.BelongsToContract;
import net.corda.core.contracts.LinearState;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.AnonymousParty;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.governance.CommitteeState;

/**
 * Which providers are accepted for which kinds of claims, by decision of a committee for IDENTITY. It is policy of the
 * committee's segment, not of one authority, so that a holder need not ask each whose credentials it takes.
 */
@BelongsToContract(TrustedProvidersContract.class)
public final class TrustedProvidersState implements LinearState {
    private final UniqueIdentifier linearId;
    private final UniqueIdentifier committee;
    private final PublicKey quorum;
    private final List<AcceptedProvider> providers;
    private final int version;

    /**
     * Creates a state as it stands on the ledger. To establish a list use {@link #established}.
     *
     * @param linearId the self-certifying identifier
     * @param committee the identifier of the committee that decides
     * @param quorum the committee's composite key when it decided
     * @param providers who is accepted for what; may be empty
     * @param version 1 for the first list, one more with every change
     */
    public TrustedProvidersState(
            UniqueIdentifier linearId,
            UniqueIdentifier committee,
            PublicKey quorum,
            List<AcceptedProvider> providers,
            int version) {
        this.linearId = Objects.requireNonNull(linearId, "linearId");
        this.committee = Objects.requireNonNull(committee, "committee");
        this.quorum = Objects.requireNonNull(quorum, "quorum");
        this.providers = Collections.unmodifiableList(new ArrayList<>(providers));
        this.version = version;
    }

    /**
     * The first list of a committee.
     *
     * @param committee the committee that decides
     * @param providers who is accepted for what
     * @return the state at version 1
     */
    public static TrustedProvidersState established(CommitteeState committee, List<AcceptedProvider> providers) {
        UniqueIdentifier decides = committee.getLinearId();
        return new TrustedProvidersState(foundingId(decides), decides, committee.attestationKey(), providers, 1);
    }

    /**
     * The identifier of a committee's list.
     *
     * @param committee the committee's identifier
     * @return the identifier that the contract demands; a committee has one list
     */
    public static UniqueIdentifier foundingId(UniqueIdentifier committee) {
        return new SelfCertifyingId("org.countersign.trusted-providers")
                .with(committee.getExternalId())
                .build();
    }

    /**
     * The next version of the list.
     *
     * @param decides the committee as it is now
     * @param accepted who is accepted from then on
     * @return the state
     */
    public TrustedProvidersState amended(CommitteeState decides, List<AcceptedProvider> accepted) {
        return new TrustedProvidersState(
                linearId, committee, decides.attestationKey(), accepted, Math.addExact(version, 1));
    }

    @Override
    public UniqueIdentifier getLinearId() {
        return linearId;
    }

    /** The identifier of the committee that decides. */
    public UniqueIdentifier getCommittee() {
        return committee;
    }

    /** The committee's composite key when it decided. */
    public PublicKey getQuorum() {
        return quorum;
    }

    /** Who is accepted for what. */
    public List<AcceptedProvider> getProviders() {
        return providers;
    }

    /** 1 for the first list, one more with every change. */
    public int getVersion() {
        return version;
    }

    /** The committee: without a participant anybody could move the list to another notary. */
    @Override
    public List<AbstractParty> getParticipants() {
        return Collections.singletonList(new AnonymousParty(quorum));
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof TrustedProvidersState)) {
            return false;
        }
        TrustedProvidersState that = (TrustedProvidersState) other;
        return SelfCertifyingId.same(linearId, that.linearId)
                && SelfCertifyingId.same(committee, that.committee)
                && quorum.equals(that.quorum)
                && providers.equals(that.providers)
                && version == that.version;
    }

    @Override
    public int hashCode() {
        return Objects.hash(linearId, version);
    }

    @Override
    public String toString() {
        return "Accepted providers, version " + version + ": " + providers;
    }
}
