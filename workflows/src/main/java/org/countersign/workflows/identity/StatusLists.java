package org.countersign.workflows.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.node.services.Vault;
import net.corda.core.node.services.vault.PageSpecification;
import net.corda.core.node.services.vault.QueryCriteria;
import org.countersign.contracts.identity.CredentialStatusListState;

/** Finds status lists in this node's vault, where they are as far as their providers have published them. */
public final class StatusLists {
    private static final int PAGE_SIZE = 200;
    /** Beyond that a free place is not found at random any more. */
    private static final int FULL_PERCENT = 75;

    private StatusLists() {}

    /**
     * A status list by its identifier.
     *
     * @param services the node's services
     * @param digest the list's digest, as credentials name it
     * @return its latest version that is known here
     */
    public static Optional<StateAndRef<CredentialStatusListState>> find(ServiceHub services, String digest) {
        return all(services).stream()
                .filter(list -> digest(list.getState().getData()).equals(digest))
                .max(Comparator.comparingInt(list -> list.getState().getData().getVersion()));
    }

    /**
     * The list of a provider in which it puts what it issues now.
     *
     * @param services the node's services
     * @param provider whose lists
     * @return the one with the highest number that is known here
     */
    public static Optional<StateAndRef<CredentialStatusListState>> newest(ServiceHub services, Party provider) {
        return all(services).stream()
                .filter(list -> list.getState().getData().getProvider().equals(provider))
                .max(Comparator.comparingInt(list -> list.getState().getData().getNumber()));
    }

    /** Whether a list has no room any more. */
    static boolean isFull(CredentialStatusListState list, Set<Integer> taken) {
        return taken.size() >= (long) list.getSize() * FULL_PERCENT / 100;
    }

    /** A free place at random, so that neighbours in a list have nothing to do with each other. */
    static int place(CredentialStatusListState list, Set<Integer> taken, Random random) {
        int place = random.nextInt(list.getSize());
        while (taken.contains(place)) {
            place = random.nextInt(list.getSize());
        }
        return place;
    }

    /** The digest by which credentials name a list. */
    static String digest(CredentialStatusListState list) {
        return list.getLinearId().getExternalId();
    }

    private static List<StateAndRef<CredentialStatusListState>> all(ServiceHub services) {
        QueryCriteria criteria = new QueryCriteria.VaultQueryCriteria(
                Vault.StateStatus.UNCONSUMED, Collections.singleton(CredentialStatusListState.class));
        List<StateAndRef<CredentialStatusListState>> lists = new ArrayList<>();
        Vault.Page<CredentialStatusListState> page;
        int number = 1;
        do {
            page = services.getVaultService()
                    .queryBy(CredentialStatusListState.class, criteria, new PageSpecification(number++, PAGE_SIZE));
            lists.addAll(page.getStates());
        } while (lists.size() < page.getTotalStatesAvailable()
                && !page.getStates().isEmpty());
        return lists;
    }
}
