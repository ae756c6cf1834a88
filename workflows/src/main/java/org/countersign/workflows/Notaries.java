package org.countersign.workflows;

import java.util.List;
import net.corda.core.flows.FlowException;
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
     * @return the one notary service
     * @throws FlowException if the network has none, or several so that the choice is not ours to make
     */
    public static Party only(ServiceHub services) throws FlowException {
        List<Party> notaries = services.getNetworkMapCache().getNotaryIdentities();
        if (notaries.size() != 1) {
            throw new WorkflowException(
                    "The network has " + notaries.size() + " notary services where one is expected.",
                    "Check the network parameters.");
        }
        return notaries.get(0);
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
