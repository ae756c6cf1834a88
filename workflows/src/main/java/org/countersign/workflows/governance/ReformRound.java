package org.countersign.workflows.governance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import net.corda.core.flows.FlowExternalAsyncOperation;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.validation.ConsultationService;
import org.countersign.workflows.validation.Refusal;

/**
 * Asks those whom a decision concerns, all at once and each in a conversation of its own, and ends as soon as all have
 * answered who are needed and a quorum of the ending epoch has, when that is no longer possible, or late.
 *
 * @param <T> what each is asked for
 */
public final class ReformRound<T> implements FlowExternalAsyncOperation<ReformRound.Replies<T>> {
    private final ConsultationService consultation;
    private final Duration patience;
    private final Map<Party, FlowLogic<T>> questions;
    private final Set<Party> needed;
    private final Map<Party, Integer> weights = new LinkedHashMap<>();
    private final int threshold;

    /**
     * Asks those who are all needed.
     *
     * @param services the node's services
     * @param questions the flow that asks each
     */
    public ReformRound(ServiceHub services, Map<Party, FlowLogic<T>> questions) {
        this(services, questions, questions.keySet(), null, 0);
    }

    /**
     * Asks those who are needed, and the others for their weight.
     *
     * @param services the node's services
     * @param questions the flow that asks each
     * @param needed who must answer
     * @param ending the epoch whose quorum is needed, or null
     * @param has the weight that it has already
     */
    public ReformRound(
            ServiceHub services,
            Map<Party, FlowLogic<T>> questions,
            Set<Party> needed,
            CommitteeState ending,
            int has) {
        this.consultation = services.cordaService(ConsultationService.class);
        this.patience = WorkflowSettings.of(services).agreementTimeout();
        this.questions = new LinkedHashMap<>(questions);
        this.needed = new LinkedHashSet<>(needed);
        if (ending != null) {
            for (CommitteeMember member : ending.getTerms().getMembers()) {
                weights.put(member.getParty(), member.getWeight());
            }
            this.threshold = ending.getTerms().getThreshold() - has;
        } else {
            this.threshold = 0;
        }
    }

    @Override
    public CompletableFuture<Replies<T>> execute(String deduplicationId) {
        Count count = new Count();
        count.settle(false);
        questions.forEach((party, question) ->
                consultation.start(question).whenComplete((answer, failure) -> count.hear(party, answer, failure)));
        consultation.later(patience, () -> count.settle(true));
        return count.result;
    }

    /** Counts answers on whichever thread they come. */
    private final class Count {
        private final CompletableFuture<Replies<T>> result = new CompletableFuture<>();
        private final Map<Party, T> answers = new LinkedHashMap<>();
        private final Map<Party, String> refusals = new LinkedHashMap<>();

        synchronized void hear(Party party, T answer, Throwable failure) {
            if (failure == null) {
                answers.put(party, answer);
            } else {
                refusals.put(party, Refusal.brokenOff(party.getName(), failure).getReason());
            }
            settle(false);
        }

        synchronized void settle(boolean timeIsUp) {
            boolean complete = answers.keySet().containsAll(needed) && weight(answers.keySet()) >= threshold;
            Set<Party> possible = new LinkedHashSet<>(questions.keySet());
            possible.removeAll(refusals.keySet());
            boolean hopeless = !possible.containsAll(needed) || weight(possible) < threshold;
            if (complete || hopeless || timeIsUp) {
                possible.removeAll(answers.keySet());
                // Who was cut off by the refusal of another has not failed to answer.
                Set<Party> silent = timeIsUp ? possible : Collections.<Party>emptySet();
                result.complete(new Replies<>(complete, answers, refusals, silent));
            }
        }

        private int weight(Set<Party> parties) {
            return parties.stream()
                    .mapToInt(party -> weights.getOrDefault(party, 0))
                    .sum();
        }
    }

    /**
     * How a round ended.
     *
     * @param <T> what each was asked for
     */
    public static final class Replies<T> {
        private final boolean complete;
        private final Map<Party, T> answers;
        private final Map<Party, String> refusals;
        private final List<Party> silent;

        private Replies(boolean complete, Map<Party, T> answers, Map<Party, String> refusals, Set<Party> silent) {
            this.complete = complete;
            this.answers = new LinkedHashMap<>(answers);
            this.refusals = new LinkedHashMap<>(refusals);
            this.silent = new ArrayList<>(silent);
        }

        /** Whether all answered who were needed. */
        public boolean isComplete() {
            return complete;
        }

        /** What came in. */
        public Map<Party, T> getAnswers() {
            return answers;
        }

        /** Who refused or did not answer, in sentences. */
        public String obstacles() {
            List<String> obstacles = new ArrayList<>();
            refusals.forEach((party, reason) -> obstacles.add(party.getName().getOrganisation() + ": " + reason));
            for (Party party : silent) {
                obstacles.add(party.getName().getOrganisation() + " has not answered.");
            }
            return String.join(" ", obstacles);
        }
    }
}
