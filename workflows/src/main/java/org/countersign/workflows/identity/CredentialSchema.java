package org.countersign.workflows.identity;

import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import net.corda.core.schemas.MappedSchema;

/** The database schema of the credentials that this node holds, and of those that it has issued. */
public final class CredentialSchema extends MappedSchema {
    /** The longest document that is kept. */
    static final int LONGEST_DOCUMENT = 100_000;

    /** Created by the node. */
    public CredentialSchema() {
        super(CredentialSchema.class, 1, Arrays.asList(Held.class, Issued.class));
    }

    @Override
    public String getMigrationResource() {
        return "countersign-credential.changelog-master";
    }

    /** A credential of a key of this node. */
    @Entity(name = "CountersignHeldCredential")
    @Table(name = "countersign_held_credential")
    public static class Held implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @Column(name = "id", length = 64, nullable = false)
        private String id;

        @Column(name = "holder_key", length = 64, nullable = false)
        private String holderKey;

        @Column(name = "provider", length = 400, nullable = false)
        private String provider;

        @Column(name = "received_at", nullable = false)
        private Instant receivedAt;

        @Column(name = "document", length = LONGEST_DOCUMENT, nullable = false)
        private String document;

        /** For the database layer. */
        protected Held() {}

        Held(String id, String holderKey, String provider, Instant receivedAt, String document) {
            this.id = id;
            this.holderKey = holderKey;
            this.provider = provider;
            this.receivedAt = receivedAt;
            this.document = document;
        }

        String getId() {
            return id;
        }

        String getHolderKey() {
            return holderKey;
        }

        String getProvider() {
            return provider;
        }

        Instant getReceivedAt() {
            return receivedAt;
        }

        String getDocument() {
            return document;
        }
    }

    /** A credential that this node has issued. */
    @Entity(name = "CountersignIssuedCredential")
    @Table(name = "countersign_issued_credential")
    public static class Issued implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @Column(name = "id", length = 64, nullable = false)
        private String id;

        @Column(name = "holder", length = 400, nullable = false)
        private String holder;

        @Column(name = "status_list", length = 64, nullable = false)
        private String statusList;

        @Column(name = "status_index", nullable = false)
        private int statusIndex;

        @Column(name = "document", length = LONGEST_DOCUMENT, nullable = false)
        private String document;

        /** For the database layer. */
        protected Issued() {}

        Issued(String id, String holder, String statusList, int statusIndex, String document) {
            this.id = id;
            this.holder = holder;
            this.statusList = statusList;
            this.statusIndex = statusIndex;
            this.document = document;
        }

        String getId() {
            return id;
        }

        String getHolder() {
            return holder;
        }

        String getStatusList() {
            return statusList;
        }

        int getStatusIndex() {
            return statusIndex;
        }

        String getDocument() {
            return document;
        }
    }
}
