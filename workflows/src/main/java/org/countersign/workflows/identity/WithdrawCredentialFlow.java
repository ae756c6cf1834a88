package org.countersign.workflows.identity;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.NotaryException;
import net.corda.core.flows.StartableByRPC;
import org.countersign.contracts.identity.CredentialStatus;
import org.countersign.contracts.identity.CredentialStatusListCommand;
import org.countersign.contracts.identity.CredentialStatusListState;
import org.countersign.workflows.WorkflowException;

/**
 * A provider revokes or suspends a credential that it has issued, or lets a suspended one be valid again.
 *
 * <p>Steps: make the next version of the status list; notarise and record it; publish it to every member and wait until
 * they have it. Authorities that are up know it when this ends; one that is down holds it up for half of the time that
 * a committee is given, and gets it when it is back.
 */
@StartableByRPC
public final class WithdrawCredentialFlow extends FlowLogic<CredentialView> {
    private final String credential;
    private final CredentialStatus status;

    /**
     * Creates the flow.
     *
     * @param credential the credential's id
     * @param status how it is to stand: {@code REVOKED} for good, {@code SUSPENDED} for a time, {@code VALID} again
     */
    public WithdrawCredentialFlow(String credential, CredentialStatus status) {
        this.credential = credential;
        this.status = status;
    }

    @Suspendable
    @Override
    public CredentialView call() throws FlowException {
        CredentialDocument issued = new IssuedCredentials(getServiceHub()).require(credential);
        try {
            change(issued);
        } catch (NotaryException conflict) {
            // Another withdrawal in the same list was faster; on its result there is nothing in the way.
            change(issued);
        }
        return CredentialView.issued(
                getServiceHub(), issued, new IssuedCredentials(getServiceHub()).holder(credential));
    }

    @Suspendable
    private void change(CredentialDocument issued) throws FlowException {
        StateAndRef<CredentialStatusListState> list = StatusLists.find(getServiceHub(), issued.getStatusList())
                .orElseThrow(() -> new WorkflowException(
                        "This node's vault has not the status list of the credential.",
                        "Restore the node's database; the list is on the ledger."));
        CredentialStatusListState before = list.getState().getData();
        CredentialStatus present = before.read().get(issued.getStatusIndex());
        if (present == status) {
            throw new WorkflowException("The credential is " + present + " already.", "Nothing is changed.");
        }
        if (present == CredentialStatus.REVOKED
                || status == CredentialStatus.VALID && present != CredentialStatus.SUSPENDED) {
            throw new WorkflowException(
                    "A credential that is " + present + " cannot be made " + status + ".",
                    "What is revoked stays so; issue another credential.");
        }
        subFlow(ChangeStatusListFlow.change(
                list,
                before.changed(before.read().with(issued.getStatusIndex(), status)),
                status == CredentialStatus.VALID
                        ? new CredentialStatusListCommand.Reinstate()
                        : new CredentialStatusListCommand.Withdraw()));
    }
}
