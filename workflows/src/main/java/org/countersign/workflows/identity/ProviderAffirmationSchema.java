package org.countersign.workflows.identity;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collections;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import net.corda.core.schemas.MappedSchema;

/** The database schema of the lists of providers that this node's operator has affirmed. */
public final class ProviderAffirmationSchema extends MappedSchema {
    /** Created by the node. */
    public ProviderAffirmationSchema() {
        super(ProviderAffirmationSchema.class, 1, Collections.singletonList(ProviderAffirmation.class));
    }

    @Override
    public String getMigrationResource() {
        return "countersign-provider-affirmation.changelog-master";
    }

    /** One list that may be signed. */
    @Entity(name = "CountersignProviderAffirmation")
    @Table(name = "countersign_provider_affirmation")
    public static class ProviderAffirmation implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @Column(name = "offer_digest", length = 64, nullable = false)
        private String offerDigest;

        @Column(name = "affirmed_at", nullable = false)
        private Instant affirmedAt;

        /** For the database layer. */
        protected ProviderAffirmation() {}

        ProviderAffirmation(String offerDigest, Instant affirmedAt) {
            this.offerDigest = offerDigest;
            this.affirmedAt = affirmedAt;
        }

        String getOfferDigest() {
            return offerDigest;
        }

        Instant getAffirmedAt() {
            return affirmedAt;
        }
    }
}
