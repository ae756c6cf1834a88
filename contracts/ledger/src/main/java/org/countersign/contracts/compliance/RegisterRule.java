package org.countersign.contracts.compliance;

import org.countersign.contracts.validation.Finding;

/** A rule on figures of the register, which is undecided where they are not known. */
abstract class RegisterRule extends ComplianceRule {
    /** Whether the rule says anything about a movement, as far as that can be told without the register. */
    abstract boolean concerns(ComplianceFacts facts, NetMovement movement);

    /** Judges a movement that the rule says something about. */
    abstract Finding judge(ComplianceFacts facts, NetMovement movement, RegisterFigures register);

    @Override
    public final Finding evaluate(ComplianceFacts facts) {
        NetMovement movement = facts.getMovement();
        if (!concerns(facts, movement)) {
            return notApplicable("Nobody changes holdings in a way that the rule is about.");
        }
        return facts.getRegister()
                .map(register -> judge(facts, movement, register))
                .orElseGet(() -> undecided("The figures of the register are not known here."));
    }

    @Override
    public final Decision decide(ComplianceFacts facts) {
        if (!concerns(facts, facts.getMovement())) {
            return Decision.HOLDS;
        }
        return facts.getRegister().isPresent() ? super.decide(facts) : Decision.UNDECIDED;
    }
}
