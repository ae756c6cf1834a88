package org.countersign.oracles.compliance.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javax.persistence.EntityManager;
import net.corda.core.crypto.SecureHash;
import net.corda.core.node.AppServiceHub;
import net.corda.core.node.services.CordaService;
import net.corda.core.node.services.ServiceLifecycleEvent;
import net.corda.core.serialization.SingletonSerializeAsToken;
import org.countersign.oracles.marketdata.DataFileException;
import org.countersign.oracles.validation.TransferChecks;
import org.countersign.workflows.validation.ConsultationService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks from time to time whether the lists have changed, or new persons have become known, and has those screened who
 * have not been screened with the lists as they are. Without a {@link ScreeningCheck} in force it does nothing.
 */
@CordaService
public final class RescreeningService extends SingletonSerializeAsToken {
    private static final Logger LOGGER = LoggerFactory.getLogger(RescreeningService.class);
    private static final int AT_ONCE = 100;

    private final AppServiceHub services;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(runnable -> {
        Thread thread = new Thread(runnable, "countersign-rescreening");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean running = new AtomicBoolean();
    private String problem = "";

    /**
     * Created by the node.
     *
     * @param services the node's services
     */
    public RescreeningService(AppServiceHub services) {
        this.services = services;
        services.register(AppServiceHub.SERVICE_PRIORITY_LOW, event -> {
            if (event == ServiceLifecycleEvent.STATE_MACHINE_STARTED) {
                screening()
                        .ifPresent(screening -> worker.scheduleWithFixedDelay(
                                this::look, 0, screening.getRescreenEvery().getSeconds(), TimeUnit.SECONDS));
            }
        });
    }

    private Optional<Screening> screening() {
        return services.cordaService(TransferChecks.class)
                .find(ScreeningCheck.class)
                .map(ScreeningCheck::getScreening);
    }

    // Whatever goes wrong, the next look must come.
    @SuppressWarnings("checkstyle:IllegalCatch")
    private void look() {
        try {
            String lists = lists(screening().get().versions(now()));
            problem = "";
            if (!database(database -> KnownPersons.due(database, lists, 1)).isEmpty()
                    && running.compareAndSet(false, true)) {
                services.cordaService(ConsultationService.class)
                        .start(new RescreenFlow())
                        .whenComplete((count, failure) -> ended(count, failure));
            }
        } catch (DataFileException wrong) {
            tell(wrong.getMessage());
        } catch (RuntimeException failure) {
            tell(failure.toString());
        }
    }

    private void ended(Integer count, Throwable failure) {
        running.set(false);
        if (failure == null) {
            LOGGER.info("{} known persons were screened with the lists as they are now.", count);
        } else {
            LOGGER.error("Known persons could not be screened again: {}", failure.toString());
        }
    }

    // Once and not every minute.
    private void tell(String wrong) {
        if (!wrong.equals(problem)) {
            problem = wrong;
            LOGGER.error("Nobody can be screened: {}", wrong);
        }
    }

    /**
     * Screens the next few persons.
     *
     * @return what was found, empty when there is nobody left; or the failure that a list cannot be used
     */
    CompletableFuture<Rescreening> next() {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return screenSome(screening()
                                .orElseThrow(() -> new IllegalStateException("No check that screens is in force.")));
                    } catch (DataFileException wrong) {
                        throw new CompletionException(wrong);
                    }
                },
                worker);
    }

    private Rescreening screenSome(Screening screening) throws DataFileException {
        Instant now = now();
        List<ListVersion> versions = screening.versions(now);
        String lists = lists(versions);
        List<String> words = new ArrayList<>();
        versions.forEach(version -> words.add(version.toString()));
        Rescreening done = new Rescreening(lists, words, now);
        for (KnownPerson person : database(database -> KnownPersons.due(database, lists, AT_ONCE))) {
            done.add(person, screening.screen(person.getPerson(), now));
        }
        return done;
    }

    private Instant now() {
        return services.getClock().instant();
    }

    private <A> A database(Function<EntityManager, A> query) {
        return services.getDatabase().transaction(session -> services.withEntityManager(query::apply));
    }

    private static String lists(List<ListVersion> versions) {
        StringBuilder all = new StringBuilder();
        versions.forEach(version -> all.append(version).append('\n'));
        return SecureHash.sha256(all.toString()).toString();
    }
}
