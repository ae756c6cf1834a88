package org.countersign.oracles.compliance;

import java.security.PublicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.corda.core.identity.Party;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.oracles.compliance.screening.ScreenedPerson;
import org.countersign.oracles.compliance.screening.ScreeningCheck;
import org.countersign.oracles.marketdata.DataFileException;

/**
 * What an authority goes by when it judges a holder: its own record if it has one, otherwise what the holder has
 * presented; and what its own screening says, which goes before what anybody attests of it, unless that is a hit.
 */
final class HolderRecords {
    private static final String CLEAR = "clear";
    private static final String HIT = "hit";

    private final ClaimsSource own;
    private final ClaimsSource presented;
    private final ScreeningCheck screening;

    /**
     * Combines sources.
     *
     * @param own the authority's records, or null
     * @param presented what holders present
     * @param screening the authority's screening, or null
     */
    HolderRecords(ClaimsSource own, ClaimsSource presented, ScreeningCheck screening) {
        this.own = own;
        this.presented = presented;
        this.screening = screening;
    }

    /** What the authority goes by. */
    AttestedHolder attested(PublicKey key, Party party, Instant now) throws DataFileException {
        AttestedHolder attested = unscreened(key, party);
        if (screening == null) {
            return attested;
        }
        Map<String, String> values = new TreeMap<>(attested.getClaims().getValues());
        Optional<ScreenedPerson> person = person(attested.getClaims(), key, party);
        if (person.isPresent()) {
            boolean clear = screening.getScreening().screen(person.get(), now).isClear();
            boolean attestedHit = HIT.equals(values.get(HolderClaims.SANCTIONS));
            values.put(HolderClaims.SANCTIONS, clear && !attestedHit ? CLEAR : HIT);
        }
        return new AttestedHolder(new HolderClaims(attested.getClaims().getPerson(), values), attested.getExpires());
    }

    private AttestedHolder unscreened(PublicKey key, Party party) throws DataFileException {
        Optional<AttestedHolder> recorded = own == null ? Optional.empty() : own.find(key, party);
        return recorded.isPresent()
                ? recorded.get()
                : presented.find(key, party).orElseGet(() -> new AttestedHolder(HolderClaims.none(), Instant.EPOCH));
    }

    /**
     * Who is behind a key, as far as names go.
     *
     * @return the attested legal person, or the member by its X.500 name; nothing for a client of whom no name is known
     */
    static Optional<ScreenedPerson> person(HolderClaims claims, PublicKey key, Party party) {
        Set<String> countries = new LinkedHashSet<>(claims.citizenships());
        claims.residence().ifPresent(countries::add);
        Optional<String> name = claims.text(HolderClaims.LEGAL_NAME);
        if (name.isPresent()) {
            LocalDate born = claims.birthDate().orElse(null);
            return Optional.of(new ScreenedPerson(name.get(), born, countries));
        }
        if (!party.getOwningKey().equals(key)) {
            return Optional.empty();
        }
        countries.add(party.getName().getCountry());
        return Optional.of(new ScreenedPerson(party.getName().getOrganisation(), null, countries));
    }
}
