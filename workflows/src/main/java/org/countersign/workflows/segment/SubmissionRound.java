package org.countersign.workflows.segment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.corda.core.flows.FlowExternalAsyncOperation;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.workflows.validation.ConsultationService;

/**
 * Launches one submission of an application per authority and ends when the node has taken all of them into its
 * checkpoints: an authority that is down receives when it is back.
 */
final class SubmissionRound implements FlowExternalAsyncOperation<Boolean> {
    private final ConsultationService consultation;
    private final SignedTransaction application;
    private final List<Party> authorities;

    SubmissionRound(ServiceHub services, SignedTransaction application, Collection<Party> authorities) {
        this.consultation = services.cordaService(ConsultationService.class);
        this.application = application;
        this.authorities = new ArrayList<>(authorities);
    }

    @Override
    public CompletableFuture<Boolean> execute(String deduplicationId) {
        CompletableFuture<?>[] launched = authorities.stream()
                .map(authority -> consultation.launch(new SubmitApplicationFlow(authority, application)))
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(launched).thenApply(nothing -> true);
    }
}
