package org.countersign.workflows.validation.journal;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collections;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import net.corda.core.schemas.MappedSchema;

/** The database schema of an authority's journal. */
public final class JournalSchema extends MappedSchema {
    /** Created by the node. */
    public JournalSchema() {
        super(JournalSchema.class, 1, Collections.singletonList(Row.class));
    }

    @Override
    public String getMigrationResource() {
        return "countersign-journal.changelog-master";
    }

    /** An entry, and beside it what it is looked up by. Only the entry counts; the rest is found in it again. */
    @Entity(name = "CountersignJournal")
    @Table(name = "countersign_journal")
    public static class Row implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @Column(name = "sequence_number", nullable = false)
        private long sequence;

        @Column(name = "entered_at", nullable = false)
        private Instant at;

        @Column(name = "transaction_id", length = 64, nullable = false)
        private String transactionId;

        @Column(name = "aspect", length = 40, nullable = false)
        private String aspect;

        @Column(name = "asker", length = 400, nullable = false)
        private String asker;

        @Column(name = "attested", nullable = false)
        private boolean attested;

        // The digest in its identifier; nothing where it was not known.
        @Column(name = "security", length = 64)
        private String security;

        // A long text and not a large object, which PostgreSQL would keep outside of the table.
        @Column(name = "entry", length = 1_000_000, nullable = false)
        private String entry;

        /** For the database layer. */
        protected Row() {}

        Row(JournalEntry entry, JournalRecord record) {
            this.sequence = entry.sequence();
            this.at = entry.at();
            this.transactionId = record.getTransactionId().toString();
            this.aspect = record.getAspect().name();
            this.asker = record.getAsker().toString();
            this.attested = record.isAttested();
            this.security = record.getSecurity();
            this.entry = entry.getLine();
        }

        long getSequence() {
            return sequence;
        }

        Instant getAt() {
            return at;
        }

        String getTransactionId() {
            return transactionId;
        }

        String getAspect() {
            return aspect;
        }

        String getAsker() {
            return asker;
        }

        boolean isAttested() {
            return attested;
        }

        String getSecurity() {
            return security;
        }

        String getEntry() {
            return entry;
        }
    }
}
