package org.countersign.contracts.compliance;

import java.util.Collections;
import java.util.List;
import org.countersign.contracts.validation.Finding;

/** What is done with the security is one of several operations; most often the premise of a When. */
public final class OperationRule extends PlainRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            OperationRule.class,
            "operation",
            Reach.PUBLIC,
            Collections.singletonList(new RuleParameter("operations", ParameterType.OPERATIONS, "which operations")),
            "The transaction does one of the operations with the security. It is decided for every "
                    + "transaction, so that it can be a premise.",
            Collections.singletonList("No legal source: it narrows down to what other rules apply"),
            Collections.singletonList(
                    "`when (operation (operations: ISSUE)) then (minimum-transfer (quantity: 100))` demands"
                            + " 100 units of every subscription and nothing of a sale."));

    private final List<String> operations;

    /**
     * Creates a rule.
     *
     * @param operations which operations
     */
    public OperationRule(List<String> operations) {
        this.operations = DESCRIPTION.checked(0, operations);
    }

    /** Which operations. */
    public List<String> getOperations() {
        return operations;
    }

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Collections.singletonList(operations);
    }

    @Override
    boolean holds(ComplianceFacts facts) {
        return operations.contains(facts.getOperation().name());
    }

    @Override
    public Finding evaluate(ComplianceFacts facts) {
        String operation = facts.getOperation().name();
        return holds(facts)
                ? met("The operation is " + operation + ".")
                : notMet(
                        "OTHER_OPERATION",
                        "The operation is " + operation + ", which is not one of " + operations + ".");
    }
}
