package org.countersign.language.model;

import java.math.BigDecimal;
import java.util.Objects;

/** An amount in a currency, exact. */
public final class Money {
    private final BigDecimal amount;
    private final String currency;

    /**
     * Creates an amount.
     *
     * @param amount in units of the currency
     * @param currency its ISO 4217 code
     */
    public Money(BigDecimal amount, String currency) {
        this.amount = Numbers.plain(amount);
        this.currency = Objects.requireNonNull(currency, "currency");
    }

    /** In units of the currency, without zeros at the end. */
    public BigDecimal getAmount() {
        return amount;
    }

    /** The ISO 4217 code. */
    public String getCurrency() {
        return currency;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Money
                && amount.equals(((Money) other).amount)
                && currency.equals(((Money) other).currency);
    }

    @Override
    public int hashCode() {
        return Objects.hash(amount, currency);
    }

    @Override
    public String toString() {
        return Numbers.grouped(amount) + " " + currency;
    }
}
