package org.countersign.contracts.segment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.definition.SecurityTerms;

/**
 * Which securities can be registered in a segment. A security that is in the segment already when this changes stays in
 * it.
 */
@CordaSerializable
public final class PermittedSecurities {
    /** Every security. */
    public static final PermittedSecurities ALL =
            new PermittedSecurities(Collections.emptyList(), Collections.emptyList());

    private static final String ANY = "*";

    private final List<String> symbols;
    private final List<String> currencies;

    /**
     * Creates a permission; a security has to meet both lists.
     *
     * @param symbols symbols, or beginnings of symbols with {@code *} behind them, for example {@code UK.*}; empty for
     *     any
     * @param currencies ISO 4217 codes of the currencies of nominal values; empty for any
     */
    public PermittedSecurities(List<String> symbols, List<String> currencies) {
        this.symbols = Collections.unmodifiableList(new ArrayList<>(symbols));
        this.currencies = Collections.unmodifiableList(new ArrayList<>(currencies));
    }

    /**
     * Whether a security can be registered.
     *
     * @param terms the security's terms
     * @return whether symbol and currency are permitted
     */
    public boolean permits(SecurityTerms terms) {
        return (symbols.isEmpty() || symbols.stream().anyMatch(permitted -> matches(permitted, terms.getSymbol())))
                && (currencies.isEmpty() || currencies.contains(terms.getCurrency()));
    }

    private static boolean matches(String permitted, String symbol) {
        return permitted.endsWith(ANY)
                ? symbol.startsWith(permitted.substring(0, permitted.length() - 1))
                : symbol.equals(permitted);
    }

    /** The permitted symbols, or their beginnings; empty for any. */
    public List<String> getSymbols() {
        return symbols;
    }

    /** The permitted currencies; empty for any. */
    public List<String> getCurrencies() {
        return currencies;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PermittedSecurities
                && symbols.equals(((PermittedSecurities) other).symbols)
                && currencies.equals(((PermittedSecurities) other).currencies);
    }

    @Override
    public int hashCode() {
        return Objects.hash(symbols, currencies);
    }

    @Override
    public String toString() {
        return "symbols " + (symbols.isEmpty() ? "any" : symbols) + ", currencies "
                + (currencies.isEmpty() ? "any" : currencies);
    }
}
