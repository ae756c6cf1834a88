package org.countersign.contracts.compliance;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.identity.HolderClaims;

/** There are not too many holders outside certain investor categories. */
public final class MaximumHoldersWithoutCategoryRule extends HolderCountRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            MaximumHoldersWithoutCategoryRule.class,
            "maximum-holders-without-category",
            Reach.PRIVATE,
            Arrays.asList(
                    new RuleParameter(
                            "count", ParameterType.COUNT, "how many holders there may be, this many included"),
                    new RuleParameter("categories", ParameterType.CATEGORIES, "who is of one of these does not count")),
            "After the movement no more persons than the count hold units who have none of the "
                    + "categories attested. A holder whose attestation has expired counts. Holders are "
                    + "persons: who holds through two accounts counts once, if both keys are known to be its "
                    + "own. It is judged if somebody becomes a holder who is counted; a sale to who holds "
                    + "already is not, even if there are too many. On issue and transfer.",
            Arrays.asList(
                    "15 U.S.C. 78l(g)(1)(A)(ii) (Exchange Act section 12(g)): a class has to be"
                            + " registered that is held of record by 500 persons who are not accredited, so"
                            + " that 499 are the most",
                    "17 CFR 230.506(b)(2)(i): 35 purchasers who are not accredited in any 90 calendar"
                            + " days. The rule counts who holds, whenever it bought: it does not see a"
                            + " purchaser who has sold, and still counts one of longer ago"),
            Collections.singletonList(
                    "With 35 and ACCREDITED: the 36th buyer who is not accredited is refused, an accredited"
                            + " one is not counted."));

    private final int count;
    private final List<String> categories;

    /**
     * Creates a rule.
     *
     * @param count how many holders there may be, this many included
     * @param categories who is of one of these does not count
     */
    public MaximumHoldersWithoutCategoryRule(int count, List<String> categories) {
        this.count = DESCRIPTION.checked(0, count);
        this.categories = DESCRIPTION.checked(1, categories);
    }

    /** How many holders there may be, this many included. */
    public int getCount() {
        return count;
    }

    /** Who is of one of these does not count. */
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
        return claims.investorCategories().stream().noneMatch(categories::contains);
    }
}
