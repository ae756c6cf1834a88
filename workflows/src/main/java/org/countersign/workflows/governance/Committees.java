package org.countersign.workflows.governance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.flows.FlowException;
import net.corda.core.node.ServiceHub;
import net.corda.core.node.services.Vault;
import net.corda.core.node.services.vault.PageSpecification;
import net.corda.core.node.services.vault.QueryCriteria;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.workflows.WorkflowException;

/** Finds committees in this node's vault. Committees are public to members and recorded by all. */
public final class Committees {
    private static final int PAGE_SIZE = 200;

    private Committees() {}

    /**
     * All current committees that this node knows.
     *
     * @param services the node's services
     * @return the unconsumed committees
     */
    public static List<StateAndRef<CommitteeState>> all(ServiceHub services) {
        return query(
                services,
                new QueryCriteria.VaultQueryCriteria(
                        Vault.StateStatus.UNCONSUMED, Collections.singleton(CommitteeState.class)));
    }

    /**
     * The current state of a committee.
     *
     * @param services the node's services
     * @param id its self-certifying identifier
     * @return the unconsumed state
     * @throws FlowException if this node does not know the committee
     */
    public static StateAndRef<CommitteeState> current(ServiceHub services, UniqueIdentifier id) throws FlowException {
        QueryCriteria criteria = new QueryCriteria.LinearStateQueryCriteria(
                null,
                Collections.singletonList(id),
                Vault.StateStatus.UNCONSUMED,
                Collections.singleton(CommitteeState.class));
        for (StateAndRef<CommitteeState> found : query(services, criteria)) {
            if (SelfCertifyingId.same(found.getState().getData().getLinearId(), id)) {
                return found;
            }
        }
        throw new WorkflowException(
                "This node does not know the committee " + id.getId() + ".",
                "Ask a member of the committee or a registrar of the security for the current definition.");
    }

    /**
     * The current committees of a name.
     *
     * @param services the node's services
     * @param name what people call the committee
     * @return those of that name that this node knows
     */
    public static List<StateAndRef<CommitteeState>> named(ServiceHub services, String name) {
        List<StateAndRef<CommitteeState>> named = new ArrayList<>();
        for (StateAndRef<CommitteeState> committee : all(services)) {
            if (committee.getState().getData().getName().equals(name)) {
                named.add(committee);
            }
        }
        return named;
    }

    private static List<StateAndRef<CommitteeState>> query(ServiceHub services, QueryCriteria criteria) {
        return services.getVaultService()
                .queryBy(CommitteeState.class, criteria, new PageSpecification(1, PAGE_SIZE))
                .getStates();
    }
}
