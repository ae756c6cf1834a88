package org.countersign.workflows.segment;

import co.paralleluniverse.fibers.Suspendable;
import java.time.Instant;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.validation.Conversation;

/**
 * Asks an authority for the entries of its journal that concern the securities of a segment. Runs at a regulator of the
 * segment; the authority enters the request itself into its journal, whether it grants it or not.
 *
 * <p>Fails if the authority does not answer, or refuses because this node does not observe the segment.
 */
@StartableByRPC
public final class RequestJournalFlow extends FlowLogic<JournalDisclosure> {
    private final String segment;
    private final Party authority;
    private final String reference;
    private final SecureHash documentHash;
    private final long after;
    private final Instant since;
    private final Instant until;

    /**
     * Creates the flow for the whole journal.
     *
     * @param segment the name of the segment
     * @param authority whose journal
     * @param reference of the order that the request rests on, 1 to 120 readable characters
     * @param documentHash the SHA-256 digest of the order's document
     * @param after entries with a higher number than this; 0 for the first page
     */
    public RequestJournalFlow(String segment, Party authority, String reference, SecureHash documentHash, long after) {
        this(segment, authority, reference, documentHash, after, Instant.EPOCH, Instant.MAX);
    }

    /**
     * Creates the flow for a part of the journal.
     *
     * @param segment the name of the segment
     * @param authority whose journal
     * @param reference of the order that the request rests on, 1 to 120 readable characters
     * @param documentHash the SHA-256 digest of the order's document
     * @param after entries with a higher number than this; 0 for the first page
     * @param since entries made at this time or later; {@link Instant#EPOCH} for all
     * @param until entries made before this time; {@link Instant#MAX} for all
     */
    @SuppressWarnings("checkstyle:ParameterNumber")
    public RequestJournalFlow(
            String segment,
            Party authority,
            String reference,
            SecureHash documentHash,
            long after,
            Instant since,
            Instant until) {
        this.segment = segment;
        this.authority = authority;
        this.reference = reference;
        this.documentHash = documentHash;
        this.after = after;
        this.since = since;
        this.until = until;
    }

    @Suspendable
    @Override
    public JournalDisclosure call() throws FlowException {
        JournalOrder order = new JournalOrder(
                Segments.only(getServiceHub(), segment).getState().getData().getLinearId(),
                reference,
                documentHash,
                after,
                since.equals(Instant.EPOCH) ? null : since,
                until.equals(Instant.MAX) ? null : until);
        if (!order.isComplete()) {
            throw new WorkflowException(
                    "A request for a journal rests on an order with a reference and a document.",
                    "Give the reference in 1 to 120 readable characters and the SHA-256 digest of the document.");
        }
        JournalDisclosure disclosure = await(new Conversation<>(getServiceHub(), new AskJournalFlow(authority, order)))
                .with(authority);
        if (disclosure.getRefusal() != null) {
            throw new WorkflowException(
                    authority.getName().getOrganisation() + " hands nothing over: " + disclosure.getRefusal(),
                    "Ask as a regulator of the segment.");
        }
        return disclosure;
    }
}
