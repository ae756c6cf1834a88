package org.countersign.contracts.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.validation.Finding;

/** It happens within certain hours of a day. */
public final class TradingHoursRule extends PlainRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            TradingHoursRule.class,
            "trading-hours",
            Reach.PUBLIC,
            Arrays.asList(
                    new RuleParameter("opens", ParameterType.TIME, "from when"),
                    new RuleParameter("closes", ParameterType.TIME, "until when, later on the same day"),
                    new RuleParameter("zone", ParameterType.ZONE, "whose days and hours are meant")),
            "The time-window begins at the opening or later and ends at the closing of the same day"
                    + " in the zone or earlier. On which days, `trading-days` says. The rules of zones come "
                    + "with the Java platform; nodes whose versions of them differ may disagree about a day "
                    + "on which a zone has just changed its rules.",
            Collections.singletonList("No legal source: contractual; the calendar of a venue is one use"),
            Collections.singletonList(
                    "With 09:00 to 17:30 in Europe/London: a time-window from 09:00 to 09:02 is allowed, "
                            + "one from 08:59 or until 17:31 is not; in July these are hours of summer time."));

    private final LocalTime opens;
    private final LocalTime closes;
    private final String zone;
    private final ZoneId region;

    /**
     * Creates a rule.
     *
     * @param opens from when
     * @param closes until when, later on the same day
     * @param zone whose days and hours are meant
     */
    public TradingHoursRule(LocalTime opens, LocalTime closes, String zone) {
        this.opens = DESCRIPTION.checked(0, opens);
        this.closes = DESCRIPTION.checked(1, closes);
        this.zone = DESCRIPTION.checked(2, zone);
        this.region = ZoneId.of(zone);
        if (!closes.isAfter(opens)) {
            throw new IllegalArgumentException(
                    "'closes' of trading-hours: " + closes + " is not after the opening, " + opens + ".");
        }
    }

    /** From when. */
    public LocalTime getOpens() {
        return opens;
    }

    /** Until when, later on the same day. */
    public LocalTime getCloses() {
        return closes;
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
        return Arrays.asList(opens, closes, zone);
    }

    @Override
    boolean holds(ComplianceFacts facts) {
        LocalDate day = day(facts);
        return !facts.getFrom().isBefore(at(opens, day)) && !facts.getUntil().isAfter(at(closes, day));
    }

    @Override
    public Finding evaluate(ComplianceFacts facts) {
        String hours = at(opens, day(facts)) + " to " + at(closes, day(facts));
        return holds(facts)
                ? met("The time-window lies within " + hours + ".")
                : notMet("CLOSED", "The time-window is not within " + hours + ".");
    }

    private LocalDate day(ComplianceFacts facts) {
        return facts.getFrom().atZone(region).toLocalDate();
    }

    private Instant at(LocalTime time, LocalDate day) {
        return day.atTime(time).atZone(region).toInstant();
    }
}
