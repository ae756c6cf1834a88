package org.countersign.contracts.compliance;

import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Finding;

/**
 * A rule that recognises one of the parties; most often the premise of a {@link When}. One of several acquirers or
 * disposers is enough. It is met or not met of every transaction, and undecided where the claim that it asks for is not
 * attested, so that a {@code When} demands its consequence of such a holder and a {@code When} around a {@link Not}
 * does too.
 */
abstract class HolderPremise extends ComplianceRule {
    /** Whether a holder is recognised. */
    abstract Decision recognises(HolderClaims claims);

    /** Who may be the one. */
    abstract List<PublicKey> asked(NetMovement movement);

    // It is laxer where it is demanded: the one who is recognised lets the others in.
    @Override
    final boolean judgesSeveral(NetMovement movement, boolean demanded) {
        return !demanded || movement.isOneOfEach(asked(movement));
    }

    @Override
    public final Decision decide(ComplianceFacts facts) {
        Decision decision = Decision.FAILS;
        for (PublicKey holder : asked(facts.getMovement())) {
            Optional<HolderClaims> claims = facts.claimsOf(holder);
            decision = decision.or(claims.isPresent() ? recognises(claims.get()) : Decision.UNDECIDED);
        }
        return decision;
    }

    @Override
    public final Finding evaluate(ComplianceFacts facts) {
        Decision decision = decide(facts);
        if (decision == Decision.UNDECIDED) {
            return undecided("What the rule asks for is not attested or not known here.");
        }
        return decision == Decision.HOLDS
                ? met("One of the parties is as described.")
                : notMet("NOT_RECOGNISED", "None of the parties is as described.");
    }

    static Decision isIn(List<String> jurisdictions, Optional<String> residence) {
        if (!residence.isPresent()) {
            return Decision.UNDECIDED;
        }
        if (Jurisdictions.contain(jurisdictions, residence.get())) {
            return Decision.HOLDS;
        }
        return Jurisdictions.mayContain(jurisdictions, residence.get()) ? Decision.UNDECIDED : Decision.FAILS;
    }

    static Decision isOneOf(List<String> categories, List<String> attested) {
        if (attested.isEmpty()) {
            return Decision.UNDECIDED;
        }
        return Decision.of(attested.stream().anyMatch(categories::contains));
    }
}
