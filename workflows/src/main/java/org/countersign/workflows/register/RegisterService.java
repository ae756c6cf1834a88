package org.countersign.workflows.register;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.Party;
import net.corda.core.node.AppServiceHub;
import net.corda.core.node.services.CordaService;
import net.corda.core.node.services.ServiceLifecycleEvent;
import net.corda.core.node.services.ServiceLifecycleObserver;
import net.corda.core.node.services.Vault;
import net.corda.core.serialization.SingletonSerializeAsToken;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.ownership.RegisterException;
import org.countersign.workflows.validation.ConsultationService;

/**
 * Keeps the registers while the node records transactions.
 *
 * <p>It hears of every change of the vault within the database transaction in which the change is made: both are there,
 * or neither. A transaction that does not fit the register makes the recording fail as a whole, and the node keeps the
 * flow for its operator to look at.
 */
@CordaService
public final class RegisterService extends SingletonSerializeAsToken {
    private static final int LATEST = 100;

    private final AppServiceHub services;
    private final HoldersRegister register;

    /**
     * Created by the node.
     *
     * @param services the node's services
     */
    public RegisterService(AppServiceHub services) {
        this.services = services;
        this.register = new HoldersRegister(services);
        services.getVaultService().getRawUpdates().subscribe(this::follow);
        services.register(AppServiceHub.SERVICE_PRIORITY_LOW, new ServiceLifecycleObserver() {
            @Override
            public void onServiceLifecycleEvent(ServiceLifecycleEvent event) {
                if (event == ServiceLifecycleEvent.STATE_MACHINE_STARTED) {
                    catchUp();
                }
            }
        });
    }

    // What became final while this node was down.
    private void catchUp() {
        Party self = services.getMyInfo().getLegalIdentities().get(0);
        boolean keeping = transaction(() -> {
            try {
                return !RegisterSeats.kept(services, self, null).isEmpty();
            } catch (FlowException impossible) {
                throw new IllegalStateException("Without a symbol no security is asked for.", impossible);
            }
        });
        if (keeping) {
            services.cordaService(ConsultationService.class).launch(CatchUpRegisterFlow.unattended(null));
        }
    }

    /**
     * Reads or writes the registers in a database transaction of its own, outside of flows. What reads a whole ledger
     * would hold up all flows of the node if it ran in one.
     *
     * @param work what to do
     * @param <A> what it leads to
     * @return the result
     */
    <A> A transaction(Supplier<A> work) {
        return services.getDatabase().transaction(session -> work.get());
    }

    HoldersRegister register() {
        return register;
    }

    AppServiceHub services() {
        return services;
    }

    private void follow(Vault.Update<ContractState> update) {
        Set<SecureHash> creating = new LinkedHashSet<>();
        for (StateAndRef<ContractState> state : update.getProduced()) {
            if (state.getState().getData() instanceof SecurityToken) {
                creating.add(state.getRef().getTxhash());
            }
        }
        for (SecureHash id : creating) {
            register.enter(services.getValidatedTransactions().getTransaction(id));
        }
        List<StateRef> ended = new ArrayList<>();
        for (StateAndRef<ContractState> state : update.getConsumed()) {
            if (state.getState().getData() instanceof SecurityToken) {
                ended.add(state.getRef());
            }
        }
        // The vault does not say who consumed a state. What creates no holding that it keeps is found as the latest.
        for (StateRef holding : register.standing(ended)) {
            register.enter(spender(holding));
        }
    }

    private SignedTransaction spender(StateRef holding) {
        TransactionLog log = new TransactionLog(services);
        List<SecureHash> page = log.newest(LATEST);
        SecureHash after = null;
        while (!page.isEmpty()) {
            for (SecureHash id : page) {
                SignedTransaction transaction =
                        services.getValidatedTransactions().getTransaction(id);
                if (transaction.getInputs().contains(holding)) {
                    return transaction;
                }
            }
            // It can only be older if the register was empty when it was recorded.
            page = log.page(after, LATEST);
            after = page.isEmpty() ? after : page.get(page.size() - 1);
        }
        throw new RegisterException("The holding " + holding + " was consumed, and no transaction says by which.");
    }
}
