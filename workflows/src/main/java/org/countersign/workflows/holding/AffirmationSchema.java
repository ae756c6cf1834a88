package org.countersign.workflows.holding;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collections;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import net.corda.core.schemas.MappedSchema;

/** The database schema of a member's affirmed trades. */
public final class AffirmationSchema extends MappedSchema {
    /** Created by the node. */
    public AffirmationSchema() {
        super(AffirmationSchema.class, 1, Collections.singletonList(Affirmation.class));
    }

    @Override
    public String getMigrationResource() {
        return "countersign-affirmation.changelog-master";
    }

    /** A trade that this member expects, and the transaction that it has signed for it, if any. */
    @Entity(name = "CountersignAffirmation")
    @Table(name = "countersign_affirmation")
    public static class Affirmation implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @Column(name = "id", length = 36, nullable = false)
        private String id;

        @Column(name = "trade", length = 400, nullable = false)
        private String trade;

        @Column(name = "affirmed_at", nullable = false)
        private Instant affirmedAt;

        @Column(name = "transaction_id", length = 64)
        private String transactionId;

        @Column(name = "open_until")
        private Instant openUntil;

        /**
         * The transaction that was signed for it before that one and spends the same cash, so that it may become final
         * in its place; nothing where none was.
         */
        @Column(name = "earlier_id", length = 64)
        private String earlierId;

        /** The lock under which the cash of both is reserved; nothing for a receipt free of payment. */
        @Column(name = "cash_lock", length = 36)
        private String cashLock;

        /**
         * The holding that whatever is signed for it spends, from the first signature on; nothing against payment,
         * where cash ties transactions together.
         */
        @Column(name = "holding", length = 80)
        private String holding;

        /** For the database layer. */
        protected Affirmation() {}

        Affirmation(String id, String trade, Instant affirmedAt) {
            this.id = id;
            this.trade = trade;
            this.affirmedAt = affirmedAt;
        }

        String getId() {
            return id;
        }

        String getTrade() {
            return trade;
        }

        Instant getAffirmedAt() {
            return affirmedAt;
        }

        String getTransactionId() {
            return transactionId;
        }

        Instant getOpenUntil() {
            return openUntil;
        }

        String getEarlierId() {
            return earlierId;
        }

        String getCashLock() {
            return cashLock;
        }

        String getHolding() {
            return holding;
        }

        /** Binds it to a transaction, and to no other. */
        void use(String newTransactionId, Instant until, String newCashLock) {
            this.transactionId = newTransactionId;
            this.earlierId = null;
            this.openUntil = until;
            this.cashLock = newCashLock;
        }

        /** Binds it to a second transaction beside the one that it is bound to. */
        void useAgain(String newTransactionId, Instant until, String newCashLock) {
            this.earlierId = transactionId;
            this.transactionId = newTransactionId;
            this.openUntil = until.isAfter(openUntil) ? until : openUntil;
            this.cashLock = newCashLock;
        }

        /** Ties it to a holding of the seller's for good, so that one receipt uses it up. */
        void tie(String newHolding) {
            this.holding = newHolding;
        }
    }
}
