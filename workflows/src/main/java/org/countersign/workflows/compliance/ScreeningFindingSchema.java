package org.countersign.workflows.compliance;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collections;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import net.corda.core.schemas.MappedSchema;

/** The database schema of what an authority has found by screening those whom it knows. */
public final class ScreeningFindingSchema extends MappedSchema {
    /** Created by the node. */
    public ScreeningFindingSchema() {
        super(ScreeningFindingSchema.class, 1, Collections.singletonList(Row.class));
    }

    @Override
    public String getMigrationResource() {
        return "countersign-screening-finding.changelog-master";
    }

    /** A person who is or was like an entry. */
    @Entity(name = "CountersignScreeningFinding")
    @Table(name = "countersign_screening_finding")
    public static class Row implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @Column(name = "id", length = 64, nullable = false)
        private String id;

        @Column(name = "person", length = 500, nullable = false)
        private String person;

        @Column(name = "party", length = 400, nullable = false)
        private String party;

        @Column(name = "list", length = 200, nullable = false)
        private String list;

        @Column(name = "version", length = 40, nullable = false)
        private String version;

        @Column(name = "entry", length = 200, nullable = false)
        private String entry;

        @Column(name = "matched_name", length = 500, nullable = false)
        private String matchedName;

        @Column(name = "score", nullable = false)
        private int score;

        @Column(name = "first_found", nullable = false)
        private Instant firstFound;

        @Column(name = "last_found", nullable = false)
        private Instant lastFound;

        @Column(name = "standing", nullable = false)
        private boolean standing;

        /** For the database layer. */
        protected Row() {}

        Row(ScreeningFinding finding) {
            this.id = finding.id().toString();
            this.person = finding.getPerson();
            this.party = finding.getParty();
            this.list = finding.getList();
            this.entry = finding.getEntry();
            this.firstFound = finding.getFirstFound();
            found(finding);
        }

        /** Takes over what the latest screening found. */
        final void found(ScreeningFinding finding) {
            this.version = finding.getVersion();
            this.matchedName = finding.getMatchedName();
            this.score = finding.getScore();
            this.lastFound = finding.getLastFound();
            this.standing = true;
        }

        /** The latest screening did not find it any more. */
        void gone() {
            this.standing = false;
        }

        ScreeningFinding toFinding() {
            return new ScreeningFinding(
                    person, party, list, version, entry, matchedName, score, firstFound, lastFound, standing);
        }

        String getId() {
            return id;
        }
    }
}
