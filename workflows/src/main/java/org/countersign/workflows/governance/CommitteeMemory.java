package org.countersign.workflows.governance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TransactionResolutionException;
import net.corda.core.node.AppServiceHub;
import net.corda.core.node.services.CordaService;
import net.corda.core.node.services.Vault;
import net.corda.core.serialization.SingletonSerializeAsToken;
import org.countersign.contracts.governance.CommitteeState;

/**
 * Keeps committees in memory. They are asked for several times in every transaction and change once in a while, and the
 * platform reads a transaction anew from its bytes whenever one of its states is asked for.
 *
 * <p>What a reference stands for never changes, so that is kept as long as there is room. Which committees are current
 * is forgotten when one changes, and not kept again until the database transaction in which it changed is over for
 * sure, for others do not see it before, and it may come to nothing.
 */
@CordaService
public final class CommitteeMemory extends SingletonSerializeAsToken {
    private static final int MOST = 1_000;
    /** No database transaction of a node takes as long. */
    private static final Duration SETTLING = Duration.ofSeconds(30);

    private final AppServiceHub services;
    private final Map<StateRef, CommitteeState> byReference =
            Collections.synchronizedMap(new LinkedHashMap<StateRef, CommitteeState>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<StateRef, CommitteeState> eldest) {
                    return size() > MOST;
                }
            });
    private final AtomicLong changes = new AtomicLong();
    private volatile long changedAt = System.nanoTime();
    private volatile List<StateAndRef<CommitteeState>> unconsumed;

    /**
     * Created by the node.
     *
     * @param services the node's services
     */
    public CommitteeMemory(AppServiceHub services) {
        this.services = services;
        services.getVaultService().getRawUpdates().subscribe(this::follow);
    }

    private void follow(Vault.Update<ContractState> update) {
        // The vault takes in what a transaction references as well.
        boolean concerned = Stream.of(update.getConsumed(), update.getProduced(), update.getReferences())
                .flatMap(Set::stream)
                .anyMatch(state -> state.getState().getData() instanceof CommitteeState);
        if (concerned) {
            changedAt = System.nanoTime();
            changes.incrementAndGet();
            unconsumed = null;
        }
    }

    /**
     * The committee that a reference stands for.
     *
     * @param ref an output of a transaction that this node has
     * @return the committee
     * @throws TransactionResolutionException if this node does not have the transaction
     * @throws ClassCastException if it is no committee
     */
    CommitteeState at(StateRef ref) throws TransactionResolutionException {
        CommitteeState known = byReference.get(ref);
        if (known == null) {
            known = (CommitteeState) services.loadState(ref).getData();
            byReference.put(ref, known);
        }
        return known;
    }

    /**
     * The unconsumed committees of the vault.
     *
     * @param query asks the vault for them
     * @return what the vault says, or has said since the last change
     */
    List<StateAndRef<CommitteeState>> unconsumed(Supplier<List<StateAndRef<CommitteeState>>> query) {
        List<StateAndRef<CommitteeState>> known = unconsumed;
        if (known != null) {
            return known;
        }
        long before = changes.get();
        boolean settled = System.nanoTime() - changedAt > SETTLING.toNanos();
        List<StateAndRef<CommitteeState>> found = Collections.unmodifiableList(new ArrayList<>(query.get()));
        if (settled) {
            unconsumed = found;
            // A change that came meanwhile has found nothing to forget.
            if (changes.get() != before) {
                unconsumed = null;
            }
        }
        return found;
    }
}
