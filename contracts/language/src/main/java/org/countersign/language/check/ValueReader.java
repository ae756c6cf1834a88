package org.countersign.language.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countersign.contracts.Rules;
import org.countersign.contracts.compliance.ParameterType;
import org.countersign.contracts.compliance.TimeZones;
import org.countersign.contracts.definition.Isin;
import org.countersign.contracts.identity.InvestorCategory;
import org.countersign.contracts.validation.Operation;
import org.countersign.language.check.Literal.Kind;
import org.countersign.language.grammar.SecurityParser.ExpressionContext;
import org.countersign.language.grammar.SecurityParser.ItemsContext;
import org.countersign.language.model.Money;
import org.countersign.language.model.Numbers;
import org.countersign.language.model.Value;
import org.countersign.language.model.ValueType;
import org.countersign.language.source.DiagnosticKind;
import org.countersign.language.source.Diagnostics;
import org.countersign.language.vocabulary.IsoCodes;
import org.countersign.language.vocabulary.Nearest;
import org.countersign.language.vocabulary.Slot;

/** Reads what stands in a slot. */
final class ValueReader {
    // Who approves amendments is said by 'amend' alone.
    private static final Operation[] WRITTEN_OPERATIONS = Stream.of(Operation.values())
            .filter(operation -> operation != Operation.AMEND)
            .toArray(Operation[]::new);

    private final Diagnostics diagnostics;
    private final Expressions expressions;
    private Money denomination;

    ValueReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.expressions = new Expressions(diagnostics);
    }

    /** From now on, an amount of money can stand for the units that it is the nominal value of. */
    void denominatedIn(Money nominal) {
        this.denomination = nominal;
    }

    /** Reads a value; null if it is wrong, which was noted then. */
    Value read(Slot slot, ItemsContext items) {
        List<Literal> literals = new ArrayList<>();
        for (ExpressionContext expression : items.expression()) {
            literals.add(expressions.read(expression));
        }
        if (slot.getType().getCarrier() == List.class) {
            return list(slot, literals);
        }
        if (literals.contains(null)) {
            return null;
        }
        if (literals.size() > 1) {
            wrongType(slot, literals.get(1), "a list");
            return null;
        }
        Object carrier = single(slot, literals.get(0));
        return carrier == null ? null : new Value(slot.getType(), carrier);
    }

    private Value list(Slot slot, List<Literal> literals) {
        List<String> texts = new ArrayList<>();
        if (slot.getType() == ValueType.DATES && isWord(literals, "none")) {
            return new Value(ValueType.DATES, texts);
        }
        for (Literal literal : literals) {
            // Whatever is wrong with one, the others are looked at too.
            texts.add(literal == null ? null : element(slot, literal));
        }
        return texts.contains(null) ? null : new Value(slot.getType(), texts);
    }

    private static boolean isWord(List<Literal> literals, String word) {
        return literals.size() == 1
                && literals.get(0) != null
                && literals.get(0).kind() == Kind.WORD
                && literals.get(0).text().equals(word);
    }

    private String element(Slot slot, Literal literal) {
        switch (slot.getType()) {
            case JURISDICTIONS:
                return jurisdiction(slot, literal);
            case CATEGORIES:
                return constant(slot, literal, InvestorCategory.values());
            case OPERATIONS:
                return constant(slot, literal, WRITTEN_OPERATIONS);
            case WEEKDAYS:
                return constant(slot, literal, DayOfWeek.values());
            case DATES:
                LocalDate day = date(slot, literal);
                return day == null ? null : day.toString();
            case NAMES:
                return text(slot, literal);
            default:
                return word(slot, literal, slot.getWords());
        }
    }

    private Object single(Slot slot, Literal literal) {
        switch (slot.getType()) {
            case COUNT:
                return is(slot, literal, Kind.NUMBER) ? count(literal) : null;
            case QUANTITY:
                return quantity(slot, literal);
            case AMOUNT:
                return is(slot, literal, Kind.AMOUNT) && notNegative(literal, ((Money) literal.carrier()).getAmount())
                        ? literal.carrier()
                        : null;
            case PERCENTAGE:
                return is(slot, literal, Kind.PERCENTAGE) && notNegative(literal, (BigDecimal) literal.carrier())
                        ? literal.carrier()
                        : null;
            case PERIOD:
                return is(slot, literal, Kind.PERIOD) ? period(literal) : null;
            case DATE:
                return date(slot, literal);
            case TIME:
                return is(slot, literal, Kind.TIME) ? literal.carrier() : null;
            case ZONE:
                return zone(slot, literal);
            case CURRENCY:
                return currency(slot, literal);
            case ISIN:
                return is(slot, literal, Kind.CODE) ? isin(literal) : null;
            case SYMBOL:
                return literal.kind() == Kind.TEXT || is(slot, literal, Kind.CODE) ? literal.carrier() : null;
            case TEXT:
                return text(slot, literal);
            default:
                return word(slot, literal, slot.getWords());
        }
    }

    private LocalDate date(Slot slot, Literal literal) {
        if (!is(slot, literal, Kind.DATE)) {
            return null;
        }
        LocalDate date = (LocalDate) literal.carrier();
        if (date.getYear() < ParameterType.EARLIEST_YEAR || date.getYear() > ParameterType.LATEST_YEAR) {
            outOfRange(
                    literal, "a date of the years " + ParameterType.EARLIEST_YEAR + " to " + ParameterType.LATEST_YEAR);
            return null;
        }
        return date;
    }

    private Integer count(Literal literal) {
        BigDecimal number = (BigDecimal) literal.carrier();
        if (number.signum() < 0
                || number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(ParameterType.LARGEST_COUNT)) > 0) {
            outOfRange(
                    literal,
                    "a whole number from 0 to " + Numbers.grouped(BigDecimal.valueOf(ParameterType.LARGEST_COUNT)));
            return null;
        }
        return number.intValueExact();
    }

    private BigDecimal quantity(Slot slot, Literal literal) {
        if (literal.kind() == Kind.AMOUNT && denomination != null) {
            Money money = (Money) literal.carrier();
            if (money.getCurrency().equals(denomination.getCurrency())
                    && denomination.getAmount().signum() > 0) {
                BigDecimal[] units = money.getAmount().divideAndRemainder(denomination.getAmount());
                BigDecimal exact = money.getAmount().divide(denomination.getAmount(), 6, RoundingMode.DOWN);
                if (units[1].signum() == 0
                        || exact.multiply(denomination.getAmount()).compareTo(money.getAmount()) == 0) {
                    return notNegative(literal, exact) ? exact : null;
                }
            }
            diagnostics.report(
                    DiagnosticKind.WRONG_UNITS,
                    literal.span(),
                    literal.text() + " is no number of units of " + denomination + " nominal value.",
                    "Give units, or an amount in " + denomination.getCurrency() + " that is a multiple of "
                            + denomination + ".");
            return null;
        }
        return is(slot, literal, Kind.QUANTITY) && notNegative(literal, (BigDecimal) literal.carrier())
                ? (BigDecimal) literal.carrier()
                : null;
    }

    private Period period(Literal literal) {
        Period period = ((Period) literal.carrier()).normalized();
        if (period.isNegative()) {
            outOfRange(literal, "no less than nothing");
            return null;
        }
        return period;
    }

    private String zone(Slot slot, Literal literal) {
        if (literal.kind() != Kind.ZONE && literal.kind() != Kind.CODE) {
            wrongType(slot, literal, literal.kind().description());
            return null;
        }
        String zone = (String) literal.carrier();
        if (!TimeZones.isName(zone)) {
            unknown(
                    DiagnosticKind.UNKNOWN_CODE,
                    literal,
                    "no time zone of the IANA database",
                    near(zone, TimeZones.names(), "Zones are named as Europe/Berlin, or UTC."));
            return null;
        }
        return zone;
    }

    private String currency(Slot slot, Literal literal) {
        if (!is(slot, literal, Kind.CODE)) {
            return null;
        }
        String code = (String) literal.carrier();
        if (!IsoCodes.currencies().contains(code)) {
            unknown(
                    DiagnosticKind.UNKNOWN_CODE,
                    literal,
                    "no currency of ISO 4217",
                    near(code, IsoCodes.currencies(), "Give a currency's three letters, for example EUR."));
            return null;
        }
        return code;
    }

    private String jurisdiction(Slot slot, Literal literal) {
        if (!is(slot, literal, Kind.CODE)) {
            return null;
        }
        String code = (String) literal.carrier();
        if (!IsoCodes.isJurisdiction(code)) {
            unknown(
                    DiagnosticKind.UNKNOWN_CODE,
                    literal,
                    "no jurisdiction of ISO 3166",
                    (code.equals("UK") ? "The United Kingdom is GB. " : code.equals("EL") ? "Greece is GR. " : "")
                            + "Give two letters for a country, as DE, or the code of a part, as US-NY.");
            return null;
        }
        return code;
    }

    private static String near(String word, List<String> known, String otherwise) {
        return Nearest.to(word, known)
                        .map(near -> "Did you mean '" + near + "'? ")
                        .orElse("")
                + otherwise;
    }

    private String isin(Literal literal) {
        try {
            return new Isin((String) literal.carrier()).getCode();
        } catch (IllegalArgumentException e) {
            diagnostics.report(
                    DiagnosticKind.MALFORMED_VALUE,
                    literal.span(),
                    e.getMessage(),
                    "Compare it with what the numbering agency wrote; leave the clause out if there is none yet.");
            return null;
        }
    }

    private String text(Slot slot, Literal literal) {
        if (!is(slot, literal, Kind.TEXT)) {
            return null;
        }
        String text = (String) literal.carrier();
        if (!Rules.isReadable(text, ParameterType.LONGEST_TEXT)) {
            outOfRange(literal, "a text of 1 to " + ParameterType.LONGEST_TEXT + " readable characters");
            return null;
        }
        return text;
    }

    private String constant(Slot slot, Literal literal, Enum<?>[] constants) {
        List<String> words = Arrays.stream(constants)
                .map(constant -> Value.word(constant.name()))
                .collect(Collectors.toList());
        String word = word(slot, literal, words);
        return word == null ? null : word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private String word(Slot slot, Literal literal, List<String> words) {
        if (literal.kind() != Kind.WORD) {
            wrongType(slot, literal, literal.kind().description());
            return null;
        }
        if (!words.contains(literal.text())) {
            unknown(
                    DiagnosticKind.UNKNOWN_WORD,
                    literal,
                    "no word for " + slot.getName(),
                    Nearest.remedy(literal.text(), words));
            return null;
        }
        return literal.text();
    }

    private boolean is(Slot slot, Literal literal, Kind kind) {
        if (literal.kind() != kind) {
            wrongType(slot, literal, literal.kind().description());
            return false;
        }
        return true;
    }

    private boolean notNegative(Literal literal, BigDecimal number) {
        if (number.signum() < 0) {
            outOfRange(literal, "no less than nothing");
            return false;
        }
        return true;
    }

    private void outOfRange(Literal literal, String allowed) {
        diagnostics.report(
                DiagnosticKind.OUT_OF_RANGE,
                literal.span(),
                shortened(literal.text()) + " is out of range: allowed is " + allowed + ".",
                "Give a value in that range.");
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "…";
    }

    private void unknown(DiagnosticKind kind, Literal literal, String what, String remedy) {
        diagnostics.report(kind, literal.span(), "'" + shortened(literal.text()) + "' is " + what + ".", remedy);
    }

    private void wrongType(Slot slot, Literal literal, String actual) {
        String expected = slot.getWords().isEmpty()
                ? slot.getType().getDescription()
                : Optional.of(slot.getWords())
                        .filter(words -> words.size() <= 6)
                        .map(words -> "one of " + String.join(", ", words))
                        .orElse("a word");
        diagnostics.report(
                DiagnosticKind.WRONG_TYPE,
                literal.span(),
                "'" + slot.getName() + "' takes " + expected + "; this is " + actual + ".",
                remedyFor(slot, literal));
    }

    private static String remedyFor(Slot slot, Literal literal) {
        if (slot.getType() == ValueType.QUANTITY && literal.kind() == Kind.NUMBER) {
            return "Write '" + literal.text() + " units'.";
        }
        if (literal.kind() == Kind.NUMBER && slot.getType() == ValueType.PERCENTAGE) {
            return "Write '" + literal.text() + "%'.";
        }
        if (literal.kind() == Kind.WORD
                && Arrays.asList(ValueType.TEXT, ValueType.NAMES).contains(slot.getType())) {
            return "Write " + Value.quoted(literal.text()) + ".";
        }
        return "Write " + slot.getType().getDescription() + ".";
    }
}
