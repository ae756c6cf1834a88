package org.countersign.workflows.register;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.ownership.RegisterException;
import org.countersign.contracts.ownership.RegisterLine;
import org.countersign.workflows.register.RegisterSchema.Line;

/** The table of register lines. Every method works in the caller's database transaction. */
final class RegisterTable {
    private static final int IN_ONE_QUERY = 200;

    private final ServiceHub services;

    RegisterTable(ServiceHub services) {
        this.services = services;
    }

    /** All lines of a security, unsorted. */
    List<RegisterLine> lines(SecureHash security) {
        return services.withEntityManager(database -> {
            List<Line> found = database.createQuery(
                            "select l from CountersignRegisterLine l where l.security = :security", Line.class)
                    .setParameter("security", security.toString())
                    .getResultList();
            List<RegisterLine> lines = new ArrayList<>(found.size());
            for (Line line : found) {
                lines.add(read(line));
            }
            return lines;
        });
    }

    /** What stands for each key of a security, in smallest units; added up by the database. */
    Map<PublicKey, Long> balances(SecureHash security) {
        Map<PublicKey, Long> balances = new HashMap<>();
        services.withEntityManager(database -> {
            List<Object[]> sums = database.createQuery(
                            "select l.holder, sum(l.quantity) from CountersignRegisterLine l"
                                    + " where l.security = :security and l.endedBy is null group by l.holder",
                            Object[].class)
                    .setParameter("security", security.toString())
                    .getResultList();
            for (Object[] sum : sums) {
                balances.put(Line.key(sum[0].toString()), ((Number) sum[1]).longValue());
            }
            return null;
        });
        return balances;
    }

    /** How much a key has passed on to others by transactions whose time-windows have ended since. */
    long disposedOf(SecureHash security, PublicKey holder, Instant since) {
        String key = Line.key(holder);
        return services.withEntityManager(database -> {
            Map<String, Long> kept = sums(database, security, since, "l.createdBy", "l.holder = :holder", key);
            Map<String, Long> passed = sums(database, security, since, "l.createdBy", "l.holder <> :holder", key);
            Map<String, Long> given = sums(database, security, since, "l.endedBy", "l.holder = :holder", key);
            long disposed = 0;
            for (Map.Entry<String, Long> one : given.entrySet()) {
                long net = one.getValue() - kept.getOrDefault(one.getKey(), 0L);
                // Several may give in one transaction; and what is redeemed is given to nobody.
                long toOthers = Math.min(net, passed.getOrDefault(one.getKey(), 0L));
                disposed = Math.addExact(disposed, Math.max(0, toOthers));
            }
            return disposed;
        });
    }

    // By transaction; only of those that have created a line since, whose time the line tells.
    private static Map<String, Long> sums(
            EntityManager database, SecureHash security, Instant since, String by, String whose, String holder) {
        Map<String, Long> sums = new HashMap<>();
        List<Object[]> found = database.createQuery(
                        "select " + by + ", sum(l.quantity) from CountersignRegisterLine l where l.security = :security"
                                + " and " + whose + " and " + by + " in (select c.createdBy from"
                                + " CountersignRegisterLine c where c.security = :security and c.since >= :since)"
                                + " group by " + by,
                        Object[].class)
                .setParameter("security", security.toString())
                .setParameter("holder", holder)
                .setParameter("since", since.toEpochMilli())
                .getResultList();
        found.forEach(sum -> sums.put(sum[0].toString(), ((Number) sum[1]).longValue()));
        return sums;
    }

    /** The lines of these holdings, as far as there are any. */
    Map<StateRef, RegisterLine> find(Collection<StateRef> holdings) {
        List<String> keys = holdings.stream().map(Line::key).collect(Collectors.toList());
        Map<StateRef, RegisterLine> found = new HashMap<>();
        for (int from = 0; from < keys.size(); from += IN_ONE_QUERY) {
            List<String> some = keys.subList(from, Math.min(keys.size(), from + IN_ONE_QUERY));
            services.withEntityManager(database -> {
                database.createQuery(
                                "select l from CountersignRegisterLine l where l.holding in (:holdings)", Line.class)
                        .setParameter("holdings", some)
                        .getResultList()
                        .forEach(line -> {
                            RegisterLine read = read(line);
                            found.put(read.getHolding(), read);
                        });
                return null;
            });
        }
        return found;
    }

