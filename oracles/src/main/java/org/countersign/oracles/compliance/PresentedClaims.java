package org.countersign.oracles.compliance;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import net.corda.core.identity.Party;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.oracles.validation.TransferFacts;
import org.countersign.workflows.identity.claim.KnownHolder;

/** What holders have presented for a transaction, as far as it is in force. */
final class PresentedClaims implements ClaimsSource {
    private final TransferFacts facts;

    PresentedClaims(TransferFacts facts) {
        this.facts = facts;
    }

    @Override
    public Optional<AttestedHolder> find(PublicKey key, Party party) {
        KnownHolder known = facts.holder(key, party);
        return Optional.of(new AttestedHolder(known.inForce(), expires(known)));
    }

    // With the first that expires all of it is doubtful, for they may say what belongs together.
    private static Instant expires(KnownHolder known) {
        return Arrays.stream(ClaimKind.values())
                .map(kind -> known.expiry(kind).orElse(null))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }
}
