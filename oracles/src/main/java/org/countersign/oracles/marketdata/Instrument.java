package org.countersign.oracles.marketdata;

import java.util.Objects;
import java.util.regex.Pattern;
import org.countersign.contracts.identity.Lei;

/**
 * Reference data of one security: what it is by ISO 10962, who its issuer is by ISO 17442, and how it is rated.
 *
 * <p>A CFI code has six capital letters: the category (E for equities, D for debt, C for collective investment vehicles
 * …), the group (ES for ordinary shares, DB for bonds …), and four attributes.
 */
public final class Instrument {
    // The categories of ISO 10962:2015 and later.
    private static final Pattern CFI = Pattern.compile("[ECDROFSHIJKLTM][A-Z]{5}");

    private final String symbol;
    private final String isin;
    private final String cfi;
    private final Lei issuer;
    private final String rating;
    private final String currency;

    /**
     * Creates reference data.
     *
     * @param symbol the security's symbol
     * @param isin its ISIN; empty if it has none
     * @param cfi its CFI code
     * @param issuer its issuer's LEI
     * @param rating its long-term credit rating as the agency writes it; empty if it has none
     * @param currency the ISO 4217 code of its nominal value
     */
    public Instrument(String symbol, String isin, String cfi, Lei issuer, String rating, String currency) {
        this.symbol = Objects.requireNonNull(symbol, "symbol");
        this.isin = Objects.requireNonNull(isin, "isin");
        this.cfi = Objects.requireNonNull(cfi, "cfi");
        this.issuer = Objects.requireNonNull(issuer, "issuer");
        this.rating = Objects.requireNonNull(rating, "rating");
        this.currency = Objects.requireNonNull(currency, "currency");
    }

    static boolean isCfi(String code) {
        return CFI.matcher(code).matches();
    }

    /** The symbol. */
    public String getSymbol() {
        return symbol;
    }

    /** The ISIN; empty if there is none. */
    public String getIsin() {
        return isin;
    }

    /** The six letters of the CFI code. */
    public String getCfi() {
        return cfi;
    }

    /** The issuer. */
    public Lei getIssuer() {
        return issuer;
    }

    /** The rating; empty if there is none. */
    public String getRating() {
        return rating;
    }

    /** The currency of the nominal value. */
    public String getCurrency() {
        return currency;
    }
}
