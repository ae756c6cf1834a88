package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Units are held in a smallest denomination and steps above it. */
public final class DenominationRule extends MadeHoldingRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            DenominationRule.class,
            "denomination",
            Reach.PUBLIC,
            Arrays.asList(
                    new RuleParameter("minimum", ParameterType.QUANTITY, "the smallest holding in units"),
                    new RuleParameter(
                            "step", ParameterType.QUANTITY, "by how many units larger ones grow, more than zero")),
            "Every holding that the transaction makes, change included, is of the minimum, or of "
                    + "the minimum and a multiple of the step. A person may hold several such holdings. A "
                    + "holding that was made before is not judged until it moves.",
            Collections.singletonList(
                    "Regulation (EU) 2017/1129 article 1(4)(c): denomination per unit of at least 100,000 " + "euros"),
            Collections.singletonList(
                    "With 100 and 1, of a note in units of 1,000 euros: holdings of 100,000, 101,000, "
                            + "102,000 euros and so on; out of 150 units 100 cannot be sold, since the change of 50 "
                            + "would be too small."));

    private final BigDecimal minimum;
    private final BigDecimal step;

    /**
     * Creates a rule.
     *
     * @param minimum the smallest holding in units
     * @param step by how many units larger ones grow, more than zero
     */
    public DenominationRule(BigDecimal minimum, BigDecimal step) {
        this.minimum = DESCRIPTION.checked(0, minimum);
        this.step = DESCRIPTION.checked(1, step);
        if (this.step.signum() == 0) {
            throw new IllegalArgumentException("'step' of denomination: a step is more than zero units.");
        }
    }

    /** The smallest holding in units. */
    public BigDecimal getMinimum() {
        return minimum;
    }

    /** By how many units larger ones grow, more than zero. */
    public BigDecimal getStep() {
        return step;
    }

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Arrays.asList(minimum, step);
    }

    @Override
    boolean allows(BigDecimal units) {
        BigDecimal above = units.subtract(minimum);
        return above.signum() >= 0 && above.remainder(step).signum() == 0;
    }

    @Override
    String metReason() {
        return "Holdings are of " + allowed() + ".";
    }

    @Override
    String notMetReason() {
        return "A holding is not of " + allowed() + ".";
    }

    @Override
    String code() {
        return "ODD_DENOMINATION";
    }

    private String allowed() {
        return ParameterValues.writeNumber(minimum) + " units and steps of " + ParameterValues.writeNumber(step);
    }
}
