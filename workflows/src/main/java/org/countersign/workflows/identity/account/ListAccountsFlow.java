package org.countersign.workflows.identity.account;

import java.util.List;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;

/** Lists the accounts of this custodian's clients. */
@StartableByRPC
public final class ListAccountsFlow extends FlowLogic<List<AccountView>> {
    @Override
    public List<AccountView> call() {
        return new Accounts(getServiceHub()).all();
    }
}
