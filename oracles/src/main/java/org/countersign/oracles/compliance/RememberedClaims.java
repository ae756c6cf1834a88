package org.countersign.oracles.compliance;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import net.corda.core.identity.Party;
import org.countersign.contracts.identity.HolderClaims;

/** What holders presented when this authority judged them, as far as it is in force still. */
final class RememberedClaims implements ClaimsSource {
    private final Map<PublicKey, HolderClaims> known;

    /**
     * Creates the source.
     *
     * @param known what counts of each key that is known, at the time in question
     */
    RememberedClaims(Map<PublicKey, HolderClaims> known) {
        this.known = known;
    }

    @Override
    public Optional<AttestedHolder> find(PublicKey key, Party party) {
        return Optional.ofNullable(known.get(key))
                .map(claims -> new AttestedHolder(
                        claims.getIdentifiers(),
                        // Whether it lasts was looked at, and it is not remembered again.
                        Collections.singleton(AttestedClaims.recorded(Instant.MAX, claims.getValues()))));
    }
}
