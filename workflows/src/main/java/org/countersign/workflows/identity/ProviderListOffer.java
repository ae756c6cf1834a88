package org.countersign.workflows.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.identity.AcceptedProvider;
import org.countersign.contracts.identity.ClaimKind;

/**
 * A list of providers as it is proposed to a committee. It names the epoch that decides and the list that it replaces
 * by reference, so that what was agreed upon one is not carried out upon another.
 */
@CordaSerializable
public final class ProviderListOffer {
    private final StateRef committee;
    private final StateRef replaced;
    private final List<AcceptedProvider> providers;

    /**
     * Creates an offer.
     *
     * @param committee the epoch of the committee that decides
     * @param replaced the list that is replaced, or null for the first one
     * @param providers who is to be accepted for what
     */
    public ProviderListOffer(StateRef committee, StateRef replaced, List<AcceptedProvider> providers) {
        this.committee = Objects.requireNonNull(committee, "committee");
        this.replaced = replaced;
        this.providers = Collections.unmodifiableList(new ArrayList<>(providers));
    }

    /** The epoch of the committee that decides. */
    public StateRef getCommittee() {
        return committee;
    }

    /** The list that is replaced, or null for the first one. */
    public StateRef getReplaced() {
        return replaced;
    }

    /** Who is to be accepted for what. */
    public List<AcceptedProvider> getProviders() {
        return providers;
    }

    /** The digest of all that is offered; two operators that affirm the same offer affirm the same digest. */
    SecureHash digest() {
        SelfCertifyingId parts = new SelfCertifyingId("org.countersign.provider-list")
                .with(committee.toString())
                .with(replaced == null ? null : replaced.toString())
                .with(providers.size());
        for (AcceptedProvider accepted : providers) {
            parts.with(accepted.getProvider()).with(accepted.getKinds().size());
            for (ClaimKind kind : accepted.getKinds()) {
                parts.with(kind.name());
            }
        }
        return parts.digest();
    }
}
