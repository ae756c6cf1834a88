package org.countersign.workflows.identity;

import java.util.Collections;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import org.countersign.workflows.WellKnown;
import org.countersign.workflows.WorkflowException;

/**
 * Takes in a credential that came as a document, for a key of this node. Whether its provider is accepted is not asked
 * here: that is for authorities to say, and may change.
 */
@StartableByRPC
public final class ImportCredentialFlow extends FlowLogic<CredentialView> {
    private final String document;

    /**
     * Creates the flow.
     *
     * @param document the plain document
     */
    public ImportCredentialFlow(String document) {
        this.document = document;
    }

    @Override
    public CredentialView call() throws FlowException {
        CredentialDocument credential = CredentialDocument.read(document.trim());
        if (!credential.isSignedByIssuer()) {
            throw new WorkflowException(
                    "The credential names another issuer than the key that it is signed with.",
                    "It is not kept; ask its provider for another one.");
        }
        if (!getServiceHub()
                .getKeyManagementService()
                .filterMyKeys(Collections.singleton(credential.getHolder()))
                .iterator()
                .hasNext()) {
            throw new WorkflowException(
                    "The credential is for a key that is none of this node's.",
                    "Import it at the member that keeps the key.");
        }
        Party provider = WellKnown.of(getServiceHub(), credential.getIssuer());
        String name = provider == null ? "" : provider.getName().toString();
        new HeldCredentials(getServiceHub()).keep(credential, name.isEmpty() ? "unknown" : name);
        return CredentialView.held(getServiceHub(), credential, name);
    }
}
