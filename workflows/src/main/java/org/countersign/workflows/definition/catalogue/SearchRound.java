package org.countersign.workflows.definition.catalogue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import net.corda.core.flows.FlowExternalAsyncOperation;
import net.corda.core.flows.UnexpectedFlowEndException;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.validation.ConsultationService;

/**
 * Asks committees of registrars for a page each, all at once. Of a committee one registrar is asked after the other:
 * the next one when one has refused, told nonsense, or not answered in time. Whoever answers late is still heard.
 */
final class SearchRound implements FlowExternalAsyncOperation<List<SearchRound.Heard>> {
    private final ConsultationService consultation;
    private final List<CommitteeState> committees;
    private final String query;
    private final String after;
    private final int size;
    private final Duration patience;

    SearchRound(ServiceHub services, List<CommitteeState> committees, String query, String after, int size) {
        this.consultation = services.cordaService(ConsultationService.class);
        this.committees = new ArrayList<>(committees);
        this.query = query;
        this.after = after;
        this.size = size;
        this.patience = WorkflowSettings.of(services).attestationTimeout();
    }

    @Override
    public CompletableFuture<List<Heard>> execute(String deduplicationId) {
        CompletableFuture<List<Heard>> all = CompletableFuture.completedFuture(new ArrayList<>());
        for (CommitteeState committee : committees) {
            all = all.thenCombine(new Inquiry(committee).begin(), (heard, next) -> {
                heard.add(next);
                return heard;
            });
        }
        return all;
    }

    /** What came of asking one committee: a page, or why there is none. */
    static final class Heard {
        private final String committee;
        private final CataloguePage page;
        private final String failure;

        Heard(String committee, CataloguePage page, String failure) {
            this.committee = committee;
            this.page = page;
            this.failure = failure;
        }

        String committee() {
            return committee;
        }

        /** Null if there is none. */
        CataloguePage page() {
            return page;
        }

        String failure() {
            return failure;
        }
    }

    /** One committee; its registrars answer on whichever thread they come. */
    private final class Inquiry {
        private final CommitteeState committee;
        private final List<Party> registrars = new ArrayList<>();
        private final CompletableFuture<Heard> result = new CompletableFuture<>();
        private final List<String> failures = new ArrayList<>();
        private int asked;
        private int failed;

        Inquiry(CommitteeState committee) {
            this.committee = committee;
            for (CommitteeMember member : committee.getTerms().getMembers()) {
                registrars.add(member.getParty());
            }
            // The load is spread over them.
            Collections.shuffle(registrars);
        }

        synchronized CompletableFuture<Heard> begin() {
            askNext();
            consultation.later(patience, this::giveUp);
            return result;
        }

        private synchronized void askNext() {
            if (asked == registrars.size() || result.isDone()) {
                return;
            }
            Party registrar = registrars.get(asked++);
            int turn = asked;
            CatalogueRequest request =
                    new CatalogueRequest(committee.getLinearId().getExternalId(), query, after, size);
            consultation
                    .start(new AskCatalogueFlow(registrar, request))
                    .whenComplete((page, failure) -> heard(registrar, turn, page, failure));
            // All get their turn before the round ends.
            consultation.later(patience.dividedBy(registrars.size() + 1L), () -> overdue(turn));
        }

        private synchronized void overdue(int turn) {
            if (turn == asked) {
                askNext();
            }
        }

        private synchronized void heard(Party registrar, int turn, CataloguePage page, Throwable failure) {
            if (page != null) {
                result.complete(new Heard(committee.getName(), page, null));
                return;
            }
            failures.add(reason(registrar, failure));
            failed++;
            if (failed == registrars.size()) {
                giveUp();
            } else if (turn == asked) {
                askNext();
            }
        }

        private synchronized void giveUp() {
            result.complete(new Heard(
                    committee.getName(),
                    null,
                    failures.isEmpty()
                            ? "None of its registrars answered within " + patience.getSeconds() + " seconds."
                            : String.join(" ", failures)));
        }

        private String reason(Party registrar, Throwable failure) {
            Throwable cause = failure;
            while (cause instanceof CompletionException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            return cause instanceof UnexpectedFlowEndException || cause == null || cause.getMessage() == null
                    ? registrar.getName().getOrganisation() + " broke off without an answer."
                    : cause.getMessage();
        }
    }
}
