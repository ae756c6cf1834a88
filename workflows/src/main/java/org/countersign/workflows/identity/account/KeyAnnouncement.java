package org.countersign.workflows.identity.account;

import co.paralleluniverse.fibers.Suspendable;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowExternalAsyncOperation;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.identity.account.AccountSchema.Announced;
import org.countersign.workflows.validation.ConsultationService;

/**
 * Makes sure that those who judge a transaction know which custodian keeps a client's key, before they are asked. Each
 * is told once; who does not answer in time is told again with the next transaction.
 */
public final class KeyAnnouncement implements FlowExternalAsyncOperation<List<Party>> {
    private final ConsultationService consultation;
    private final PublicKey key;
    private final List<Party> members;
    private final Duration patience;

    private KeyAnnouncement(ServiceHub services, PublicKey key, Collection<Party> members) {
        this.consultation = services.cordaService(ConsultationService.class);
        this.key = key;
        this.members = new ArrayList<>(members);
        this.patience = WorkflowSettings.of(services).attestationTimeout().dividedBy(2);
    }

    /**
     * Tells the members of all committees that a policy names of a client's key. Does nothing for a key that is not a
     * client's of this node.
     *
     * @param flow the flow that needs it; suspended while those are told who have not been yet
     * @param key the key
     * @param policy the policy of the security that moves
     * @throws FlowException if a committee of the policy is not known here
     */
    @Suspendable
    public static void make(FlowLogic<?> flow, PublicKey key, ValidationPolicy policy) throws FlowException {
        ServiceHub services = flow.getServiceHub();
        if (new Accounts(services).of(key).isPresent()) {
            Set<Party> members = new LinkedHashSet<>();
            for (AspectRequirement requirement : policy.getRequirements()) {
                members.addAll(membersOf(services, requirement.getCommittee()));
            }
            tell(flow, key, members);
        }
    }

    /** Tells the members of all committees that this node knows. */
    @Suspendable
    static void toAll(FlowLogic<?> flow, PublicKey key) {
        Set<Party> members = new LinkedHashSet<>();
        for (StateAndRef<CommitteeState> committee : Committees.all(flow.getServiceHub())) {
            committee.getState().getData().getTerms().getMembers().forEach(member -> members.add(member.getParty()));
        }
        tell(flow, key, members);
    }

    private static List<Party> membersOf(ServiceHub services, UniqueIdentifier committee) throws FlowException {
        List<Party> members = new ArrayList<>();
        for (CommitteeMember member : Committees.current(services, committee)
                .getState()
                .getData()
                .getTerms()
                .getMembers()) {
            members.add(member.getParty());
        }
        return members;
    }

    @Suspendable
    private static void tell(FlowLogic<?> flow, PublicKey key, Set<Party> members) {
        ServiceHub services = flow.getServiceHub();
        List<Party> open = new ArrayList<>();
        for (Party member : members) {
            if (!member.equals(flow.getOurIdentity()) && !isTold(services, key, member)) {
                open.add(member);
            }
        }
        if (!open.isEmpty()) {
            List<Party> told = flow.await(new KeyAnnouncement(services, key, open));
            told.forEach(member -> enter(services, key, member));
        }
    }

    private static boolean isTold(ServiceHub services, PublicKey key, Party member) {
        return services.withEntityManager(database -> database.find(Announced.class, id(key, member)) != null);
    }

    private static void enter(ServiceHub services, PublicKey key, Party member) {
        services.withEntityManager(database -> {
            if (database.find(Announced.class, id(key, member)) == null) {
                database.persist(new Announced(
                        id(key, member), Accounts.digest(key), member.getName().toString()));
            }
            return null;
        });
    }

    private static String id(PublicKey key, Party member) {
        return SecureHash.sha256(Accounts.digest(key) + " " + Accounts.digest(member.getOwningKey()))
                .toString();
    }

    @Override
    public CompletableFuture<List<Party>> execute(String deduplicationId) {
        Count count = new Count();
        members.forEach(member -> consultation
                .start(new AnnounceKeyFlow(member, key))
                .whenComplete((taken, failure) -> count.hear(member, failure == null)));
        consultation.later(patience, count::close);
        return count.result;
    }

    /** Collects answers on whichever thread they come. */
    private final class Count {
        private final CompletableFuture<List<Party>> result = new CompletableFuture<>();
        private final List<Party> told = new ArrayList<>();
        private int open = members.size();

        synchronized void hear(Party member, boolean taken) {
            if (taken) {
                told.add(member);
            }
            if (--open == 0) {
                close();
            }
        }

        synchronized void close() {
            result.complete(new ArrayList<>(told));
        }
    }
}
