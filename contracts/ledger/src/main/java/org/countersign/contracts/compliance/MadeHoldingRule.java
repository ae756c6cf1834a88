package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.countersign.contracts.validation.Figure;
import org.countersign.contracts.validation.Finding;

/** A rule on the size of every holding that the transaction makes, change included. */
abstract class MadeHoldingRule extends ComplianceRule {
    /** Whether a holding may be of so many units. */
    abstract boolean allows(BigDecimal quantity);

    /** Says of holdings that they are as they must be. */
    abstract String metReason();

    /** Says of a holding that it is not. */
    abstract String notMetReason();

    /** The code of the reason for which a holding is refused. */
    abstract String code();

    @Override
    public final Finding evaluate(ComplianceFacts facts) {
        List<Finding> findings = new ArrayList<>();
        for (Lot lot : facts.getReceived()) {
            findings.add(
                    allows(lot.getQuantity())
                            ? met(metReason())
                            : notMet(code(), notMetReason(), new Figure("holding", lot.getQuantity(), "units")));
        }
        return worstOf(findings, notApplicable("No holding is made."));
    }

    @Override
    public final Decision decide(ComplianceFacts facts) {
        for (Lot lot : facts.getReceived()) {
            if (!allows(lot.getQuantity())) {
                return Decision.FAILS;
            }
        }
        return Decision.HOLDS;
    }
}
