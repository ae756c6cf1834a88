package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;

/** Whoever acquires units in a transaction acquires at least so many. */
public final class MinimumTransferRule extends AcquiredQuantityRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            MinimumTransferRule.class,
            "minimum-transfer",
            Reach.PUBLIC,
            Collections.singletonList(new RuleParameter(
                    "quantity", ParameterType.QUANTITY, "at least so many units, this many included")),
            "Every key that holds more than before holds more by at least the quantity, on issue "
                    + "and transfer. The change of the giver does not count, nor what a key surrenders and "
                    + "gets back. A redemption is not judged, since nobody acquires.",
            Collections.singletonList("Regulation (EU) 2017/1129 article 1(4)(d): no prospectus for an offer to"
                    + " investors who acquire for at least 100,000 euros each; the rule counts units"
                    + " and not what is paid; otherwise contractual"),
            Collections.singletonList(
                    "With 100: a sale of 100 out of 150 is allowed, one of 99.99 is not, and a transfer to "
                            + "oneself is not judged."));

    private final BigDecimal quantity;

    /**
     * Creates a rule.
     *
     * @param quantity at least so many units, this many included
     */
    public MinimumTransferRule(BigDecimal quantity) {
        this.quantity = DESCRIPTION.checked(0, quantity);
    }

    /** At least so many units, this many included. */
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
        return acquired.compareTo(quantity) >= 0;
    }

    @Override
    String allowed() {
        return "at least " + ParameterValues.writeNumber(quantity) + " units";
    }

    @Override
    String code() {
        return "TOO_SMALL";
    }
}
