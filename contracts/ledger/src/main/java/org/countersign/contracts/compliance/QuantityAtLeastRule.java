package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.validation.Figure;
import org.countersign.contracts.validation.Finding;

/** The movement is of a size or larger; most often the premise of a When. */
public final class QuantityAtLeastRule extends PlainRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            QuantityAtLeastRule.class,
            "quantity-at-least",
            Reach.PUBLIC,
            Collections.singletonList(
                    new RuleParameter("quantity", ParameterType.QUANTITY, "the size in units, itself included")),
            "What all acquirers together hold more than before, or what all disposers together hold"
                    + " less where nobody acquires, is at least the quantity. Change does not count. It is "
                    + "decided for every transaction, so that it can be a premise.",
            Collections.singletonList("No legal source: it narrows down to what other rules apply"),
            Arrays.asList(
                    "With 1000: a sale of 1000 out of a holding of 5000 meets it, one of 999 does not.",
                    "A transfer to oneself moves 0 units and does not meet it unless the quantity is 0."));

    private final BigDecimal quantity;

    /**
     * Creates a rule.
     *
     * @param quantity the size in units, itself included
     */
    public QuantityAtLeastRule(BigDecimal quantity) {
        this.quantity = DESCRIPTION.checked(0, quantity);
    }

    /** The size in units, itself included. */
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
    boolean holds(ComplianceFacts facts) {
        return moved(facts).compareTo(quantity) >= 0;
    }

    @Override
    public Finding evaluate(ComplianceFacts facts) {
        Figure figure = new Figure("moved", moved(facts), "units");
        return holds(facts)
                ? met("The movement is of " + ParameterValues.writeNumber(quantity) + " units or more.", figure)
                : notMet(
                        "SMALLER",
                        "The movement is of less than " + ParameterValues.writeNumber(quantity) + " units.",
                        figure);
    }

    private static BigDecimal moved(ComplianceFacts facts) {
        NetMovement movement = facts.getMovement();
        return sum(movement, movement.getAcquirers()).max(sum(movement, movement.getDisposers()));
    }

    private static BigDecimal sum(NetMovement movement, List<PublicKey> holders) {
        return holders.stream().map(holder -> movement.changeOf(holder).abs()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
