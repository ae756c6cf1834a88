package org.countersign.contracts.compliance;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.Operation;

/** A rule that keeps certain lots with their holder: whoever disposes of units keeps at least those that are locked. */
abstract class LockUpRule extends ComplianceRule {
    /** Whether a lot is still locked at the beginning of the time-window. */
    abstract boolean isLocked(Lot lot, ComplianceFacts facts);

    final Finding evaluateTransfer(ComplianceFacts facts) {
        if (facts.getOperation() != Operation.TRANSFER) {
            return notApplicable("Only transfers are judged.");
        }
        LockedLots locked = new LockedLots(lot -> isLocked(lot, facts));
        List<Finding> findings = new ArrayList<>();
        for (PublicKey disposer : facts.getMovement().getDisposers()) {
            findings.add(
                    locked.change(facts, disposer).signum() >= 0
                            ? met("No units are given away that are locked.")
                            : notMet("LOCKED", "Units are given away that are locked at " + facts.getFrom() + "."));
        }
        return worstOf(findings, notApplicable("Nobody holds less than before."));
    }

    @Override
    public final Decision decide(ComplianceFacts facts) {
        if (facts.getOperation() != Operation.TRANSFER) {
            return new RuleFinding(this, evaluate(facts)).getDecision();
        }
        LockedLots locked = new LockedLots(lot -> isLocked(lot, facts));
        for (PublicKey disposer : facts.getMovement().getDisposers()) {
            if (locked.change(facts, disposer).signum() < 0) {
                return Decision.FAILS;
            }
        }
        return Decision.HOLDS;
    }
}
