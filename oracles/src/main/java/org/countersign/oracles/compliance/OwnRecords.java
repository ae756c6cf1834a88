package org.countersign.oracles.compliance;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.security.PublicKey;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import net.corda.core.crypto.CryptoUtils;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import org.countersign.contracts.Rules;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.oracles.marketdata.CsvRow;
import org.countersign.oracles.marketdata.CsvTable;
import org.countersign.oracles.marketdata.DataFile;
import org.countersign.oracles.marketdata.DataFileException;
import org.countersign.workflows.identity.claim.ClaimTexts;

/**
 * What an authority attests of holders itself, from a file of its own: a line for each holder, by X.500 name for a
 * member and by the fingerprint of the key, as a journal shows it, for a custodian's client. What the file says of a
 * holder counts in place of what the holder presents.
 */
final class OwnRecords implements ClaimsSource {
    private static final String HOLDER = "holder";
    private static final String PERSON = "person";
    private static final String VALID_UNTIL = "valid_until";

    // Before the name of a claim that is none of the network's, but agreed with an issuer.
    private static final String FREE = "claim.";
    private static final Pattern FREE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,59}");
    private static final int LONGEST = 200;

    private static final List<String> CLAIMS = claims();

    private final DataFile<Map<String, AttestedHolder>> file;

    /**
     * From a file; it is not read before it is needed, and again when it has changed.
     *
     * @param path a comma-separated file with the columns {@code holder}, {@code person}, {@code valid_until} and any
     *     claims by the names of {@link HolderClaims}, or of the policy's own after {@code claim.}
     */
    OwnRecords(String path) {
        this.file = new DataFile<>(Paths.get(path), OwnRecords::understand);
    }

    private static List<String> claims() {
        List<String> claims = new ArrayList<>();
        Arrays.stream(ClaimKind.values()).forEach(kind -> claims.addAll(kind.getClaims()));
        // What an authority finds out itself, and what is agreed with a custodian or paying agent.
        claims.addAll(Arrays.asList(HolderClaims.SANCTIONS, HolderClaims.WITHHOLDING_CATEGORY, HolderClaims.CUSTODIAN));
        return Collections.unmodifiableList(claims);
    }

    @Override
    public Optional<AttestedHolder> find(PublicKey key, Party party) throws DataFileException {
        Map<String, AttestedHolder> known = file.read();
        AttestedHolder byKey = known.get(CryptoUtils.toStringShort(key));
        if (byKey != null) {
            return Optional.of(byKey);
        }
        // A member's record is not its clients'.
        return party.getOwningKey().equals(key)
                ? Optional.ofNullable(known.get(party.getName().toString()))
                : Optional.empty();
    }

    private static Map<String, AttestedHolder> understand(Path path, String text) throws DataFileException {
        CsvTable table = CsvTable.read(path, text);
        List<String> claims = new ArrayList<>(table.getColumns());
        for (String needed : Arrays.asList(HOLDER, PERSON, VALID_UNTIL)) {
            if (!claims.remove(needed)) {
                throw new DataFileException(path, 1, needed, "is missing.", "Add the column; it may be empty.");
            }
        }
        for (String claim : claims) {
            if (!CLAIMS.contains(claim) && !isFree(claim)) {
                throw new DataFileException(
                        path,
                        1,
                        claim,
                        "is no claim.",
                        "There are " + String.join(", ", CLAIMS) + ", and any other as " + FREE
                                + "NAME, by the name that a policy asks for.");
            }
        }
        Map<String, AttestedHolder> known = new HashMap<>();
        for (CsvRow row : table.getRows()) {
            if (known.put(holder(row), attested(row, claims)) != null) {
                throw row.wrong(HOLDER, "is there twice.", "Give each holder one line.");
            }
        }
        return Collections.unmodifiableMap(known);
    }

    private static String holder(CsvRow row) throws DataFileException {
        String holder = row.text(HOLDER);
        if (!holder.contains("=")) {
            return holder;
        }
        try {
            return CordaX500Name.parse(holder).toString();
        } catch (IllegalArgumentException wrong) {
            throw row.wrong(HOLDER, "is '" + holder + "'.", "Give an X.500 name or the fingerprint of a key.");
        }
    }

    private static AttestedHolder attested(CsvRow row, List<String> claims) throws DataFileException {
        Map<String, String> values = new TreeMap<>();
        for (String claim : claims) {
            String value = row.optional(claim);
            if (!value.isEmpty()) {
                values.put(
                        claim.startsWith(FREE) ? claim.substring(FREE.length()) : claim, readable(row, claim, value));
            }
        }
        for (ClaimKind kind : ClaimKind.values()) {
            check(row, kind, values);
        }
        return new AttestedHolder(
                Collections.singleton(row.optional(PERSON)),
                Collections.singleton(AttestedClaims.recorded(expires(row), values)));
    }

    // What has a name of its own is checked under it, and not let in beside the check.
    private static boolean isFree(String column) {
        String name = column.startsWith(FREE) ? column.substring(FREE.length()) : "";
        return FREE_NAME.matcher(name).matches() && !CLAIMS.contains(name);
    }

    private static String readable(CsvRow row, String claim, String value) throws DataFileException {
        if (!Rules.isReadable(value, LONGEST)) {
            throw row.wrong(claim, "is not readable.", "Give 1 to " + LONGEST + " readable characters.");
        }
        return value;
    }

    // As providers have to write them, so that no rule stumbles over a claim.
    private static void check(CsvRow row, ClaimKind kind, Map<String, String> values) throws DataFileException {
        Map<String, String> some = new TreeMap<>(values);
        some.keySet().retainAll(kind.getClaims());
        try {
            if (!some.isEmpty()) {
                ClaimTexts.check(kind, some);
            }
        } catch (IllegalArgumentException wrong) {
            throw row.wrong(String.join(", ", some.keySet()), "is wrong: " + wrong.getMessage(), "Correct it.");
        }
    }

    private static Instant expires(CsvRow row) throws DataFileException {
        String until = row.optional(VALID_UNTIL);
        try {
            return until.isEmpty() ? Instant.MAX : Instant.parse(until);
        } catch (DateTimeParseException none) {
            throw row.wrong(VALID_UNTIL, "is '" + until + "'.", "Give a time like 2027-01-31T00:00:00Z, or nothing.");
        }
    }
}
