package org.countersign.oracles.marketdata;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * An exact fraction. Converting a currency and taking a share divide, and a quotient of decimals often has no end; a
 * limit that is compared with a rounded quotient is not exact at its boundary. Fractions are compared by
 * cross-multiplication and rounded only for display.
 */
public final class Rational implements Comparable<Rational> {
    /** Zero. */
    public static final Rational ZERO = new Rational(BigInteger.ZERO, BigInteger.ONE);

    /** How many decimals a figure is shown with. */
    public static final int SHOWN_DECIMALS = 8;

    private final BigInteger numerator;
    private final BigInteger denominator;

    private Rational(BigInteger numerator, BigInteger denominator) {
        BigInteger divisor = numerator.gcd(denominator);
        this.numerator = numerator.divide(divisor);
        this.denominator = denominator.divide(divisor);
    }

    /**
     * A decimal as a fraction.
     *
     * @param decimal any decimal
     * @return the same number
     */
    public static Rational of(BigDecimal decimal) {
        return decimal.scale() > 0
                ? new Rational(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                : new Rational(decimal.toBigIntegerExact(), BigInteger.ONE);
    }

    /** The sum. */
    public Rational plus(Rational other) {
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** The difference. */
    public Rational minus(Rational other) {
        return plus(new Rational(other.numerator.negate(), other.denominator));
    }

    /** The product. */
    public Rational times(Rational other) {
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** The product with a decimal. */
    public Rational times(BigDecimal factor) {
        return times(of(factor));
    }

    /**
     * The quotient.
     *
     * @param divisor not zero
     * @return exactly the quotient
     * @throws ArithmeticException if the divisor is zero
     */
    public Rational dividedBy(Rational divisor) {
        if (divisor.numerator.signum() == 0) {
            throw new ArithmeticException("Division by zero");
        }
        BigInteger sign = BigInteger.valueOf(divisor.numerator.signum());
        return new Rational(
                numerator.multiply(divisor.denominator).multiply(sign),
                denominator.multiply(divisor.numerator).multiply(sign));
    }

    /** The quotient by a decimal that is not zero. */
    public Rational dividedBy(BigDecimal divisor) {
        return dividedBy(of(divisor));
    }

    /** Minus one, zero or one. */
    public int signum() {
        return numerator.signum();
    }

    /** The smaller of the two. */
    public Rational min(Rational other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /**
     * The number for people: with at most {@link #SHOWN_DECIMALS} decimals, half a last one rounded to even. Never
     * compare with it.
     */
    public BigDecimal shown() {
        BigDecimal rounded = new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), SHOWN_DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rational
                && numerator.equals(((Rational) other).numerator)
                && denominator.equals(((Rational) other).denominator);
    }

    @Override
    public int hashCode() {
        return Objects.hash(numerator, denominator);
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
