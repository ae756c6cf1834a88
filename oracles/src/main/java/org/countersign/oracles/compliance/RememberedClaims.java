package org.countersign.oracles.compliance;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;
import net.corda.core.identity.Party;
import org.countersign.oracles.validation.TransferFacts;

/** What holders presented when this authority judged them last, as far as it is in force still. */
final class RememberedClaims implements ClaimsSource {
    private final TransferFacts facts;

    RememberedClaims(TransferFacts facts) {
        this.facts = facts;
    }

    @Override
    public Optional<AttestedHolder> find(PublicKey key, Party party) {
        return facts.getRegister()
                .map(register -> register.getHolders().get(key))
                .map(claims -> new AttestedHolder(claims, Instant.MAX));
    }
}
