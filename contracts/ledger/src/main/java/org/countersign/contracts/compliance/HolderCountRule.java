package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Figure;
import org.countersign.contracts.validation.Finding;

/**
 * A rule on the number of holders of one or more kinds. It is judged only if somebody of the kind becomes a holder who
 * was none: otherwise holders who are too many already, for example because one of them has moved, could not deal with
 * each other. Holders are persons; a holder of whom it is not attested counts as of the kind.
 */
abstract class HolderCountRule extends RegisterRule {
    /** How many holders of each kind there may be. */
    abstract int largest();

    /** The kinds, each with its own count. */
    List<Predicate<HolderClaims>> kinds() {
        return Collections.singletonList(this::counts);
    }

    /** Whether one counts, where there is one kind. */
    boolean counts(HolderClaims claims) {
        return true;
    }

    @Override
    final boolean concerns(ComplianceFacts facts, NetMovement movement) {
        return !movement.getAcquirers().isEmpty();
    }

    @Override
    final Finding judge(ComplianceFacts facts, NetMovement movement, RegisterFigures register) {
        List<HolderClaims> newcomers = new ArrayList<>();
        for (PublicKey acquirer : movement.getAcquirers()) {
            Optional<HolderClaims> claims = facts.claimsOf(acquirer);
            if (!claims.isPresent()) {
                return undecided("What is attested of the holders is not known here.");
            }
            BigDecimal before = register.holdingOf(acquirer).subtract(movement.changeOfPerson(acquirer, facts));
            if (before.signum() <= 0) {
                newcomers.add(claims.get());
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Predicate<HolderClaims> kind : kinds()) {
            if (newcomers.stream().anyMatch(kind)) {
                findings.add(judge(register.countHolders(kind)));
            }
        }
        return worstOf(findings, notApplicable("Nobody becomes a holder whom the rule counts."));
    }

    private Finding judge(int holders) {
        Figure figure = new Figure("holders after", BigDecimal.valueOf(holders), "1");
        return holders <= largest()
                ? met("There are no more holders than " + largest() + ".", figure)
                : notMet("TOO_MANY_HOLDERS", "There would be more holders than " + largest() + ".", figure);
    }
}
