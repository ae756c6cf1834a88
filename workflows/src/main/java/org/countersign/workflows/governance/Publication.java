package org.countersign.workflows.governance;

import java.util.ArrayList;
import java.util.List;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.workflows.Notaries;

/** Who gets to know a committee: committees are public to members. */
final class Publication {
    private Publication() {}

    /** Every node of the network map but the notaries and this one. */
    static List<Party> audience(ServiceHub services, Party self) {
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
