package org.countersign.oracles.validation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.workflows.validation.ReportCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs checks beside the flows, each in a small pool of its own and under a time-out: a check that hangs uses up its
 * own threads and nobody else's. Whatever a check does, there is a finding for it.
 */
final class CheckRunner {
    private static final Logger LOGGER = LoggerFactory.getLogger(CheckRunner.class);
    private static final int THREADS = 4;
    private static final int WAITING = 32;
    private static final long IDLE_SECONDS = 60;

    private final Map<TransferCheck, ThreadPoolExecutor> pools = new IdentityHashMap<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(daemon("countersign-check-timer"));
    private final Duration timeout;

    /**
     * Makes a pool for each check.
     *
     * @param checks the checks that are in force
     * @param timeout how long one may take for one transaction, its waiting for a thread included
     */
    CheckRunner(Collection<TransferCheck> checks, Duration timeout) {
        this.timeout = timeout;
        for (TransferCheck check : checks) {
            ThreadPoolExecutor pool = new ThreadPoolExecutor(
                    THREADS,
                    THREADS,
                    IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(WAITING),
                    daemon("countersign-check-" + check.name()));
            pool.allowCoreThreadTimeOut(true);
            pools.put(check, pool);
        }
    }

    /**
     * Runs checks of one aspect side by side.
     *
     * @param checks which
     * @param facts what they judge
     * @param missing what could not be gathered; a check that needs it is not run
     * @return all findings, at least one per check, in the order of the checks; never completes with a failure
     */
    CompletableFuture<List<Finding>> run(List<TransferCheck> checks, TransferFacts facts, Set<FactKind> missing) {
        int most = ReportCheck.MOST_FINDINGS / Math.max(1, checks.size());
        CompletableFuture<List<Finding>> all = CompletableFuture.completedFuture(Collections.emptyList());
        for (TransferCheck check : checks) {
            CompletableFuture<List<Finding>> one = start(check, facts, missing, most);
            all = all.thenCombine(one, CheckRunner::joined);
        }
        return all;
    }

    /** Runs something later, on the thread that watches the time. */
    void later(Duration delay, Runnable task) {
        timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private CompletableFuture<List<Finding>> start(
            TransferCheck check, TransferFacts facts, Set<FactKind> missing, int most) {
        CompletableFuture<List<Finding>> result = new CompletableFuture<>();
        FutureTask<Void> task = new FutureTask<>(() -> result.complete(findings(check, facts, missing, most)), null);
        ThreadPoolExecutor pool = pools.get(check);
        try {
            pool.execute(task);
        } catch (RejectedExecutionException full) {
            LOGGER.error(
                    "The check {} has no thread left; earlier transactions still occupy all of them.", check.name());
            return CompletableFuture.completedFuture(
                    undecided(check, "OVERLOADED", "is busy with earlier transactions"));
        }
        timer.schedule(
                () -> {
                    if (result.complete(
                            undecided(check, "TIMED_OUT", "took longer than " + timeout.getSeconds() + " seconds"))) {
                        LOGGER.error("The check {} took longer than {} s.", check.name(), timeout.getSeconds());
                        task.cancel(true);
                        pool.remove(task);
                    }
                },
                timeout.toMillis(),
                TimeUnit.MILLISECONDS);
        return result;
    }

    // On the check's own thread, with all that a stranger's code can do.
    @SuppressWarnings("checkstyle:IllegalCatch")
    private static List<Finding> findings(TransferCheck check, TransferFacts facts, Set<FactKind> missing, int most) {
        try {
            Set<FactKind> needs = check.needs(facts);
            if (!Collections.disjoint(needs, missing)
                    || !FactDisclosure.beyond(check.aspect(), needs).isEmpty()) {
                return undecided(check, "FACTS_MISSING", "lacks facts that it has to know beside the transaction");
            }
            List<Finding> found = check.check(facts);
            List<Finding> findings = found == null ? Collections.emptyList() : new ArrayList<>(found);
            if (isSound(check, findings, most)) {
                return findings;
            }
            LOGGER.error("The check {} found what is no finding of its own: {}", check.name(), findings);
            return undecided(check, "MALFORMED", "gave no proper result");
        } catch (Throwable failure) {
            LOGGER.error("The check {} failed.", check.name(), failure);
            return undecided(check, "FAILED", "failed");
        }
    }

    private static boolean isSound(TransferCheck check, List<Finding> findings, int most) {
        return !findings.isEmpty()
                && findings.size() <= most
                && findings.stream()
                        .allMatch(finding -> finding != null
                                && (finding.getRequirement().equals(check.name())
                                        || finding.getRequirement().startsWith(check.name() + "."))
                                && ReportCheck.isPresentable(finding));
    }

    // What exactly went wrong may be a secret of the authority; the proposer learns its kind.
    private static List<Finding> undecided(TransferCheck check, String code, String what) {
        return Collections.singletonList(new Finding(
                check.name(),
                FindingResult.UNDECIDED,
                code,
                "The check " + check.name() + " " + what + ".",
                Collections.emptyList()));
    }

    private static List<Finding> joined(List<Finding> first, List<Finding> second) {
        List<Finding> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    private static ThreadFactory daemon(String name) {
        return runnable -> {
            Thread thread = new Thread(runnable, name);
            thread.setDaemon(true);
            // Libraries that look for services find those in the jars beside the check's.
            thread.setContextClassLoader(TransferCheck.class.getClassLoader());
            return thread;
        };
    }
}
