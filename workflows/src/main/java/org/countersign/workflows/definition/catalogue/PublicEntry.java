package org.countersign.workflows.definition.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.countersign.language.search.CatalogueFact;

/** What the catalogue is to keep of one security. */
public final class PublicEntry {
    private final String security;
    private final String committee;
    private final String symbol;
    private final int version;
    private final int derivation;
    private final List<CatalogueFact> facts;

    /**
     * Creates an entry.
     *
     * @param security the digest in the identifier of its definition, in hexadecimal digits
     * @param committee the digest in the identifier of the registrars' committee, likewise
     * @param symbol the symbol
     * @param version of the definition
     * @param derivation how the facts were derived; of an entry of the same version the higher one is better
     * @param facts what is public
     */
    public PublicEntry(
            String security, String committee, String symbol, int version, int derivation, List<CatalogueFact> facts) {
        this.security = Objects.requireNonNull(security, "security");
        this.committee = Objects.requireNonNull(committee, "committee");
        this.symbol = Objects.requireNonNull(symbol, "symbol");
        this.version = version;
        this.derivation = derivation;
        this.facts = Collections.unmodifiableList(new ArrayList<>(facts));
    }

    /** The digest in the identifier of its definition. */
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

    /** The version of the definition. */
    public int getVersion() {
        return version;
    }

    /** How the facts were derived. */
    public int getDerivation() {
        return derivation;
    }

    /** What is public, in the order in which it is shown. */
    public List<CatalogueFact> getFacts() {
        return facts;
    }
}
