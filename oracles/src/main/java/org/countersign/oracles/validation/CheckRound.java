package org.countersign.oracles.validation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import net.corda.core.flows.FlowExternalAsyncOperation;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Finding;

/**
 * Runs the checks of several aspects side by side, beside the flow that waits for them. It ends when all are done; if
 * one takes longer than a moment, with those that are done, and the flow waits for the others in another round, which
 * does not start them again. After a restart of the node they run again.
 */
final class CheckRound implements FlowExternalAsyncOperation<Map<Aspect, List<Finding>>> {
    // Longer than checks take that look at figures in memory, and shorter than a proposer notices.
    private static final Duration MOMENT = Duration.ofMillis(200);

    private static final Duration LONG_AFTER = Duration.ofMinutes(10);

    private final TransferChecks checks;
    private final UUID question;
    private final List<AspectCase> cases;

    /**
     * Creates a round.
     *
     * @param services the authority's node
     * @param question the flow that waits
     * @param cases what is to be judged; at least one
     */
    CheckRound(ServiceHub services, UUID question, Collection<AspectCase> cases) {
        this.checks = services.cordaService(TransferChecks.class);
        this.question = question;
        this.cases = new ArrayList<>(cases);
    }

    @Override
    public CompletableFuture<Map<Aspect, List<Finding>>> execute(String deduplicationId) {
        CompletableFuture<Map<Aspect, List<Finding>>> result = new CompletableFuture<>();
        Map<Aspect, CompletableFuture<List<Finding>>> running = new LinkedHashMap<>();
        for (AspectCase one : cases) {
            running.put(one.aspect(), checks.run(question, one.facts(), one.missing()));
        }
        CompletableFuture<?>[] all = running.values().toArray(new CompletableFuture<?>[0]);
        CompletableFuture.allOf(all).whenComplete((done, failure) -> complete(result, running));
        checks.later(
                MOMENT, () -> CompletableFuture.anyOf(all).whenComplete((done, failure) -> complete(result, running)));
        return result;
    }

    private void complete(
            CompletableFuture<Map<Aspect, List<Finding>>> result,
            Map<Aspect, CompletableFuture<List<Finding>>> running) {
        Map<Aspect, List<Finding>> found = new LinkedHashMap<>();
        running.forEach((aspect, findings) -> {
            List<Finding> done = findings.getNow(null);
            if (done != null) {
                found.put(aspect, done);
            }
        });
        if (result.complete(found)) {
            found.keySet().forEach(aspect -> checks.taken(question, aspect));
            if (found.size() < running.size()) {
                // Should the flow end before it comes for the others.
                checks.later(LONG_AFTER, () -> running.keySet().forEach(aspect -> checks.taken(question, aspect)));
            }
        }
    }
}
