package org.countersign.contracts.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.validation.Finding;

/** Nothing happens after a date. */
public final class NotAfterRule extends PlainRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            NotAfterRule.class,
            "not-after",
            Reach.PUBLIC,
            Arrays.asList(
                    new RuleParameter("date", ParameterType.DATE, "the last day on which it may happen"),
                    new RuleParameter("zone", ParameterType.ZONE, "whose days and hours are meant")),
            "The time-window ends at the end of the date in the zone or earlier.",
            Collections.singletonList("No legal source: contractual; the period of an offer is one use"),
            Collections.singletonList(
                    "With 2027-12-31 in UTC: a time-window until 2028-01-01T00:00:00Z is allowed, since its"
                            + " end does not belong to it; one second later is not."));

    private final LocalDate date;
    private final String zone;
    private final Instant end;

    /**
     * Creates a rule.
     *
     * @param date the last day on which it may happen
     * @param zone whose days and hours are meant
     */
    public NotAfterRule(LocalDate date, String zone) {
        this.date = DESCRIPTION.checked(0, date);
        this.zone = DESCRIPTION.checked(1, zone);
        this.end = date.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant();
    }

    /** The last day on which it may happen. */
    public LocalDate getDate() {
        return date;
    }

    /** Whose days and hours are meant. */
    public String getZone() {
        return zone;
    }

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Arrays.asList(date, zone);
    }

    @Override
    boolean holds(ComplianceFacts facts) {
        return !facts.getUntil().isAfter(end);
    }

    @Override
    public Finding evaluate(ComplianceFacts facts) {
        return holds(facts)
                ? met("The time-window ends at " + end + " or earlier.")
                : notMet("TOO_LATE", "The time-window ends at " + facts.getUntil() + ", after " + end + ".");
    }
}
