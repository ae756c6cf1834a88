package org.countersign.workflows.ownership;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collections;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import net.corda.core.schemas.MappedSchema;

/** The database schema of the registrars' pending votes. */
public final class PendingVoteSchema extends MappedSchema {
    /** Created by the node. */
    public PendingVoteSchema() {
        super(PendingVoteSchema.class, 1, Collections.singletonList(PendingVote.class));
    }

    @Override
    public String getMigrationResource() {
        return "countersign-pending-vote.changelog-master";
    }

    /**
     * A claim that a transaction has on something until its time-window closes: an input, or the right to issue. While
     * it stands the registrar votes for no other transaction that claims the same.
     */
    @Entity(name = "CountersignPendingVote")
    @Table(name = "countersign_pending_vote")
    public static class PendingVote implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @Column(name = "claim", length = 160, nullable = false)
        private String claim;

        @Column(name = "transaction_id", length = 64, nullable = false)
        private String transactionId;

        @Column(name = "until", nullable = false)
        private Instant until;

        @Column(name = "vote_left", nullable = false)
        private boolean left;

        @Column(name = "at_notary", nullable = false)
        private boolean atNotary;

        /** For the database layer. */
        protected PendingVote() {}

        PendingVote(String claim, String transactionId, Instant until, boolean left) {
            this.claim = claim;
            this.transactionId = transactionId;
            this.until = until;
            this.left = left;
        }

        String getClaim() {
            return claim;
        }

        String getTransactionId() {
            return transactionId;
        }

        Instant getUntil() {
            return until;
        }

        boolean hasLeft() {
            return left;
        }

        boolean isAtNotary() {
            return atNotary;
        }

        void reassign(String newTransactionId, Instant newUntil, boolean leaves) {
            // A vote for the same transaction may have left with another request for it.
            boolean same = transactionId.equals(newTransactionId);
            this.left = leaves || left && same;
            this.atNotary = atNotary && same;
            this.transactionId = newTransactionId;
            this.until = newUntil;
        }
    }
}
