package org.countersign.contracts.compliance;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.identity.HolderClaims;

/** There are not too many holders of certain investor categories. */
public final class MaximumHoldersWithCategoryRule extends HolderCountRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            MaximumHoldersWithCategoryRule.class,
            "maximum-holders-with-category",
            Reach.PRIVATE,
            Arrays.asList(
                    new RuleParameter(
                            "count", ParameterType.COUNT, "how many holders there may be, this many included"),
                    new RuleParameter("categories", ParameterType.CATEGORIES, "which are meant")),
            "After the movement no more persons than the count hold units who have one of the "
                    + "categories attested, or none at all. Holders are persons: who holds through two "
                    + "accounts counts once, if both keys are known to be its own. It is judged if somebody "
                    + "becomes a holder who is counted; a sale to who holds already is not, even if there are"
                    + " too many. On issue and transfer.",
            Collections.singletonList("No legal source: contractual"),
            Collections.singletonList(
                    "With 500 and RETAIL: the 501st retail holder is not admitted; a professional one is."));

    private final int count;
    private final List<String> categories;

    /**
     * Creates a rule.
     *
     * @param count how many holders there may be, this many included
     * @param categories which are meant
     */
    public MaximumHoldersWithCategoryRule(int count, List<String> categories) {
        this.count = DESCRIPTION.checked(0, count);
        this.categories = DESCRIPTION.checked(1, categories);
    }

    /** How many holders there may be, this many included. */
    public int getCount() {
        return count;
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
        return Arrays.asList(count, categories);
    }

    @Override
    int largest() {
        return count;
    }

    @Override
    boolean counts(HolderClaims claims) {
        return HolderPremise.isOneOf(categories, claims.investorCategories()) != Decision.FAILS;
    }
}
