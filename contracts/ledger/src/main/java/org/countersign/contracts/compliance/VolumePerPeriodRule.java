package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Nobody sells too much in a period. */
public final class VolumePerPeriodRule extends VolumeRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            VolumePerPeriodRule.class,
            "volume-per-period",
            Reach.PRIVATE,
            Arrays.asList(
                    new RuleParameter(
                            "quantity", ParameterType.QUANTITY, "the most units in a period, this many included"),
                    new RuleParameter(
                            "period",
                            ParameterType.PERIOD,
                            "the length of the period, in calendar days and months of UTC, that ends with the "
                                    + "movement")),
            "Whoever disposes has disposed of no more than the quantity since the period"
                    + " before the beginning of the time-window, this movement included. What a person"
                    + " disposes of under all keys that are known to be its own is counted together;"
                    + " a transfer between them is not judged; once made it counts as disposed of,"
                    + " since registers know keys and not persons. Only transfers are judged, and"
                    + " only what goes to others is counted: redemptions are neither.",
            Collections.singletonList("No legal source: contractual"),
            Collections.singletonList(
                    "With 100 and 30 days: who sold 60 on 1 March can sell 40 on 30 March, and 100 from 1 "
                            + "April on, later in the day than it sold before."));

    private final BigDecimal quantity;
    private final Period period;

    /**
     * Creates a rule.
     *
     * @param quantity the most units in a period, this many included
     * @param period the length of the period, in calendar days and months of UTC, that ends with the movement
     */
    public VolumePerPeriodRule(BigDecimal quantity, Period period) {
        this.quantity = DESCRIPTION.checked(0, quantity);
        this.period = DESCRIPTION.checked(1, period);
    }

    /** The most units in a period, this many included. */
    public BigDecimal getQuantity() {
        return quantity;
    }

    /** The length of the period, in calendar days and months of UTC, that ends with the movement. */
    public Period getPeriod() {
        return period;
    }

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Arrays.asList(quantity, period);
    }

    @Override
    Instant since(ComplianceFacts facts) {
        return LockedLots.begin(facts.getFrom(), period);
    }

    @Override
    BigDecimal largest(RegisterFigures register) {
        return quantity;
    }
}
