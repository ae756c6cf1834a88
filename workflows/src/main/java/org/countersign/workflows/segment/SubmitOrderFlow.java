package org.countersign.workflows.segment;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.control.ControlOrder;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.definition.ChangeStatusFlow;
import org.countersign.workflows.definition.Definitions;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.validation.Refusal;
import org.countersign.workflows.validation.journal.Journal;
import org.countersign.workflows.validation.journal.JournalRecord;

/**
 * Gives one registrar a regulator's order, and has it carried out if it is to be.
 *
 * <p>Steps: send the order; the registrar enters it into its journal and keeps it, so that it votes for what carries it
 * out; receive that it is kept; if it is to be carried out, say so and receive the receipt.
 */
@InitiatingFlow
@StartableByService
public final class SubmitOrderFlow extends FlowLogic<SubmitOrderFlow.Reply> {
    private final Party registrar;
    private final RegulatorsOrder order;
    private final boolean carryOut;

    /**
     * Creates the flow.
     *
     * @param registrar who receives
     * @param order what is ordered
     * @param carryOut whether this registrar is to carry it out
     */
    public SubmitOrderFlow(Party registrar, RegulatorsOrder order, boolean carryOut) {
        this.registrar = registrar;
        this.order = order;
        this.carryOut = carryOut;
    }

    @Suspendable
    @Override
    public Reply call() throws FlowException {
        FlowSession session = initiateFlow(registrar);
        Reply kept = session.sendAndReceive(Reply.class, order).unwrap(received -> received);
        if (kept.getRefusal() != null) {
            return kept;
        }
        session.send(carryOut);
        return carryOut ? session.receive(Reply.class).unwrap(received -> received) : kept;
    }

    /** What a registrar answers to an order. */
    @CordaSerializable
    public static final class Reply {
        private final TransactionReceipt receipt;
        private final String refusal;

        /**
         * Creates a reply.
         *
         * @param receipt of the transaction that carried the order out, or null
         * @param refusal why it is not kept, or null
         */
        public Reply(TransactionReceipt receipt, String refusal) {
            this.receipt = receipt;
            this.refusal = refusal;
        }

        /** Of the transaction that carried the order out, or null. */
        public TransactionReceipt getReceipt() {
            return receipt;
        }

        /** Why the order is not kept, or null. */
        public String getRefusal() {
            return refusal;
        }
    }

    /** The registrar's side. */
    @InitiatedBy(SubmitOrderFlow.class)
    public static final class Handler extends FlowLogic<Void> {
        private final FlowSession session;

        /**
         * Created by the node.
         *
         * @param session with the regulator
         */
        public Handler(FlowSession session) {
            this.session = session;
        }

        @Suspendable
        @Override
        public Void call() throws FlowException {
            RegulatorsOrder order = session.receive(RegulatorsOrder.class).unwrap(received -> received);
            SecurityDefinitionState definition = Definitions.bySymbol(getServiceHub(), order.getSymbol())
                    .map(known -> known.getState().getData())
                    .orElse(null);
            String refusal = refusal(order, definition);
            enter(order, definition, refusal);
            if (refusal != null) {
                session.send(new Reply(null, refusal));
                return null;
            }
            ControlOrder ordered = order.ordered(session.getCounterparty());
            RegulatorsOrders.receive(getServiceHub(), definition, order.getTarget(), ordered.toString());
            boolean carryOut =
                    session.sendAndReceive(Boolean.class, new Reply(null, null)).unwrap(received -> received);
            if (carryOut) {
                session.send(new Reply(
                        subFlow(new ChangeStatusFlow.Initiator(order.getSymbol(), order.getTarget(), ordered)), null));
            }
            return null;
        }

        private String refusal(RegulatorsOrder order, SecurityDefinitionState definition) throws FlowException {
            String regulator = session.getCounterparty().getName().getOrganisation();
            if (!order.isComplete()) {
                return "The order has no readable reference of 1 to 120 characters or no document.";
            }
            if (definition == null || !keeps(definition)) {
                return getOurIdentity().getName().getOrganisation() + " keeps no register of such a security.";
            }
            return OrderRights.mayOrder(getServiceHub(), definition, session.getCounterparty())
                    ? null
                    : "The definition grants " + regulator + " no such order.";
        }

        private boolean keeps(SecurityDefinitionState definition) throws FlowException {
            return Committees.current(
                            getServiceHub(),
                            definition.getValidationPolicy().ownership().getCommittee())
                    .getState()
                    .getData()
                    .seatOf(getOurIdentity())
                    .isPresent();
        }

        private void enter(RegulatorsOrder order, SecurityDefinitionState definition, String refusal) {
            JournalRecord record = new JournalRecord(
                            session.getCounterparty().getName(), order.getDocumentHash(), Aspect.OWNERSHIP)
                    .shown("request", "order: " + order.getTarget())
                    .shown("security", readable(order.getSymbol()))
                    .shown("reference", readable(order.getReference()));
            if (definition != null) {
                record.concerning(definition);
            }
            Journal.enter(
                    getServiceHub(),
                    refusal == null
                            ? record
                            : record.refused(new Refusal(getOurIdentity().getName(), Refusal.CHECK_FAILED, refusal)));
        }

        private String readable(String text) {
            return Refusal.heard(getOurIdentity().getName(), Refusal.BAD_REQUEST, text)
                    .getReason();
        }
    }
}
