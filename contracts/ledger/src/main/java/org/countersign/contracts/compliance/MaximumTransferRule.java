package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.validation.Figure;
import org.countersign.contracts.validation.Finding;

/** Whoever acquires units in a transaction acquires at most so many. */
public final class MaximumTransferRule extends ComplianceRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            MaximumTransferRule.class,
            "maximum-transfer",
            Reach.PUBLIC,
            Collections.singletonList(
                    new RuleParameter("quantity", ParameterType.QUANTITY, "at most so many units, this many included")),
            "Every key that holds more than before holds more by at most the quantity, on issue and"
                    + " transfer. The change of the giver does not count, nor what a key surrenders and gets "
                    + "back. A redemption is not judged, since nobody acquires.",
            Collections.emptyList(),
            Collections.singletonList(
                    "With 100: a sale of 100 is allowed, one of 100.01 is not. Several transactions, or "
                            + "several keys of one buyer, can acquire more: `volume-per-period` counts those."));

    private final BigDecimal quantity;

    /**
     * Creates a rule.
     *
     * @param quantity at most so many units, this many included
     */
    public MaximumTransferRule(BigDecimal quantity) {
        this.quantity = DESCRIPTION.checked(0, quantity);
    }

    /** At most so many units, this many included. */
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
            String limit = "at most " + ParameterValues.writeNumber(quantity) + " units";
            findings.add(
                    acquired.compareTo(quantity) <= 0
                            ? met("An acquirer acquires " + limit + ".", figure)
                            : notMet("TOO_LARGE", "An acquirer must acquire " + limit + ".", figure));
        }
        return worstOf(findings, notApplicable("Nobody acquires."));
    }
}
