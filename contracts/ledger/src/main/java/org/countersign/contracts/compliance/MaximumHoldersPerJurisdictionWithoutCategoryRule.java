package org.countersign.contracts.compliance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.countersign.contracts.identity.HolderClaims;

/** There are not too many holders outside certain investor categories in any one of several jurisdictions. */
public final class MaximumHoldersPerJurisdictionWithoutCategoryRule extends HolderCountRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            MaximumHoldersPerJurisdictionWithoutCategoryRule.class,
            "maximum-holders-per-jurisdiction-without-category",
            Reach.PRIVATE,
            Arrays.asList(
                    new RuleParameter(
                            "count", ParameterType.COUNT, "how many holders there may be, this many included"),
                    new RuleParameter("jurisdictions", ParameterType.JURISDICTIONS, "which are meant"),
                    new RuleParameter("categories", ParameterType.CATEGORIES, "who is of one of these does not count")),
            "As `maximum-holders-per-jurisdiction`, but who has one of the categories attested does"
                    + " not count. Holders are persons: who holds through two accounts counts once, if both "
                    + "keys are known to be its own. It is judged if somebody becomes a holder who is "
                    + "counted; a sale to who holds already is not, even if there are too many. On issue and "
                    + "transfer.",
            Collections.singletonList("Regulation (EU) 2017/1129 article 1(4)(a) and (b): qualified investors do not"
                    + " count towards the 150 persons per Member State. The law counts those to whom is"
                    + " offered; the rule counts who holds, and the offers are the issuer's to count"),
            Collections.singletonList("With 149, DE and PROFESSIONAL ELIGIBLE_COUNTERPARTY: any number of professional "
                    + "investors in DE, and 149 others."));

    private final int count;
    private final List<String> jurisdictions;
    private final List<String> categories;

    /**
     * Creates a rule.
     *
     * @param count how many holders there may be, this many included
     * @param jurisdictions which are meant
     * @param categories who is of one of these does not count
     */
    public MaximumHoldersPerJurisdictionWithoutCategoryRule(
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
                    && claims.investorCategories().stream().noneMatch(categories::contains));
        }
        return kinds;
    }
}
