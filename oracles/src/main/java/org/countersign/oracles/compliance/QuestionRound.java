package org.countersign.oracles.compliance;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.corda.core.flows.FlowExternalAsyncOperation;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.validation.Finding;
import org.countersign.oracles.validation.TransferChecks;
import org.countersign.oracles.validation.TransferFacts;

/** Runs the checks on a question beside the flow that answers it. After a restart of the node they run again. */
final class QuestionRound implements FlowExternalAsyncOperation<List<Finding>> {
    private final TransferChecks checks;
    private final TransferFacts facts;

    QuestionRound(ServiceHub services, TransferFacts facts) {
        this.checks = services.cordaService(TransferChecks.class);
        this.facts = facts;
    }

    @Override
    public CompletableFuture<List<Finding>> execute(String deduplicationId) {
        return checks.consider(facts);
    }
}
