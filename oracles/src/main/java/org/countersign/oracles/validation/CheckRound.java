package org.countersign.oracles.validation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import net.corda.core.flows.FlowExternalAsyncOperation;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.validation.Finding;

/** Runs the checks of an aspect beside the flow that waits for them. After a restart of the node they run again. */
final class CheckRound implements FlowExternalAsyncOperation<List<Finding>> {
    private final TransferChecks checks;
    private final TransferFacts facts;
    private final Set<FactKind> missing;

    CheckRound(ServiceHub services, TransferFacts facts, Set<FactKind> missing) {
        this.checks = services.cordaService(TransferChecks.class);
        this.facts = facts;
        this.missing = EnumSet.noneOf(FactKind.class);
        this.missing.addAll(missing);
    }

    @Override
    public CompletableFuture<List<Finding>> execute(String deduplicationId) {
        return checks.run(facts, missing);
    }
}
