package org.countersign.contracts.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.validation.Finding;

/** Nothing happens on the days of a period, for example before results are published. */
public final class BlackoutRule extends PlainRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            BlackoutRule.class,
            "blackout",
            Reach.PUBLIC,
            Arrays.asList(
                    new RuleParameter("first-day", ParameterType.DATE, "the first day"),
                    new RuleParameter("last-day", ParameterType.DATE, "the last day, not before the first"),
                    new RuleParameter("zone", ParameterType.ZONE, "whose days and hours are meant")),
            "The time-window ends before the first day begins in the zone, or begins after the last"
                    + " day has ended. All operations are judged; say `when` to bar only some of them. The "
                    + "rules of zones come with the Java platform; nodes whose versions of them differ may "
                    + "disagree about a day on which a zone has just changed its rules.",
            Collections.singletonList(
                    "Regulation (EU) 596/2014 (MAR) article 19(11): closed period of 30 calendar days "
                            + "before results, for persons discharging managerial responsibilities"),
            Collections.singletonList("With 2027-03-01 to 2027-03-31 in Europe/Berlin: a time-window until "
                    + "2027-02-28T23:00:00Z is allowed, which is midnight in Berlin; one from "
                    + "2027-03-31T22:00:00Z is allowed again, since Berlin has summer time by then."));

    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final String zone;
    private final Instant start;
    private final Instant end;

    /**
     * Creates a rule.
     *
     * @param firstDay the first day
     * @param lastDay the last day, not before the first
     * @param zone whose days and hours are meant
     */
    public BlackoutRule(LocalDate firstDay, LocalDate lastDay, String zone) {
        this.firstDay = DESCRIPTION.checked(0, firstDay);
        this.lastDay = DESCRIPTION.checked(1, lastDay);
        this.zone = DESCRIPTION.checked(2, zone);
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException(
                    "'last-day' of blackout: " + lastDay + " is before the first day, " + firstDay + ".");
        }
        this.start = firstDay.atStartOfDay(ZoneId.of(zone)).toInstant();
        this.end = lastDay.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant();
    }

    /** The first day. */
    public LocalDate getFirstDay() {
        return firstDay;
    }

    /** The last day, not before the first. */
    public LocalDate getLastDay() {
        return lastDay;
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
        return Arrays.asList(firstDay, lastDay, zone);
    }

    @Override
    boolean holds(ComplianceFacts facts) {
        return !facts.getUntil().isAfter(start) || !facts.getFrom().isBefore(end);
    }

    @Override
    public Finding evaluate(ComplianceFacts facts) {
        return holds(facts)
                ? met("The time-window lies outside the blackout from " + start + " to " + end + ".")
                : notMet("BLACKOUT", "The time-window touches the blackout from " + start + " to " + end + ".");
    }
}
