package org.countersign.oracles.compliance;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.persistence.EntityManager;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.SecureHash;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.identity.CredentialStatus;
import org.countersign.contracts.identity.CredentialStatuses;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.oracles.compliance.KnownHolderSchema.Row;
import org.countersign.workflows.identity.StatusLists;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that this authority has come to know by what it was asked to judge, with the person behind each and what was
 * attested of it then. Holders are counted by it: registrars know which keys hold, and the authority who they are.
 *
 * <p>Who shows nothing, or less than before, is known as before: what was shown counts until it expires or is
 * withdrawn.
 */
final class KnownHolders {
    private static final Logger LOGGER = LoggerFactory.getLogger(KnownHolders.class);
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private KnownHolders() {}

    /**
     * Remembers a key, in the caller's database transaction.
     *
     * @param services the node's services
     * @param holder the key
     * @param attested what is attested of it now
     * @param end when what is judged ends
     */
    static void remember(ServiceHub services, PublicKey holder, AttestedHolder attested, Instant end) {
        String id = SecureHash.sha256(holder.getEncoded()).toString();
        services.withEntityManager(database -> {
            Row known = database.find(Row.class, id);
            Row row = known != null ? known : new Row(id, Base64.getEncoder().encodeToString(holder.getEncoded()));
            AttestedHolder all = known == null ? attested : attested.after(read(known), end);
            String names = fitting(id, AttestedText.names(all));
            String claims = fitting(id, AttestedText.claims(all));
            if (known == null || !known.knows(names, claims)) {
                row.know(names, claims, LAST);
            }
            if (known == null) {
                database.persist(row);
            }
            return null;
        });
    }

    private static String fitting(String id, List<String> lines) {
        String text = AttestedText.fitting(lines, KnownHolderSchema.LONGEST);
        if (text.length() < String.join("", lines).length()) {
            LOGGER.warn(
                    "Not all that is attested of the key with the SHA-256 {} can be kept: there is room for {}"
                            + " characters. The holder counts as one of whom the rest is not attested.",
                    id,
                    KnownHolderSchema.LONGEST);
        }
        return text;
    }

    /** All keys that are known, with what counts of them for what ends then. */
    static Map<PublicKey, HolderClaims> at(ServiceHub services, Instant end) {
        return at(
                services,
                end,
                list -> StatusLists.find(services, list)
                        .map(found -> found.getState().getData().read()));
    }

    /** The same by the status lists that are known; each is asked for once. */
    static Map<PublicKey, HolderClaims> at(
            ServiceHub services, Instant end, Function<String, Optional<CredentialStatuses>> lists) {
        Map<String, Optional<CredentialStatuses>> read = new HashMap<>();
        Predicate<AttestedClaims> stands = claims ->
                claims.getList().isEmpty() || isValid(read.computeIfAbsent(claims.getList(), lists), claims.getPlace());
        return services.withEntityManager((EntityManager database) -> {
            Map<PublicKey, HolderClaims> known = new LinkedHashMap<>();
            List<Row> rows = database.createQuery("select r from CountersignKnownHolder r order by r.id", Row.class)
                    .getResultList();
            for (Row row : rows) {
                known.put(
                        Crypto.decodePublicKey(Base64.getDecoder().decode(row.getHolder())),
                        read(row).at(end, stands));
            }
            return known;
        });
    }

    // A list that is not known any more says nothing in anybody's favour.
    private static boolean isValid(Optional<CredentialStatuses> list, int place) {
        return list.filter(statuses -> statuses.get(place) == CredentialStatus.VALID)
                .isPresent();
    }

    private static AttestedHolder read(Row row) {
        return AttestedText.read(row.getPerson(), row.getClaims(), row.getExpires());
    }
}
