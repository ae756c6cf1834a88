package org.countersign.workflows.segment;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collections;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import net.corda.core.schemas.MappedSchema;

/** The database schema of the decisions about segments that this node's operator has taken. */
public final class SegmentDecisionSchema extends MappedSchema {
    /** Created by the node. */
    public SegmentDecisionSchema() {
        super(SegmentDecisionSchema.class, 1, Collections.singletonList(Taken.class));
    }

    @Override
    public String getMigrationResource() {
        return "countersign-segment-decision.changelog-master";
    }

    /** One decision that may be signed for. */
    @Entity(name = "CountersignSegmentDecision")
    @Table(name = "countersign_segment_decision")
    public static class Taken implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @Column(name = "decision", length = 64, nullable = false)
        private String decision;

        @Column(name = "subject", length = 400, nullable = false)
        private String subject;

        @Column(name = "taken_at", nullable = false)
        private Instant takenAt;

        /** For the database layer. */
        protected Taken() {}

        Taken(String decision, String subject, Instant takenAt) {
            this.decision = decision;
            this.subject = subject;
            this.takenAt = takenAt;
        }

        String getDecision() {
            return decision;
        }

        String getSubject() {
            return subject;
        }

        Instant getTakenAt() {
            return takenAt;
        }
    }
}
