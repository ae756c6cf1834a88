package org.countersign.workflows.segment;

import co.paralleluniverse.fibers.Suspendable;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.definition.Definitions;
import org.countersign.workflows.validation.Refusal;
import org.countersign.workflows.validation.journal.Journal;
import org.countersign.workflows.validation.journal.JournalEntry;
import org.countersign.workflows.validation.journal.JournalQuery;
import org.countersign.workflows.validation.journal.JournalRecord;

/**
 * Hands an authority a request for its journal.
 *
 * <p>Steps: send the request; receive what the authority hands over. The authority enters the request into its journal
 * before it answers, and answers a refusal as a message: an exception would take its own entry back.
 */
@InitiatingFlow
@StartableByService
public final class AskJournalFlow extends FlowLogic<JournalDisclosure> {
    private final Party authority;
    private final JournalOrder order;

    /**
     * Creates the flow.
     *
     * @param authority who is asked
     * @param order for what, and on what it rests
     */
    public AskJournalFlow(Party authority, JournalOrder order) {
        this.authority = authority;
        this.order = order;
    }

    @Suspendable
    @Override
    public JournalDisclosure call() throws FlowException {
        return initiateFlow(authority)
                .sendAndReceive(JournalDisclosure.class, order)
                .unwrap(received -> received);
    }

    /** The authority's side. */
    @InitiatedBy(AskJournalFlow.class)
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
            JournalOrder order = session.receive(JournalOrder.class).unwrap(received -> received);
            session.send(disclose(order));
            return null;
        }

        private JournalDisclosure disclose(JournalOrder order) {
            if (!order.isComplete()) {
                return refuse(order, Refusal.BAD_REQUEST, "The request names no order and no document.");
            }
            Optional<SegmentState> segment = Segments.all(getServiceHub()).stream()
                    .map(known -> known.getState().getData())
                    .filter(known -> SelfCertifyingId.same(known.getLinearId(), order.getSegment()))
                    .findFirst();
            // The same answer for a segment that is not known: a stranger learns nothing from the difference.
            if (!segment.isPresent() || !isObserver(segment.get())) {
                return refuse(
                        order,
                        Refusal.CHECK_FAILED,
                        session.getCounterparty().getName().getOrganisation() + " is no regulator of the segment.");
            }
            List<JournalEntry> entries = Journal.read(
                    getServiceHub(),
                    new JournalQuery(order.getAfter(), null, null, null, null, order.getSince(), order.getUntil()),
                    securities(segment.get()));
            JournalEntry request = Journal.enter(
                    getServiceHub(),
                    record(order)
                            .shown("segment", segment.get().getName())
                            .shown("disclosed", entries.size() + " entries after " + order.getAfter()));
            return new JournalDisclosure(entries, request, entries.size() == Journal.PAGE_SIZE, null);
        }

        private boolean isObserver(SegmentState segment) {
            return segment.getTerms().getObservers().stream()
                    .anyMatch(observer -> observer.equals(session.getCounterparty())
                            && observer.getName()
                                    .equals(session.getCounterparty().getName()));
        }

        private Set<String> securities(SegmentState segment) {
            return Definitions.all(getServiceHub()).stream()
                    .map(known -> known.getState().getData())
                    .filter(definition -> Segments.isOf(definition.getValidationPolicy(), segment))
                    .map(definition -> definition.getLinearId().getExternalId())
                    .collect(Collectors.toSet());
        }

        private JournalDisclosure refuse(JournalOrder order, String code, String reason) {
            Refusal refusal = Refusal.heard(getOurIdentity().getName(), code, reason);
            JournalEntry request = Journal.enter(getServiceHub(), record(order).refused(refusal));
            return new JournalDisclosure(Collections.emptyList(), request, false, reason);
        }

        // An order is filed under its document, where an answer is filed under its transaction.
        private JournalRecord record(JournalOrder order) {
            JournalRecord record = new JournalRecord(
                    session.getCounterparty().getName(),
                    JournalOrder.isDigest(order.getDocumentHash()) ? order.getDocumentHash() : JournalEntry.BEGINNING,
                    Aspect.COMPLIANCE);
            return record.shown("request", "journal")
                    .shown(
                            "reference",
                            Refusal.heard(getOurIdentity().getName(), Refusal.BAD_REQUEST, order.getReference())
                                    .getReason());
        }
    }
}
