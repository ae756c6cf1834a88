package org.countersign.contracts.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.identity.Party;
import net.corda.core.serialization.CordaSerializable;

/**
 * A provider whose word is taken, and for which kinds of claims. Its credentials are signed with its identity's key.
 */
@CordaSerializable
public final class AcceptedProvider {
    private final Party provider;
    private final List<ClaimKind> kinds;

    /**
     * Creates the acceptance.
     *
     * @param provider the provider's legal identity
     * @param kinds what it is believed about; the contract refuses none and doubled ones
     */
    public AcceptedProvider(Party provider, List<ClaimKind> kinds) {
        this.provider = Objects.requireNonNull(provider, "provider");
        this.kinds = Collections.unmodifiableList(new ArrayList<>(kinds));
    }

    /** The provider's legal identity. */
    public Party getProvider() {
        return provider;
    }

    /** What it is believed about. */
    public List<ClaimKind> getKinds() {
        return kinds;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AcceptedProvider
                && provider.equals(((AcceptedProvider) other).provider)
                // Corda compares parties by key only.
                && provider.getName().equals(((AcceptedProvider) other).provider.getName())
                && kinds.equals(((AcceptedProvider) other).kinds);
    }

    @Override
    public int hashCode() {
        return Objects.hash(provider, kinds);
    }

    @Override
    public String toString() {
        return provider.getName().getOrganisation() + " for " + kinds;
    }
}
