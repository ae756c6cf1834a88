package org.countersign.workflows.validation.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import javax.persistence.criteria.CriteriaBuilder;
import javax.persistence.criteria.CriteriaQuery;
import javax.persistence.criteria.Predicate;
import javax.persistence.criteria.Root;
import net.corda.core.crypto.SecureHash;
import net.corda.core.node.ServiceHub;
import org.countersign.workflows.validation.journal.JournalSchema.Row;

/**
 * This node's journal. It is written by the flows that answer for the authority, in the database transaction in which
 * the answer leaves: what was answered is in the journal, and what is in the journal was answered.
 *
 * <p>Entries are appended by flows only. A node runs these one at a time between two suspensions, so two entries never
 * take the same number; should they, the database refuses the second and its flow fails without an answer.
 */
public final class Journal {
    /** The most entries that are read at once. */
    public static final int PAGE_SIZE = 200;

    private static final String SECURITY = "\"security\":\"";

    private Journal() {}

    /**
     * Enters an answer. Call it in a flow, after the last suspension before the answer is sent.
     *
     * @param services the node's services
     * @param record what is entered
     * @return the entry, whose digest goes into the seal of the answer
     */
    public static JournalEntry enter(ServiceHub services, JournalRecord record) {
        Instant now = services.getClock().instant();
        return services.withEntityManager(database -> {
            JournalEntry last = last(database);
            JournalEntry entry = JournalEntry.next(
                    last == null ? 1 : Math.addExact(last.sequence(), 1),
                    last == null ? JournalEntry.BEGINNING : last.digest(),
                    now,
                    record);
            database.persist(new Row(entry, record));
            return entry;
        });
    }

    /**
     * Reads entries.
     *
     * @param services the node's services
     * @param query which
     * @return at most {@link #PAGE_SIZE}, lowest number first
     */
    public static List<JournalEntry> read(ServiceHub services, JournalQuery query) {
        return read(services, query, null);
    }

    /**
     * Reads entries about some securities.
     *
     * @param services the node's services
     * @param query which
     * @param securities the digests in the identifiers of the securities, or null for entries about anything
     * @return at most {@link #PAGE_SIZE}, lowest number first
     */
    public static List<JournalEntry> read(ServiceHub services, JournalQuery query, Set<String> securities) {
        if (securities != null && securities.isEmpty()) {
            return new ArrayList<>();
        }
        return services.withEntityManager(database -> {
            List<JournalEntry> entries = new ArrayList<>();
            for (Row row : rows(database, query, securities)) {
                entries.add(new JournalEntry(row.getEntry()));
            }
            return entries;
        });
    }

    /**
     * Follows the chain from its first entry to its last, and compares what entries are looked up by with what they
     * say.
     *
     * @param services the node's services
     * @return how far it holds
     */
    public static JournalVerification verify(ServiceHub services) {
        return services.withEntityManager(database -> {
            JournalEntry before = null;
            long count = 0;
            while (true) {
                List<Row> rows = rows(database, JournalQuery.all().after(before == null ? 0 : before.sequence()), null);
                for (Row row : rows) {
                    String wrong = wrongWith(row, before);
                    if (wrong != null) {
                        return JournalVerification.broken(count, row.getSequence(), wrong);
                    }
                    before = new JournalEntry(row.getEntry());
                    count++;
                }
                if (rows.size() < PAGE_SIZE) {
                    return JournalVerification.holds(count, before == null ? JournalEntry.BEGINNING : before.digest());
                }
                // What has been read is not needed again, and a long journal does not fit into memory.
                database.clear();
            }
        });
    }

    /**
     * The digest that the next entry will carry.
     *
     * @param services the node's services
     * @return the digest of the last entry, {@link JournalEntry#BEGINNING} if there is none
     */
    public static SecureHash head(ServiceHub services) {
        return services.withEntityManager(database -> {
            JournalEntry last = last(database);
            return last == null ? JournalEntry.BEGINNING : last.digest();
        });
    }

    private static String wrongWith(Row row, JournalEntry before) {
        JournalEntry entry;
        try {
            entry = new JournalEntry(row.getEntry());
        } catch (IllegalArgumentException none) {
            return none.getMessage();
        }
        if (entry.sequence() != row.getSequence() || !entry.follows(before)) {
            return "It does not follow the entry before it.";
        }
        String key = "\"asker\":" + JsonLine.quoted(row.getAsker()) + ",\"transaction\":\"" + row.getTransactionId()
                + "\",\"aspect\":\"" + row.getAspect() + "\",\"attested\":" + row.isAttested() + ",";
        boolean told = entry.getLine().contains(key)
                && entry.getLine().contains(key + SECURITY) == (row.getSecurity() != null)
                && (row.getSecurity() == null || entry.getLine().contains(key + SECURITY + row.getSecurity() + "\","));
        return told ? null : "It is filed under what it does not say.";
    }

    private static JournalEntry last(EntityManager database) {
        List<Row> rows = database.createQuery("select r from CountersignJournal r order by r.sequence desc", Row.class)
                .setMaxResults(1)
                .getResultList();
        return rows.isEmpty() ? null : new JournalEntry(rows.get(0).getEntry());
    }

    private static List<Row> rows(EntityManager database, JournalQuery query, Set<String> securities) {
        CriteriaBuilder builder = database.getCriteriaBuilder();
        CriteriaQuery<Row> criteria = builder.createQuery(Row.class);
        Root<Row> row = criteria.from(Row.class);
        List<Predicate> wanted = query.predicates(builder, row);
        if (securities != null) {
            wanted.add(row.get("security").in(securities));
        }
        criteria.select(row).where(wanted.toArray(new Predicate[0])).orderBy(builder.asc(row.get("sequence")));
        TypedQuery<Row> typed = database.createQuery(criteria);
        return typed.setMaxResults(PAGE_SIZE).getResultList();
    }
}
