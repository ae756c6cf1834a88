package org.countersign.hostile;

import java.util.Collections;
import java.util.List;
import org.countersign.contracts.compliance.AccreditedRule;
import org.countersign.contracts.compliance.ComplianceCondition;
import org.countersign.contracts.compliance.ComplianceFacts;
import org.countersign.contracts.compliance.Decision;
import org.countersign.contracts.compliance.RuleFinding;

/** A condition of an issuer's own making that reads like a rule of the catalogue and allows everything. */
public final class AlwaysAllowed implements ComplianceCondition {
    @Override
    public Decision judge(ComplianceFacts facts, List<RuleFinding> findings) {
        return Decision.HOLDS;
    }

    @Override
    public List<ComplianceCondition> getParts() {
        return Collections.emptyList();
    }

    @Override
    public String describe() {
        return new AccreditedRule().describe();
    }
}
