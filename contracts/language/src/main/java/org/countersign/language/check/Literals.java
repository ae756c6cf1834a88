package org.countersign.language.check;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.countersign.language.check.Literal.Kind;
import org.countersign.language.grammar.SecurityLexer;
import org.countersign.language.grammar.SecurityParser.UnitContext;
import org.countersign.language.grammar.SecurityParser.ValueContext;
import org.countersign.language.model.Money;
import org.countersign.language.source.DiagnosticKind;
import org.countersign.language.source.Diagnostics;
import org.countersign.language.source.Span;
import org.countersign.language.syntax.ClauseParser;
import org.countersign.language.vocabulary.IsoCodes;
import org.countersign.language.vocabulary.Nearest;

/** Reads literals. */
final class Literals {
    // 64 bits have 19 digits, a denomination has at most 10 decimals: nothing sensible is longer.
    private static final int LONGEST_NUMBER = 40;
    private static final Pattern NUMBER = Pattern.compile("(\\d+|\\d{1,3}(,\\d{3})+)(\\.\\d+)?");
    private static final int LONGEST_PERIOD = 10_000;

    private final Diagnostics diagnostics;

    Literals(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Reads a literal; null if it is wrong, which was noted then. */
    Literal read(ValueContext context) {
        Token token = context.getStart();
        switch (token.getType()) {
            case SecurityLexer.PERCENTAGE:
                return percentage(context, token);
            case SecurityLexer.NUMBER:
                return measured(context, token, context.unit());
            case SecurityLexer.DATE:
                return dated(context, token);
            case SecurityLexer.TIME:
                return timed(context, token);
            case SecurityLexer.ZONE:
                return literal(Kind.ZONE, token.getText(), context);
            case SecurityLexer.CODE:
                return literal(Kind.CODE, token.getText(), context);
            case SecurityLexer.TEXT:
                return literal(Kind.TEXT, unquoted(token.getText()), context);
            default:
                return literal(Kind.WORD, token.getText(), context);
        }
    }

    private Literal percentage(ValueContext context, Token token) {
        String figures = token.getText().substring(0, token.getText().length() - 1);
        BigDecimal percent = number(figures, token);
        if (percent == null) {
            return null;
        }
        BigDecimal fraction = percent.movePointLeft(2);
        if (context.OF() == null) {
            return literal(Kind.PERCENTAGE, fraction, context);
        }
        Literal whole = measured(context, context.NUMBER().getSymbol(), context.unit());
        if (whole == null) {
            return null;
        }
        if (whole.kind() == Kind.QUANTITY) {
            return literal(Kind.QUANTITY, ((BigDecimal) whole.carrier()).multiply(fraction), context);
        }
        if (whole.kind() == Kind.AMOUNT) {
            Money money = (Money) whole.carrier();
            return literal(Kind.AMOUNT, new Money(money.getAmount().multiply(fraction), money.getCurrency()), context);
        }
        diagnostics.report(
                DiagnosticKind.WRONG_UNITS,
                span(context),
                "A percentage can be taken of units or of an amount of money, not of "
                        + whole.kind().description() + ".",
                "Write the result instead.");
        return null;
    }

    private Literal measured(ValueContext context, Token token, UnitContext unit) {
        BigDecimal number = number(token.getText(), token);
        if (number == null) {
            return null;
        }
        if (unit == null) {
            return literal(Kind.NUMBER, number, context);
        }
        if (unit.UNITS() != null) {
            return literal(Kind.QUANTITY, number, context);
        }
        if (unit.CODE() != null) {
            return money(context, number, unit.CODE().getSymbol());
        }
        return period(context, number, unit.getText());
    }

    private Literal money(ValueContext context, BigDecimal number, Token currency) {
        if (!IsoCodes.currencies().contains(currency.getText())) {
            diagnostics.report(
                    DiagnosticKind.UNKNOWN_CODE,
                    ClauseParser.span(currency),
                    "'" + currency.getText() + "' is no currency of ISO 4217.",
                    Nearest.to(currency.getText(), IsoCodes.currencies())
                            .map(near -> "Did you mean '" + near + "'?")
                            .orElse("Give a currency's three letters, for example EUR."));
            return null;
        }
        return literal(Kind.AMOUNT, new Money(number, currency.getText()), context);
    }

    private Literal period(ValueContext context, BigDecimal number, String unit) {
        int count;
        try {
            count = number.intValueExact();
        } catch (ArithmeticException e) {
            count = -1;
        }
        if (count < 0 || count > LONGEST_PERIOD) {
            diagnostics.report(
                    DiagnosticKind.OUT_OF_RANGE,
                    span(context),
                    "A period is a whole number of days, weeks, months or years, at most 10,000; this is "
                            + context.NUMBER().getText() + " " + unit + ".",
                    "Write a shorter one, or a smaller unit where a part of one is meant.");
            return null;
        }
        switch (unit.charAt(0)) {
            case 'd':
                return literal(Kind.PERIOD, Period.ofDays(count), context);
            case 'w':
                return literal(Kind.PERIOD, Period.ofWeeks(count), context);
            case 'm':
                return literal(Kind.PERIOD, Period.ofMonths(count), context);
            default:
                return literal(Kind.PERIOD, Period.ofYears(count), context);
        }
    }

    private BigDecimal number(String figures, Token token) {
        if (figures.length() > LONGEST_NUMBER || !NUMBER.matcher(figures).matches()) {
            diagnostics.report(
                    DiagnosticKind.MALFORMED_VALUE,
                    ClauseParser.span(token),
                    figures.length() > LONGEST_NUMBER
                            ? "A number has at most " + LONGEST_NUMBER + " characters; this one has " + figures.length()
                                    + "."
                            : "'" + figures + "' is no number.",
                    "Digits, with or without commas before every three, and a point before decimals: 1,000.50.");
            return null;
        }
        return new BigDecimal(figures.replace(",", ""));
    }

    private Literal dated(ValueContext context, Token token) {
        try {
            return literal(Kind.DATE, LocalDate.parse(token.getText()), context);
        } catch (DateTimeException e) {
            diagnostics.report(
                    DiagnosticKind.MALFORMED_VALUE,
                    ClauseParser.span(token),
                    "The date " + token.getText() + " does not exist.",
                    "Dates are year, month and day: 2027-01-31.");
            return null;
        }
    }

    private Literal timed(ValueContext context, Token token) {
        try {
            return literal(Kind.TIME, LocalTime.parse(token.getText()), context);
        } catch (DateTimeException e) {
            diagnostics.report(
                    DiagnosticKind.MALFORMED_VALUE,
                    ClauseParser.span(token),
                    "The time " + token.getText() + " does not exist.",
                    "Times are hours from 00 to 23 and minutes from 00 to 59: 17:30.");
            return null;
        }
    }

    private static String unquoted(String quoted) {
        StringBuilder text = new StringBuilder();
        for (int position = 1; position < quoted.length() - 1; position++) {
            if (quoted.charAt(position) == '\\') {
                position++;
            }
            text.append(quoted.charAt(position));
        }
        return text.toString();
    }

    private static Literal literal(Kind kind, Object carrier, ValueContext context) {
        return new Literal(kind, carrier, written(context), span(context));
    }

    private static String written(ParserRuleContext context) {
        StringBuilder text = new StringBuilder();
        for (int child = 0; child < context.getChildCount(); child++) {
            text.append(child == 0 ? "" : " ").append(context.getChild(child).getText());
        }
        return text.toString();
    }

    static Span span(ParserRuleContext context) {
        return ClauseParser.span(context.getStart(), context.getStop());
    }
}
