package org.countersign.contracts.compliance;

/** A rule that is met or not met of every transaction, by the transaction alone. */
abstract class PlainRule extends ComplianceRule {
    /** Whether it is met. */
    abstract boolean holds(ComplianceFacts facts);

    @Override
    final boolean judgesSeveral(NetMovement movement, boolean demanded) {
        return true;
    }

    @Override
    public final Decision decide(ComplianceFacts facts) {
        return Decision.of(holds(facts));
    }
}
