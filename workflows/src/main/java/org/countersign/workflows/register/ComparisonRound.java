package org.countersign.workflows.register;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowExternalAsyncOperation;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.validation.ConsultationService;
import org.countersign.workflows.validation.Refusal;

/**
 * Compares this node's register of a security with those of several registrars at once, and ends when all have answered
 * or time is up. Who has not answered by then is named as silent.
 */
final class ComparisonRound implements FlowExternalAsyncOperation<ArrayList<RegisterComparison>> {
    private final ConsultationService consultation;
    private final SecureHash security;
    private final List<Party> registrars;
    private final boolean naming;
    private final Duration patience;

    ComparisonRound(ServiceHub services, SecureHash security, List<Party> registrars, boolean naming) {
        this.consultation = services.cordaService(ConsultationService.class);
        this.security = security;
        this.registrars = new ArrayList<>(registrars);
        this.naming = naming;
        this.patience = WorkflowSettings.of(services).registrarTimeout();
    }

    @Override
    public CompletableFuture<ArrayList<RegisterComparison>> execute(String deduplicationId) {
        List<CompletableFuture<RegisterComparison>> answers = new ArrayList<>();
        for (Party registrar : registrars) {
            CompletableFuture<RegisterComparison> answer = new CompletableFuture<>();
            consultation
                    .start(new CompareRegisterFlow(registrar, security, naming))
                    .whenComplete((comparison, failure) -> answer.complete(
                            failure == null
                                    ? comparison
                                    : RegisterComparison.failed(
                                            registrar.getName(),
                                            Refusal.brokenOff(registrar.getName(), failure)
                                                    .getReason())));
            consultation.later(
                    patience,
                    () -> answer.complete(RegisterComparison.silent(registrar.getName(), patience.getSeconds())));
            answers.add(answer);
        }
        return CompletableFuture.allOf(answers.toArray(new CompletableFuture<?>[0]))
                .thenApply(all -> {
                    ArrayList<RegisterComparison> comparisons = new ArrayList<>();
                    answers.forEach(answer -> comparisons.add(answer.join()));
                    return comparisons;
                });
    }
}
