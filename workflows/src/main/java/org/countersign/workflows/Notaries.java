package org.countersign.workflows;

import java.util.List;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.node.NodeInfo;
import net.corda.core.node.ServiceHub;

/** Finds the notary service of the network. */
public final class Notaries {
    private Notaries() {}

    /**
     * The network's notary, for states that do not yet have one.
     *
     * @param services the node's services
     * @return the one notary service, or the one that the node's settings name
     * @throws FlowException if the network has none, or several and the settings name none of them
     */
    public static Party only(ServiceHub services) throws FlowException {
        List<Party> notaries = services.getNetworkMapCache().getNotaryIdentities();
        String chosen = WorkflowSettings.of(services).notary();
        for (Party notary : notaries) {
            if (chosen == null ? notaries.size() == 1 : notary.getName().equals(CordaX500Name.parse(chosen))) {
                return notary;
            }
        }
        throw new WorkflowException(
                "The network has " + notaries.size() + " notary services"
                        + (chosen == null ? " where one is expected." : ", none of them " + chosen + "."),
                "Check the network parameters, or name one of them in the setting notary.");
    }

    /**
     * Whether a node runs a notary.
     *
     * @param services the node's services
     * @param node any node
     * @return true if one of its identities is a notary service's
     */
    public static boolean isNotary(ServiceHub services, NodeInfo node) {
        for (Party identity : node.getLegalIdentities()) {
            if (services.getNetworkMapCache().isNotary(identity)) {
                return true;
            }
        }
        return false;
    }
}
