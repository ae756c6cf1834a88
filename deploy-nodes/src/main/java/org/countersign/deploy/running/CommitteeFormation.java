package org.countersign.deploy.running;

import java.io.IOException;
import org.countersign.deploy.topology.CommitteePlan;

/** Forms the committees of a network on its ledger. */
interface CommitteeFormation {
    /**
     * Forms a committee unless the ledger has it already.
     *
     * @param plan the committee
     * @return whether it was formed now
     * @throws IOException if the password of a node cannot be read
     */
    boolean form(CommitteePlan plan) throws IOException;
}
