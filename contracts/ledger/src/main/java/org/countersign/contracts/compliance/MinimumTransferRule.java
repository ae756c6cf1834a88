package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.validation.Figure;
import org.countersign.contracts.validation.Finding;

/** Whoever acquires units in a transaction acquires at least so many. */
public final class MinimumTransferRule extends ComplianceRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            MinimumTransferRule.class,
            "minimum-transfer",
            Reach.PUBLIC,
            Collections.singletonList(new RuleParameter(
                    "quantity", ParameterType.QUANTITY, "at least so many units, this many included")),
            "Every key that holds more than before holds more by at least the quantity, on issue "
                    + "and transfer. The change of the giver does not count, nor what a key surrenders and "
                    + "gets back. A redemption is not judged, since nobody acquires.",
            Collections.emptyList(),
            Collections.singletonList(
                    "With 100: a sale of 100 out of 150 is allowed, one of 99.99 is not, and a transfer to "
                            + "oneself is not judged."));

    private final BigDecimal quantity;

    /**
     * Creates a rule.
     *
     * @param quantity at least so many units, this many included
     */
    public MinimumTransferRule(BigDecimal quantity) {
        this.quantity = DESCRIPTION.checked(0, quantity);
    }

    /** At least so many units, this many included. */
    public BigDecimal getQuantity() {
        return quantity;
    }

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Collections.singletonList(quantity);
    }

    @Override
    public Finding evaluate(ComplianceFacts facts) {
        NetMovement movement = NetMovement.of(facts);
        List<Finding> findings = new ArrayList<>();
        for (PublicKey acquirer : movement.getAcquirers()) {
            BigDecimal acquired = movement.changeOf(acquirer);
            Figure figure = new Figure("acquired", acquired, "units");
            String limit = "at least " + ParameterValues.writeNumber(quantity) + " units";
            findings.add(
                    acquired.compareTo(quantity) >= 0
                            ? met("An acquirer acquires " + limit + ".", figure)
                            : notMet("TOO_SMALL", "An acquirer must acquire " + limit + ".", figure));
        }
        return worstOf(findings, notApplicable("Nobody acquires."));
    }
}
