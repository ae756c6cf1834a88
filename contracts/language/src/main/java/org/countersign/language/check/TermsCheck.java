package org.countersign.language.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.corda.core.identity.CordaX500Name;
import org.countersign.contracts.Rules;
import org.countersign.contracts.segment.Segment;
import org.countersign.language.model.Clause;
import org.countersign.language.model.Money;
import org.countersign.language.model.Numbers;
import org.countersign.language.model.SecurityModel;
import org.countersign.language.model.Value;
import org.countersign.language.source.DiagnosticKind;
import org.countersign.language.source.Diagnostics;
import org.countersign.language.vocabulary.Section;

/**
 * What the ledger demands of terms and validation, checked before anybody proposes them. The contract of definitions
 * checks the same; it has the last word.
 */
final class TermsCheck {
    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9.-]{1,12}");
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final int MOST_DECIMALS = 6;

    private final Diagnostics diagnostics;
    private final Origins origins;
    private final SecurityModel model;

    TermsCheck(Diagnostics diagnostics, Origins origins, SecurityModel model) {
        this.diagnostics = diagnostics;
        this.origins = origins;
        this.model = model;
    }

    void check() {
        if (!SYMBOL.matcher(model.getSymbol()).matches()) {
            outOfRange("security", "A symbol is 1 to 12 capital letters, digits, dots or hyphens.", "Shorten it.");
        }
        if (!Rules.isReadable(model.getName(), 120)) {
            outOfRange("security", "A name has 1 to 120 readable characters.", "Shorten it.");
        }
        checkIssuer();
        checkDenomination(model.getDenomination());
        checkQuantity();
        checkAspects(model.clauses(Section.VALIDATION, "attest"));
        model.value(Section.VALIDATION, "segment", "name").ifPresent(name -> {
            if (!Segment.isName((String) name.getCarrier())) {
                report(
                        DiagnosticKind.OUT_OF_RANGE,
                        model.clauses(Section.VALIDATION, "segment").get(0),
                        "A segment's name has 1 to 60 readable characters.",
                        "Give the name as the network writes it.");
            }
        });
        checkDivisibility();
        checkMaturity();
    }

    private void checkIssuer() {
        try {
            CordaX500Name.parse(model.getIssuer());
        } catch (IllegalArgumentException e) {
            report(
                    DiagnosticKind.MALFORMED_VALUE,
                    clause("issuer"),
                    "'" + model.getIssuer() + "' is no X.500 name of a member.",
                    "Give organisation, locality and country: \"O=ACME Inc., L=New York, C=US\".");
        }
    }

    private void checkDenomination(Money denomination) {
        if (!denomination.getCurrency().equals(model.getCurrency())) {
            report(
                    DiagnosticKind.WRONG_UNITS,
                    clause("denomination"),
                    "The denomination is in " + denomination.getCurrency() + ", the security's currency is "
                            + model.getCurrency() + ".",
                    "Give both in one currency.");
        }
        BigDecimal amount = denomination.getAmount();
        if (amount.signum() <= 0 || amount.scale() > 10 || amount.precision() - amount.scale() > 18) {
            outOfRange(
                    "denomination",
                    "A denomination is more than zero, with at most 10 decimals and 18 digits before them.",
                    "Choose a smaller or larger unit.");
        }
    }

    private void checkQuantity() {
        if (model.getDecimals() > MOST_DECIMALS) {
            outOfRange("decimals", "A security has 0 to " + MOST_DECIMALS + " decimals.", "Choose a smaller unit.");
            return;
        }
        BigDecimal supply = model.getSupply();
        if (supply.signum() <= 0 || supply.scale() > model.getDecimals()) {
            outOfRange(
                    "supply",
                    "A supply is more than zero and has no more decimals than the security, which has "
                            + model.getDecimals() + ".",
                    "Say 'decimals' if units can be divided.");
        }
        BigDecimal nominal = supply.multiply(model.getDenomination().getAmount());
        if (nominal.movePointRight(2).compareTo(LARGEST) > 0) {
            report(
                    DiagnosticKind.OVERFLOW,
                    clause("supply"),
                    "The nominal value of all units is " + Numbers.grouped(nominal) + " " + model.getCurrency()
                            + "; the ledger counts hundredths of it in 64 bits, at most "
                            + Numbers.grouped(LARGEST.movePointLeft(2)) + ".",
                    "Choose a smaller supply or denomination.");
        }
        if (supply.scaleByPowerOfTen(model.getDecimals()).compareTo(LARGEST) > 0) {
            report(
                    DiagnosticKind.OVERFLOW,
                    clause("supply"),
                    "The ledger counts in 64 bits: with " + model.getDecimals() + " decimals at most "
                            + Numbers.grouped(LARGEST.scaleByPowerOfTen(-model.getDecimals())) + " units.",
                    "Choose a larger denomination, or fewer decimals.");
        }
    }

    private void checkAspects(List<Clause> attests) {
        Set<Object> seen = new HashSet<>();
        for (Clause attest : attests) {
            if (!seen.add(attest.getValues().get("aspect"))) {
                report(
                        DiagnosticKind.SAID_TWICE,
                        attest,
                        "The aspect " + attest.getValues().get("aspect") + " is attested twice.",
                        "Name each aspect once, with all of its operations.");
            }
        }
        Optional<Clause> ownership = attests.stream()
                .filter(attest -> attest.getValues().get("aspect").getCarrier().equals("ownership"))
                .findFirst();
        if (!ownership.isPresent()) {
            diagnostics.report(
                    DiagnosticKind.MISSING_CLAUSE,
                    new org.countersign.language.source.Span(1, 1, 1),
                    "Nobody attests ownership; without the registrars nothing becomes final.",
                    "Add to the section 'validation': attest ownership by \"registrars\".");
        } else if (ownership.get().value("on").isPresent()) {
            report(
                    DiagnosticKind.OUT_OF_RANGE,
                    ownership.get(),
                    "Ownership is attested for every operation, not for some of them.",
                    "Leave out 'on' and what follows it.");
        }
    }

    // A quantity that no holding can have would be a rule that nobody meets, or one that nobody can break.
    private void checkDivisibility() {
        model.getCompliance()
                .forEach(block -> block.condition().rules().forEach(rule -> {
                    for (Value value : rule.getValues().values()) {
                        if (value.getType() == org.countersign.language.model.ValueType.QUANTITY
                                && ((BigDecimal) value.getCarrier()).scale() > model.getDecimals()) {
                            report(
                                    DiagnosticKind.OUT_OF_RANGE,
                                    rule,
                                    value.written() + " has more decimals than the security, which has "
                                            + model.getDecimals() + ".",
                                    "Say 'decimals' if units can be divided.");
                        }
                    }
                }));
    }

    private void checkMaturity() {
        Optional<Value> maturity = model.value(Section.NOTE, "maturity", "date");
        Optional<Value> issued = model.value(Section.NOTE, "issued", "date");
        if (!maturity.isPresent()) {
            return;
        }
        LocalDate due = (LocalDate) maturity.get().getCarrier();
        if (issued.isPresent() && !((LocalDate) issued.get().getCarrier()).isBefore(due)) {
            report(
                    DiagnosticKind.OUT_OF_RANGE,
                    model.clauses(Section.NOTE, "maturity").get(0),
                    "The note is due on " + due + ", which is not after its first issue on " + issued.get() + ".",
                    "Correct one of the dates.");
        }
        model.getCompliance()
                .forEach(block -> block.condition().rules().forEach(rule -> {
                    LocalDate end = lockedUntil(rule, issued.map(value -> (LocalDate) value.getCarrier()));
                    if (end != null && !end.isBefore(due)) {
                        report(
                                DiagnosticKind.BEYOND_MATURITY,
                                rule,
                                "This locks units until " + end + " or later; the note is due on " + due + ".",
                                "Shorten it, or say 'forbid operation transfer' if the note is not to be sold.");
                    }
                }));
    }

    // The earliest day on which a rule lets everything be sold; null if it does not say, or nobody can know.
    private static LocalDate lockedUntil(Clause rule, Optional<LocalDate> issued) {
        if (rule.getWord().equals("vesting")) {
            int tranches = (Integer) rule.getValues().get("tranches").getCarrier();
            Period step = (Period) rule.getValues().get("step").getCarrier();
            return issued.map(day -> day.plus(step.multipliedBy(tranches))).orElse(null);
        }
        Object carrier = rule.getValues().values().stream()
                .findFirst()
                .map(Value::getCarrier)
                .orElse(null);
        if (rule.getWord().startsWith("lock-up") && carrier instanceof Period) {
            return issued.map(day -> day.plus((Period) carrier)).orElse(null);
        }
        return rule.getWord().equals("not-before") && carrier instanceof LocalDate ? (LocalDate) carrier : null;
    }

    private Clause clause(String word) {
        return model.clauses(Section.TERMS, word).get(0);
    }

    private void outOfRange(String word, String reason, String remedy) {
        report(DiagnosticKind.OUT_OF_RANGE, clause(word), reason, remedy);
    }

    private void report(DiagnosticKind kind, Clause clause, String reason, String remedy) {
        diagnostics.report(kind, origins.of(clause), reason, remedy);
    }
}
