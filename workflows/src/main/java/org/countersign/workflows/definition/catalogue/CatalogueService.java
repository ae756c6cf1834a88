package org.countersign.workflows.definition.catalogue;

import java.util.function.Supplier;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.node.AppServiceHub;
import net.corda.core.node.services.CordaService;
import net.corda.core.node.services.ServiceLifecycleEvent;
import net.corda.core.node.services.Vault;
import net.corda.core.serialization.SingletonSerializeAsToken;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.workflows.definition.Definitions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the catalogue while the node records definitions.
 *
 * <p>It hears of a definition within the database transaction in which the node records it: both are there, or neither.
 * Every node keeps entries of the definitions that it has, for it may become a registrar; only registrars are asked.
 */
@CordaService
public final class CatalogueService extends SingletonSerializeAsToken {
    private static final Logger LOGGER = LoggerFactory.getLogger(CatalogueService.class);

    private final AppServiceHub services;

    /**
     * Created by the node.
     *
     * @param services the node's services
     */
    public CatalogueService(AppServiceHub services) {
        this.services = services;
        services.getVaultService().getRawUpdates().subscribe(this::follow);
        services.register(AppServiceHub.SERVICE_PRIORITY_LOW, event -> {
            if (event == ServiceLifecycleEvent.STATE_MACHINE_STARTED) {
                catchUp();
            }
        });
    }

    private void follow(Vault.Update<ContractState> update) {
        for (StateAndRef<ContractState> produced : update.getProduced()) {
            if (produced.getState().getData() instanceof SecurityDefinitionState) {
                keep(definition(produced));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static StateAndRef<SecurityDefinitionState> definition(StateAndRef<? extends ContractState> state) {
        return (StateAndRef<SecurityDefinitionState>) state;
    }

    private void keep(StateAndRef<SecurityDefinitionState> found) {
        SecurityDefinitionState definition = found.getState().getData();
        // What no registrars' committee can have voted for is recorded by nobody but who made it.
        if (!CatalogueCursor.isPlace(
                definition.getTerms().getSymbol(), definition.getLinearId().getExternalId())) {
            return;
        }
        PublicEntry entry = new EntryDerivation(services).of(found);
        services.withEntityManager(database -> {
            new CatalogueTable(database).save(entry);
            return null;
        });
    }

    // What was recorded by a version of this program that kept no catalogue, or another one.
    private void catchUp() {
        int kept = transaction(() -> {
            int missing = 0;
            for (StateAndRef<SecurityDefinitionState> found : Definitions.all(services)) {
                if (!isKept(found.getState().getData())) {
                    keep(found);
                    missing++;
                }
            }
            return missing;
        });
        if (kept > 0) {
            LOGGER.info("{} entries of the catalogue were derived from the ledger.", kept);
        }
    }

    private boolean isKept(SecurityDefinitionState definition) {
        return services.withEntityManager(database -> {
            return new CatalogueTable(database)
                    .has(definition.getLinearId().getExternalId(), definition.getVersion(), EntryDerivation.CURRENT);
        });
    }

    /**
     * Reads or writes the catalogue in a database transaction of its own, outside of flows.
     *
     * @param work what to do
     * @param <A> what it leads to
     * @return the result
     */
    <A> A transaction(Supplier<A> work) {
        return services.getDatabase().transaction(session -> work.get());
    }

    AppServiceHub services() {
        return services;
    }
}
