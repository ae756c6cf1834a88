package org.countersign.workflows.identity.account;

import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import net.corda.core.schemas.MappedSchema;

/** The database schema of a custodian's accounts, of the keys that they had, and of who has been told of their keys. */
public final class AccountSchema extends MappedSchema {
    /** Created by the node. */
    public AccountSchema() {
        super(AccountSchema.class, 1, Arrays.asList(Account.class, FormerKey.class, Announced.class));
    }

    @Override
    public String getMigrationResource() {
        return "countersign-account.changelog-master";
    }

    /** An account. */
    @Entity(name = "CountersignAccount")
    @Table(name = "countersign_account")
    public static class Account implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @Column(name = "id", length = 36, nullable = false)
        private String id;

        @Column(name = "name", length = 120, nullable = false)
        private String name;

        @Column(name = "holder_key", length = 4000, nullable = false)
        private String holderKey;

        @Column(name = "key_digest", length = 64, nullable = false)
        private String keyDigest;

        @Column(name = "opened_at", nullable = false)
        private Instant openedAt;

        /** For the database layer. */
        protected Account() {}

        Account(String id, String name, String holderKey, String keyDigest, Instant openedAt) {
            this.id = id;
            this.name = name;
            this.holderKey = holderKey;
            this.keyDigest = keyDigest;
            this.openedAt = openedAt;
        }

        String getId() {
            return id;
        }

        String getName() {
            return name;
        }

        String getHolderKey() {
            return holderKey;
        }

        String getKeyDigest() {
            return keyDigest;
        }

        Instant getOpenedAt() {
            return openedAt;
        }

        void hold(String newKey, String newDigest) {
            holderKey = newKey;
            keyDigest = newDigest;
        }
    }

    /** A key that held for an account once, and may hold still until it is recovered. */
    @Entity(name = "CountersignFormerKey")
    @Table(name = "countersign_account_former_key")
    public static class FormerKey implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @Column(name = "key_digest", length = 64, nullable = false)
        private String keyDigest;

        @Column(name = "account_id", length = 36, nullable = false)
        private String accountId;

        @Column(name = "holder_key", length = 4000, nullable = false)
        private String holderKey;

        @Column(name = "replaced_at", nullable = false)
        private Instant replacedAt;

        /** For the database layer. */
        protected FormerKey() {}

        FormerKey(String keyDigest, String accountId, String holderKey, Instant replacedAt) {
            this.keyDigest = keyDigest;
            this.accountId = accountId;
            this.holderKey = holderKey;
            this.replacedAt = replacedAt;
        }

        String getKeyDigest() {
            return keyDigest;
        }

        String getAccountId() {
            return accountId;
        }

        String getHolderKey() {
            return holderKey;
        }

        Instant getReplacedAt() {
            return replacedAt;
        }
    }

    /** That a member has been told of a key. */
    @Entity(name = "CountersignAnnouncedKey")
    @Table(name = "countersign_announced_key")
    public static class Announced implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @Column(name = "id", length = 64, nullable = false)
        private String id;

        @Column(name = "key_digest", length = 64, nullable = false)
        private String keyDigest;

        @Column(name = "member", length = 400, nullable = false)
        private String member;

        /** For the database layer. */
        protected Announced() {}

        Announced(String id, String keyDigest, String member) {
            this.id = id;
            this.keyDigest = keyDigest;
            this.member = member;
        }

        String getId() {
            return id;
        }

        String getKeyDigest() {
            return keyDigest;
        }

        String getMember() {
            return member;
        }
    }
}
