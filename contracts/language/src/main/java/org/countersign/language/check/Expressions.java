package org.countersign.language.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import org.countersign.language.check.Literal.Kind;
import org.countersign.language.grammar.SecurityParser.ExpressionContext;
import org.countersign.language.model.Money;
import org.countersign.language.source.DiagnosticKind;
import org.countersign.language.source.Diagnostics;

/** Works out sums and differences of literals; there is no other arithmetic, and it is all done here. */
final class Expressions {
    private final Diagnostics diagnostics;
    private final Literals literals;

    Expressions(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.literals = new Literals(diagnostics);
    }

    /** Works out an expression; null if something in it is wrong, which was noted then. */
    Literal read(ExpressionContext context) {
        Literal result = literals.read(context.value(0));
        for (int operand = 1; operand < context.value().size(); operand++) {
            Literal next = literals.read(context.value(operand));
            boolean minus = context.getChild(2 * operand - 1).getText().equals("-");
            result = result == null || next == null ? null : combined(result, next, minus);
        }
        return result;
    }

    private Literal combined(Literal left, Literal right, boolean minus) {
        Object carrier = carrier(left, right, minus);
        if (carrier == null) {
            diagnostics.report(
                    DiagnosticKind.WRONG_UNITS,
                    right.span(),
                    left.text() + " is " + left.kind().description() + " and " + right.text() + " is "
                            + right.kind().description() + "; one cannot be " + (minus ? "taken from" : "added to")
                            + " the other.",
                    "Both must be of one kind and unit; a period can also be added to a date.");
            return null;
        }
        return new Literal(left.kind(), carrier, left.text() + (minus ? " - " : " + ") + right.text(), left.span());
    }

    private static Object carrier(Literal left, Literal right, boolean minus) {
        if (left.kind() == Kind.DATE && right.kind() == Kind.PERIOD) {
            Period period = (Period) right.carrier();
            LocalDate date = (LocalDate) left.carrier();
            return minus ? date.minus(period) : date.plus(period);
        }
        if (left.kind() != right.kind()) {
            return null;
        }
        switch (left.kind()) {
            case NUMBER:
            case QUANTITY:
            case PERCENTAGE:
                BigDecimal other = (BigDecimal) right.carrier();
                return minus ? ((BigDecimal) left.carrier()).subtract(other) : ((BigDecimal) left.carrier()).add(other);
            case PERIOD:
                Period period = (Period) right.carrier();
                return minus ? ((Period) left.carrier()).minus(period) : ((Period) left.carrier()).plus(period);
            case AMOUNT:
                return sum((Money) left.carrier(), (Money) right.carrier(), minus);
            default:
                return null;
        }
    }

    private static Money sum(Money left, Money right, boolean minus) {
        if (!left.getCurrency().equals(right.getCurrency())) {
            return null;
        }
        BigDecimal sum = minus
                ? left.getAmount().subtract(right.getAmount())
                : left.getAmount().add(right.getAmount());
        return new Money(sum, left.getCurrency());
    }
}
