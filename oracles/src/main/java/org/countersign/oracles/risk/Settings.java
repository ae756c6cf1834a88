package org.countersign.oracles.risk;

import java.math.BigDecimal;
import java.util.Currency;
import org.countersign.oracles.validation.CheckConfiguration;
import org.countersign.oracles.validation.CheckConfigurationException;

/** Settings that several limits have in common. */
final class Settings {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private Settings() {}

    static String currency(CheckConfiguration section) throws CheckConfigurationException {
        String code = section.text("currency");
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException none) {
            throw section.wrong("currency", "is '" + code + "'.", "Give an ISO 4217 code, for example GBP.");
        }
    }

    /** An amount, zero or more. */
    static BigDecimal amount(CheckConfiguration section, String setting) throws CheckConfigurationException {
        BigDecimal amount = section.decimal(setting);
        if (amount.signum() < 0 || amount.precision() > 40 || Math.abs((long) amount.scale()) > 40) {
            throw section.wrong(setting, "is " + section.text(setting) + ".", "Give an amount, zero or more.");
        }
        return amount;
    }

    /** A percentage from 0 to 100. */
    static BigDecimal percent(CheckConfiguration section, String setting) throws CheckConfigurationException {
        BigDecimal percent = amount(section, setting);
        if (percent.compareTo(ALL) > 0) {
            throw section.wrong(setting, "is " + percent.toPlainString() + ".", "Give a percentage, 0 to 100.");
        }
        return percent;
    }
}
