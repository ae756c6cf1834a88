package org.countersign.oracles.compliance.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.node.ServiceHub;
import org.countersign.oracles.compliance.screening.ScreenedPersonSchema.Row;

/**
 * Those whom this authority has come to know by what it was asked to judge. When a list changes, all of them are
 * screened again.
 */
public final class KnownPersons {
    private static final int LONGEST_NAME = 500;

    // Who trades a hundred times a day need not be written down a hundred times.
    private static final Duration EXACTNESS = Duration.ofDays(1);

    private KnownPersons() {}

    /**
     * Remembers a person, in the caller's database transaction.
     *
     * @param services the node's services
     * @param party the member who is the person, or whose client it is
     * @param person who
     * @param now when
     */
    public static void remember(ServiceHub services, CordaX500Name party, ScreenedPerson person, Instant now) {
        String id = id(party.toString(), person);
        services.withEntityManager(database -> {
            Row known = database.find(Row.class, id);
            if (known == null) {
                Row row = new Row(id, party.toString(), cut(person));
                row.seen(now);
                database.persist(row);
            } else if (known.getLastSeen().plus(EXACTNESS).isBefore(now)) {
                known.seen(now);
            }
            return null;
        });
    }

    private static ScreenedPerson cut(ScreenedPerson person) {
        return person.getName().length() <= LONGEST_NAME
                ? person
                : new ScreenedPerson(
                        person.getName().substring(0, LONGEST_NAME),
                        person.getBirthDate().orElse(null),
                        person.getCountries());
    }

    private static String id(String party, ScreenedPerson person) {
        return SecureHash.sha256(party + "\n" + person.getName() + "\n"
                        + person.getBirthDate().map(Object::toString).orElse("") + "\n"
                        + String.join(" ", person.getCountries()))
                .toString();
    }

    /**
     * Those who have not been screened with certain editions of the lists.
     *
     * @param database the node's database
     * @param lists what stands for the editions
     * @param most how many at most
     */
    static List<KnownPerson> due(EntityManager database, String lists, int most) {
        return database
                .createQuery(
                        "select r from CountersignScreenedPerson r where r.screenedWith <> :lists order by r.id",
                        Row.class)
                .setParameter("lists", lists)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new KnownPerson(row.getId(), row.getParty(), row.person()))
                .collect(Collectors.toList());
    }

    /** Notes that persons have been screened with certain editions. */
    static void screened(EntityManager database, Collection<KnownPerson> persons, String lists) {
        persons.forEach(person -> database.find(Row.class, person.getId()).screened(lists));
    }
}
