package org.countersign.workflows.identity.account;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;

/**
 * A custodian opens an account for a client: a fresh key of its node with an external id.
 *
 * <p>Steps: make the key and the entry; tell the members of all committees that this node knows which custodian keeps
 * the key. What the custodian calls the account is told to nobody.
 */
@StartableByRPC
public final class OpenAccountFlow extends FlowLogic<AccountView> {
    private final String name;

    /**
     * Creates the flow.
     *
     * @param name what the custodian calls the account, 1 to 120 readable characters, once
     */
    public OpenAccountFlow(String name) {
        this.name = name;
    }

    @Suspendable
    @Override
    public AccountView call() throws FlowException {
        AccountView account = new Accounts(getServiceHub()).open(name);
        KeyAnnouncement.toAll(this, account.getKey());
        return account;
    }
}
