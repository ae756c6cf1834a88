package org.countersign.contracts.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.validation.Finding;

/** Nothing happens before a date. */
public final class NotBeforeRule extends PlainRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            NotBeforeRule.class,
            "not-before",
            Reach.PUBLIC,
            Arrays.asList(
                    new RuleParameter("date", ParameterType.DATE, "the first day on which it may happen"),
                    new RuleParameter("zone", ParameterType.ZONE, "whose days and hours are meant")),
            "The time-window begins at the start of the date in the zone or later. As the premise "
                    + "of a When it fails for a time-window that begins before the date and ends on it.",
            Collections.singletonList("No legal source: contractual; the period of an offer is one use"),
            Collections.singletonList(
                    "With 2027-01-01 in UTC: a time-window from 2026-12-31T23:59:59Z is refused, one from "
                            + "2027-01-01T00:00:00Z is not."));

    private final LocalDate date;
    private final String zone;
    private final Instant start;

    /**
     * Creates a rule.
     *
     * @param date the first day on which it may happen
     * @param zone whose days and hours are meant
     */
    public NotBeforeRule(LocalDate date, String zone) {
        this.date = DESCRIPTION.checked(0, date);
        this.zone = DESCRIPTION.checked(1, zone);
        this.start = date.atStartOfDay(ZoneId.of(zone)).toInstant();
    }

    /** The first day on which it may happen. */
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
        return !facts.getFrom().isBefore(start);
    }

    @Override
    public Finding evaluate(ComplianceFacts facts) {
        return holds(facts)
                ? met("The time-window begins at " + start + " or later.")
                : notMet("TOO_EARLY", "The time-window begins at " + facts.getFrom() + ", before " + start + ".");
    }
}
