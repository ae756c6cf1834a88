package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.validation.Figure;
import org.countersign.contracts.validation.Finding;

/** Nobody keeps or acquires less than a holding must have. */
public final class MinimumHoldingRule extends RegisterRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            MinimumHoldingRule.class,
            "minimum-holding",
            Reach.PRIVATE,
            Collections.singletonList(new RuleParameter(
                    "quantity", ParameterType.QUANTITY, "the smallest holding in units, itself included")),
            "Whoever acquires or disposes holds nothing at all afterwards, or at least the "
                    + "quantity. A person with several keys that are known to be its own has one holding, and"
                    + " moves nothing by a transfer between them. On issue, transfer and redemption.",
            Collections.singletonList("No legal source: contractual"),
            Collections.singletonList(
                    "With 100: who holds 150 can sell 50 or all, and not 60; who holds nothing can buy 100,"
                            + " and not 99."));

    private final BigDecimal quantity;

    /**
     * Creates a rule.
     *
     * @param quantity the smallest holding in units, itself included
     */
    public MinimumHoldingRule(BigDecimal quantity) {
        this.quantity = DESCRIPTION.checked(0, quantity);
    }

    /** The smallest holding in units, itself included. */
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
    boolean concerns(ComplianceFacts facts, NetMovement movement) {
        return !movement.getDealers().isEmpty();
    }

    @Override
    Finding judge(ComplianceFacts facts, NetMovement movement, RegisterFigures register) {
        String limit = ParameterValues.writeNumber(quantity) + " units";
        List<Finding> findings = new ArrayList<>();
        for (PublicKey dealer : movement.getDealers()) {
            if (movement.changeOfPerson(dealer, facts).signum() != 0) {
                BigDecimal holding = register.holdingOf(dealer);
                Figure figure = new Figure("holding after", holding, "units");
                findings.add(
                        holding.signum() == 0 || holding.compareTo(quantity) >= 0
                                ? met("Holdings are of " + limit + " or more, or ended.", figure)
                                : notMet(
                                        "HOLDING_TOO_SMALL", "A holding would be of less than " + limit + ".", figure));
            }
        }
        return worstOf(findings, notApplicable("No person's holding changes."));
    }
}
