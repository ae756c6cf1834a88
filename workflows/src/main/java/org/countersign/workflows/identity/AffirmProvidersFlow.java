package org.countersign.workflows.identity;

import java.util.ArrayList;
import java.util.List;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import org.countersign.contracts.identity.AcceptedProvider;

/**
 * The operator of a committee's member agrees to a list of providers, in exactly these terms and in the place of the
 * current one. Nothing is sent and nothing is on the ledger; the node signs when a member proposes the list.
 */
@StartableByRPC
public final class AffirmProvidersFlow extends FlowLogic<SecureHash> {
    private final String committee;
    private final List<AcceptedProvider> providers;

    /**
     * Creates the flow.
     *
     * @param committee the name of a committee for IDENTITY
     * @param providers who is to be accepted for what, in the order of the proposal
     */
    public AffirmProvidersFlow(String committee, List<AcceptedProvider> providers) {
        this.committee = committee;
        this.providers = new ArrayList<>(providers);
    }

    @Override
    public SecureHash call() throws FlowException {
        ProviderDecision decision = ProviderDecision.propose(getServiceHub(), committee, providers);
        decision.seatOf(getOurIdentity());
        decision.affirm();
        return decision.offer().digest();
    }
}
