package org.countersign.workflows.control;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.node.ServiceHub;
import net.corda.core.node.services.Vault;
import net.corda.core.node.services.vault.PageSpecification;
import net.corda.core.node.services.vault.QueryCriteria;
import org.countersign.contracts.control.HoldingFreezeState;

/** The freezes of holdings that stand and that this node knows: all of its securities at a registrar or observer. */
public final class StandingFreezes {
    private static final int PAGE_SIZE = 200;

    private final List<StateAndRef<HoldingFreezeState>> standing = new ArrayList<>();

    private StandingFreezes() {}

    /**
     * Reads the freezes from this node's vault.
     *
     * @param services the node's services
     * @return those that stand
     */
    public static StandingFreezes of(ServiceHub services) {
        StandingFreezes freezes = new StandingFreezes();
        QueryCriteria criteria = new QueryCriteria.VaultQueryCriteria(
                Vault.StateStatus.UNCONSUMED, Collections.singleton(HoldingFreezeState.class));
        Vault.Page<HoldingFreezeState> page;
        int number = 1;
        do {
            page = services.getVaultService()
                    .queryBy(HoldingFreezeState.class, criteria, new PageSpecification(number++, PAGE_SIZE));
            freezes.standing.addAll(page.getStates());
        } while (freezes.standing.size() < page.getTotalStatesAvailable()
                && !page.getStates().isEmpty());
        return freezes;
    }

    /** All of them. */
    public List<StateAndRef<HoldingFreezeState>> all() {
        return Collections.unmodifiableList(standing);
    }

    /**
     * Those of one holding.
     *
     * @param security the identifier of the security
     * @param holder the key of the holder
     * @return the freezes; empty if the holding is free
     */
    public List<HoldingFreezeState> of(UniqueIdentifier security, PublicKey holder) {
        return standing.stream()
                .map(freeze -> freeze.getState().getData())
                .filter(freeze -> freeze.concerns(security, holder))
                .collect(Collectors.toList());
    }

    /**
     * The freeze that says that a key is lost.
     *
     * @param security the identifier of the security
     * @param key the key
     * @return the freeze, or nothing if the key is not frozen as lost
     */
    public Optional<StateAndRef<HoldingFreezeState>> ofLostKey(UniqueIdentifier security, PublicKey key) {
        return standing.stream()
                .filter(freeze -> freeze.getState().getData().marksLostKey()
                        && freeze.getState().getData().concerns(security, key))
                .findFirst();
    }

    /**
     * A freeze by its identifier.
     *
     * @param id the identifier
     * @return the freeze, or nothing if none of this identifier stands
     */
    public Optional<StateAndRef<HoldingFreezeState>> byId(UniqueIdentifier id) {
        return standing.stream()
                .filter(freeze -> freeze.getState().getData().getLinearId().equals(id))
                .findFirst();
    }
}
