package org.countersign.oracles.compliance;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collections;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import net.corda.core.schemas.MappedSchema;

/** The database schema of the keys that an authority has come to know, and of what was attested of them. */
public final class KnownHolderSchema extends MappedSchema {
    /** How many characters there is room for, of names and of claims each. */
    static final int LONGEST = 4_000;

    /** Created by the node. */
    public KnownHolderSchema() {
        super(KnownHolderSchema.class, 1, Collections.singletonList(Row.class));
    }

    @Override
    public String getMigrationResource() {
        return "countersign-known-holder.changelog-master";
    }

    /** A key. */
    @Entity(name = "CountersignKnownHolder")
    @Table(name = "countersign_known_holder")
    public static class Row implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @Column(name = "id", length = 64, nullable = false)
        private String id;

        @Column(name = "holder", length = 4000, nullable = false)
        private String holder;

        @Column(name = "person", length = LONGEST)
        private String person;

        @Column(name = "claims", length = LONGEST)
        private String claims;

        @Column(name = "expires", nullable = false)
        private Instant expires;

        /** For the database layer. */
        protected Row() {}

        Row(String id, String holder) {
            this.id = id;
            this.holder = holder;
        }

        /** Takes over what is known now. */
        void know(String newPerson, String newClaims, Instant newExpires) {
            this.person = newPerson;
            this.claims = newClaims;
            this.expires = newExpires;
        }

        boolean knows(String otherPerson, String otherClaims) {
            return otherPerson.equals(getPerson()) && otherClaims.equals(getClaims());
        }

        String getHolder() {
            return holder;
        }

        // Some databases give back nothing for an empty text.
        String getPerson() {
            return person == null ? "" : person;
        }

        String getClaims() {
            return claims == null ? "" : claims;
        }

        Instant getExpires() {
            return expires;
        }
    }
}
