package org.countersign.workflows.identity;

import co.paralleluniverse.fibers.Suspendable;
import java.time.Duration;
import java.util.ArrayList;
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
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.governance.Publication;
import org.countersign.workflows.validation.ConsultationService;

/**
 * Gives one member a status list or a list of accepted providers. Both name no holder and are public to members.
 *
 * <p>Steps: send the transaction with its history; receive that it is recorded. The member verifies it and records it
 * if it is one of these lists, whoever sends it: only the provider can have changed the one, and only a committee's
 * quorum the other.
 */
@InitiatingFlow
@StartableByService
public final class PublishIdentityFactFlow extends FlowLogic<Boolean> {
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
    public Boolean call() throws FlowException {
        FlowSession session = initiateFlow(member);
        subFlow(new SendTransactionFlow(session, transaction));
        return session.receive(Boolean.class).unwrap(recorded -> recorded);
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
            session.send(true);
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
     * Publishes to every member and ends when all have recorded it, or when those who have not are no longer waited
     * for: half as long as a committee is. A member that is down gets it when it is back.
     */
    static final class ToEverybody implements FlowExternalAsyncOperation<Boolean> {
        private final ConsultationService consultation;
        private final List<Party> members;
        private final SignedTransaction transaction;
        private final Duration patience;

        ToEverybody(ServiceHub services, Party self, SignedTransaction transaction) {
            this.consultation = services.cordaService(ConsultationService.class);
            this.members = Publication.audience(services, self);
            this.transaction = transaction;
            this.patience = WorkflowSettings.of(services).attestationTimeout().dividedBy(2);
        }

        /** Answers whether all of them have recorded it. */
        @Override
        public CompletableFuture<Boolean> execute(String deduplicationId) {
            List<CompletableFuture<Boolean>> answers = new ArrayList<>();
            for (Party member : members) {
                // One that refuses is heard, too.
                answers.add(consultation
                        .start(new PublishIdentityFactFlow(member, transaction))
                        .exceptionally(refused -> false));
            }
            CompletableFuture<Boolean> all = CompletableFuture.allOf(answers.toArray(new CompletableFuture<?>[0]))
                    .thenApply(nothing -> answers.stream().allMatch(CompletableFuture::join));
            // A result of its own: the answers may come after it.
            CompletableFuture<Boolean> result = new CompletableFuture<>();
            all.thenAccept(result::complete);
            consultation.later(patience, () -> result.complete(false));
            return result;
        }
    }
}
