package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;

/** Units are held in whole lots. */
public final class LotSizeRule extends MadeHoldingRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            LotSizeRule.class,
            "lot-size",
            Reach.PUBLIC,
            Collections.singletonList(
                    new RuleParameter("quantity", ParameterType.QUANTITY, "how many units are a lot, more than zero")),
            "Every holding that the transaction makes, change included, is a multiple of the "
                    + "quantity. A holding that was made before is not judged until it moves.",
            Collections.singletonList("No legal source: contractual; exchanges speak of round or board lots"),
            Collections.singletonList(
                    "With 100: out of 500 units 200 can be sold; 250 cannot, neither can the rest of 250 be"
                            + " kept."));

    private final BigDecimal quantity;

    /**
     * Creates a rule.
     *
     * @param quantity how many units are a lot, more than zero
     */
    public LotSizeRule(BigDecimal quantity) {
        this.quantity = DESCRIPTION.checked(0, quantity);
        if (quantity.signum() == 0) {
            throw new IllegalArgumentException("'quantity' of lot-size: a lot is more than zero units.");
        }
    }

    /** How many units are a lot, more than zero. */
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
    boolean allows(BigDecimal units) {
        return units.remainder(quantity).signum() == 0;
    }

    @Override
    String metReason() {
        return "Holdings are whole lots of " + ParameterValues.writeNumber(quantity) + " units.";
    }

    @Override
    String notMetReason() {
        return "A holding is not a multiple of " + ParameterValues.writeNumber(quantity) + " units.";
    }

    @Override
    String code() {
        return "ODD_LOT";
    }
}
