package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.validation.Figure;
import org.countersign.contracts.validation.Finding;

/** Nobody acquires more than a holding may have. */
public final class MaximumHoldingRule extends RegisterRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            MaximumHoldingRule.class,
            "maximum-holding",
            Reach.PRIVATE,
            Collections.singletonList(new RuleParameter(
                    "quantity", ParameterType.QUANTITY, "the largest holding in units, itself included")),
            "Whoever acquires holds no more than the quantity afterwards. A person with several "
                    + "keys that are known to be its own has one holding, and moves nothing by a transfer "
                    + "between them. On issue and transfer.",
            Collections.singletonList("No legal source: contractual"),
            Collections.singletonList(
                    "With 500: who holds 400 can buy 100, and not 101; a limit for retail investors stands "
                            + "in `when (acquirer-category (categories: RETAIL))`."));

    private final BigDecimal quantity;

    /**
     * Creates a rule.
     *
     * @param quantity the largest holding in units, itself included
     */
    public MaximumHoldingRule(BigDecimal quantity) {
        this.quantity = DESCRIPTION.checked(0, quantity);
    }

    /** The largest holding in units, itself included. */
    public BigDecimal getQuantity() {
        return quantity;
    }

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Collections.singletonList(quantity);
    }

    @Override
    boolean concerns(ComplianceFacts facts, NetMovement movement) {
        return !movement.getAcquirers().isEmpty();
    }

    @Override
    Finding judge(ComplianceFacts facts, NetMovement movement, RegisterFigures register) {
        String limit = ParameterValues.writeNumber(quantity) + " units";
        List<Finding> findings = new ArrayList<>();
        for (PublicKey acquirer : movement.getAcquirers()) {
            if (movement.changeOfPerson(acquirer, facts).signum() > 0) {
                Figure figure = new Figure("holding after", register.holdingOf(acquirer), "units");
                findings.add(
                        register.holdingOf(acquirer).compareTo(quantity) <= 0
                                ? met("The acquirer holds no more than " + limit + ".", figure)
                                : notMet(
                                        "HOLDING_TOO_LARGE",
                                        "An acquirer would hold more than " + limit + ".",
                                        figure));
            }
        }
        return worstOf(findings, notApplicable("No person acquires."));
    }
}
