package org.countersign.language.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.corda.core.identity.CordaX500Name;
import org.countersign.contracts.Rules;
import org.countersign.contracts.segment.Segment;
import org.countersign.language.model.Clause;
import org.countersign.language.model.Money;
import org.countersign.language.model.Numbers;
import org.countersign.language.model.SecurityModel;
import org.countersign.language.model.Value;
import org.countersign.language.model.ValueType;
import org.countersign.language.source.DiagnosticKind;
import org.countersign.language.source.Diagnostics;
import org.countersign.language.source.Span;
import org.countersign.language.vocabulary.IsoCodes;
import org.countersign.language.vocabulary.Section;

/**
 * What the ledger demands of terms and validation, checked before anybody proposes them. The contract of definitions
 * checks the same; it has the last word.
 */
final class TermsCheck {
    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9.-]{1,12}");
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal LARGEST_REDEMPTION = BigDecimal.TEN;
    private static final int MOST_DECIMALS = 6;
    private static final long MOST_NOTICE_MONTHS = 10 * 12;

    private final Diagnostics diagnostics;
    private final Origins origins;
    private final SecurityModel model;

    TermsCheck(Diagnostics diagnostics, Origins origins, SecurityModel model) {
        this.diagnostics = diagnostics;
        this.origins = origins;
        this.model = model;
    }

    /** Checks what is there; what is missing or could not be read was noted before. */
    void check() {
        this.<String>term("security", "symbol").ifPresent(symbol -> {
            if (!SYMBOL.matcher(symbol).matches()) {
                outOfRange("security", "A symbol is 1 to 12 capital letters, digits, dots or hyphens.", "Shorten it.");
            }
        });
        this.<String>term("security", "name").ifPresent(name -> {
            if (!Rules.isReadable(name, 120)) {
                outOfRange("security", "A name has 1 to 120 readable characters.", "Shorten it.");
            }
        });
        this.<String>term("issuer", "name").ifPresent(this::checkIssuer);
        this.<Money>term("denomination", "amount").ifPresent(this::checkDenomination);
        this.<BigDecimal>term("supply", "quantity").ifPresent(this::checkSupply);
        checkAspects(model.clauses(Section.VALIDATION, "attest"));
        model.clauses(Section.CONTROL, "amend").forEach(this::checkAmendments);
        model.value(Section.VALIDATION, "segment", "name").ifPresent(name -> {
            if (!Segment.isName((String) name.getCarrier())) {
                report(
                        DiagnosticKind.OUT_OF_RANGE,
                        model.clauses(Section.VALIDATION, "segment").get(0),
                        "A segment's name has 1 to 60 readable characters.",
                        "Give the name as the network writes it.");
            }
        });
        checkQuantities();
        checkMaturity();
        checkRedemption();
        checkReports();
    }

    @SuppressWarnings("unchecked")
    private <T> Optional<T> term(String word, String parameter) {
        return model.value(Section.TERMS, word, parameter).map(value -> (T) value.getCarrier());
    }

    private void checkIssuer(String issuer) {
        try {
            CordaX500Name.parse(issuer);
        } catch (IllegalArgumentException e) {
            report(
                    DiagnosticKind.MALFORMED_VALUE,
                    clause("issuer"),
                    "'" + issuer + "' is no X.500 name of a member.",
                    "Give organisation, locality and country: \"O=ACME Inc., L=New York, C=US\".");
        }
    }

    private void checkDenomination(Money denomination) {
        this.<String>term("currency", "code")
                .filter(currency -> !denomination.getCurrency().equals(currency))
                .ifPresent(currency -> report(
                        DiagnosticKind.WRONG_UNITS,
                        clause("denomination"),
                        "The denomination is in " + denomination.getCurrency() + ", the security's currency is "
                                + currency + ".",
                        "Give both in one currency."));
        BigDecimal amount = denomination.getAmount();
        if (amount.signum() <= 0 || amount.scale() > 10 || amount.precision() - amount.scale() > 18) {
            outOfRange(
                    "denomination",
                    "A denomination is more than zero, with at most 10 decimals and 18 digits before them.",
                    "Choose a smaller or larger unit.");
        }
    }

    private void checkSupply(BigDecimal supply) {
        if (!areDecimalsKnown()) {
            return;
        }
        if (model.getDecimals() > MOST_DECIMALS) {
            outOfRange("decimals", "A security has 0 to " + MOST_DECIMALS + " decimals.", "Choose a smaller unit.");
            return;
        }
        if (supply.signum() <= 0 || supply.scale() > model.getDecimals()) {
            outOfRange(
                    "supply",
                    "A supply is more than zero and has no more decimals than the security, which has "
                            + model.getDecimals() + ".",
                    "Say 'decimals' if units can be divided.");
        }
        this.<Money>term("denomination", "amount").ifPresent(denomination -> checkNominal(supply, denomination));
        if (isBeyondCount(supply)) {
            report(
                    DiagnosticKind.OVERFLOW,
                    clause("supply"),
                    beyondCount(),
                    "Choose a larger denomination, or fewer decimals.");
        }
    }

    private void checkNominal(BigDecimal supply, Money denomination) {
        int decimals = IsoCodes.decimals(denomination.getCurrency());
        BigDecimal nominal = supply.multiply(denomination.getAmount());
        if (nominal.movePointRight(decimals).compareTo(LARGEST) > 0) {
            report(
                    DiagnosticKind.OVERFLOW,
                    clause("supply"),
                    "The nominal value of all units is " + Numbers.grouped(nominal) + " " + denomination.getCurrency()
                            + "; the ledger counts the smallest units of the currency in 64 bits, at most "
                            + Numbers.grouped(LARGEST.movePointLeft(decimals)) + " "
                            + denomination.getCurrency() + ".",
                    "Choose a smaller supply or denomination.");
        }
    }

    private boolean areDecimalsKnown() {
        return model.clauses(Section.TERMS, "decimals").isEmpty()
                || model.value(Section.TERMS, "decimals", "count").isPresent();
    }

    private boolean isBeyondCount(BigDecimal quantity) {
        return quantity.scaleByPowerOfTen(model.getDecimals()).compareTo(LARGEST) > 0;
    }

    private String beyondCount() {
        return "The ledger counts in 64 bits: with " + model.getDecimals() + " decimals at most "
                + Numbers.grouped(LARGEST.scaleByPowerOfTen(-model.getDecimals())) + " units.";
    }

    private void checkAspects(List<Clause> attests) {
        Set<Object> seen = new HashSet<>();
        for (Clause attest : attests) {
            if (attest.value("aspect").isPresent()
                    && !seen.add(attest.getValues().get("aspect"))) {
                report(
                        DiagnosticKind.SAID_TWICE,
                        attest,
                        "The aspect " + attest.getValues().get("aspect") + " is attested twice.",
                        "Name each aspect once, with all of its operations.");
            }
        }
        Optional<Clause> ownership = attests.stream()
                .filter(attest -> attest.value("aspect")
                        .filter(aspect -> aspect.getCarrier().equals("ownership"))
                        .isPresent())
                .findFirst();
        // One that could not be read may be it.
        boolean missing = model.sections().contains(Section.VALIDATION)
                && attests.stream().allMatch(attest -> attest.value("aspect").isPresent())
                && !ownership.isPresent();
        if (missing) {
            diagnostics.report(
                    DiagnosticKind.MISSING_CLAUSE,
                    new Span(1, 1, 1),
                    "Nobody attests ownership; without the registrars nothing becomes final.",
                    "Add to the section 'validation': attest ownership by \"registrars\".");
        } else if (ownership.isPresent() && ownership.get().value("on").isPresent()) {
            report(
                    DiagnosticKind.OUT_OF_RANGE,
                    ownership.get(),
                    "Ownership is attested for every operation, not for some of them.",
                    "Leave out 'on' and what follows it.");
        }
    }

    private void checkAmendments(Clause amend) {
        Set<String> attested = model.clauses(Section.VALIDATION, "attest").stream()
                .flatMap(attest -> attest.value("aspect").map(Stream::of).orElseGet(Stream::empty))
                .map(aspect -> (String) aspect.getCarrier())
                .collect(Collectors.toSet());
        amend.value("by")
                .ifPresent(approvers -> approvers.texts().stream()
                        .filter(approver -> !attested.contains(approver))
                        .forEach(approver -> report(
                                DiagnosticKind.OUT_OF_RANGE,
                                amend,
                                "Amendments are approved by " + approver + ", which no committee attests here.",
                                "Say who: attest " + approver + " by \"" + approver
                                        + "\"; or have another aspect approve.")));
        amend.value("notice").map(notice -> (Period) notice.getCarrier()).ifPresent(notice -> {
            if (notice.toTotalMonths() * 31 + notice.getDays() > MOST_NOTICE_MONTHS * 31) {
                report(
                        DiagnosticKind.OUT_OF_RANGE,
                        amend,
                        "The notice of an amendment is longer than 10 years.",
                        "Leave the clause out if the security is not to be amended.");
            } else if (notice.isZero()) {
                report(
                        DiagnosticKind.OUT_OF_RANGE,
                        amend,
                        "An amendment without notice would surprise those who hold the security.",
                        "Give the time that they have to leave, 1 day at least.");
            }
        });
    }

    private void checkQuantities() {
        if (areDecimalsKnown() && model.getDecimals() <= MOST_DECIMALS) {
            model.getCompliance().forEach(block -> block.condition().rules().forEach(this::checkQuantities));
        }
    }

    // A quantity that no holding can have would be a rule that nobody meets, or one that nobody can break.
    private void checkQuantities(Clause rule) {
        for (Value value : rule.getValues().values()) {
            if (value.getType() == ValueType.QUANTITY) {
                BigDecimal quantity = (BigDecimal) value.getCarrier();
                if (quantity.scale() > model.getDecimals()) {
                    report(
                            DiagnosticKind.OUT_OF_RANGE,
                            rule,
                            value.written() + " has more decimals than the security, which has " + model.getDecimals()
                                    + ".",
                            "Say 'decimals' if units can be divided.");
                } else if (isBeyondCount(quantity)) {
                    report(DiagnosticKind.OVERFLOW, rule, beyondCount(), "Give a quantity that there can be.");
                }
            }
        }
    }

    private void checkReports() {
        for (Clause owed : model.clauses(Section.DISCLOSURE, "report")) {
            if (owed.value("every")
                    .filter(every -> ((Period) every.getCarrier()).isZero())
                    .isPresent()) {
                report(
                        DiagnosticKind.OUT_OF_RANGE,
                        owed,
                        "A report is owed every so many days, weeks, months or years, not every 0 days.",
                        "Give the time from one report to the next.");
            }
        }
    }

    private void checkRedemption() {
        model.value(Section.NOTE, "redemption", "percentage").ifPresent(percentage -> {
            if (((BigDecimal) percentage.getCarrier()).compareTo(LARGEST_REDEMPTION) > 0) {
                report(
                        DiagnosticKind.OUT_OF_RANGE,
                        model.clauses(Section.NOTE, "redemption").get(0),
                        "At maturity at most 1,000% of the nominal value are paid.",
                        "Give what is paid in parts of the nominal value: 100% is all of it.");
            }
        });
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
