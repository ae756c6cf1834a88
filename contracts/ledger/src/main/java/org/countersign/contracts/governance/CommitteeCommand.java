package org.countersign.contracts.governance;

import net.corda.core.contracts.TypeOnlyCommandData;

/** What can be done with a committee. The contract refuses everything that is not one of the nested commands. */
public abstract class CommitteeCommand extends TypeOnlyCommandData {
    CommitteeCommand() {}

    /** A committee is founded by the agreement of all of its members. */
    public static final class Form extends CommitteeCommand {}

    /** A committee enters its next epoch by its own quorum and the agreement of the members to be. */
    public static final class Reform extends CommitteeCommand {}
}
