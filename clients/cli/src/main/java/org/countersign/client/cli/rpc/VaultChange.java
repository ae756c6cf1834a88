package org.countersign.client.cli.rpc;

import java.util.List;
import net.corda.core.contracts.StateRef;

/**
 * A change of a node's vault.
 *
 * @param created references of the states that came in
 * @param consumed references of the states that were consumed
 */
public record VaultChange(List<StateRef> created, List<StateRef> consumed) {
    /** Keeps copies. */
    public VaultChange {
        created = List.copyOf(created);
        consumed = List.copyOf(consumed);
    }
}
