package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.util.Optional;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Figure;
import org.countersign.contracts.validation.Finding;

/**
 * A rule on the part of the outstanding units that persons of one kind hold together. It is judged if the movement
 * changes their part for the worse by what somebody acquires; nobody is kept from leaving, and who is at the limit can
 * deal among equals.
 */
abstract class HeldShareRule extends RegisterRule {
    /** Whether the holdings of one count. */
    abstract boolean counts(HolderClaims claims);

    /** The part, as a fraction. */
    abstract BigDecimal share();

    /** Whether the part is the most that they may hold, rather than the least that they must. */
    abstract boolean isMaximum();

    @Override
    final boolean concerns(ComplianceFacts facts, NetMovement movement) {
        return !movement.getAcquirers().isEmpty();
    }

    @Override
    final Finding judge(ComplianceFacts facts, NetMovement movement, RegisterFigures register) {
        BigDecimal gain = BigDecimal.ZERO;
        for (PublicKey dealer : movement.getDealers()) {
            Optional<HolderClaims> claims = facts.claimsOf(dealer);
            if (!claims.isPresent()) {
                return undecided("What is attested of the holders is not known here.");
            }
            gain = counts(claims.get()) == isMaximum() ? gain.add(movement.changeOf(dealer)) : gain;
        }
        if (gain.signum() <= 0) {
            return notApplicable("The part does not change for the worse.");
        }
        BigDecimal held = register.heldBy(this::counts);
        int comparison = held.compareTo(share().multiply(register.getOutstanding()));
        Figure figure = new Figure("held after", held, "units");
        String limit = ParameterType.PERCENTAGE.write(share()) + " of what is outstanding";
        if (isMaximum()) {
            return comparison <= 0
                    ? met("They hold no more than " + limit + ".", figure)
                    : notMet("SHARE_TOO_LARGE", "They would hold more than " + limit + ".", figure);
        }
        return comparison >= 0
                ? met("They hold " + limit + " or more.", figure)
                : notMet("SHARE_TOO_SMALL", "They would hold less than " + limit + ".", figure);
    }
}
