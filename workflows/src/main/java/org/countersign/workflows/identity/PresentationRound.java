package org.countersign.workflows.identity;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import net.corda.core.flows.FlowExternalAsyncOperation;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.validation.ConsultationService;

/**
 * Asks several members for credentials at once and ends when all have answered or time is up. The result has the
 * answers of those that gave one; who refused and who was silent are not told apart, for neither has presented
 * anything.
 */
public final class PresentationRound implements FlowExternalAsyncOperation<Map<Party, PresentationAnswer>> {
    private final ConsultationService consultation;
    private final Map<Party, PresentationRequest> requests;
    private final Duration patience;

    /**
     * Creates a round. It waits for half the time that this node itself gives a committee, for whoever asked this
     * authority waits too.
     *
     * @param services the node's services
     * @param requests what each member is asked
     */
    public PresentationRound(ServiceHub services, Map<Party, PresentationRequest> requests) {
        this.consultation = services.cordaService(ConsultationService.class);
        this.requests = new LinkedHashMap<>(requests);
        this.patience = WorkflowSettings.of(services).attestationTimeout().dividedBy(2);
    }

    @Override
    public CompletableFuture<Map<Party, PresentationAnswer>> execute(String deduplicationId) {
        Count count = new Count();
        requests.forEach((member, request) -> consultation
                .start(new RequestPresentationFlow(member, request))
                .whenComplete((answer, failure) -> count.hear(member, answer)));
        consultation.later(patience, count::close);
        return count.result;
    }

    /** Collects answers on whichever thread they come. */
    private final class Count {
        private final CompletableFuture<Map<Party, PresentationAnswer>> result = new CompletableFuture<>();
        private final Map<Party, PresentationAnswer> answers = new LinkedHashMap<>();
        private int open = requests.size();

        synchronized void hear(Party member, PresentationAnswer answer) {
            if (answer != null) {
                answers.put(member, answer);
            }
            if (--open == 0) {
                close();
            }
        }

        synchronized void close() {
            result.complete(new LinkedHashMap<>(answers));
        }
    }
}
