package org.countersign.contracts.identity;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.contracts.BelongsToContract;
import net.corda.core.contracts.LinearState;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.Party;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.contracts.SelfCertifyingId;

/**
 * Which of a provider's credentials are withdrawn. A credential names its list and its place in it; the list names
 * nobody. It stands on the ledger so that every authority sees the same one, and sees that only its provider changed
 * it.
 */
@BelongsToContract(CredentialStatusListContract.class)
public final class CredentialStatusListState implements LinearState {
    private final UniqueIdentifier linearId;
    private final Party provider;
    private final int number;
    private final int size;
    private final OpaqueBytes statuses;
    private final int version;

    /**
     * Creates a state as it stands on the ledger. To open a list use {@link #opened}.
     *
     * @param linearId the self-certifying identifier
     * @param provider whose credentials these are
     * @param number which of the provider's lists, from 1
     * @param size how many credentials it has room for
     * @param statuses the list in its compressed form, see {@link CredentialStatuses}
     * @param version 1 for the list as it was opened, one more with every change
     */
    public CredentialStatusListState(
            UniqueIdentifier linearId, Party provider, int number, int size, OpaqueBytes statuses, int version) {
        this.linearId = Objects.requireNonNull(linearId, "linearId");
        this.provider = Objects.requireNonNull(provider, "provider");
        this.number = number;
        this.size = size;
        this.statuses = Objects.requireNonNull(statuses, "statuses");
        this.version = version;
    }

    /**
     * A new list in which nothing is withdrawn.
     *
     * @param provider whose credentials it is for
     * @param number which of the provider's lists, from 1
     * @param size how many credentials it has room for
     * @return the state at version 1
     */
    public static CredentialStatusListState opened(Party provider, int number, int size) {
        return new CredentialStatusListState(
                foundingId(provider, number, size),
                provider,
                number,
                size,
                new OpaqueBytes(CredentialStatuses.allValid(size).compressed()),
                1);
    }

    /**
     * The identifier of a list.
     *
     * @param provider whose credentials it is for
     * @param number which of the provider's lists
     * @param size how many credentials it has room for
     * @return the identifier that the contract demands
     */
    public static UniqueIdentifier foundingId(Party provider, int number, int size) {
        return new SelfCertifyingId("org.countersign.credential-status-list")
                .with(provider)
                .with(number)
                .with(size)
                .build();
    }

    /**
     * The next version of the list.
     *
     * @param changed the statuses from then on
     * @return the state
     */
    public CredentialStatusListState changed(CredentialStatuses changed) {
        return new CredentialStatusListState(
                linearId, provider, number, size, new OpaqueBytes(changed.compressed()), Math.addExact(version, 1));
    }

    /**
     * The statuses unpacked.
     *
     * @return the statuses
     * @throws IllegalArgumentException if the bytes are no list of this size, which the contract excludes
     */
    public CredentialStatuses read() {
        return CredentialStatuses.read(statuses.getBytes(), size);
    }

    @Override
    public UniqueIdentifier getLinearId() {
        return linearId;
    }

    /** Whose credentials these are. */
    public Party getProvider() {
        return provider;
    }

    /** Which of the provider's lists, from 1. */
    public int getNumber() {
        return number;
    }

    /** How many credentials it has room for. */
    public int getSize() {
        return size;
    }

    /** The list in its compressed form. */
    public OpaqueBytes getStatuses() {
        return statuses;
    }

    /** 1 for the list as it was opened, one more with every change. */
    public int getVersion() {
        return version;
    }

    @Override
    public List<AbstractParty> getParticipants() {
        return Collections.singletonList(provider);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof CredentialStatusListState)) {
            return false;
        }
        CredentialStatusListState that = (CredentialStatusListState) other;
        return SelfCertifyingId.same(linearId, that.linearId)
                && provider.equals(that.provider)
                && provider.getName().equals(that.provider.getName())
                && number == that.number
                && size == that.size
                && statuses.equals(that.statuses)
                && version == that.version;
    }

    @Override
    public int hashCode() {
        return Objects.hash(linearId, version);
    }

    @Override
    public String toString() {
        return "Status list " + number + " of " + provider.getName().getOrganisation() + ", version " + version;
    }
}
