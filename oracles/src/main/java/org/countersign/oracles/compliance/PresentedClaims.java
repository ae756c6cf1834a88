package org.countersign.oracles.compliance;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.corda.core.identity.Party;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.oracles.validation.TransferFacts;
import org.countersign.workflows.identity.claim.ClaimStanding;
import org.countersign.workflows.identity.claim.KnownHolder;
import org.countersign.workflows.identity.claim.VerifiedClaim;

/**
 * What holders have presented for a transaction, as far as it is in force. Of a kind of which nothing is in force, what
 * has expired is told as such.
 */
final class PresentedClaims implements ClaimsSource {
    private final TransferFacts facts;

    PresentedClaims(TransferFacts facts) {
        this.facts = facts;
    }

    @Override
    public Optional<AttestedHolder> find(PublicKey key, Party party) {
        KnownHolder known = facts.holder(key, party);
        List<AttestedClaims> claims = new ArrayList<>();
        for (ClaimKind kind : ClaimKind.values()) {
            Optional<VerifiedClaim> credential = known.credential(kind);
            (credential.isPresent() ? credential : expired(known, kind))
                    .ifPresent(claim -> claims.add(new AttestedClaims(
                            kind.name(),
                            claim.getIssuedAt(),
                            claim.getExpiresAt(),
                            claim.getStatusList(),
                            claim.getStatusIndex(),
                            claim.getValues())));
        }
        return Optional.of(new AttestedHolder(known.identifiers(), claims));
    }

    // What lapses because its time has not come yet has not expired.
    private Optional<VerifiedClaim> expired(KnownHolder known, ClaimKind kind) {
        return known.getCredentials().stream()
                .filter(claim -> claim.getKind() == kind
                        && claim.getStanding() == ClaimStanding.LAPSED
                        && claim.getExpiresAt().isBefore(facts.getTimeWindow().getUntilTime()))
                .max(Comparator.comparing(VerifiedClaim::getIssuedAt));
    }
}
