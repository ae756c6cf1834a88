package org.countersign.contracts.holding;

import static org.countersign.contracts.Rules.broken;
import static org.countersign.contracts.Rules.check;

import java.util.stream.Collectors;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.contracts.compliance.CompiledPolicy;
import org.countersign.contracts.compliance.ComplianceReport;
import org.countersign.contracts.compliance.Decision;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.rules.AttachedPolicy;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;

/** Judges the compliance policy of a security on what everybody sees. Measures by order are not judged by it. */
public final class PublicCompliance {
    /** What all can see needs nobody's word; the message goes on with the rules that are not met. */
    public static final String COMPLIANT = "A security's compliance policy holds, as far as the ledger can judge it.";
    /** What the ledger cannot see must not pass unseen. */
    public static final String REST_ATTESTED =
            "What the ledger cannot decide of a compliance policy is attested for COMPLIANCE.";

    /**
     * One of several, clean or not affiliated, could stand in for another; pinned rules are compiled from the policy.
     */
    public static final String ONE_OF_EACH = "A security moves from one giver to one taker in a transaction if its "
            + "compliance policy negates or presumes what is asked of each, or demands what is asked of any.";

    /** What cannot say no has not said yes either. */
    public static final String DECIDED = "Pinned rules come to a decision.";

    private PublicCompliance() {}

    /** Verifies a movement whose attestations are those that the definition's validation policy demands. */
    static void verify(LedgerTransaction tx, PublicFacts facts, SecurityDefinitionState definition) {
        check(ONE_OF_EACH, !definition.getCompliancePolicy().misjudged(facts).isPresent());
        Decision decision = decide(tx, facts, definition);
        check(
                REST_ATTESTED,
                decision == Decision.HOLDS
                        || definition.getValidationPolicy().requirementsFor(facts.getOperation()).stream()
                                .map(AspectRequirement::getAspect)
                                .anyMatch(aspect -> aspect == Aspect.COMPLIANCE));
    }

    private static Decision decide(LedgerTransaction tx, PublicFacts facts, SecurityDefinitionState definition) {
        if (definition.getPinnedRules() == null) {
            return judged(definition.getCompliancePolicy().judge(facts));
        }
        CompiledPolicy rules = AttachedPolicy.load(tx, definition.getPinnedRules());
        try {
            return decide(rules, facts);
        } catch (LinkageError | StackOverflowError e) {
            // Whoever verifies takes an error, other than an exception, for a fault of the machine.
            throw broken(DECIDED);
        }
    }

    private static Decision decide(CompiledPolicy rules, PublicFacts facts) {
        Decision decision = rules.decide(facts);
        if (decision == Decision.FAILS) {
            // Judged once more for the reasons alone: a class whose report is milder than its decision fails as well.
            throw failed(rules.judge(facts));
        }
        return decision;
    }

    private static Decision judged(ComplianceReport report) {
        if (report.getDecision() == Decision.FAILS) {
            throw failed(report);
        }
        return report.getDecision();
    }

    private static RuntimeException failed(ComplianceReport report) {
        return broken(COMPLIANT + " It does not: " + reasons(report));
    }

    private static String reasons(ComplianceReport report) {
        return report.getFindings().stream()
                .filter(finding -> finding.getDecision() == Decision.FAILS)
                .map(finding -> finding.getRule() + ": " + finding.getFinding().getReason())
                .collect(Collectors.joining(" "));
    }
}
