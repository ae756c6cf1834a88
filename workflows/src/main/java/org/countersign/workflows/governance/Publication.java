package org.countersign.workflows.governance;

import java.util.ArrayList;
import java.util.List;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.workflows.Notaries;

/** Who gets to know what is public to members, as committees and segments are. */
public final class Publication {
    private Publication() {}

    /**
     * Every node of the network map but the notaries and this one.
     *
     * @param services the node's services
     * @param self this node
     * @return their first legal identities
     */
    public static List<Party> audience(ServiceHub services, Party self) {
        List<Party> others = new ArrayList<>();
        services.getNetworkMapCache().getAllNodes().forEach(node -> {
            Party party = node.getLegalIdentities().get(0);
            if (!party.equals(self) && !Notaries.isNotary(services, node)) {
                others.add(party);
            }
        });
        return others;
    }
}
