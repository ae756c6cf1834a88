package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.validation.Figure;
import org.countersign.contracts.validation.Finding;

/** Of all holders not too large a part resides in certain jurisdictions. */
public final class MaximumShareOfHoldersRule extends RegisterRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            MaximumShareOfHoldersRule.class,
            "maximum-share-of-holders",
            Reach.PRIVATE,
            Arrays.asList(
                    new RuleParameter(
                            "percentage",
                            ParameterType.PERCENTAGE,
                            "the part of the number of holders, this part included"),
                    new RuleParameter("jurisdictions", ParameterType.JURISDICTIONS, "which are meant")),
            "After an issue or transfer the persons who hold units and reside in the jurisdictions,"
                    + " or of whom no residence is attested, are no larger a part of all persons who hold "
                    + "units than the percentage. What they hold does not matter; `maximum-share-held-in` "
                    + "counts units. A redemption is not judged.",
            Collections.singletonList("No legal source: contractual"),
            Collections.singletonList("With 50% and US: the first holder of all cannot be in US, the second can."));

    private final BigDecimal percentage;
    private final List<String> jurisdictions;

    /**
     * Creates a rule.
     *
     * @param percentage the part of the number of holders, this part included
     * @param jurisdictions which are meant
     */
    public MaximumShareOfHoldersRule(BigDecimal percentage, List<String> jurisdictions) {
        this.percentage = DESCRIPTION.checked(0, percentage);
        this.jurisdictions = DESCRIPTION.checked(1, jurisdictions);
    }

    /** The part of the number of holders, this part included. */
    public BigDecimal getPercentage() {
        return percentage;
    }

    /** Which are meant. */
    public List<String> getJurisdictions() {
        return jurisdictions;
    }

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Arrays.asList(percentage, jurisdictions);
    }

    @Override
    boolean concerns(ComplianceFacts facts, NetMovement movement) {
        return !movement.getAcquirers().isEmpty();
    }

    @Override
    Finding judge(ComplianceFacts facts, NetMovement movement, RegisterFigures register) {
        BigDecimal counted = BigDecimal.valueOf(register.countHolders(
                claims -> HolderPremise.isIn(jurisdictions, claims.residence()) != Decision.FAILS));
        BigDecimal all = BigDecimal.valueOf(register.countHolders(claims -> true));
        Figure figure = new Figure("holders counted after", counted, "1");
        String limit = ParameterType.PERCENTAGE.write(percentage) + " of the holders";
        return counted.compareTo(percentage.multiply(all)) <= 0
                ? met("No more than " + limit + " reside there.", figure)
                : notMet("SHARE_TOO_LARGE", "More than " + limit + " would reside there.", figure);
    }
}
