package org.countersign.workflows.compliance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowExternalAsyncOperation;
import net.corda.core.node.ServiceHub;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.validation.Bench;
import org.countersign.workflows.validation.ConsultationService;
import org.countersign.workflows.validation.Seat;

/** Asks all members of a committee and waits until each has answered or time is up. */
final class ComplianceRound implements FlowExternalAsyncOperation<List<HeardCompliance>> {
    private final ConsultationService consultation;
    private final Bench authorities;
    private final ComplianceQuestion question;
    private final Duration patience;

    ComplianceRound(ServiceHub services, Bench authorities, ComplianceQuestion question) {
        this.consultation = services.cordaService(ConsultationService.class);
        this.authorities = authorities;
        this.question = question;
        this.patience = WorkflowSettings.of(services).attestationTimeout();
    }

    @Override
    public CompletableFuture<List<HeardCompliance>> execute(String deduplicationId) {
        Hearing hearing = new Hearing();
        for (Seat seat : authorities.getSeats()) {
            consultation
                    .start(new AskComplianceFlow(seat.getParty(), question))
                    .whenComplete((answer, failure) -> hearing.hear(seat, answer, failure));
        }
        consultation.later(patience, hearing::end);
        return hearing.result;
    }

    /** Takes answers as they come in, on whichever thread they come. */
    private final class Hearing {
        private final CompletableFuture<List<HeardCompliance>> result = new CompletableFuture<>();
        private final List<HeardCompliance> heard = new ArrayList<>();

        synchronized void hear(Seat seat, ComplianceAnswer answer, Throwable failure) {
            heard.add(new HeardCompliance(seat.getParty().getName(), seat.getWeight(), answer, reason(failure)));
            if (heard.size() == authorities.getSeats().size()) {
                end();
            }
        }

        synchronized void end() {
            result.complete(new ArrayList<>(heard));
        }

        private String reason(Throwable failure) {
            Throwable cause = failure;
            while (cause instanceof CompletionException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            return cause instanceof FlowException ? cause.getMessage() : "";
        }
    }
}
