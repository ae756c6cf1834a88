package org.countersign.workflows.identity;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.node.services.Vault;
import net.corda.core.node.services.vault.PageSpecification;
import net.corda.core.node.services.vault.QueryCriteria;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.identity.AcceptedProvider;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.contracts.identity.TrustedProvidersState;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.governance.Committees;

/**
 * Says which providers are accepted, by the lists that committees for IDENTITY have put on the ledger. A list counts if
 * its committee counts here, for securities of the committee's segment.
 */
public final class TrustedProviders {
    private static final int PAGE_SIZE = 200;

    private final List<AcceptedProvider> accepted;

    private TrustedProviders(List<AcceptedProvider> accepted) {
        this.accepted = accepted;
    }

    /**
     * The providers that are accepted for the securities of a segment.
     *
     * @param services the node's services
     * @param segment the segment
     * @return those accepted by its committees and by those of the whole network
     */
    public static TrustedProviders of(ServiceHub services, String segment) {
        List<AcceptedProvider> accepted = new ArrayList<>();
        List<StateAndRef<TrustedProvidersState>> lists = all(services);
        for (StateAndRef<CommitteeState> found : Committees.all(services)) {
            CommitteeState committee = found.getState().getData();
            if (committee.getAspect() == Aspect.IDENTITY
                    && Segment.isCompetent(committee.getTerms().getSegment(), segment)) {
                latest(lists, committee.getLinearId())
                        .ifPresent(list ->
                                accepted.addAll(list.getState().getData().getProviders()));
            }
        }
        return new TrustedProviders(accepted);
    }

    /**
     * Providers from elsewhere than this node's vault.
     *
     * @param accepted who is accepted for what
     * @return them
     */
    public static TrustedProviders of(List<AcceptedProvider> accepted) {
        return new TrustedProviders(new ArrayList<>(accepted));
    }

    /**
     * The current list of a committee.
     *
     * @param services the node's services
     * @param committee the committee's identifier
     * @return its latest version that is known here
     */
    public static Optional<StateAndRef<TrustedProvidersState>> list(ServiceHub services, UniqueIdentifier committee) {
        return latest(all(services), committee);
    }

    private static Optional<StateAndRef<TrustedProvidersState>> latest(
            List<StateAndRef<TrustedProvidersState>> lists, UniqueIdentifier committee) {
        return lists.stream()
                .filter(list -> SelfCertifyingId.same(list.getState().getData().getCommittee(), committee))
                .max(Comparator.comparingInt(list -> list.getState().getData().getVersion()));
    }

    /**
     * Whether the word of a key is taken.
     *
     * @param issuer the key that has signed a credential
     * @param kind what the credential is about
     * @return whether it is an accepted provider's
     */
    public boolean accept(PublicKey issuer, ClaimKind kind) {
        return accepted.stream()
                .anyMatch(provider -> provider.getProvider().getOwningKey().equals(issuer)
                        && provider.getKinds().contains(kind));
    }

    /**
     * The provider of a key.
     *
     * @param issuer the key that has signed a credential
     * @return the provider, if it is accepted for anything
     */
    public Optional<Party> named(PublicKey issuer) {
        return accepted.stream()
                .map(AcceptedProvider::getProvider)
                .filter(provider -> provider.getOwningKey().equals(issuer))
                .findFirst();
    }

    private static List<StateAndRef<TrustedProvidersState>> all(ServiceHub services) {
        QueryCriteria criteria = new QueryCriteria.VaultQueryCriteria(
                Vault.StateStatus.UNCONSUMED, Collections.singleton(TrustedProvidersState.class));
        List<StateAndRef<TrustedProvidersState>> lists = new ArrayList<>();
        Vault.Page<TrustedProvidersState> page;
        int number = 1;
        do {
            page = services.getVaultService()
                    .queryBy(TrustedProvidersState.class, criteria, new PageSpecification(number++, PAGE_SIZE));
            lists.addAll(page.getStates());
        } while (lists.size() < page.getTotalStatesAvailable()
                && !page.getStates().isEmpty());
        return lists;
    }
}
