package org.countersign.flowtests;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Figure;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.oracles.validation.CheckConfiguration;
import org.countersign.oracles.validation.TransferCheck;
import org.countersign.oracles.validation.TransferFacts;
import org.countersign.workflows.validation.PresentedEvidence;

/** A check of COMPLIANCE, in a jar beside the oracle's, that finds what a test tells it to find. */
public final class StagedCheck implements TransferCheck {
    static final String NAME = "flowtests.staged";
    static final BigDecimal SECRET = new BigDecimal("7770777.25");

    private static final Map<String, Act> ACTS = new ConcurrentHashMap<>();
    private static final Map<String, List<List<PresentedEvidence>>> SHOWN = new ConcurrentHashMap<>();

    /** What the check does. */
    enum Act {
        OBJECT,
        HANG,
        THROW
    }

    /** From now on the check does this for a security. */
    static void play(String symbol, Act act) {
        ACTS.put(symbol, act);
    }

    /** What it was shown with the transactions of a security, by one authority after another. */
    static List<List<PresentedEvidence>> shown(String symbol) {
        return SHOWN.getOrDefault(symbol, Collections.emptyList());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Aspect aspect() {
        return Aspect.COMPLIANCE;
    }

    @Override
    public void configure(CheckConfiguration configuration) {
        // There is nothing to set.
    }

    @Override
    public List<Finding> check(TransferFacts facts) throws InterruptedException {
        String symbol = facts.getSecurity().getTerms().getSymbol();
        SHOWN.computeIfAbsent(symbol, first -> new CopyOnWriteArrayList<>()).add(facts.getEvidence());
        Act act = ACTS.get(symbol);
        if (act == Act.HANG) {
            new CountDownLatch(1).await();
        }
        if (act == Act.THROW) {
            throw new IllegalStateException("the password is swordfish");
        }
        return act == Act.OBJECT
                ? Arrays.asList(
                        finding(FindingResult.NOT_MET, "sanctions", "The buyer is under sanctions."),
                        finding(FindingResult.MET, "age", "The buyer is of age."),
                        finding(FindingResult.NOT_MET, "wealth", "The buyer's net worth is too small."))
                : Collections.singletonList(finding(FindingResult.MET, "wealth", "The buyer's net worth is enough."));
    }

    private static Finding finding(FindingResult result, String requirement, String reason) {
        return new Finding(
                NAME + "." + requirement,
                result,
                result.name(),
                reason,
                Collections.singletonList(new Figure("net worth", SECRET, "GBP")));
    }
}
