package org.countersign.workflows.segment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.corda.core.flows.FlowExternalAsyncOperation;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.validation.ConsultationService;

/**
 * Gives an order to all registrars at once, and ends when all have answered, or late. A registrar that is down receives
 * it when it is back.
 */
final class OrderRound implements FlowExternalAsyncOperation<Boolean> {
    private final ConsultationService consultation;
    private final Duration patience;
    private final RegulatorsOrder order;
    private final List<Party> registrars;

    OrderRound(ServiceHub services, RegulatorsOrder order, List<Party> registrars) {
        this.consultation = services.cordaService(ConsultationService.class);
        this.patience = WorkflowSettings.of(services).attestationTimeout();
        this.order = order;
        this.registrars = new ArrayList<>(registrars);
    }

    @Override
    public CompletableFuture<Boolean> execute(String deduplicationId) {
        CompletableFuture<Boolean> result = new CompletableFuture<>();
        CompletableFuture<?>[] answers = registrars.stream()
                .map(registrar -> consultation
                        .start(new SubmitOrderFlow(registrar, order, false))
                        .exceptionally(failure -> null))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(answers).thenRun(() -> result.complete(true));
        consultation.later(patience, () -> result.complete(false));
        return result;
    }
}
