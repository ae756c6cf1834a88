package org.countersign.workflows.governance;

import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import net.corda.core.schemas.MappedSchema;

/** The database schema of what authorities answered this node, and of what of it was misbehaviour. */
public final class MisbehaviourSchema extends MappedSchema {
    /** Created by the node. */
    public MisbehaviourSchema() {
        super(MisbehaviourSchema.class, 1, Arrays.asList(Heard.class, Misbehaviour.class));
    }

    @Override
    public String getMigrationResource() {
        return "countersign-misbehaviour.changelog-master";
    }

    /** An answer of a seat about one aspect of one transaction, serialised; one of each tenor is kept. */
    @Entity(name = "CountersignHeardAnswer")
    @Table(name = "countersign_heard_answer")
    public static class Heard implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @Column(name = "id", length = 64, nullable = false)
        private String id;

        @Column(name = "transaction_id", length = 64, nullable = false)
        private String transactionId;

        @Column(name = "aspect", length = 32, nullable = false)
        private String aspect;

        @Column(name = "seat_key", length = 64, nullable = false)
        private String seatKey;

        @Column(name = "heard_at", nullable = false)
        private Instant heardAt;

        // A long text and not a large object, which PostgreSQL would keep outside of the table.
        @Column(name = "answer", length = 1_000_000, nullable = false)
        private String answer;

        /** For the database layer. */
        protected Heard() {}

        Heard(String id, String transactionId, String aspect, String seatKey, Instant heardAt, String answer) {
            this.id = id;
            this.transactionId = transactionId;
            this.aspect = aspect;
            this.seatKey = seatKey;
            this.heardAt = heardAt;
            this.answer = answer;
        }

        String getId() {
            return id;
        }

        String getTransactionId() {
            return transactionId;
        }

        String getAspect() {
            return aspect;
        }

        String getSeatKey() {
            return seatKey;
        }

        Instant getHeardAt() {
            return heardAt;
        }

        String getAnswer() {
            return answer;
        }
    }

    /** A record of misbehaviour, serialised. */
    @Entity(name = "CountersignMisbehaviour")
    @Table(name = "countersign_misbehaviour")
    public static class Misbehaviour implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @Column(name = "deed", length = 64, nullable = false)
        private String deed;

        @Column(name = "record_id", length = 64, nullable = false)
        private String recordId;

        @Column(name = "recorded_at", nullable = false)
        private Instant recordedAt;

        // A long text and not a large object, which PostgreSQL would keep outside of the table.
        @Column(name = "record", length = 1_000_000, nullable = false)
        private String record;

        /** For the database layer. */
        protected Misbehaviour() {}

        Misbehaviour(String deed, String recordId, Instant recordedAt, String record) {
            this.deed = deed;
            this.recordId = recordId;
            this.recordedAt = recordedAt;
            this.record = record;
        }

        String getDeed() {
            return deed;
        }

        String getRecordId() {
            return recordId;
        }

        Instant getRecordedAt() {
            return recordedAt;
        }

        String getRecord() {
            return record;
        }
    }
}
