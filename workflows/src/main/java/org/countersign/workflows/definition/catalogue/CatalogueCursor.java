package org.countersign.workflows.definition.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.workflows.WorkflowException;

/**
 * A place in the catalogue: behind one security, in the order of symbols, and of identifiers where symbols are equal.
 */
final class CatalogueCursor implements Comparable<CatalogueCursor> {
    private static final Pattern WRITTEN = Pattern.compile("([A-Z0-9.-]{1,12}):([0-9A-Fa-f]{64})");

    private final String symbol;
    private final String security;

    private CatalogueCursor(String symbol, String security) {
        this.symbol = symbol;
        this.security = security;
    }

    static CatalogueCursor of(String symbol, String security) {
        return new CatalogueCursor(symbol, security);
    }

    /** Reads what {@link #toString()} wrote. */
    static CatalogueCursor read(String written) throws WorkflowException {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw new WorkflowException(
                    "No page of the catalogue begins after '"
                            + (written.length() <= 100 ? written : written.substring(0, 100) + "…") + "'.",
                    "Take what the page before says, or leave it out to begin.");
        }
        return new CatalogueCursor(matcher.group(1), matcher.group(2));
    }

    static boolean isPlace(String symbol, String security) {
        return symbol != null
                && security != null
                && WRITTEN.matcher(symbol + ":" + security).matches();
    }

    /** The same order in every database, whatever its collation is: of digits and small letters alone. */
    String orderKey() {
        StringBuilder key = new StringBuilder();
        for (byte letter : symbol.getBytes(StandardCharsets.UTF_8)) {
            key.append(String.format(Locale.ROOT, "%02x", letter & 0xff));
        }
        return key.append("00").append(security.toLowerCase(Locale.ROOT)).toString();
    }

    @Override
    public int compareTo(CatalogueCursor other) {
        return orderKey().compareTo(other.orderKey());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CatalogueCursor && toString().equals(other.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return symbol + ":" + security;
    }
}
