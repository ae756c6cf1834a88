package org.countersign.hostile;

import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.BelongsToContract;
import net.corda.core.contracts.Contract;
import net.corda.core.contracts.ContractState;
import net.corda.core.identity.AbstractParty;
import net.corda.core.transactions.LedgerTransaction;

/** An attacker's contract: it refuses nothing. */
public final class AnythingGoes implements Contract {
    public static final String ID = AnythingGoes.class.getName();

    @Override
    public void verify(LedgerTransaction tx) {
        // Nothing is the point.
    }

    /** A state of its own. */
    @BelongsToContract(AnythingGoes.class)
    public static final class Trinket implements ContractState {
        @Override
        public List<AbstractParty> getParticipants() {
            return Collections.emptyList();
        }
    }
}
