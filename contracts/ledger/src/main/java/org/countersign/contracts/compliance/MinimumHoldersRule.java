package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.validation.Figure;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.Operation;

/** There are not too few holders. */
public final class MinimumHoldersRule extends RegisterRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            MinimumHoldersRule.class,
            "minimum-holders",
            Reach.PRIVATE,
            Collections.singletonList(new RuleParameter(
                    "count", ParameterType.COUNT, "how many holders there must be, this many included")),
            "A transfer by which somebody stops to be a holder leaves at least as many persons who "
                    + "hold units as the count. Other transfers, issues and redemptions are not judged: the "
                    + "number may be lower while a security is placed or paid back.",
            Collections.singletonList(
                    "26 U.S.C. 856(a)(5): beneficial ownership of a real estate investment trust by 100 or "
                            + "more persons"),
            Collections.singletonList(
                    "With 100: one of 100 holders can sell all it has to a newcomer, not to one of the "
                            + "other 99."));

    private final int count;

    /**
     * Creates a rule.
     *
     * @param count how many holders there must be, this many included
     */
    public MinimumHoldersRule(int count) {
        this.count = DESCRIPTION.checked(0, count);
    }

    /** How many holders there must be, this many included. */
    public int getCount() {
        return count;
    }

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Collections.singletonList(count);
    }

    @Override
    boolean concerns(ComplianceFacts facts, NetMovement movement) {
        return facts.getOperation() == Operation.TRANSFER
                && !movement.getDisposers().isEmpty();
    }

    @Override
    Finding judge(ComplianceFacts facts, NetMovement movement, RegisterFigures register) {
        if (movement.getDisposers().stream()
                .allMatch(disposer -> register.holdingOf(disposer).signum() > 0)) {
            return notApplicable("Nobody stops to be a holder.");
        }
        int holders = register.countHolders(claims -> true);
        Figure figure = new Figure("holders after", BigDecimal.valueOf(holders), "1");
        return holders >= count
                ? met("There remain " + count + " holders or more.", figure)
                : notMet("TOO_FEW_HOLDERS", "There would remain less than " + count + " holders.", figure);
    }
}
