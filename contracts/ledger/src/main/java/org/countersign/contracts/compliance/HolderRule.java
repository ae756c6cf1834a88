package org.countersign.contracts.compliance;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Finding;

/**
 * A rule on what is attested of holders, of those who acquire unless a subclass says of whom. It must hold for each of
 * them. Where claims are not known it is undecided; where they are known and the one that is needed is missing, expired
 * or revoked, it is not met.
 */
abstract class HolderRule extends ComplianceRule {
    /** Whether it holds of one holder. */
    abstract boolean holds(HolderClaims claims, ComplianceFacts facts);

    /** Says why it {@link #holds} of one holder, or does not. */
    abstract Finding judge(HolderClaims claims, ComplianceFacts facts);

    /** Who is judged. */
    List<PublicKey> judged(NetMovement movement) {
        return movement.getAcquirers();
    }

    @Override
    final boolean judgesSeveral(NetMovement movement, boolean demanded) {
        return demanded || movement.isOneOfEach(judged(movement));
    }

    @Override
    public final Finding evaluate(ComplianceFacts facts) {
        List<Finding> findings = new ArrayList<>();
        for (PublicKey holder : judged(facts.getMovement())) {
            Optional<HolderClaims> claims = facts.claimsOf(holder);
            findings.add(
                    claims.isPresent()
                            ? judge(claims.get(), facts)
                            : undecided("What is attested of the holders is not known here."));
        }
        return worstOf(findings, notApplicable("Nobody changes holdings whom the rule is about."));
    }

    @Override
    public final Decision decide(ComplianceFacts facts) {
        Decision decision = Decision.HOLDS;
        for (PublicKey holder : judged(facts.getMovement())) {
            Optional<HolderClaims> claims = facts.claimsOf(holder);
            decision = decision.and(claims.isPresent() ? Decision.of(holds(claims.get(), facts)) : Decision.UNDECIDED);
        }
        return decision;
    }
}
