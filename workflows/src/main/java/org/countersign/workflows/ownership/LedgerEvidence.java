package org.countersign.workflows.ownership;

import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.workflows.validation.Refusal;

/**
 * What this registrar's own ledger shows against a transaction that it has voted for and has not seen become final.
 *
 * <p>Corda's notary does not sign its refusals, and a conflict names only the hash of what was first. So its word alone
 * proves nothing; the transaction that was first does, recorded here with the notary's signature and a quorum's.
 */
final class LedgerEvidence {
    private LedgerEvidence() {}

    /**
     * Whether a transaction can no longer become final unless the notary and a committee's quorum contradict
     * themselves.
     *
     * <p>It cannot if a holding or a definition that it spends was spent by another transaction. Cash does not count:
     * it moves by the notary and its owner alone. If a definition or a committee that it references was superseded, it
     * cannot become final any more, but may be notarised since before; there the notary has to have said no as well.
     */
    static boolean excludes(ServiceHub services, SecureHash transactionId) {
        Verdicts.Said said = Verdicts.on(services, transactionId).orElse(null);
        SignedTransaction voted = said == null ? null : said.transaction();
        if (voted == null) {
            return false;
        }
        for (StateAndRef<ContractState> spent : RecordedStates.spent(services, voted.getInputs())) {
            ContractState state = spent.getState().getData();
            if (state instanceof SecurityToken || state instanceof SecurityDefinitionState) {
                return true;
            }
        }
        return said.isRefusedAs(Refusal.SUPERSEDED_AT_NOTARY)
                && !RecordedStates.spent(services, voted.getReferences()).isEmpty();
    }
}
