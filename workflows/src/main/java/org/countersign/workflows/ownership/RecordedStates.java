package org.countersign.workflows.ownership;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.node.StatesToRecord;
import net.corda.core.node.services.Vault;
import net.corda.core.node.services.vault.PageSpecification;
import net.corda.core.node.services.vault.QueryCriteria;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.segment.SegmentAudience;

/** Asks the vault which states it has, and which of them are unspent. A registrar's vault is its register. */
final class RecordedStates {
    private static final int PAGE_SIZE = 200;

    private RecordedStates() {}

    /** Which of the references are in the vault and unspent. */
    static Set<StateRef> unspent(ServiceHub services, Collection<StateRef> refs) {
        return refs(find(services, refs, Vault.StateStatus.UNCONSUMED));
    }

    /** Which of the references are in the vault and spent, with their states. */
    static List<StateAndRef<ContractState>> spent(ServiceHub services, Collection<StateRef> refs) {
        return find(services, refs, Vault.StateStatus.CONSUMED);
    }

    /** Whether any output of a transaction is in the vault, spent or not. */
    static boolean anyInVault(ServiceHub services, SignedTransaction transaction) {
        List<StateRef> refs = new ArrayList<>();
        for (int index = 0; index < transaction.getTx().getOutputs().size(); index++) {
            refs.add(new StateRef(transaction.getId(), index));
        }
        return !find(services, refs, Vault.StateStatus.ALL).isEmpty();
    }

    /**
     * Whether a member keeps all states that it is sent, not only its own: a registrar, an observer of one or of a
     * segment.
     */
    static boolean areAll(ServiceHub services, Party self) {
        for (StateAndRef<CommitteeState> committee : Committees.all(services)) {
            CommitteeState state = committee.getState().getData();
            if (state.getAspect() == Aspect.OWNERSHIP
                    && (state.seatOf(self).isPresent()
                            || state.getTerms().getObservers().contains(self))) {
                return true;
            }
        }
        return SegmentAudience.keepsAll(services, self);
    }

    /** How much a member records of a final transaction. */
    static StatesToRecord scope(ServiceHub services, Party self) {
        return areAll(services, self) ? StatesToRecord.ALL_VISIBLE : StatesToRecord.ONLY_RELEVANT;
    }

    /** Whether a member has not recorded a transaction, or only as something that another one depends on. */
    static boolean isLacking(ServiceHub services, Party self, SecureHash transactionId) {
        SignedTransaction known = services.getValidatedTransactions().getTransaction(transactionId);
        return known == null
                || !known.getTx().getOutputs().isEmpty() && areAll(services, self) && !anyInVault(services, known);
    }

    private static List<StateAndRef<ContractState>> find(
            ServiceHub services, Collection<StateRef> refs, Vault.StateStatus status) {
        if (refs.isEmpty()) {
            return Collections.emptyList();
        }
        QueryCriteria criteria = new QueryCriteria.VaultQueryCriteria(
                status, Collections.singleton(ContractState.class), new ArrayList<>(refs));
        return services.getVaultService()
                .queryBy(ContractState.class, criteria, new PageSpecification(1, Math.max(PAGE_SIZE, refs.size())))
                .getStates();
    }

    private static Set<StateRef> refs(List<StateAndRef<ContractState>> states) {
        Set<StateRef> refs = new HashSet<>();
        states.forEach(state -> refs.add(state.getRef()));
        return refs;
    }
}
