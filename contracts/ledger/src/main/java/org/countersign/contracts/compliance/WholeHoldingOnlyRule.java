package org.countersign.contracts.compliance;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.validation.Figure;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.Operation;

/** Who sells, sells all it has. */
public final class WholeHoldingOnlyRule extends RegisterRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            WholeHoldingOnlyRule.class,
            "whole-holding-only",
            Reach.PRIVATE,
            Collections.emptyList(),
            "Whoever disposes in a transfer holds nothing afterwards. A person with several keys "
                    + "that are known to be its own has one holding, and moves nothing by a transfer between "
                    + "them. Issues and redemptions are not judged.",
            Collections.singletonList("No legal source: contractual"),
            Collections.singletonList(
                    "Who holds 100 cannot sell 40; in `when (acquirer-residence (jurisdictions: US))` only "
                            + "sales to US residents must be of everything."));

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Collections.emptyList();
    }

    @Override
    boolean concerns(ComplianceFacts facts, NetMovement movement) {
        return facts.getOperation() == Operation.TRANSFER
                && !movement.getDisposers().isEmpty();
    }

    @Override
    Finding judge(ComplianceFacts facts, NetMovement movement, RegisterFigures register) {
        List<Finding> findings = new ArrayList<>();
        for (PublicKey disposer : movement.getDisposers()) {
            if (movement.changeOfPerson(disposer, facts).signum() < 0) {
                Figure figure = new Figure("holding after", register.holdingOf(disposer), "units");
                findings.add(
                        register.holdingOf(disposer).signum() == 0
                                ? met("Who disposes holds nothing afterwards.", figure)
                                : notMet("PART_KEPT", "Who disposes would keep a part of its holding.", figure));
            }
        }
        return worstOf(findings, notApplicable("No person disposes."));
    }
}
