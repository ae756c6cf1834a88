package org.countersign.oracles.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.countersign.contracts.compliance.ComplianceCondition;
import org.countersign.contracts.compliance.RuleCatalogue;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.contracts.validation.Operation;

/**
 * Keeps an authority from attesting COMPLIANCE of what it does not look at: a policy that the contract cannot decide,
 * where no check in force judges policies. Other checks of the aspect may all be met, and would say nothing about it.
 */
final class UnjudgedPolicy {
    private static final String REQUIREMENT = "countersign.compliance.policy";
    private static final List<Operation> JUDGED =
            Collections.unmodifiableList(Arrays.asList(Operation.ISSUE, Operation.TRANSFER, Operation.REDEEM));

    private UnjudgedPolicy() {}

    /** Adds to the findings that the policy is undecided, if nobody judges it. */
    static CompletableFuture<List<Finding>> addTo(
            CompletableFuture<List<Finding>> findings, List<TransferCheck> checks, TransferFacts facts) {
        ComplianceCondition policy = facts.getSecurity().getCompliancePolicy().getCondition();
        boolean left = facts.getAspect() == Aspect.COMPLIANCE
                && JUDGED.contains(facts.getOperation())
                && policy != null
                && RuleCatalogue.isPrivate(policy)
                && checks.stream().noneMatch(UnjudgedPolicy::judges);
        return left ? findings.thenApply(UnjudgedPolicy::withUndecided) : findings;
    }

    // One that cannot say so judges none.
    private static boolean judges(TransferCheck check) {
        try {
            return check.judgesPolicies();
        } catch (RuntimeException | LinkageError broken) {
            return false;
        }
    }

    private static List<Finding> withUndecided(List<Finding> found) {
        List<Finding> all = new ArrayList<>(found);
        all.add(new Finding(
                REQUIREMENT,
                FindingResult.UNDECIDED,
                "POLICY_NOT_JUDGED",
                "This authority judges no policies of securities.",
                Collections.emptyList()));
        return all;
    }
}
