package org.countersign.workflows.ownership;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowExternalAsyncOperation;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.workflows.validation.ConsultationService;

/**
 * Launches one distribution per recipient and ends when the node has taken all of them into its checkpoints: from then
 * on they survive a restart, and a recipient that is down receives when it is back.
 */
public final class DistributionRound implements FlowExternalAsyncOperation<Boolean> {
    private final ConsultationService consultation;
    private final SignedTransaction transaction;
    private final List<SecureHash> publicFacts;
    private final List<Party> recipients;

    /**
     * Creates a round.
     *
     * @param services the node's services
     * @param transaction the final transaction
     * @param publicFacts ids of the transactions that created the definitions and committees in use
     * @param recipients who receives; each once
     */
    public DistributionRound(
            ServiceHub services,
            SignedTransaction transaction,
            List<SecureHash> publicFacts,
            Collection<Party> recipients) {
        this.consultation = services.cordaService(ConsultationService.class);
        this.transaction = transaction;
        this.publicFacts = new ArrayList<>(publicFacts);
        this.recipients = new ArrayList<>(new LinkedHashSet<>(recipients));
    }

    /**
     * A round that publishes a transaction which is itself a public fact.
     *
     * @param services the node's services
     * @param transaction created a definition or committee
     * @param recipients who receives
     * @return the round
     */
    public static DistributionRound publish(
            ServiceHub services, SignedTransaction transaction, Collection<Party> recipients) {
        return new DistributionRound(services, transaction, Collections.singletonList(transaction.getId()), recipients);
    }

    @Override
    public CompletableFuture<Boolean> execute(String deduplicationId) {
        CompletableFuture<?>[] launched = recipients.stream()
                .map(recipient ->
                        consultation.launch(new DistributeTransactionFlow(recipient, publicFacts, transaction)))
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(launched).thenApply(nothing -> true);
    }
}
