package org.countersign.oracles.validation;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import net.corda.core.cordapp.CordappConfig;
import net.corda.core.node.AppServiceHub;
import net.corda.core.node.ServiceHub;
import net.corda.core.node.services.CordaService;
import net.corda.core.serialization.SingletonSerializeAsToken;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Finding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checks of this authority: found in the jars of its {@code cordapps} directory and set up once, when the node
 * starts. All those jars share one class loader, also those that are no CorDapps by their manifest.
 */
@CordaService
public final class TransferChecks extends SingletonSerializeAsToken {
    private static final Logger LOGGER = LoggerFactory.getLogger(TransferChecks.class);

    private final CheckRoster roster;
    private final CheckRunner runner;
    private final ConcurrentMap<String, CompletableFuture<List<Finding>>> running = new ConcurrentHashMap<>();

    /**
     * Created by the node. It says in the log which checks are in force and what is wrong.
     *
     * @param services the node's services
     */
    public TransferChecks(AppServiceHub services) {
        this.roster = new CheckRoster(
                ServiceLoader.load(TransferCheck.class, TransferCheck.class.getClassLoader()),
                settings(services.getAppContext().getConfig()));
        this.runner = new CheckRunner(roster.all(), roster.timeout());
        roster.start(this);
        for (Aspect aspect : Aspect.values()) {
            List<TransferCheck> checks = roster.of(aspect);
            if (!checks.isEmpty()) {
                LOGGER.info("Checks of {}: {}", aspect, names(checks));
            }
            roster.problems(aspect).forEach(problem -> LOGGER.error("{} is not judged: {}", aspect, problem));
        }
    }

    private static Map<?, ?> settings(CordappConfig config) {
        if (!config.exists("checks")) {
            return Collections.emptyMap();
        }
        Object section = config.get("checks");
        // A value in place of the section is a setting of no check, and is refused as one.
        return section instanceof Map ? (Map<?, ?>) section : Collections.singletonMap("", section);
    }

    private static List<String> names(List<TransferCheck> checks) {
        return checks.stream().map(TransferCheck::name).collect(Collectors.toList());
    }

    /**
     * Whether this authority judges an aspect.
     *
     * @param aspect the aspect
     * @return true if a check of the aspect is in force and none is set up wrongly
     */
    public boolean isReady(Aspect aspect) {
        return roster.problems(aspect).isEmpty() && !roster.of(aspect).isEmpty();
    }

    /**
     * What the checks of an aspect have to know beside the tear-off.
     *
     * @param facts what is known of a transaction so far
     * @return every kind of fact that one of them needs and the aspect may see
     */
    Set<FactKind> needs(TransferFacts facts) {
        return roster.needs(facts);
    }

    /**
     * A check that is in force, by what it is beside being a check.
     *
     * @param type a class or interface
     * @param <T> the same
     * @return nothing if there is no such check, or its aspect is not judged
     */
    public <T> Optional<T> find(Class<T> type) {
        return roster.all().stream()
                .filter(check -> isReady(check.aspect()) && type.isInstance(check))
                .map(type::cast)
                .findFirst();
    }

    /**
     * Lets the checks of an aspect keep what they want to know later, in the flow in which the answer leaves.
     *
     * @param facts what they have judged
     * @param services the node's services
     */
    void remember(TransferFacts facts, ServiceHub services) {
        roster.of(facts.getAspect()).forEach(check -> check.remember(facts, services));
    }

    /**
     * Runs all checks of an aspect, once for each question however often it is called, until {@link #taken}.
     *
     * @param question the flow that answers the question
     * @param facts what they judge
     * @param missing what they need and could not be gathered
     * @return all findings; never completes with a failure
     */
    CompletableFuture<List<Finding>> run(UUID question, TransferFacts facts, Set<FactKind> missing) {
        return running.computeIfAbsent(key(question, facts.getAspect()), first -> judge(facts, missing));
    }

    private CompletableFuture<List<Finding>> judge(TransferFacts facts, Set<FactKind> missing) {
        List<TransferCheck> checks = roster.of(facts.getAspect());
        return UnjudgedPolicy.addTo(runner.run(checks, facts, missing), checks, facts);
    }

    /**
     * Runs all checks of an aspect on what is only asked about.
     *
     * @param facts what they judge; there is no transaction
     * @return all findings; never completes with a failure
     */
    public CompletableFuture<List<Finding>> consider(TransferFacts facts) {
        return judge(facts, Collections.emptySet());
    }

    /**
     * Forgets findings that a question has taken.
     *
     * @param question the flow that answers the question
     * @param aspect the aspect
     */
    void taken(UUID question, Aspect aspect) {
        running.remove(key(question, aspect));
    }

    /**
     * Runs something a moment later, on a thread that must not be blocked.
     *
     * @param delay from now
     * @param task what to run
     */
    void later(Duration delay, Runnable task) {
        runner.later(delay, task);
    }

    private static String key(UUID question, Aspect aspect) {
        return question + " " + aspect;
    }
}
