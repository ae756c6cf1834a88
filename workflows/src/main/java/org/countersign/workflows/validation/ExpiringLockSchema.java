package org.countersign.workflows.validation;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collections;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import net.corda.core.schemas.MappedSchema;

/** The database schema of soft locks that expire. */
public final class ExpiringLockSchema extends MappedSchema {
    /** Created by the node. */
    public ExpiringLockSchema() {
        super(ExpiringLockSchema.class, 1, Collections.singletonList(ExpiringLock.class));
    }

    @Override
    public String getMigrationResource() {
        return "countersign-expiring-lock.changelog-master";
    }

    /**
     * Soft locks that a flow holds while it waits for a counterparty, until when it does, and whether it has lost them.
     */
    @Entity(name = "CountersignExpiringLock")
    @Table(name = "countersign_expiring_lock")
    public static class ExpiringLock implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @Column(name = "lock_id", length = 36, nullable = false)
        private String lock;

        @Column(name = "until", nullable = false)
        private Instant until;

        @Column(name = "expired", nullable = false)
        private boolean expired;

        /** For the database layer. */
        protected ExpiringLock() {}

        ExpiringLock(String lock, Instant until) {
            this.lock = lock;
            this.until = until;
        }
    }
}
