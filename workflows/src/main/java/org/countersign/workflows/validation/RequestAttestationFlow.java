package org.countersign.workflows.validation;

import co.paralleluniverse.fibers.Suspendable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.governance.AnswersHeard;

/**
 * Asks one authority to attest all aspects of a transaction for which it has a seat, each on a tear-off of its own. Its
 * answering side is in the oracles module, which only authorities install.
 *
 * <p>Steps: send the requests; receive answers until there is one for each aspect; remember them as they come, and
 * record what is misbehaviour. The caller checks the signatures against the seats. Fails if the authority ends the
 * session with an error; waits as long as the authority is down.
 *
 * <p>It keeps no checkpoint while it waits: after a restart of this node it asks anew, and an authority gives the
 * answers that it gave before.
 */
@InitiatingFlow
@StartableByService
public final class RequestAttestationFlow extends FlowLogic<AttestationAnswers> {
    private final Party authority;
    private final AttestationRequests requests;
    private final UUID listener;

    /**
     * Creates the flow.
     *
     * @param authority who is asked
     * @param requests what is asked
     */
    public RequestAttestationFlow(Party authority, AttestationRequests requests) {
        this(authority, requests, null);
    }

    /**
     * Creates the flow for somebody who does not wait for the last answer.
     *
     * @param authority who is asked
     * @param requests what is asked
     * @param listener is told every part of the answers as it comes ({@link ConsultationService#listen}), or null
     */
    RequestAttestationFlow(Party authority, AttestationRequests requests, UUID listener) {
        this.authority = authority;
        this.requests = requests;
        this.listener = listener;
    }

    @Suspendable
    @Override
    public AttestationAnswers call() throws FlowException {
        FlowSession session = initiateFlow(authority);
        Map<Aspect, AttestationAnswer> answers = new LinkedHashMap<>();
        Object came = session.sendAndReceive(Object.class, requests, true).unwrap(received -> received);
        hear(came, answers);
        while (answers.size() < requests.getRequests().size()) {
            came = session.receive(Object.class, true).unwrap(received -> received);
            hear(came, answers);
        }
        return new AttestationAnswers(answers);
    }

    private void hear(Object came, Map<Aspect, AttestationAnswer> answers) {
        Map<Aspect, Object> parts = parts(came, answers);
        Map<Aspect, AttestationAnswer> heard = new LinkedHashMap<>();
        for (AttestationRequest request : requests.getRequests()) {
            Object part = parts.get(request.getAspect());
            if (part != null) {
                new AnswersHeard(getServiceHub(), getOurIdentity(), requests.transactionId(), request.getAspect())
                        .hear(authority, request.getTearOff().getCommands(), part);
                // Not thrown, which would undo what was just written down.
                heard.put(
                        request.getAspect(),
                        part instanceof AttestationAnswer
                                ? (AttestationAnswer) part
                                : AttestationAnswer.unreadable(authority));
            }
        }
        answers.putAll(heard);
        // The last part is this flow's result, which is seen when all that was written down is in the database.
        if (listener != null && answers.size() < requests.getRequests().size()) {
            getServiceHub().cordaService(ConsultationService.class).tell(listener, new AttestationAnswers(heard));
        }
    }

    // What is no part of an answer that is due stands for all answers that are: nothing better will come.
    private Map<Aspect, Object> parts(Object came, Map<Aspect, AttestationAnswer> answers) {
        Set<Aspect> open = new LinkedHashSet<>(requests.aspects());
        open.removeAll(answers.keySet());
        // By raw types: what stands in a stranger's map is not what its declaration says.
        Map<?, ?> told = came instanceof AttestationAnswers ? ((AttestationAnswers) came).getAnswers() : null;
        boolean due = told != null && !told.isEmpty() && open.containsAll(told.keySet()) && !told.containsValue(null);
        Map<Aspect, Object> parts = new LinkedHashMap<>();
        for (Aspect aspect : open) {
            if (!due) {
                parts.put(aspect, came);
            } else if (told.containsKey(aspect)) {
                parts.put(aspect, told.get(aspect));
            }
        }
        return parts;
    }
}
