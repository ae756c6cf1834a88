package org.countersign.workflows.identity;

import co.paralleluniverse.fibers.Suspendable;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import org.countersign.contracts.identity.CredentialStatus;
import org.countersign.workflows.WorkflowException;

/**
 * A provider issues a credential anew, for a longer time and with claims that have changed, and revokes the old one.
 * The new one is at the holder before the old one is withdrawn, so that it is never without.
 */
@StartableByRPC
public final class RenewCredentialFlow extends FlowLogic<CredentialView> {
    private final String credential;
    private final Map<String, String> changes;
    private final Duration validity;

    /**
     * Creates the flow.
     *
     * @param credential the id of the credential that is renewed
     * @param changes the claims that are different in the new one, as texts; may be empty
     * @param validity for how long the new one is valid from now on
     */
    public RenewCredentialFlow(String credential, Map<String, String> changes, Duration validity) {
        this.credential = credential;
        this.changes = changes;
        this.validity = validity;
    }

    @Suspendable
    @Override
    public CredentialView call() throws FlowException {
        IssuedCredentials record = new IssuedCredentials(getServiceHub());
        CredentialDocument old = record.require(credential);
        CordaX500Name member = record.holder(credential);
        Party holder = getServiceHub().getIdentityService().wellKnownPartyFromX500Name(member);
        if (holder == null) {
            throw new WorkflowException(
                    member + " is not known to this node any more.", "Issue a credential to another member.");
        }
        Map<String, String> values = new TreeMap<>(old.getValues());
        values.putAll(changes);
        CredentialView renewed = subFlow(new IssueCredentialFlow.Initiator(
                holder, old.getHolder(), old.getKind(), values, old.getSubject(), validity));
        CredentialView before = CredentialView.issued(getServiceHub(), old, member);
        if (before.getStatus() != CredentialStatus.REVOKED) {
            subFlow(new WithdrawCredentialFlow(credential, CredentialStatus.REVOKED));
        }
        return renewed;
    }
}
