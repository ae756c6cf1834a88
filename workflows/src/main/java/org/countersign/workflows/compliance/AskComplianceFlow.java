package org.countersign.workflows.compliance;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import org.countersign.workflows.WorkflowException;

/**
 * Asks one authority for COMPLIANCE what it would find of a transaction. The authority answers whoever would give, only
 * about its own holdings, and so many times an hour; it enters the question into its journal and signs nothing.
 */
@InitiatingFlow
@StartableByService
public final class AskComplianceFlow extends FlowLogic<ComplianceAnswer> {
    private final Party authority;
    private final ComplianceQuestion question;

    /**
     * Creates the flow.
     *
     * @param authority who is asked
     * @param question what
     */
    public AskComplianceFlow(Party authority, ComplianceQuestion question) {
        this.authority = authority;
        this.question = question;
    }

    @Suspendable
    @Override
    public ComplianceAnswer call() throws FlowException {
        ComplianceAnswer answer = initiateFlow(authority)
                .sendAndReceive(ComplianceAnswer.class, question)
                .unwrap(received -> received);
        if (!answer.isPresentable()) {
            throw new WorkflowException(
                    authority.getName().getOrganisation() + " answered with what cannot be shown.",
                    "It is not used; tell its operator.");
        }
        return answer;
    }
}
