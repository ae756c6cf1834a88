package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Nobody sells too much on a day. */
public final class VolumePerDayRule extends VolumeRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            VolumePerDayRule.class,
            "volume-per-day",
            Reach.PRIVATE,
            Arrays.asList(
                    new RuleParameter(
                            "quantity", ParameterType.QUANTITY, "the most units on a day, this many included"),
                    new RuleParameter("zone", ParameterType.ZONE, "whose days are meant")),
            "Whoever disposes has disposed of no more than the quantity since the beginning"
                    + " of the day, in the zone, on which the time-window begins, this movement"
                    + " included. What a person disposes of under all keys that are known to be its own"
                    + " is counted together; a transfer between them is not judged; once made it"
                    + " counts as disposed of, since registers know keys and not persons. Only transfers"
                    + " are judged, and only what goes to others is counted: redemptions are neither.",
            Collections.singletonList("No legal source: contractual"),
            Collections.singletonList(
                    "With 100 in Europe/Berlin: who sold 100 at 23:30 can sell 100 more at 00:00 of the "
                            + "next day in Berlin."));

    private final BigDecimal quantity;
    private final String zone;

    /**
     * Creates a rule.
     *
     * @param quantity the most units on a day, this many included
     * @param zone whose days are meant
     */
    public VolumePerDayRule(BigDecimal quantity, String zone) {
        this.quantity = DESCRIPTION.checked(0, quantity);
        this.zone = DESCRIPTION.checked(1, zone);
    }

    /** The most units on a day, this many included. */
    public BigDecimal getQuantity() {
        return quantity;
    }

    /** Whose days are meant. */
    public String getZone() {
        return zone;
    }

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Arrays.asList(quantity, zone);
    }

    @Override
    Instant since(ComplianceFacts facts) {
        return facts.getFrom()
                .atZone(ZoneId.of(zone))
                .toLocalDate()
                .atStartOfDay(ZoneId.of(zone))
                .toInstant();
    }

    @Override
    BigDecimal largest(RegisterFigures register) {
        return quantity;
    }
}
