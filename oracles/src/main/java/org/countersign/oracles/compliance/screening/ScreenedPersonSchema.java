package org.countersign.oracles.compliance.screening;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import net.corda.core.schemas.MappedSchema;

/** The database schema of those whom an authority has come to know, and with which lists it has screened them. */
public final class ScreenedPersonSchema extends MappedSchema {
    /** Created by the node. */
    public ScreenedPersonSchema() {
        super(ScreenedPersonSchema.class, 1, Collections.singletonList(Row.class));
    }

    @Override
    public String getMigrationResource() {
        return "countersign-screened-person.changelog-master";
    }

    /** A person. */
    @Entity(name = "CountersignScreenedPerson")
    @Table(name = "countersign_screened_person")
    public static class Row implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @Column(name = "id", length = 64, nullable = false)
        private String id;

        @Column(name = "party", length = 400, nullable = false)
        private String party;

        @Column(name = "name", length = 500, nullable = false)
        private String name;

        @Column(name = "birth_date", length = 10)
        private String birthDate;

        @Column(name = "countries", length = 400, nullable = false)
        private String countries;

        @Column(name = "last_seen", nullable = false)
        private Instant lastSeen;

        @Column(name = "screened_with", length = 64, nullable = false)
        private String screenedWith;

        /** For the database layer. */
        protected Row() {}

        Row(String id, String party, ScreenedPerson person) {
            this.id = id;
            this.party = party;
            this.name = person.getName();
            this.birthDate = person.getBirthDate().map(LocalDate::toString).orElse(null);
            this.countries = String.join(" ", person.getCountries());
            this.screenedWith = "";
        }

        void seen(Instant now) {
            this.lastSeen = now;
        }

        void screened(String lists) {
            this.screenedWith = lists;
        }

        Instant getLastSeen() {
            return lastSeen;
        }

        String getId() {
            return id;
        }

        String getParty() {
            return party;
        }

        ScreenedPerson person() {
            Set<String> known = new LinkedHashSet<>();
            // Older databases give back nothing for an empty text.
            if (countries != null && !countries.isEmpty()) {
                known.addAll(Arrays.asList(countries.split(" ")));
            }
            return new ScreenedPerson(name, birthDate == null ? null : LocalDate.parse(birthDate), known);
        }
    }
}
