package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.validation.Figure;
import org.countersign.contracts.validation.Finding;

/** Whoever acquires units in a transaction acquires at most a part of what is outstanding. */
public final class MaximumTransferShareRule extends RegisterRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            MaximumTransferShareRule.class,
            "maximum-transfer-share",
            Reach.PRIVATE,
            Collections.singletonList(new RuleParameter(
                    "percentage", ParameterType.PERCENTAGE, "the part of the outstanding units, this part included")),
            "Every key that holds more than before holds more by at most the percentage of the "
                    + "units that are outstanding afterwards. The change of the giver does not count. On "
                    + "issue and transfer.",
            Collections.singletonList("No legal source: contractual"),
            Collections.singletonList("With 1% of 10000 units: a sale of 100 is allowed, one of 101 is not."));

    private final BigDecimal percentage;

    /**
     * Creates a rule.
     *
     * @param percentage the part of the outstanding units, this part included
     */
    public MaximumTransferShareRule(BigDecimal percentage) {
        this.percentage = DESCRIPTION.checked(0, percentage);
    }

    /** The part of the outstanding units, this part included. */
    public BigDecimal getPercentage() {
        return percentage;
    }

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Collections.singletonList(percentage);
    }

    @Override
    boolean concerns(ComplianceFacts facts, NetMovement movement) {
        return !movement.getAcquirers().isEmpty();
    }

    @Override
    Finding judge(ComplianceFacts facts, NetMovement movement, RegisterFigures register) {
        BigDecimal largest = percentage.multiply(register.getOutstanding());
        String limit = "at most " + ParameterType.PERCENTAGE.write(percentage) + " of what is outstanding";
        List<Finding> findings = new ArrayList<>();
        for (PublicKey acquirer : movement.getAcquirers()) {
            BigDecimal acquired = movement.changeOf(acquirer);
            Figure figure = new Figure("acquired", acquired, "units");
            findings.add(
                    acquired.compareTo(largest) <= 0
                            ? met("An acquirer acquires " + limit + ".", figure)
                            : notMet("TOO_LARGE", "An acquirer must acquire " + limit + ".", figure));
        }
        return worstOf(findings, notApplicable("Nobody acquires."));
    }
}
