package org.countersign.contracts.compliance;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Finding;

/** Everybody who acquires is of one of several investor categories. */
public final class InvestorCategoryRule extends HolderRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            InvestorCategoryRule.class,
            "investor-category",
            Reach.PRIVATE,
            Collections.singletonList(new RuleParameter("categories", ParameterType.CATEGORIES, "which are meant")),
            "Of everybody who acquires one of the categories is attested. Whoever has none attested"
                    + " does not acquire, retail investors included. On issue and transfer; a redemption is "
                    + "not judged.",
            Arrays.asList(
                    "Directive 2014/65/EU (MiFID II) article 25 and annex II",
                    "Regulation (EU) 2017/1129 article 2(e): qualified investors"),
            Collections.singletonList(
                    "With PROFESSIONAL and ELIGIBLE_COUNTERPARTY: a retail investor is refused, and so is "
                            + "one of whom nothing is attested."));

    private final List<String> categories;

    /**
     * Creates a rule.
     *
     * @param categories which are meant
     */
    public InvestorCategoryRule(List<String> categories) {
        this.categories = DESCRIPTION.checked(0, categories);
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
        return Collections.singletonList(categories);
    }

    @Override
    boolean holds(HolderClaims claims, ComplianceFacts facts) {
        return claims.investorCategories().stream().anyMatch(categories::contains);
    }

    @Override
    Finding judge(HolderClaims claims, ComplianceFacts facts) {
        return holds(claims, facts)
                ? met("The acquirer is of one of the categories " + categories + ".")
                : notMet("OTHER_CATEGORY", "An acquirer is not attested to be one of " + categories + ".");
    }
}
