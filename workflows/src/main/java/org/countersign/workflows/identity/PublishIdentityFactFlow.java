package org.countersign.workflows.identity;

import co.paralleluniverse.fibers.Suspendable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.corda.core.contracts.ContractState;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowExternalAsyncOperation;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.SendTransactionFlow;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.node.StatesToRecord;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.identity.CredentialStatusListState;
import org.countersign.contracts.identity.TrustedProvidersState;
import org.countersign.workflows.ReceiveFinalFlow;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.governance.Publication;
import org.countersign.workflows.validation.ConsultationService;

/**
 * Gives one member a status list or a list of accepted providers. Both name no holder and are public to members.
 *
 * <p>Steps: send the transaction with its history. The member verifies it and records it if it is one of these lists,
 * whoever sends it: only the provider can have changed the one, and only a committee's quorum the other.
 */
@InitiatingFlow
@StartableByService
public final class PublishIdentityFactFlow extends FlowLogic<Void> {
    private final Party member;
    private final SignedTransaction transaction;

    /**
     * Creates the flow.
     *
     * @param member who is to know it
     * @param transaction the final transaction that made the list what it is
     */
    public PublishIdentityFactFlow(Party member, SignedTransaction transaction) {
        this.member = member;
        this.transaction = transaction;
    }

    @Suspendable
    @Override
    public Void call() throws FlowException {
        subFlow(new SendTransactionFlow(initiateFlow(member), transaction));
        return null;
    }

    /** The side of the member. */
    @InitiatedBy(PublishIdentityFactFlow.class)
    public static final class Handler extends FlowLogic<Void> {
        private final FlowSession session;

        /**
         * Created by the node.
         *
         * @param session with who publishes
         */
        public Handler(FlowSession session) {
            this.session = session;
        }

        @Suspendable
        @Override
        public Void call() throws FlowException {
            subFlow(new Receiving(session));
            return null;
        }
    }

    /** Receives such a list and records it. Inline. */
    static final class Receiving extends ReceiveFinalFlow {
        Receiving(FlowSession session) {
            super(session, StatesToRecord.ALL_VISIBLE);
        }

        @Override
        protected void check(SignedTransaction transaction, FlowSession sender) throws FlowException {
            for (ContractState output : transaction.getTx().getOutputStates()) {
                if (!(output instanceof CredentialStatusListState) && !(output instanceof TrustedProvidersState)) {
                    throw new WorkflowException(
                            sender.getCounterparty().getName().getOrganisation() + " published a "
                                    + output.getClass().getSimpleName() + " as a fact about identity.",
                            "It is not recorded; publish status lists and lists of providers.");
                }
            }
        }
    }

    /**
     * Publishes to every member and ends when the node has taken all deliveries into its checkpoints: a member that is
     * down gets it when it is back.
     */
    static final class ToEverybody implements FlowExternalAsyncOperation<Boolean> {
        private final ConsultationService consultation;
        private final List<Party> members;
        private final SignedTransaction transaction;

        ToEverybody(ServiceHub services, Party self, SignedTransaction transaction) {
            this.consultation = services.cordaService(ConsultationService.class);
            this.members = Publication.audience(services, self);
            this.transaction = transaction;
        }

        @Override
        public CompletableFuture<Boolean> execute(String deduplicationId) {
            CompletableFuture<?>[] launched = members.stream()
                    .map(member -> consultation.launch(new PublishIdentityFactFlow(member, transaction)))
                    .toArray(CompletableFuture[]::new);
            return CompletableFuture.allOf(launched).thenApply(nothing -> true);
        }
    }
}
