package org.countersign.oracles.compliance;

import java.time.Instant;
import java.util.Objects;
import org.countersign.contracts.identity.HolderClaims;

/** What is attested of a key, and until when. */
final class AttestedHolder {
    private final HolderClaims claims;
    private final Instant expires;

    /**
     * Creates one.
     *
     * @param claims the person and what is attested
     * @param expires from when on nothing of it counts but who the person is
     */
    AttestedHolder(HolderClaims claims, Instant expires) {
        this.claims = Objects.requireNonNull(claims, "claims");
        this.expires = Objects.requireNonNull(expires, "expires");
    }

    HolderClaims getClaims() {
        return claims;
    }

    Instant getExpires() {
        return expires;
    }

    /** What counts at a time. Who somebody is does not lapse: the keys of one person stay one person's. */
    HolderClaims at(Instant time) {
        return time.isBefore(expires) ? claims : new HolderClaims(claims.getPerson(), java.util.Collections.emptyMap());
    }
}
