package org.countersign.workflows.segment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowExternalAsyncOperation;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.validation.ConsultationService;

/**
 * Asks the members of the deciding committees, all at once, whether their operators have taken a decision. It ends when
 * a quorum of each committee has, when all have answered, or late.
 *
 * <p>It is asked before anybody votes: a vote that a registrar has given it cannot take back while the transaction's
 * time-window is open, and would keep the next operator from carrying the same decision out.
 */
final class DecisionPoll implements FlowExternalAsyncOperation<DecisionPoll.Result> {
    private final ConsultationService consultation;
    private final Duration patience;
    private final Party self;
    private final SecureHash decision;
    private final List<CommitteeState> deciders;

    DecisionPoll(ServiceHub services, Party self, SecureHash decision, List<CommitteeState> deciders) {
        this.consultation = services.cordaService(ConsultationService.class);
        this.patience = WorkflowSettings.of(services).attestationTimeout();
        this.self = self;
        this.decision = decision;
        this.deciders = new ArrayList<>(deciders);
    }

    @Override
    public CompletableFuture<Result> execute(String deduplicationId) {
        Count count = new Count();
        Set<Party> others = parties();
        others.remove(self);
        count.open.addAll(others);
        count.taken.add(self);
        count.settle(false);
        for (Party other : others) {
            consultation
                    .start(new AskDecisionFlow(other, decision))
                    .whenComplete((taken, failure) -> count.hear(other, failure == null && taken));
        }
        consultation.later(patience, () -> count.settle(true));
        return count.result;
    }

    private Set<Party> parties() {
        Set<Party> parties = new LinkedHashSet<>();
        for (CommitteeState committee : deciders) {
            committee.getTerms().getMembers().forEach(member -> parties.add(member.getParty()));
        }
        return parties;
    }

    private boolean isQuorate(Set<Party> taken) {
        for (CommitteeState committee : deciders) {
            int weight = committee.getTerms().getMembers().stream()
                    .filter(member -> taken.contains(member.getParty()))
                    .mapToInt(CommitteeMember::getWeight)
                    .sum();
            if (weight < committee.getTerms().getThreshold()) {
                return false;
            }
        }
        return true;
    }

    /** Counts answers on whichever thread they come. */
    private final class Count {
        private final CompletableFuture<Result> result = new CompletableFuture<>();
        private final Set<Party> taken = new LinkedHashSet<>();
        private final Set<Party> open = new LinkedHashSet<>();
        private final Set<Party> answered = new LinkedHashSet<>();

        synchronized void hear(Party party, boolean hasTaken) {
            answered.add(party);
            if (hasTaken) {
                taken.add(party);
            }
            settle(false);
        }

        synchronized void settle(boolean timeIsUp) {
            boolean quorate = isQuorate(taken);
            if (quorate || timeIsUp || answered.containsAll(open)) {
                Set<Party> without = new LinkedHashSet<>(open);
                without.removeAll(taken);
                result.complete(new Result(quorate, names(taken), names(without)));
            }
        }

        private List<CordaX500Name> names(Set<Party> parties) {
            return parties.stream().map(Party::getName).collect(Collectors.toList());
        }
    }

    /** How a poll ended. */
    static final class Result {
        private final boolean quorate;
        private final List<CordaX500Name> taken;
        private final List<CordaX500Name> open;

        private Result(boolean quorate, List<CordaX500Name> taken, List<CordaX500Name> open) {
            this.quorate = quorate;
            this.taken = Collections.unmodifiableList(new ArrayList<>(taken));
            this.open = Collections.unmodifiableList(new ArrayList<>(open));
        }

        /** Whether a quorum of every committee has taken the decision. */
        boolean isQuorate() {
            return quorate;
        }

        /** Who has taken it. */
        List<CordaX500Name> getTaken() {
            return taken;
        }

        /** Who has not, or has not answered. */
        List<CordaX500Name> getOpen() {
            return open;
        }
    }
}
