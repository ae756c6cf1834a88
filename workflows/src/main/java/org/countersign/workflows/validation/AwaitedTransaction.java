package org.countersign.workflows.validation;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowExternalAsyncOperation;
import net.corda.core.node.ServiceHub;
import net.corda.core.node.services.TransactionStorage;
import org.countersign.workflows.WorkflowSettings;
import rx.Subscription;

/**
 * Waits until this node has recorded a transaction, or until its time-window has closed by any clock that the network
 * tolerates. A responder that has signed so learns whether the transaction became final, and keeps what it has reserved
 * never longer than it can.
 */
public final class AwaitedTransaction implements FlowExternalAsyncOperation<Boolean> {
    private final ServiceHub services;
    private final SecureHash transactionId;
    private final Instant until;

    /**
     * Creates the operation; its result is whether the transaction was recorded.
     *
     * @param services the node's services
     * @param transactionId what is waited for
     * @param until when its time-window closes
     */
    public AwaitedTransaction(ServiceHub services, SecureHash transactionId, Instant until) {
        this.services = services;
        this.transactionId = transactionId;
        this.until = until;
    }

    @Override
    public CompletableFuture<Boolean> execute(String deduplicationId) {
        CompletableFuture<Boolean> result = new CompletableFuture<>();
        TransactionStorage storage = services.getValidatedTransactions();
        Subscription subscription = storage.getUpdates()
                .filter(recorded -> recorded.getId().equals(transactionId))
                .subscribe(recorded -> result.complete(true), result::completeExceptionally);
        result.whenComplete((done, failure) -> subscription.unsubscribe());
        if (storage.getTransaction(transactionId) != null) {
            result.complete(true);
        }
        Duration open = Duration.between(services.getClock().instant(), until)
                .plus(WorkflowSettings.of(services).clockTolerance());
        services.cordaService(ConsultationService.class)
                .later(open.isNegative() ? Duration.ZERO : open, () -> result.complete(false));
        return result;
    }
}
