package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.countersign.contracts.validation.Figure;
import org.countersign.contracts.validation.Finding;

/** A rule on how much each of those acquires who hold more than before. */
abstract class AcquiredQuantityRule extends ComplianceRule {
    /** Whether one may acquire so much, in units. */
    abstract boolean allows(BigDecimal acquired);

    /** What one may acquire, as {@code at least 100 units}. */
    abstract String allowed();

    /** The code of the reason for which more or less is refused. */
    abstract String code();

    @Override
    public final Finding evaluate(ComplianceFacts facts) {
        NetMovement movement = facts.getMovement();
        List<Finding> findings = new ArrayList<>();
        for (PublicKey acquirer : movement.getAcquirers()) {
            BigDecimal acquired = movement.changeOf(acquirer);
            Figure figure = new Figure("acquired", acquired, "units");
            findings.add(
                    allows(acquired)
                            ? met("An acquirer acquires " + allowed() + ".", figure)
                            : notMet(code(), "An acquirer must acquire " + allowed() + ".", figure));
        }
        return worstOf(findings, notApplicable("Nobody acquires."));
    }

    @Override
    public final Decision decide(ComplianceFacts facts) {
        NetMovement movement = facts.getMovement();
        for (PublicKey acquirer : movement.getAcquirers()) {
            if (!allows(movement.changeOf(acquirer))) {
                return Decision.FAILS;
            }
        }
        return Decision.HOLDS;
    }
}
