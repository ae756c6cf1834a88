package org.countersign.workflows.definition.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;

/**
 * What the catalogue tells of one security. It is the word of one registrar; the definition, which proves itself, is
 * asked for by the symbol.
 */
@CordaSerializable
public final class CatalogueEntry {
    /** The most attributes that are told. */
    public static final int MOST_ATTRIBUTES = 60;

    private final String security;
    private final String committee;
    private final String symbol;
    private final List<PublishedAttribute> attributes;

    /**
     * Creates an entry.
     *
     * @param security the digest in the identifier of the definition, 64 hexadecimal digits
     * @param committee the digest in the identifier of the registrars' committee, likewise
     * @param symbol the symbol
     * @param attributes what is published, at most {@value #MOST_ATTRIBUTES}
     */
    public CatalogueEntry(String security, String committee, String symbol, List<PublishedAttribute> attributes) {
        this.security = Objects.requireNonNull(security, "security");
        this.committee = Objects.requireNonNull(committee, "committee");
        this.symbol = Objects.requireNonNull(symbol, "symbol");
        this.attributes = Collections.unmodifiableList(new ArrayList<>(attributes));
    }

    /** The digest in the identifier of the definition. */
    public String getSecurity() {
        return security;
    }

    /** The digest in the identifier of the registrars' committee. */
    public String getCommittee() {
        return committee;
    }

    /** The symbol. */
    public String getSymbol() {
        return symbol;
    }

    /** What is published. */
    public List<PublishedAttribute> getAttributes() {
        return attributes;
    }

    /**
     * The values of an attribute.
     *
     * @param name as in queries
     * @return empty if the issuer does not publish it, or there are none
     */
    public List<String> values(String name) {
        for (PublishedAttribute attribute : attributes) {
            if (attribute.getName().equals(name)) {
                return attribute.getValues();
            }
        }
        return Collections.emptyList();
    }

    CatalogueCursor place() {
        return CatalogueCursor.of(symbol, security);
    }
}
