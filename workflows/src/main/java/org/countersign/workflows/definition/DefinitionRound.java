package org.countersign.workflows.definition;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.flows.FlowExternalAsyncOperation;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.validation.ConsultationService;

/**
 * Asks all registrars that this node knows and ends with the first that has something, when all have answered, or late.
 */
final class DefinitionRound implements FlowExternalAsyncOperation<Boolean> {
    private final ConsultationService consultation;
    private final Set<Party> registrars = new LinkedHashSet<>();
    private final DefinitionQuery query;
    private final Set<StateRef> known;
    private final java.time.Duration patience;

    DefinitionRound(ServiceHub services, Party self, DefinitionQuery query) {
        this(services, self, query, Collections.emptySet());
    }

    /** Ends only with another definition or other committees than those that are known. */
    DefinitionRound(ServiceHub services, Party self, DefinitionQuery query, Set<StateRef> known) {
        this.consultation = services.cordaService(ConsultationService.class);
        this.query = query;
        this.known = new LinkedHashSet<>(known);
        this.patience = WorkflowSettings.of(services).attestationTimeout();
        for (StateAndRef<CommitteeState> committee : Committees.all(services)) {
            if (committee.getState().getData().getAspect() == Aspect.OWNERSHIP) {
                committee
                        .getState()
                        .getData()
                        .getTerms()
                        .getMembers()
                        .forEach(member -> registrars.add(member.getParty()));
            }
        }
        registrars.remove(self);
    }

    @Override
    public CompletableFuture<Boolean> execute(String deduplicationId) {
        CompletableFuture<Boolean> result = new CompletableFuture<>();
        AtomicInteger open = new AtomicInteger(registrars.size());
        if (registrars.isEmpty()) {
            result.complete(false);
        }
        for (Party registrar : registrars) {
            consultation
                    .start(new RequestDefinitionFlow(registrar, query, known))
                    .whenComplete((found, failure) -> {
                        if (found != null && found) {
                            result.complete(true);
                        } else if (open.decrementAndGet() == 0) {
                            result.complete(false);
                        }
                    });
        }
        consultation.later(patience, () -> result.complete(false));
        return result;
    }
}
