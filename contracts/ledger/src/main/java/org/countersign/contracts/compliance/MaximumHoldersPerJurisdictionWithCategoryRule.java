package org.countersign.contracts.compliance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.countersign.contracts.identity.HolderClaims;

/** There are not too many holders of certain investor categories in any one of several jurisdictions. */
public final class MaximumHoldersPerJurisdictionWithCategoryRule extends HolderCountRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            MaximumHoldersPerJurisdictionWithCategoryRule.class,
            "maximum-holders-per-jurisdiction-with-category",
            Reach.PRIVATE,
            Arrays.asList(
                    new RuleParameter(
                            "count", ParameterType.COUNT, "how many holders there may be, this many included"),
                    new RuleParameter("jurisdictions", ParameterType.JURISDICTIONS, "which are meant"),
                    new RuleParameter("categories", ParameterType.CATEGORIES, "which are meant")),
            "As `maximum-holders-per-jurisdiction`, but only those count who have one of the "
                    + "categories attested, or none at all. Holders are persons: who holds through two "
                    + "accounts counts once, if both keys are known to be its own. It is judged if somebody "
                    + "becomes a holder who is counted; a sale to who holds already is not, even if there are"
                    + " too many. On issue and transfer.",
            Collections.singletonList("No legal source: contractual"),
            Collections.singletonList(
                    "With 100, US and ACCREDITED: the 101st accredited holder in US is not admitted."));

    private final int count;
    private final List<String> jurisdictions;
    private final List<String> categories;

    /**
     * Creates a rule.
     *
     * @param count how many holders there may be, this many included
     * @param jurisdictions which are meant
     * @param categories which are meant
     */
    public MaximumHoldersPerJurisdictionWithCategoryRule(
            int count, List<String> jurisdictions, List<String> categories) {
        this.count = DESCRIPTION.checked(0, count);
        this.jurisdictions = DESCRIPTION.checked(1, jurisdictions);
        this.categories = DESCRIPTION.checked(2, categories);
    }

    /** How many holders there may be, this many included. */
    public int getCount() {
        return count;
    }

    /** Which are meant. */
    public List<String> getJurisdictions() {
        return jurisdictions;
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
        return Arrays.asList(count, jurisdictions, categories);
    }

    @Override
    int largest() {
        return count;
    }

    @Override
    List<Predicate<HolderClaims>> kinds() {
        List<Predicate<HolderClaims>> kinds = new ArrayList<>();
        for (String jurisdiction : jurisdictions) {
            List<String> only = Collections.singletonList(jurisdiction);
            kinds.add(claims -> HolderPremise.isIn(only, claims.residence()) != Decision.FAILS
                    && HolderPremise.isOneOf(categories, claims.investorCategories()) != Decision.FAILS);
        }
        return kinds;
    }
}
