package org.countersign.workflows.identity;

import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import org.countersign.workflows.WorkflowException;

/** Gives a credential as the plain document, with everything disclosed, for use in another system. */
@StartableByRPC
public final class ExportCredentialFlow extends FlowLogic<String> {
    private final String credential;

    /**
     * Creates the flow.
     *
     * @param credential the id of a credential that this node keeps or has issued
     */
    public ExportCredentialFlow(String credential) {
        this.credential = credential;
    }

    @Override
    public String call() throws FlowException {
        CredentialDocument found =
                new HeldCredentials(getServiceHub()).find(credential).orElse(null);
        if (found == null) {
            try {
                found = new IssuedCredentials(getServiceHub()).require(credential);
            } catch (WorkflowException unknown) {
                throw new WorkflowException(
                        "This node neither keeps nor has issued the credential " + credential + ".",
                        "Name one of those that 'identity list' shows.");
            }
        }
        return found.getCompact();
    }
}
