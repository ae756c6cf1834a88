package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.validation.Figure;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.Operation;

/** No more is issued than a total. */
public final class MaximumSupplyRule extends RegisterRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            MaximumSupplyRule.class,
            "maximum-supply",
            Reach.PRIVATE,
            Collections.singletonList(new RuleParameter(
                    "quantity",
                    ParameterType.QUANTITY,
                    "the most units that are outstanding at once, itself included")),
            "After an issue no more units are outstanding than the quantity. What was redeemed can "
                    + "be issued again. The contract itself keeps a single issue within the authorised "
                    + "quantity of the terms; what is outstanding in all, the registrars know. Transfers and "
                    + "redemptions are not judged.",
            Collections.singletonList("No legal source: contractual"),
            Collections.singletonList("With 1000: while 900 are outstanding, 100 more can be issued, and not 101."));

    private final BigDecimal quantity;

    /**
     * Creates a rule.
     *
     * @param quantity the most units that are outstanding at once, itself included
     */
    public MaximumSupplyRule(BigDecimal quantity) {
        this.quantity = DESCRIPTION.checked(0, quantity);
    }

    /** The most units that are outstanding at once, itself included. */
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
        return facts.getOperation() == Operation.ISSUE;
    }

    @Override
    Finding judge(ComplianceFacts facts, NetMovement movement, RegisterFigures register) {
        Figure figure = new Figure("outstanding after", register.getOutstanding(), "units");
        String limit = ParameterValues.writeNumber(quantity) + " units";
        return register.getOutstanding().compareTo(quantity) <= 0
                ? met("No more than " + limit + " are outstanding.", figure)
                : notMet("SUPPLY_EXCEEDED", "More than " + limit + " would be outstanding.", figure);
    }
}
