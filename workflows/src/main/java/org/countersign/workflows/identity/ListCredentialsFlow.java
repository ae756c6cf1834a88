package org.countersign.workflows.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.workflows.WellKnown;

/** Lists the credentials that this node keeps, its own and its clients', or those that it has issued. */
@StartableByRPC
public final class ListCredentialsFlow extends FlowLogic<List<CredentialView>> {
    private final boolean issued;

    /**
     * Creates the flow.
     *
     * @param issued true for what this node has issued, false for what it keeps
     */
    public ListCredentialsFlow(boolean issued) {
        this.issued = issued;
    }

    @Override
    public List<CredentialView> call() throws FlowException {
        List<CredentialView> views = new ArrayList<>();
        ServiceHub services = getServiceHub();
        if (issued) {
            Map<CredentialDocument, CordaX500Name> all = new IssuedCredentials(services).all();
            all.forEach((credential, member) -> views.add(CredentialView.issued(services, credential, member)));
        } else {
            for (CredentialDocument credential : new HeldCredentials(services).all()) {
                Party provider = WellKnown.of(services, credential.getIssuer());
                views.add(CredentialView.held(
                        services,
                        credential,
                        provider == null ? "" : provider.getName().toString()));
            }
        }
        return views;
    }
}
