package org.countersign.contracts.validation;

import java.math.BigDecimal;
import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;

/**
 * One number that a requirement was judged by, for example an exposure or the limit that it was compared with.
 *
 * <p>Figures may be secrets of a party. They stand in the report that the authority keeps, and are left out of what the
 * proposer of a transaction is told, see {@link ValidationReport#withoutFigures()}.
 */
@CordaSerializable
public final class Figure {
    private final String name;
    private final BigDecimal value;
    private final String unit;

    /**
     * Creates a figure.
     *
     * @param name what the number is, for example {@code exposure after}
     * @param value the number, of any sign and scale
     * @param unit what it counts: an ISO 4217 currency code, {@code units}, {@code %}, or {@code 1} for a pure number
     */
    public Figure(String name, BigDecimal value, String unit) {
        this.name = Objects.requireNonNull(name, "name");
        this.value = Objects.requireNonNull(value, "value");
        this.unit = Objects.requireNonNull(unit, "unit");
    }

    /** What the number is. */
    public String getName() {
        return name;
    }

    /** The number. */
    public BigDecimal getValue() {
        return value;
    }

    /** What it counts. */
    public String getUnit() {
        return unit;
    }

    /** Equal numbers are equal figures, whatever their scale. */
    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Figure)) {
            return false;
        }
        Figure that = (Figure) other;
        return name.equals(that.name) && value.compareTo(that.value) == 0 && unit.equals(that.unit);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, value.stripTrailingZeros(), unit);
    }

    @Override
    public String toString() {
        return name + " " + value + " " + unit;
    }
}
