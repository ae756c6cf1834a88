package org.countersign.workflows.ownership;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collections;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import net.corda.core.schemas.MappedSchema;

/** The database schema of what a registrar has said of transactions that are not final yet. */
public final class VerdictSchema extends MappedSchema {
    /** Created by the node. */
    public VerdictSchema() {
        super(VerdictSchema.class, 1, Collections.singletonList(Verdict.class));
    }

    @Override
    public String getMigrationResource() {
        return "countersign-verdict.changelog-master";
    }

    /**
     * A registrar's word on one transaction, which it does not take back: a vote, with the transaction as it was voted
     * for so that the registrar can complete it, or a refusal with its reason.
     */
    @Entity(name = "CountersignVerdict")
    @Table(name = "countersign_verdict")
    public static class Verdict implements Serializable {
        private static final long serialVersionUID = 1L;
        private static final int LARGEST_TRANSACTION = 33_554_432;

        @Id
        @Column(name = "transaction_id", length = 144, nullable = false)
        private String transactionId;

        /** Until when it counts: a vote's time-window, or as long as a refusal is remembered. */
        @Column(name = "until", nullable = false)
        private Instant until;

        /** When a transaction that has been voted for is completed by this registrar if nobody else has done it. */
        @Column(name = "due")
        private Instant due;

        @Column(name = "tries", nullable = false)
        private int tries;

        /** Whether this registrar is itself the one that finalises. */
        @Column(name = "finalises", nullable = false)
        private boolean finalises;

        /** The transaction that has been voted for; nothing if it never was. */
        @Column(name = "proposed_transaction", length = LARGEST_TRANSACTION)
        private byte[] transaction;

        /** Why it is refused; nothing for a vote that stands. */
        @Column(name = "refusal_code", length = 32)
        private String code;

        @Column(name = "refusal_reason", length = 1000)
        private String reason;

        /** For the database layer. */
        protected Verdict() {}

        static Verdict vote(String transactionId, byte[] transaction, Instant until, Instant due, boolean finalises) {
            Verdict vote = new Verdict();
            vote.transactionId = transactionId;
            vote.transaction = transaction;
            vote.until = until;
            vote.due = due;
            vote.finalises = finalises;
            return vote;
        }

        static Verdict refusal(String transactionId, Instant until, String code, String reason) {
            Verdict refusal = new Verdict();
            refusal.transactionId = transactionId;
            refusal.until = until;
            refusal.code = code;
            refusal.reason = reason;
            return refusal;
        }
    }
}
