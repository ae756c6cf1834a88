package org.countersign.workflows.identity;

import co.paralleluniverse.fibers.Suspendable;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.Set;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import org.countersign.contracts.identity.CredentialStatusListState;
import org.countersign.workflows.WorkflowSettings;

/** Finds a free place in this node's newest status list, and opens one if there is none or it is full. Inline. */
final class TakeStatusPlaceFlow extends FlowLogic<StatusPlace> {
    @Suspendable
    @Override
    public StatusPlace call() throws FlowException {
        StateAndRef<CredentialStatusListState> newest =
                StatusLists.newest(getServiceHub(), getOurIdentity()).orElse(null);
        CredentialStatusListState list =
                newest == null ? null : newest.getState().getData();
        Set<Integer> taken = list == null
                ? Collections.<Integer>emptySet()
                : new IssuedCredentials(getServiceHub()).taken(StatusLists.digest(list));
        if (list == null || StatusLists.isFull(list, taken)) {
            int number = list == null ? 1 : Math.addExact(list.getNumber(), 1);
            int size = WorkflowSettings.of(getServiceHub()).statusListSize();
            list = subFlow(ChangeStatusListFlow.open(CredentialStatusListState.opened(getOurIdentity(), number, size)));
            taken = Collections.emptySet();
        }
        return new StatusPlace(StatusLists.digest(list), StatusLists.place(list, taken, new SecureRandom()));
    }
}
