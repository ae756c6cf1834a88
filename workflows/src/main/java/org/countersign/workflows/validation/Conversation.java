package org.countersign.workflows.validation;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowExternalAsyncOperation;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.UnexpectedFlowEndException;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.WorkflowSettings;

/**
 * Lets a flow talk with one counterparty and give up when it does not answer.
 *
 * <p>A flow that receives waits for ever; Corda has no time-out for it. So the talking is done by a flow of its own,
 * which may wait, and the flow that needs the result waits for this. When it gives up it ends, and its soft locks with
 * it.
 *
 * @param <T> what the conversation leads to
 */
public final class Conversation<T> implements FlowExternalAsyncOperation<Conversation.Outcome<T>> {
    private final ConsultationService consultation;
    private final FlowLogic<T> flow;
    private final Duration patience;

    /**
     * Creates a conversation of this node's usual patience.
     *
     * @param services the node's services
     * @param flow does the talking; startable by service
     */
    public Conversation(ServiceHub services, FlowLogic<T> flow) {
        this(services, flow, WorkflowSettings.of(services).agreementTimeout());
    }

    /**
     * Creates a conversation.
     *
     * @param services the node's services
     * @param flow does the talking; startable by service
     * @param patience how long to wait at most
     */
    public Conversation(ServiceHub services, FlowLogic<T> flow, Duration patience) {
        this.consultation = services.cordaService(ConsultationService.class);
        this.flow = flow;
        this.patience = patience;
    }

    @Override
    public CompletableFuture<Outcome<T>> execute(String deduplicationId) {
        CompletableFuture<Outcome<T>> result = new CompletableFuture<>();
        consultation
                .start(flow)
                .whenComplete((value, failure) -> result.complete(new Outcome<>(value, failure, patience)));
        consultation.later(patience, () -> result.complete(new Outcome<>(null, null, patience)));
        return result;
    }

    /**
     * What became of a conversation.
     *
     * @param <T> what it was to lead to
     */
    public static final class Outcome<T> {
        private final T value;
        private final Throwable failure;
        private final Duration patience;

        private Outcome(T value, Throwable failure, Duration patience) {
            this.value = value;
            this.failure = failure;
            this.patience = patience;
        }

        /**
         * What the conversation led to.
         *
         * @param counterparty with whom it was
         * @return the result, never null
         * @throws FlowException the counterparty's or our own refusal, or that it broke off, or has not answered in
         *     time
         */
        public T with(Party counterparty) throws FlowException {
            return with(counterparty.getName().getOrganisation());
        }

        /**
         * What a conversation with several counterparties led to.
         *
         * @param counterparties with whom it was
         * @return the result, never null
         * @throws FlowException one counterparty's or our own refusal, or that one broke off, or that they have not all
         *     answered in time
         */
        public T with(List<Party> counterparties) throws FlowException {
            String names = counterparties.stream()
                    .map(counterparty -> counterparty.getName().getOrganisation())
                    .collect(Collectors.joining(", "));
            return with("One of " + names);
        }

        private T with(String name) throws FlowException {
            if (value != null) {
                return value;
            }
            if (failure == null) {
                throw new WorkflowException(
                        name + " has not answered within " + patience.getSeconds() + " seconds.",
                        "Nothing has moved. Look at the holdings before trying again: what was signed can become final"
                                + " until its time-window closes.");
            }
            Throwable cause = failure;
            while (cause instanceof CompletionException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            if (cause instanceof FlowException) {
                throw (FlowException) cause;
            }
            String deed = cause instanceof UnexpectedFlowEndException
                    ? " broke off without an answer: "
                    : " answered with something that is no answer: ";
            throw new WorkflowException(
                    name + deed + cause.getMessage(), "Nothing moved; ask its operator, and try again.");
        }
    }
}
