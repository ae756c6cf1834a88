package org.countersign.language.interpret;

import java.util.List;
import java.util.stream.Collectors;
import org.countersign.contracts.compliance.AllOf;
import org.countersign.contracts.compliance.AnyOf;
import org.countersign.contracts.compliance.ComplianceCondition;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.compliance.Not;
import org.countersign.contracts.compliance.When;
import org.countersign.language.check.Catalogue;
import org.countersign.language.model.Condition;
import org.countersign.language.model.SecurityModel;

/** Turns the compliance section of a model into the ledger's own data. */
public final class PolicyInterpreter {
    private final Catalogue catalogue;

    /**
     * Creates an interpreter.
     *
     * @param catalogue the rules that the model was checked with
     */
    public PolicyInterpreter(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The policy that a model describes.
     *
     * @param model the model
     * @return the policy, which demands nothing if the compliance section does not
     */
    public CompliancePolicy policy(SecurityModel model) {
        return model.condition()
                .map(condition -> new CompliancePolicy(condition(condition)))
                .orElseGet(CompliancePolicy::none);
    }

    private ComplianceCondition condition(Condition condition) {
        List<ComplianceCondition> parts =
                condition.getParts().stream().map(this::condition).collect(Collectors.toList());
        switch (condition.getKind()) {
            case RULE:
                return catalogue.rule(condition.getRule());
            case ALL:
                return new AllOf(parts);
            case ANY:
                return new AnyOf(parts);
            case NOT:
                return new Not(parts.get(0));
            case WHEN:
                return new When(parts.get(0), parts.get(1));
            default:
                throw new IllegalStateException("No condition of the ledger is " + condition.getKind() + ".");
        }
    }
}
