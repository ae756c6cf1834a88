package org.countersign.workflows.validation;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import org.countersign.workflows.governance.AnswersHeard;

/**
 * Asks one authority to attest one aspect on a tear-off. Its answering side is in the oracles module, which only
 * authorities install.
 *
 * <p>Steps: send the request; receive the answer; remember it, and record it if it is misbehaviour. The caller checks
 * the signature against the seat. Fails if the authority ends the session with an error; waits as long as the authority
 * is down.
 */
@InitiatingFlow
@StartableByService
public final class RequestAttestationFlow extends FlowLogic<AttestationAnswer> {
    private final Party authority;
    private final AttestationRequest request;

    /**
     * Creates the flow.
     *
     * @param authority who is asked
     * @param request what is asked
     */
    public RequestAttestationFlow(Party authority, AttestationRequest request) {
        this.authority = authority;
        this.request = request;
    }

    @Suspendable
    @Override
    public AttestationAnswer call() throws FlowException {
        Object came =
                initiateFlow(authority).sendAndReceive(Object.class, request).unwrap(received -> received);
        SecureHash id = request.getTearOff().getId();
        new AnswersHeard(getServiceHub(), getOurIdentity(), id, request.getAspect())
                .hear(authority, request.getTearOff().getCommands(), came);
        // Not thrown, which would undo what was just written down.
        return came instanceof AttestationAnswer ? (AttestationAnswer) came : AttestationAnswer.unreadable(authority);
    }
}