    /** Adds lines, or changes those that are there. */
    void save(Collection<RegisterLine> lines) {
        services.withEntityManager(database -> {
            for (RegisterLine line : lines) {
                Line stored = database.find(Line.class, Line.key(line.getHolding()));
                if (stored == null) {
                    database.persist(new Line(line));
                } else {
                    stored.set(line);
                }
            }
            return null;
        });
    }

    /** Adds lines, or changes those that are known to be there, without looking for the others. */
    void save(Collection<RegisterLine> lines, Set<StateRef> known) {
        services.withEntityManager(database -> {
            for (RegisterLine line : lines) {
                if (known.contains(line.getHolding())) {
                    database.find(Line.class, Line.key(line.getHolding())).set(line);
                } else {
                    database.persist(new Line(line));
                }
            }
            return null;
        });
    }

    /** Takes a line out that no transaction made. */
    void remove(RegisterLine line) {
        services.withEntityManager(database -> {
            Line stored = database.find(Line.class, Line.key(line.getHolding()));
            if (stored != null) {
                database.remove(stored);
            }
            return null;
        });
    }

    /** Takes all lines of a security out. */
    void removeAll(SecureHash security) {
        services.withEntityManager(database -> {
            database.createQuery("delete from CountersignRegisterLine l where l.security = :security")
                    .setParameter("security", security.toString())
                    .executeUpdate();
            database.clear();
            return null;
        });
    }

    /** The ids of the transactions that created or ended a line of a security, in order, after one of them. */
    List<SecureHash> transactions(SecureHash security, SecureHash after, int most) {
        SortedSet<String> ids = new TreeSet<>();
        services.withEntityManager(database -> {
            ids.addAll(column("createdBy", database, security, after, most));
            ids.addAll(column("endedBy", database, security, after, most));
            return null;
        });
        return ids.stream().limit(most).map(SecureHash::create).collect(Collectors.toList());
    }

    /** Those of some transactions that created or ended a line of a security. */
    Set<SecureHash> known(SecureHash security, Collection<SecureHash> transactions) {
        List<String> asked = transactions.stream().map(SecureHash::toString).collect(Collectors.toList());
        Set<SecureHash> known = new HashSet<>();
        for (int from = 0; from < asked.size(); from += IN_ONE_QUERY) {
            List<String> some = asked.subList(from, Math.min(asked.size(), from + IN_ONE_QUERY));
            services.withEntityManager(database -> {
                for (String column : Arrays.asList("createdBy", "endedBy")) {
                    database.createQuery(
                                    "select distinct l." + column + " from CountersignRegisterLine l"
                                            + " where l.security = :security and l." + column + " in (:asked)",
                                    String.class)
                            .setParameter("security", security.toString())
                            .setParameter("asked", some)
                            .getResultList()
                            .forEach(id -> known.add(SecureHash.create(id)));
                }
                return null;
            });
        }
        return known;
    }

    /** How many transactions created or ended a line of a security, behind one id and up to another, null for all. */
    long count(SecureHash security, SecureHash after, SecureHash end) {
        long count = 0;
        SecureHash last = after;
        List<SecureHash> page;
        do {
            page = transactions(security, last, IN_ONE_QUERY);
            for (SecureHash id : page) {
                if (end != null && id.toString().compareTo(end.toString()) > 0) {
                    return count;
                }
                count++;
                last = id;
            }
        } while (page.size() == IN_ONE_QUERY);
        return count;
    }

    private static List<String> column(
            String column, EntityManager database, SecureHash security, SecureHash after, int most) {
        return database.createQuery(
                        "select distinct l." + column + " from CountersignRegisterLine l where l.security = :security"
                                + " and l." + column + " > :after order by l." + column,
                        String.class)
                .setParameter("security", security.toString())
                .setParameter("after", after == null ? "" : after.toString())
                .setMaxResults(most)
                .getResultList();
    }

    private static RegisterLine read(Line line) {
        try {
            return line.toLine();
        } catch (RuntimeException unreadable) {
            throw new RegisterException("A line of the register cannot be read: " + unreadable.getMessage());
        }
    }
}
