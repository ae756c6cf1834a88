package org.countersign.contracts.compliance;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Finding;

/** Everybody who acquires is in one of several withholding categories. */
public final class WithholdingCategoryRule extends HolderRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            WithholdingCategoryRule.class,
            "withholding-category",
            Reach.PRIVATE,
            Collections.singletonList(new RuleParameter(
                    "categories",
                    ParameterType.NAMES,
                    "the categories, as the paying agent names them, for example treaty-15 or exempt")),
            "Of everybody who acquires one of the categories is attested, so that whoever pays "
                    + "knows at what rate tax is withheld and under which treaty. On issue and transfer.",
            Arrays.asList(
                    "26 CFR 1.1441-1: documentation of the beneficial owner",
                    "OECD Model Tax Convention articles 10 and 11"),
            Collections.singletonList("With treaty-15 and exempt: a buyer of whom neither is attested cannot buy."));

    private final List<String> categories;

    /**
     * Creates a rule.
     *
     * @param categories the categories, as the paying agent names them, for example treaty-15 or exempt
     */
    public WithholdingCategoryRule(List<String> categories) {
        this.categories = DESCRIPTION.checked(0, categories);
    }

    /** The categories, as the paying agent names them, for example treaty-15 or exempt. */
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
        return claims.text(HolderClaims.WITHHOLDING_CATEGORY)
                .filter(categories::contains)
                .isPresent();
    }

    @Override
    Finding judge(HolderClaims claims, ComplianceFacts facts) {
        return holds(claims, facts)
                ? met("The acquirer's withholding category is one of " + categories + ".")
                : notMet(
                        "CATEGORY_UNKNOWN",
                        "An acquirer's withholding category is not attested to be one of " + categories + ".");
    }
}
