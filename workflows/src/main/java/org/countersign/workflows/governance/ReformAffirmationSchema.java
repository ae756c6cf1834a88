package org.countersign.workflows.governance;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collections;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import net.corda.core.schemas.MappedSchema;

/** The database schema of the reforms of committees that this node's operator has affirmed. */
public final class ReformAffirmationSchema extends MappedSchema {
    /** Created by the node. */
    public ReformAffirmationSchema() {
        super(ReformAffirmationSchema.class, 1, Collections.singletonList(ReformAffirmation.class));
    }

    @Override
    public String getMigrationResource() {
        return "countersign-reform-affirmation.changelog-master";
    }

    /** One reform that may be signed, and the key that this node gives for its seat in it. */
    @Entity(name = "CountersignReformAffirmation")
    @Table(name = "countersign_reform_affirmation")
    public static class ReformAffirmation implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @Column(name = "offer_digest", length = 64, nullable = false)
        private String offerDigest;

        @Column(name = "committee", length = 120, nullable = false)
        private String committee;

        @Column(name = "affirmed_at", nullable = false)
        private Instant affirmedAt;

        @Column(name = "renews_key", nullable = false)
        private boolean renewsKey;

        @Column(name = "seat_key", length = 1000)
        private String seatKey;

        /** For the database layer. */
        protected ReformAffirmation() {}

        ReformAffirmation(String offerDigest, String committee, Instant affirmedAt, boolean renewsKey) {
            this.offerDigest = offerDigest;
            this.committee = committee;
            this.affirmedAt = affirmedAt;
            this.renewsKey = renewsKey;
        }

        String getOfferDigest() {
            return offerDigest;
        }

        String getCommittee() {
            return committee;
        }

        Instant getAffirmedAt() {
            return affirmedAt;
        }

        boolean renewsKey() {
            return renewsKey;
        }

        String getSeatKey() {
            return seatKey;
        }

        void give(String key) {
            this.seatKey = key;
        }
    }
}
