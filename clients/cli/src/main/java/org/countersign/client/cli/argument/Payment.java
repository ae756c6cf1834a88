package org.countersign.client.cli.argument;

import com.r3.corda.lib.tokens.contracts.types.TokenType;
import com.r3.corda.lib.tokens.money.FiatCurrency;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import net.corda.core.contracts.Amount;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;

/** An amount of money, as people write it on a command line: {@code "1000.00 GBP"}. */
public final class Payment {
    private static final String REMEDY = "Write a decimal number and an ISO 4217 code, for example \"1000.00 GBP\".";
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private Payment() {}

    /**
     * Reads an amount.
     *
     * @param text a decimal number, a blank, an ISO 4217 currency code
     * @return the amount, more than zero, in the smallest unit of the currency
     * @throws Failure of code {@code AMOUNT_WRONG} if it is anything else, or has more decimals than the currency
     */
    public static Amount<TokenType> parse(String text) {
        String[] parts = text.strip().split("\\s+", -1);
        if (parts.length != 2) {
            throw wrong("'" + text + "' is no amount of money.");
        }
        Currency currency = currency(text, parts[1]);
        BigDecimal quantity = Quantity.parse(parts[0]);
        int digits = currency.getDefaultFractionDigits();
        if (quantity.scale() > digits) {
            throw wrong("'" + text + "' has " + quantity.scale() + " decimals; " + currency.getCurrencyCode() + " has "
                    + digits + ".");
        }
        if (quantity.scaleByPowerOfTen(digits).compareTo(LARGEST) > 0) {
            throw wrong("'" + text + "' is more than the ledger can count.");
        }
        return Amount.fromDecimal(quantity, FiatCurrency.getInstance(currency.getCurrencyCode()));
    }

    /**
     * Writes an amount as it would be typed.
     *
     * @param amount the amount
     * @return for example {@code 1000.00 GBP}
     */
    public static String text(Amount<TokenType> amount) {
        return amount.toDecimal().toPlainString() + " " + amount.getToken().getTokenIdentifier();
    }

    private static Currency currency(String text, String code) {
        Currency found = null;
        for (Currency currency : Currency.getAvailableCurrencies()) {
            if (currency.getCurrencyCode().equals(code.toUpperCase(Locale.ROOT))) {
                found = currency;
            }
        }
        // Gold, test codes and the like have no smallest unit.
        if (found == null || found.getDefaultFractionDigits() < 0) {
            throw wrong("'" + text + "' is in '" + code + "', which is no currency of ISO 4217.");
        }
        if (!found.getCurrencyCode().equals(code)) {
            throw wrong("'" + text + "' is in '" + code + "'; currency codes are capital letters.");
        }
        return found;
    }

    private static Failure wrong(String message) {
        return new Failure(FailureCode.AMOUNT_WRONG, message, REMEDY);
    }
}
