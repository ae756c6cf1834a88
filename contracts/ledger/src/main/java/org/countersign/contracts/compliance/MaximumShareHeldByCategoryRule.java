package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.identity.HolderClaims;

/** Investors of certain categories do not hold too large a part together. */
public final class MaximumShareHeldByCategoryRule extends HeldShareRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            MaximumShareHeldByCategoryRule.class,
            "maximum-share-held-by-category",
            Reach.PRIVATE,
            Arrays.asList(
                    new RuleParameter(
                            "percentage",
                            ParameterType.PERCENTAGE,
                            "the part of the outstanding units, this part included"),
                    new RuleParameter("categories", ParameterType.CATEGORIES, "which are meant")),
            "A movement by which those gain in sum who have one of the categories, or none at all, "
                    + "attested leaves them no larger a part of the outstanding units than the percentage. If"
                    + " they do not gain, it is not judged, so that they can deal with each other and nobody "
                    + "is kept from leaving: redemptions of others may raise their part without an act of "
                    + "theirs. On issue and transfer.",
            Collections.singletonList("No legal source: contractual"),
            Collections.singletonList("With 25% and RETAIL: retail investors can buy up to 25 of 100 units together."));

    private final BigDecimal percentage;
    private final List<String> categories;

    /**
     * Creates a rule.
     *
     * @param percentage the part of the outstanding units, this part included
     * @param categories which are meant
     */
    public MaximumShareHeldByCategoryRule(BigDecimal percentage, List<String> categories) {
        this.percentage = DESCRIPTION.checked(0, percentage);
        this.categories = DESCRIPTION.checked(1, categories);
    }

    /** The part of the outstanding units, this part included. */
    public BigDecimal getPercentage() {
        return percentage;
    }

    /** Which are meant. */
    public List<String> getCategories() {
        return categories;
    }

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Arrays.asList(percentage, categories);
    }

    @Override
    boolean counts(HolderClaims claims) {
        return HolderPremise.isOneOf(categories, claims.investorCategories()) != Decision.FAILS;
    }

    @Override
    BigDecimal share() {
        return percentage;
    }

    @Override
    boolean isMaximum() {
        return true;
    }
}
