package org.countersign.contracts.compliance;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.countersign.contracts.validation.Finding;

/** It happens on certain days of the week, and not on holidays. */
public final class TradingDaysRule extends PlainRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            TradingDaysRule.class,
            "trading-days",
            Reach.PUBLIC,
            Arrays.asList(
                    new RuleParameter("weekdays", ParameterType.WEEKDAYS, "on which days"),
                    new RuleParameter(
                            "holidays", ParameterType.DATES, "on which dates not, even if the weekday is right"),
                    new RuleParameter("zone", ParameterType.ZONE, "whose days and hours are meant")),
            "Every day in the zone that the time-window touches is one of the weekdays and none of "
                    + "the holidays. A time-window of more than 31 days is refused. Holidays are listed with "
                    + "the security, so that nobody needs a calendar to judge; when the list ends, weekdays "
                    + "alone decide. The rules of zones come with the Java platform; nodes whose versions of "
                    + "them differ may disagree about a day on which a zone has just changed its rules.",
            Collections.singletonList("No legal source: contractual; the calendar of a venue is one use"),
            Collections.singletonList("With Monday to Friday, the holiday 2026-12-25 and America/New_York: Thursday "
                    + "2026-12-24 is open until midnight in New York, Friday is closed, Saturday too."));

    private static final int LONGEST_WINDOW_DAYS = 31;

    private final List<String> weekdays;
    private final List<String> holidays;
    private final String zone;
    private final ZoneId region;
    private final Set<LocalDate> closed;

    /**
     * Creates a rule.
     *
     * @param weekdays on which days
     * @param holidays on which dates not, even if the weekday is right
     * @param zone whose days and hours are meant
     */
    public TradingDaysRule(List<String> weekdays, List<String> holidays, String zone) {
        this.weekdays = DESCRIPTION.checked(0, weekdays);
        this.holidays = DESCRIPTION.checked(1, holidays);
        this.zone = DESCRIPTION.checked(2, zone);
        this.region = ZoneId.of(zone);
        this.closed = this.holidays.stream().map(LocalDate::parse).collect(Collectors.toSet());
    }

    /** On which days. */
    public List<String> getWeekdays() {
        return weekdays;
    }

    /** On which dates not, even if the weekday is right. */
    public List<String> getHolidays() {
        return holidays;
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
        return Arrays.asList(weekdays, holidays, zone);
    }

    @Override
    boolean holds(ComplianceFacts facts) {
        LocalDate first = firstDay(facts);
        LocalDate last = lastDay(facts);
        return !isTooLong(first, last) && !firstClosedDay(first, last).isPresent();
    }

    @Override
    public Finding evaluate(ComplianceFacts facts) {
        LocalDate first = firstDay(facts);
        LocalDate last = lastDay(facts);
        if (isTooLong(first, last)) {
            return notMet("WINDOW_TOO_LONG", "The time-window is longer than " + LONGEST_WINDOW_DAYS + " days.");
        }
        return firstClosedDay(first, last)
                .map(day -> notMet("CLOSED_DAY", "The time-window touches " + day + ", which is not a trading day."))
                .orElseGet(() -> met("The time-window lies on trading days."));
    }

    private static boolean isTooLong(LocalDate first, LocalDate last) {
        return last.isAfter(first.plusDays(LONGEST_WINDOW_DAYS));
    }

    private Optional<LocalDate> firstClosedDay(LocalDate first, LocalDate last) {
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (!weekdays.contains(day.getDayOfWeek().name()) || closed.contains(day)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private LocalDate firstDay(ComplianceFacts facts) {
        return facts.getFrom().atZone(region).toLocalDate();
    }

    // The end of a time-window does not belong to it.
    private LocalDate lastDay(ComplianceFacts facts) {
        return facts.getUntil().minusNanos(1).atZone(region).toLocalDate();
    }
}
