package org.countersign.workflows.control;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collections;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import net.corda.core.schemas.MappedSchema;

/** The database schema of the measures that a registrar's operator has affirmed. */
public final class MeasureAffirmationSchema extends MappedSchema {
    /** Created by the node. */
    public MeasureAffirmationSchema() {
        super(MeasureAffirmationSchema.class, 1, Collections.singletonList(MeasureAffirmation.class));
    }

    @Override
    public String getMigrationResource() {
        return "countersign-measure-affirmation.changelog-master";
    }

    /** One measure that may be voted for, and the transaction that it was voted for in. */
    @Entity(name = "CountersignMeasureAffirmation")
    @Table(name = "countersign_measure_affirmation")
    public static class MeasureAffirmation implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @Column(name = "measure_digest", length = 64, nullable = false)
        private String measureDigest;

        @Column(name = "measure", length = 1000, nullable = false)
        private String measure;

        @Column(name = "affirmed_at", nullable = false)
        private Instant affirmedAt;

        @Column(name = "transaction_id", length = 64)
        private String transactionId;

        @Column(name = "until")
        private Instant until;

        /** For the database layer. */
        protected MeasureAffirmation() {}

        MeasureAffirmation(String measureDigest, String measure, Instant affirmedAt) {
            this.measureDigest = measureDigest;
            this.measure = measure;
            this.affirmedAt = affirmedAt;
        }

        String getMeasureDigest() {
            return measureDigest;
        }

        String getMeasure() {
            return measure;
        }

        Instant getAffirmedAt() {
            return affirmedAt;
        }

        String getTransactionId() {
            return transactionId;
        }

        Instant getUntil() {
            return until;
        }

        void affirmAgain(Instant at) {
            this.affirmedAt = at;
            this.transactionId = null;
            this.until = null;
        }

        void use(String votedFor, Instant closes) {
            this.transactionId = votedFor;
            this.until = closes;
        }
    }
}
