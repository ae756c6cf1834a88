package org.countersign.workflows.governance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TransactionResolutionException;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.node.services.Vault;
import net.corda.core.node.services.vault.PageSpecification;
import net.corda.core.node.services.vault.QueryCriteria;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.workflows.WellKnown;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.WorkflowSettings;

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
        List<StateAndRef<CommitteeState>> trusted = new ArrayList<>();
        for (StateAndRef<CommitteeState> found :
                services.cordaService(CommitteeMemory.class).unconsumed(() -> query(services))) {
            if (isTrusted(services, found.getState().getData())) {
                trusted.add(found);
            }
        }
        return latest(trusted);
    }

    /**
     * The committee that a reference stands for, current or not.
     *
     * @param services the node's services
     * @param ref an output of a transaction that this node has, for example what an {@code Attest} command names
     * @return the committee
     * @throws TransactionResolutionException if this node does not have the transaction
     * @throws ClassCastException if it is no committee
     */
    public static CommitteeState at(ServiceHub services, StateRef ref) throws TransactionResolutionException {
        return services.cordaService(CommitteeMemory.class).at(ref);
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
        for (StateAndRef<CommitteeState> found : all(services)) {
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

    /**
     * The one current committee of a name.
     *
     * @param services the node's services
     * @param name what people call the committee
     * @return its current epoch
     * @throws FlowException if this node knows none or several of that name
     */
    public static StateAndRef<CommitteeState> only(ServiceHub services, String name) throws FlowException {
        List<StateAndRef<CommitteeState>> named = named(services, name);
        if (named.size() != 1) {
            throw new WorkflowException(
                    "This node knows " + (named.isEmpty() ? "no committee" : named.size() + " committees") + " named '"
                            + name + "'.",
                    named.isEmpty()
                            ? "Name one of those that 'committee list' shows."
                            : "Found committees under names of their own.");
        }
        return named.get(0);
    }

    /**
     * Whether an institution may sit on committees, as far as this node's settings say.
     *
     * @param services the node's services
     * @param party any institution
     * @return true also where the settings name no authorities
     */
    public static boolean isAuthority(ServiceHub services, Party party) {
        Set<CordaX500Name> authorities = WorkflowSettings.of(services).authorities();
        return authorities == null || authorities.contains(party.getName());
    }

    /**
     * Whether a committee counts here: its members are what they are called and among the institutions that this node's
     * settings name as authorities.
     *
     * @param services the node's services
     * @param committee a committee from the ledger
     * @return true also where the settings name no authorities
     */
    public static boolean isTrusted(ServiceHub services, CommitteeState committee) {
        if (WorkflowSettings.of(services).authorities() == null) {
            return true;
        }
        for (CommitteeMember member : committee.getTerms().getMembers()) {
            Party party = member.getParty();
            if (!isAuthority(services, party) || !WellKnown.isTrulyNamed(services, party)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a member sits on a current committee that a policy names for one of some aspects.
     *
     * @param services the node's services
     * @param party the member
     * @param policy the validation policy of a security
     * @param aspects the aspects that count
     * @return whether it does
     * @throws FlowException if a committee of the policy is not known here
     */
    public static boolean hasSeat(ServiceHub services, Party party, ValidationPolicy policy, Set<Aspect> aspects)
            throws FlowException {
        for (AspectRequirement requirement : policy.getRequirements()) {
            if (aspects.contains(requirement.getAspect())
                    && current(services, requirement.getCommittee())
                            .getState()
                            .getData()
                            .seatOf(party)
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static List<StateAndRef<CommitteeState>> query(ServiceHub services) {
        QueryCriteria criteria = new QueryCriteria.VaultQueryCriteria(
                Vault.StateStatus.UNCONSUMED, Collections.singleton(CommitteeState.class));
        List<StateAndRef<CommitteeState>> committees = new ArrayList<>();
        Vault.Page<CommitteeState> page;
        int number = 1;
        do {
            page = services.getVaultService()
                    .queryBy(CommitteeState.class, criteria, new PageSpecification(number++, PAGE_SIZE));
            committees.addAll(page.getStates());
        } while (committees.size() < page.getTotalStatesAvailable()
                && !page.getStates().isEmpty());
        return committees;
    }

    // The vault takes in what a transaction references. An epoch that ended before this node first heard of it stands
    // there beside the current one for ever.
    private static List<StateAndRef<CommitteeState>> latest(List<StateAndRef<CommitteeState>> committees) {
        Map<String, StateAndRef<CommitteeState>> latest = new LinkedHashMap<>();
        for (StateAndRef<CommitteeState> committee : committees) {
            latest.merge(
                    committee.getState().getData().getLinearId().getExternalId(),
                    committee,
                    (one, other) -> epoch(one) >= epoch(other) ? one : other);
        }
        return new ArrayList<>(latest.values());
    }

    private static int epoch(StateAndRef<CommitteeState> committee) {
        return committee.getState().getData().getEpoch();
    }
}
