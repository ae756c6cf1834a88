package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Nobody sells too large a part in a period. */
public final class VolumeSharePerPeriodRule extends VolumeRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            VolumeSharePerPeriodRule.class,
            "volume-share-per-period",
            Reach.PRIVATE,
            Arrays.asList(
                    new RuleParameter(
                            "percentage",
                            ParameterType.PERCENTAGE,
                            "the part of the outstanding units, this part included"),
                    new RuleParameter(
                            "period",
                            ParameterType.PERIOD,
                            "the length of the period, in calendar days and months of UTC, that ends with the "
                                    + "movement")),
            "Whoever disposes has disposed of no more than the percentage of the outstanding"
                    + " units since the period before the beginning of the time-window, this movement"
                    + " included. What a person disposes of under all keys that are known to be its own"
                    + " is counted together; a transfer between them is not judged; once made it"
                    + " counts as disposed of, since registers know keys and not persons. Only transfers"
                    + " are judged, and only what goes to others is counted: redemptions are neither.",
            Collections.singletonList(
                    "17 CFR 230.144(e)(1)(i) (Rule 144): affiliates sell no more than one percent of the "
                            + "class in three months"),
            Collections.singletonList(
                    "With 1% of 10000 units and 3 months: who sold 60 in the last three months can sell 40 "
                            + "more."));

    private final BigDecimal percentage;
    private final Period period;

    /**
     * Creates a rule.
     *
     * @param percentage the part of the outstanding units, this part included
     * @param period the length of the period, in calendar days and months of UTC, that ends with the movement
     */
    public VolumeSharePerPeriodRule(BigDecimal percentage, Period period) {
        this.percentage = DESCRIPTION.checked(0, percentage);
        this.period = DESCRIPTION.checked(1, period);
    }

    /** The part of the outstanding units, this part included. */
    public BigDecimal getPercentage() {
        return percentage;
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
        return Arrays.asList(percentage, period);
    }

    @Override
    Instant since(ComplianceFacts facts) {
        return LockedLots.begin(facts.getFrom(), period);
    }

    @Override
    BigDecimal largest(RegisterFigures register) {
        return percentage.multiply(register.getOutstanding());
    }
}
