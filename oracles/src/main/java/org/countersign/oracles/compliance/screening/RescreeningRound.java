package org.countersign.oracles.compliance.screening;

import java.util.concurrent.CompletableFuture;
import net.corda.core.flows.FlowExternalAsyncOperation;
import net.corda.core.node.ServiceHub;

/** Screens the next few persons beside the flow that waits for it; after a restart of the node it does so again. */
final class RescreeningRound implements FlowExternalAsyncOperation<Rescreening> {
    private final RescreeningService rescreening;

    RescreeningRound(ServiceHub services) {
        this.rescreening = services.cordaService(RescreeningService.class);
    }

    @Override
    public CompletableFuture<Rescreening> execute(String deduplicationId) {
        return rescreening.next();
    }
}
