package org.countersign.workflows.validation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.corda.core.node.ServiceHub;
import org.countersign.workflows.validation.ExpiringLockSchema.ExpiringLock;

/**
 * Soft locks that flows lose unless they say in time that they keep them. In the database, where the platform keeps the
 * locks too: both outlive a restart of the node. The row decides between the flow that keeps its locks and the timer
 * that takes them.
 */
final class ExpiringLocks {
    private final ServiceHub services;

    ExpiringLocks(ServiceHub services) {
        this.services = services;
    }

    /** Remembers locks, in the database transaction of the flow that holds them. */
    void add(UUID lock, Instant until) {
        services.withEntityManager(database -> {
            if (database.find(ExpiringLock.class, lock.toString()) == null) {
                database.persist(new ExpiringLock(lock.toString(), until));
            }
            return null;
        });
    }

    /** Forgets locks; false if they were taken before. */
    boolean keep(UUID lock) {
        return services.withEntityManager(database -> {
            boolean taken = database.createQuery(
                                    "delete from CountersignExpiringLock l where l.lock = :lock and l.expired = true")
                            .setParameter("lock", lock.toString())
                            .executeUpdate()
                    > 0;
            database.createQuery("delete from CountersignExpiringLock l where l.lock = :lock")
                    .setParameter("lock", lock.toString())
                    .executeUpdate();
            return !taken;
        });
    }

    /** Takes locks and gives up what they hold, unless they are kept. */
    void expire(UUID lock) {
        int taken = services.withEntityManager(database -> {
            return database.createQuery("update CountersignExpiringLock l set l.expired = true"
                            + " where l.lock = :lock and l.expired = false")
                    .setParameter("lock", lock.toString())
                    .executeUpdate();
        });
        if (taken > 0) {
            services.getVaultService().softLockRelease(lock, null);
        }
    }

    /** The locks that are neither kept nor taken, and until when. */
    Map<UUID, Instant> open() {
        List<Object[]> rows = services.withEntityManager(database -> {
            return database.createQuery(
                            "select l.lock, l.until from CountersignExpiringLock l where l.expired = false",
                            Object[].class)
                    .getResultList();
        });
        Map<UUID, Instant> open = new LinkedHashMap<>();
        rows.forEach(row -> open.put(UUID.fromString((String) row[0]), (Instant) row[1]));
        return open;
    }
}
