package org.countersign.language.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.countersign.language.model.Value;
import org.countersign.language.model.ValueType;

/** One value of one attribute of a security, as people read it and as it is compared. */
public final class CatalogueFact {
    private final String attribute;
    private final String text;
    private final BigDecimal number;
    private final String unit;
    private final String written;

    private CatalogueFact(String attribute, String text, BigDecimal number, String unit, String written) {
        this.attribute = attribute;
        this.text = text;
        this.number = number;
        this.unit = unit;
        this.written = written;
    }

    /**
     * The facts that a value is.
     *
     * @param attribute the attribute's name
     * @param value its value
     * @return one fact, or one for each element of a list
     */
    public static List<CatalogueFact> of(String attribute, Value value) {
        ValueType type = value.getType();
        if (type.getCarrier() != List.class) {
            return Collections.singletonList(single(attribute, type, value.getCarrier(), value.written()));
        }
        List<CatalogueFact> facts = new ArrayList<>();
        for (String element : value.texts()) {
            facts.add(single(attribute, type, element, new Value(type, Collections.singletonList(element)).written()));
        }
        return facts;
    }

    private static CatalogueFact single(String attribute, ValueType type, Object carrier, String written) {
        return Measure.isOrdered(type)
                ? new CatalogueFact(
                        attribute, null, Measure.number(type, carrier), Measure.unit(type, carrier), written)
                : new CatalogueFact(attribute, Measure.text(type, carrier), null, "", written);
    }

    /**
     * A fact that is for comparison alone, and not shown.
     *
     * @param attribute the attribute's name
     * @param text its value
     * @return the fact
     */
    static CatalogueFact hidden(String attribute, String text) {
        return new CatalogueFact(attribute, Measure.folded(text), null, "", "");
    }

    /**
     * A fact that is shown in other words than it is compared.
     *
     * @param attribute the attribute's name
     * @param text what it is compared by
     * @param written what people read
     * @return the fact
     */
    static CatalogueFact shown(String attribute, String text, String written) {
        return new CatalogueFact(attribute, Measure.folded(text), null, "", written);
    }

    /** The attribute's name. */
    public String getAttribute() {
        return attribute;
    }

    /** The text that it is compared by, in small letters, at most 255 characters; null if it is a number. */
    public String getText() {
        return text;
    }

    /**
     * The number that it is compared by, with 10 decimals: a percentage as a fraction, a period in days, a date in days
     * since 1970, a time in seconds of the day; null if it is a text.
     */
    public BigDecimal getNumber() {
        return number;
    }

    /** The currency of an amount; empty for all else. */
    public String getUnit() {
        return unit;
    }

    /** The value as it is written in a source; empty if it is not shown. */
    public String getWritten() {
        return written;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CatalogueFact
                && attribute.equals(((CatalogueFact) other).attribute)
                && Objects.equals(text, ((CatalogueFact) other).text)
                && Objects.equals(number, ((CatalogueFact) other).number)
                && unit.equals(((CatalogueFact) other).unit)
                && written.equals(((CatalogueFact) other).written);
    }

    @Override
    public int hashCode() {
        return Objects.hash(attribute, text, number, unit, written);
    }

    @Override
    public String toString() {
        return attribute + " " + (written.isEmpty() ? text : written);
    }
}
