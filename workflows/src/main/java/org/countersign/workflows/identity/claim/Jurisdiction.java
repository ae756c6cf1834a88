package org.countersign.workflows.identity.claim;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.corda.core.serialization.CordaSerializable;

/**
 * A country by its ISO 3166-1 alpha-2 code, or one of its subdivisions by ISO 3166-2. Examples: {@code GB},
 * {@code US-CA}.
 *
 * <p>The country must be one that the JDK knows; of a subdivision only the shape is checked, since its list changes
 * several times a year.
 */
@CordaSerializable
public final class Jurisdiction {
    private static final Pattern SHAPE = Pattern.compile("([A-Z]{2})(-[A-Z0-9]{1,3})?");
    private static final Set<String> COUNTRIES =
            Collections.unmodifiableSet(new HashSet<>(Arrays.asList(Locale.getISOCountries())));

    private final String code;

    /**
     * Creates a jurisdiction from its code.
     *
     * @param code a country's two capital letters, or these, a hyphen and one to three capital letters or digits
     * @throws IllegalArgumentException if it has another shape or there is no such country
     */
    public Jurisdiction(String code) {
        Objects.requireNonNull(code, "code");
        Matcher shape = SHAPE.matcher(code);
        if (!shape.matches() || !COUNTRIES.contains(shape.group(1))) {
            throw new IllegalArgumentException("'" + code
                    + "' is no jurisdiction: a country's ISO 3166-1 alpha-2 code such as GB, or an ISO 3166-2 code such"
                    + " as US-CA.");
        }
        this.code = code;
    }

    /** The code as it was given. */
    public String getCode() {
        return code;
    }

    /** The country, also of a subdivision. */
    public Jurisdiction country() {
        return new Jurisdiction(code.substring(0, 2));
    }

    /** Whether it is a part of a country. */
    public boolean isSubdivision() {
        return code.length() > 2;
    }

    /**
     * Whether this lies in another jurisdiction: {@code US-CA} in {@code US}, and each in itself.
     *
     * @param other the larger one
     * @return whether it does
     */
    public boolean isWithin(Jurisdiction other) {
        return equals(other) || !other.isSubdivision() && country().equals(other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Jurisdiction && code.equals(((Jurisdiction) other).code);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    @Override
    public String toString() {
        return code;
    }
}
