package org.countersign.contracts.definition;

import java.math.BigDecimal;
import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;

/**
 * What identifies a security and what it is worth on paper. Fixed when the security is registered.
 *
 * <p>Quantities of the security count units of {@code denomination}. A share of 0.05 GBP nominal has denomination 0.05;
 * a note sold in pieces of 1,000 EUR has denomination 1000.
 */
@CordaSerializable
public final class SecurityTerms {
    private final String symbol;
    private final Isin isin;
    private final String name;
    private final String currency;
    private final BigDecimal denomination;
    private final BigDecimal authorisedQuantity;
    private final int fractionDigits;

    /**
     * Creates terms. The contract checks ranges; this constructor only demands that everything but the ISIN is there.
     *
     * @param symbol 1 to 12 capital letters, digits, dots or hyphens, for example {@code ACME}
     * @param isin the ISIN, or null if none is assigned
     * @param name the security's full name, for example {@code ACME plc ordinary shares}
     * @param currency ISO 4217 code of the nominal value, for example {@code GBP}
     * @param denomination the nominal value of one unit, in {@code currency}, more than zero
     * @param authorisedQuantity how many units may be outstanding at once, more than zero, at most
     *     {@code fractionDigits} decimals
     * @param fractionDigits decimals of a quantity, 0 to 6; 0 for shares and notes in whole pieces
     */
    public SecurityTerms(
            String symbol,
            Isin isin,
            String name,
            String currency,
            BigDecimal denomination,
            BigDecimal authorisedQuantity,
            int fractionDigits) {
        this.symbol = Objects.requireNonNull(symbol, "symbol");
        this.isin = isin;
        this.name = Objects.requireNonNull(name, "name");
        this.currency = Objects.requireNonNull(currency, "currency");
        this.denomination = Objects.requireNonNull(denomination, "denomination");
        this.authorisedQuantity = Objects.requireNonNull(authorisedQuantity, "authorisedQuantity");
        this.fractionDigits = fractionDigits;
    }

    /** The short name, unique among the securities of a registrars' committee. */
    public String getSymbol() {
        return symbol;
    }

    /** The ISIN, or null if none is assigned. */
    public Isin getIsin() {
        return isin;
    }

    /** The full name. */
    public String getName() {
        return name;
    }

    /** The ISO 4217 code of the nominal value. */
    public String getCurrency() {
        return currency;
    }

    /** The nominal value of one unit, in the currency. */
    public BigDecimal getDenomination() {
        return denomination;
    }

    /** How many units may be outstanding at once. */
    public BigDecimal getAuthorisedQuantity() {
        return authorisedQuantity;
    }

    /** The decimals of a quantity. */
    public int getFractionDigits() {
        return fractionDigits;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof SecurityTerms)) {
            return false;
        }
        SecurityTerms that = (SecurityTerms) other;
        return symbol.equals(that.symbol)
                && Objects.equals(isin, that.isin)
                && name.equals(that.name)
                && currency.equals(that.currency)
                && denomination.compareTo(that.denomination) == 0
                && authorisedQuantity.compareTo(that.authorisedQuantity) == 0
                && fractionDigits == that.fractionDigits;
    }

    @Override
    public int hashCode() {
        return Objects.hash(symbol, isin, name, currency, fractionDigits);
    }

    @Override
    public String toString() {
        return symbol + (isin == null ? "" : " (" + isin + ")") + ", " + name;
    }
}
