package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.validation.Figure;
import org.countersign.contracts.validation.Finding;

/** Nobody acquires too large a part of what is outstanding. */
public final class MaximumConcentrationRule extends RegisterRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            MaximumConcentrationRule.class,
            "maximum-concentration",
            Reach.PRIVATE,
            Collections.singletonList(new RuleParameter(
                    "percentage", ParameterType.PERCENTAGE, "the part of the outstanding units, this part included")),
            "Whoever acquires holds no more than the percentage of the outstanding units "
                    + "afterwards. A person with several keys that are known to be its own has one holding, "
                    + "and moves nothing by a transfer between them. On issue and transfer. Redemptions of "
                    + "others may raise a part beyond the percentage; its holder then cannot buy more. The "
                    + "first holder has all of it: `when (operation (operations: TRANSFER))` around the rule "
                    + "lets a placement begin.",
            Collections.singletonList("26 U.S.C. 856(a)(6) and (h), 542(a)(2): no five individuals hold more than half"
                    + " of a real estate investment trust, for which charters set a limit per holder,"
                    + " often 9.8 percent; otherwise contractual"),
            Collections.singletonList("With 10% of 1000 units: who holds 60 can buy 40 more, and not 41."));

    private final BigDecimal percentage;

    /**
     * Creates a rule.
     *
     * @param percentage the part of the outstanding units, this part included
     */
    public MaximumConcentrationRule(BigDecimal percentage) {
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
        String limit = ParameterType.PERCENTAGE.write(percentage) + " of what is outstanding";
        List<Finding> findings = new ArrayList<>();
        for (PublicKey acquirer : movement.getAcquirers()) {
            if (movement.changeOfPerson(acquirer, facts).signum() > 0) {
                Figure figure = new Figure("holding after", register.holdingOf(acquirer), "units");
                findings.add(
                        register.holdingOf(acquirer).compareTo(largest) <= 0
                                ? met("The acquirer holds no more than " + limit + ".", figure)
                                : notMet(
                                        "TOO_CONCENTRATED", "An acquirer would hold more than " + limit + ".", figure));
            }
        }
        return worstOf(findings, notApplicable("No person acquires."));
    }
}
