package org.countersign.language.check;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.countersign.contracts.validation.Operation;
import org.countersign.language.model.Clause;
import org.countersign.language.model.SecurityModel;
import org.countersign.language.model.Value;
import org.countersign.language.source.DiagnosticKind;
import org.countersign.language.source.Diagnostics;
import org.countersign.language.vocabulary.Section;

/**
 * Whether a note is due before anybody can sell it. Only rules that are required as they stand are compared: one that
 * has an alternative, is barred, or is meant for some holders leaves others to sell it.
 */
final class MaturityCheck {
    // Nothing was issued on the ledger before the language was, so that no lock-up began earlier.
    private static final LocalDate EARLIEST_ISSUE = LocalDate.of(2026, 1, 1);

    private final Diagnostics diagnostics;
    private final Origins origins;
    private final SecurityModel model;

    MaturityCheck(Diagnostics diagnostics, Origins origins, SecurityModel model) {
        this.diagnostics = diagnostics;
        this.origins = origins;
        this.model = model;
    }

    void check(List<Demand> demands) {
        Optional<Value> maturity = model.value(Section.NOTE, "maturity", "date");
        if (!maturity.isPresent()) {
            return;
        }
        LocalDate due = (LocalDate) maturity.get().getCarrier();
        LocalDate issued = model.value(Section.NOTE, "issued", "date")
                .map(date -> (LocalDate) date.getCarrier())
                .orElse(EARLIEST_ISSUE);
        for (Demand demand : demands) {
            LocalDate end = lockedUntil(demand, issued);
            if (end != null && !end.isBefore(due)) {
                diagnostics.report(
                        DiagnosticKind.BEYOND_MATURITY,
                        origins.of(demand.rule()),
                        "This locks units until " + end + " or later; the note is due on " + due + ".",
                        "Shorten it, or say 'forbid operation transfer' if the note is not to be sold.");
            }
        }
    }

    // The earliest day on which a rule lets everything be sold; null if it does not say.
    private static LocalDate lockedUntil(Demand demand, LocalDate issued) {
        Clause rule = demand.rule();
        boolean ofSales = demand.isOfEvery(Operation.TRANSFER);
        switch (rule.getWord()) {
            case "vesting":
                if (!demand.isOfEvery(Operation.ISSUE)) {
                    return null;
                }
                int tranches = (Integer) rule.getValues().get("tranches").getCarrier();
                LocalDate last = issued.plus(period(rule, "step").multipliedBy(tranches));
                LocalDate cliff = issued.plus(period(rule, "cliff"));
                return cliff.isAfter(last) ? cliff : last;
            case "lock-up-from-issue":
            case "lock-up-from-acquisition":
                return ofSales ? issued.plus(period(rule, "period")) : null;
            case "not-before":
                return ofSales || demand.isOfEvery(Operation.ISSUE) ? date(rule, "date") : null;
            case "blackout":
                // One that begins later leaves days before it.
                return ofSales && !date(rule, "first-day").isAfter(issued)
                        ? date(rule, "last-day").plusDays(1)
                        : null;
            default:
                return null;
        }
    }

    private static LocalDate date(Clause rule, String parameter) {
        return (LocalDate) rule.getValues().get(parameter).getCarrier();
    }

    private static Period period(Clause rule, String parameter) {
        return (Period) rule.getValues().get(parameter).getCarrier();
    }
}
