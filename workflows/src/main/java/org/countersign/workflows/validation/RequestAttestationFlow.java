package org.countersign.workflows.validation;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;

/**
 * Asks one authority to attest one aspect on a tear-off. Its answering side is in the oracles module, which only
 * authorities install.
 *
 * <p>Steps: send the request; receive the answer. The caller checks the signature against the seat. Fails if the
 * authority ends the session with an error; waits as long as the authority is down.
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
        return initiateFlow(authority)
                .sendAndReceive(AttestationAnswer.class, request)
                .unwrap(answer -> answer);
    }
}
