package org.countersign.workflows.identity.account;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;

/**
 * A custodian gives an account another key, because the client's is lost or stolen, or is to be used no longer.
 *
 * <p>Steps: make the key and enter it; tell the members of all committees that this node knows. From then on the
 * account gives and takes by the new key. What the former key holds stays with it until it is recovered to the new one,
 * which the registrars' operators have to affirm and for which the client is identified by the new key
 * ({@link org.countersign.workflows.control.TakeMeasureFlow}).
 */
@StartableByRPC
public final class ReplaceAccountKeyFlow extends FlowLogic<AccountView> {
    private final String account;

    /**
     * Creates the flow.
     *
     * @param account name or external id of the account
     */
    public ReplaceAccountKeyFlow(String account) {
        this.account = account;
    }

    @Suspendable
    @Override
    public AccountView call() throws FlowException {
        AccountView replaced = new Accounts(getServiceHub()).replaceKey(account);
        KeyAnnouncement.toAll(this, replaced.getKey());
        return replaced;
    }
}
