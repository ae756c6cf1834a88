package org.countersign.contracts.compliance;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.countersign.contracts.validation.Finding;

/** A rule on the keys of those who deal, by a list of fingerprints. */
abstract class KeyListRule extends ComplianceRule {
    /** Whose keys are compared with the list. */
    abstract List<PublicKey> judged(NetMovement movement);

    /** Whether a key may deal. */
    abstract boolean allows(PublicKey key);

    /** Says why a key may deal, or may not. */
    abstract Finding judge(PublicKey key);

    @Override
    final boolean judgesSeveral(NetMovement movement, boolean demanded) {
        return demanded || movement.isOneOfEach(judged(movement));
    }

    @Override
    public final Finding evaluate(ComplianceFacts facts) {
        List<Finding> findings = new ArrayList<>();
        judged(facts.getMovement()).forEach(key -> findings.add(judge(key)));
        return worstOf(findings, notApplicable("Nobody changes holdings whom the rule is about."));
    }

    @Override
    public final Decision decide(ComplianceFacts facts) {
        return Decision.of(judged(facts.getMovement()).stream().allMatch(this::allows));
    }
}
