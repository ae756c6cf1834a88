package org.countersign.oracles.compliance;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.persistence.EntityManager;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.SecureHash;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.oracles.compliance.KnownHolderSchema.Row;

/**
 * The keys that this authority has come to know by what it was asked to judge, with the person behind each and what was
 * attested of it then. Holders are counted by it: registrars know which keys hold, and the authority who they are.
 */
final class KnownHolders {
    // Neither stands in a claim, which is readable text without line breaks.
    private static final String END = "\n";
    private static final String EQUALS = "=";
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int LONGEST_CLAIMS = 4_000;
    private static final int LONGEST_PERSON = 400;

    private KnownHolders() {}

    /**
     * Remembers a key, in the caller's database transaction.
     *
     * @param services the node's services
     * @param holder the key
     * @param attested what is attested of it now
     */
    static void remember(ServiceHub services, PublicKey holder, AttestedHolder attested) {
        String id = SecureHash.sha256(holder.getEncoded()).toString();
        String person = attested.getClaims().getPerson();
        String claims = write(attested.getClaims().getValues());
        // Databases know no time without end.
        Instant expires = attested.getExpires().isAfter(LAST) ? LAST : attested.getExpires();
        if (person.length() > LONGEST_PERSON || claims.length() > LONGEST_CLAIMS) {
            // It then counts as a holder of whom nothing is known.
            return;
        }
        services.withEntityManager(database -> {
            Row known = database.find(Row.class, id);
            if (known == null) {
                Row row = new Row(id, Base64.getEncoder().encodeToString(holder.getEncoded()));
                row.know(person, claims, expires);
                database.persist(row);
            } else if (!known.knows(person, claims, expires)) {
                known.know(person, claims, expires);
            }
            return null;
        });
    }

    /** All keys that are known, with what counts of them at a time. */
    static Map<PublicKey, HolderClaims> at(ServiceHub services, Instant time) {
        return services.withEntityManager((EntityManager database) -> {
            Map<PublicKey, HolderClaims> known = new LinkedHashMap<>();
            List<Row> rows = database.createQuery("select r from CountersignKnownHolder r order by r.id", Row.class)
                    .getResultList();
            for (Row row : rows) {
                known.put(
                        Crypto.decodePublicKey(Base64.getDecoder().decode(row.getHolder())),
                        new AttestedHolder(new HolderClaims(row.getPerson(), read(row.getClaims())), row.getExpires())
                                .at(time));
            }
            return known;
        });
    }

    private static String write(Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        values.forEach(
                (name, value) -> text.append(name).append(EQUALS).append(value).append(END));
        return text.toString();
    }

    private static Map<String, String> read(String text) {
        Map<String, String> values = new TreeMap<>();
        for (String line : text.split(END)) {
            int equals = line.indexOf(EQUALS);
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return values;
    }
}
