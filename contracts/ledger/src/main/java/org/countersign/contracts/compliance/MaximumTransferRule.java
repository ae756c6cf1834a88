package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;

/** Whoever acquires units in a transaction acquires at most so many. */
public final class MaximumTransferRule extends AcquiredQuantityRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            MaximumTransferRule.class,
            "maximum-transfer",
            Reach.PUBLIC,
            Collections.singletonList(
                    new RuleParameter("quantity", ParameterType.QUANTITY, "at most so many units, this many included")),
            "Every key that holds more than before holds more by at most the quantity, on issue and"
                    + " transfer. The change of the giver does not count, nor what a key surrenders and gets "
                    + "back. A redemption is not judged, since nobody acquires.",
            Collections.singletonList("No legal source: contractual"),
            Collections.singletonList(
                    "With 100: a sale of 100 is allowed, one of 100.01 is not. Several transactions, or "
                            + "several keys of one buyer, can acquire more: `volume-per-period` counts those."));

    private final BigDecimal quantity;

    /**
     * Creates a rule.
     *
     * @param quantity at most so many units, this many included
     */
    public MaximumTransferRule(BigDecimal quantity) {
        this.quantity = DESCRIPTION.checked(0, quantity);
    }

    /** At most so many units, this many included. */
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
    boolean allows(BigDecimal acquired) {
        return acquired.compareTo(quantity) <= 0;
    }

    @Override
    String allowed() {
        return "at most " + ParameterValues.writeNumber(quantity) + " units";
    }

    @Override
    String code() {
        return "TOO_LARGE";
    }
}
