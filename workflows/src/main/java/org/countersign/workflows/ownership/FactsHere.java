package org.countersign.workflows.ownership;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import net.corda.core.crypto.SecureHash;
import net.corda.core.node.AppServiceHub;
import net.corda.core.node.services.CordaService;
import net.corda.core.serialization.SingletonSerializeAsToken;
import net.corda.core.transactions.SignedTransaction;

/**
 * Remembers which public facts (definitions and committees) are in this node's vault. Every delivery names those that
 * it builds on, they are nearly always the same, and what is in the vault once stays there, spent or not.
 */
@CordaService
public final class FactsHere extends SingletonSerializeAsToken {
    private static final int MOST = 10_000;

    private final AppServiceHub services;
    private final Set<SecureHash> here =
            Collections.newSetFromMap(Collections.synchronizedMap(new LinkedHashMap<SecureHash, Boolean>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<SecureHash, Boolean> eldest) {
                    return size() > MOST;
                }
            }));

    /**
     * Created by the node.
     *
     * @param services the node's services
     */
    public FactsHere(AppServiceHub services) {
        this.services = services;
    }

    /**
     * Whether a fact is not in the vault. Ask before anything is recorded in the same step of a flow: what comes to
     * nothing afterwards must not be remembered.
     *
     * @param fact the id of the transaction that created it
     * @return true also if the transaction is in storage only, as another one's dependency
     */
    boolean isLacking(SecureHash fact) {
        if (here.contains(fact)) {
            return false;
        }
        SignedTransaction known = services.getValidatedTransactions().getTransaction(fact);
        if (known == null || !RecordedStates.anyInVault(services, known)) {
            return true;
        }
        here.add(fact);
        return false;
    }
}
