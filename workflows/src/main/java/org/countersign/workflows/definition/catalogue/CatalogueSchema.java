package org.countersign.workflows.definition.catalogue;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import net.corda.core.schemas.MappedSchema;
import org.countersign.language.search.CatalogueFact;

/** The database schema of the catalogue. */
public final class CatalogueSchema extends MappedSchema {
    private static final int LONGEST_WRITTEN = 1_000;

    /** Created by the node. */
    public CatalogueSchema() {
        super(CatalogueSchema.class, 1, Arrays.asList(Entry.class, Fact.class));
    }

    @Override
    public String getMigrationResource() {
        return "countersign-catalogue.changelog-master";
    }

    /** A security. */
    @Entity(name = "CountersignCatalogueEntry")
    @Table(name = "countersign_catalogue_entry")
    public static class Entry implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @Column(name = "security", length = 64, nullable = false)
        private String security;

        @Column(name = "committee", length = 64, nullable = false)
        private String committee;

        @Column(name = "order_key", length = 200, nullable = false)
        private String orderKey;

        @Column(name = "symbol", length = 40, nullable = false)
        private String symbol;

        @Column(name = "version", nullable = false)
        private int version;

        @Column(name = "derivation", nullable = false)
        private int derivation;

        /** For the database layer. */
        protected Entry() {}

        Entry(String security) {
            this.security = security;
        }

        final void set(PublicEntry entry) {
            this.committee = entry.getCommittee();
            this.orderKey = CatalogueCursor.of(entry.getSymbol(), security).orderKey();
            this.symbol = entry.getSymbol();
            this.version = entry.getVersion();
            this.derivation = entry.getDerivation();
        }

        String security() {
            return security;
        }

        String symbol() {
            return symbol;
        }

        int version() {
            return version;
        }

        int derivation() {
            return derivation;
        }
    }

    /** One published value of one attribute of a security. */
    @Entity(name = "CountersignCatalogueFact")
    @Table(name = "countersign_catalogue_fact")
    public static class Fact implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @Column(name = "fact", length = 80, nullable = false)
        private String fact;

        @Column(name = "security", length = 64, nullable = false)
        private String security;

        @Column(name = "place", nullable = false)
        private int place;

        @Column(name = "attribute", length = 120, nullable = false)
        private String attribute;

        @Column(name = "text_value", length = 255)
        private String text;

        @Column(name = "number_value", precision = 38, scale = 10)
        private BigDecimal number;

        // Null and not empty: some databases take the one for the other.
        @Column(name = "unit", length = 8)
        private String unit;

        @Column(name = "written", length = LONGEST_WRITTEN)
        private String written;

        /** For the database layer. */
        protected Fact() {}

        Fact(String security, int place, CatalogueFact fact) {
            this.fact = security + ":" + place;
            this.security = security;
            this.place = place;
            this.attribute = fact.getAttribute();
            this.text = fact.getText();
            this.number = fact.getNumber();
            this.unit = fact.getUnit().isEmpty() ? null : fact.getUnit();
            this.written = fact.getWritten().isEmpty() ? null : shortened(fact.getWritten());
        }

        private static String shortened(String written) {
            return written.length() <= LONGEST_WRITTEN ? written : written.substring(0, LONGEST_WRITTEN - 1) + "…";
        }

        String security() {
            return security;
        }

        String attribute() {
            return attribute;
        }

        String written() {
            return written;
        }
    }
}
