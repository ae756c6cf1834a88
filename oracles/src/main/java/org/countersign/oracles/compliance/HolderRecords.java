package org.countersign.oracles.compliance;

import java.security.PublicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import net.corda.core.identity.Party;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.oracles.compliance.screening.ScreenedPerson;
import org.countersign.oracles.compliance.screening.ScreeningCheck;
import org.countersign.oracles.compliance.screening.ScreeningResult;
import org.countersign.oracles.marketdata.DataFileException;
import org.countersign.oracles.validation.RegisterKnowledge;
import org.countersign.oracles.validation.TransferFacts;

/**
 * What an authority goes by when it judges a holder: its own record if it has one, otherwise what the holder has
 * presented; which custodian a client's key is with, which it sees itself; and what its own screening says, which goes
 * before what anybody attests of it, unless that is a hit.
 */
final class HolderRecords {
    private static final String CLEAR = "clear";
    private static final String HIT = "hit";

    private final ClaimsSource own;
    private final ClaimsSource others;

    /**
     * Combines sources.
     *
     * @param own the authority's records, or null
     * @param others what holders present, or have presented before
     */
    HolderRecords(ClaimsSource own, ClaimsSource others) {
        this.own = own;
        this.others = others;
    }

    /**
     * What holders say themselves. Nothing is presented for what is only asked about: then what was presented before
     * has to do.
     */
    static ClaimsSource othersOf(TransferFacts facts) {
        return facts.isQuestion()
                ? new RememberedClaims(
                        facts.getRegister().map(RegisterKnowledge::getHolders).orElse(Collections.emptyMap()))
                : new PresentedClaims(facts);
    }

    /**
     * What the authority goes by, before it has screened the holder.
     *
     * @return nothing if neither source knows the holder
     */
    Optional<AttestedHolder> find(PublicKey key, Party party) throws DataFileException {
        Optional<AttestedHolder> recorded = own == null ? Optional.empty() : own.find(key, party);
        Optional<AttestedHolder> found = recorded.isPresent() ? recorded : others.find(key, party);
        return found.map(holder -> placed(holder, key, party));
    }

    private static AttestedHolder placed(AttestedHolder holder, PublicKey key, Party party) {
        return isOwn(key, party)
                ? holder
                : holder.seeing(HolderClaims.CUSTODIAN, party.getName().toString());
    }

    /** What the authority goes by; of whom neither source knows anything nothing is attested. */
    AttestedHolder attested(PublicKey key, Party party) throws DataFileException {
        return find(key, party).orElseGet(() -> placed(AttestedHolder.nobody(), key, party));
    }

    /**
     * A holder with what screening says about it, which is nothing of a name that it could not compare.
     *
     * @param attested the holder
     * @param person who it is, see {@link #person}
     * @param screening the authority's screening
     * @param now the authority's clock
     */
    static AttestedHolder screened(
            AttestedHolder attested, ScreenedPerson person, ScreeningCheck screening, Instant now)
            throws DataFileException {
        ScreeningResult result = screening.getScreening().screen(person, now);
        if (!result.isReadable() && result.hits().isEmpty()) {
            return attested;
        }
        boolean clear = result.isClear();
        boolean attestedHit =
                attested.ever().text(HolderClaims.SANCTIONS).filter(HIT::equals).isPresent();
        return attested.seeing(HolderClaims.SANCTIONS, clear && !attestedHit ? CLEAR : HIT);
    }

    /**
     * Who is behind a key, as far as names go. A name does not lapse with the credential that it comes from.
     *
     * @return the attested legal person, or the member by its X.500 name; nothing for a client of whom no name is known
     */
    static Optional<ScreenedPerson> person(AttestedHolder attested, PublicKey key, Party party) {
        HolderClaims claims = attested.ever();
        Set<String> countries = new LinkedHashSet<>(claims.citizenships());
        claims.residence().ifPresent(countries::add);
        Optional<String> name = claims.text(HolderClaims.LEGAL_NAME);
        if (name.isPresent()) {
            LocalDate born = claims.birthDate().orElse(null);
            return Optional.of(new ScreenedPerson(name.get(), born, countries));
        }
        if (!isOwn(key, party)) {
            return Optional.empty();
        }
        countries.add(party.getName().getCountry());
        return Optional.of(new ScreenedPerson(party.getName().getOrganisation(), null, countries));
    }

    /** Whether a key is the member's own, and not that of one of its clients. */
    static boolean isOwn(PublicKey key, Party party) {
        return party.getOwningKey().equals(key);
    }
}
