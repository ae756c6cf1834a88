package org.countersign.contracts.compliance;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.identity.HolderClaims;

/** Somebody who acquires is of an investor category; most often the premise of a When. */
public final class AcquirerCategoryRule extends HolderPremise {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            AcquirerCategoryRule.class,
            "acquirer-category",
            Reach.PRIVATE,
            Collections.singletonList(new RuleParameter("categories", ParameterType.CATEGORIES, "which are meant")),
            "At least one of those who acquire has one of the categories attested. It is decided "
                    + "for every transaction where the claims are known, so that it can be a premise; a "
                    + "redemption has no acquirer and does not meet it. Of whom no category at all is "
                    + "attested, it is undecided: `when (acquirer-category (…)) then x` demands x of such a "
                    + "holder, and `when (not (acquirer-category (…))) then x` does too.",
            Arrays.asList("Directive 2014/65/EU (MiFID II) article 4(1)(10) and (11), annex II", "17 CFR 230.501(a)"),
            Collections.singletonList(
                    "`when (acquirer-category (categories: RETAIL)) then (maximum-transfer (quantity: "
                            + "1000))` bounds what retail investors buy at once."));

    private final List<String> categories;

    /**
     * Creates a rule.
     *
     * @param categories which are meant
     */
    public AcquirerCategoryRule(List<String> categories) {
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
    Decision recognises(HolderClaims claims) {
        return isOneOf(categories, claims.investorCategories());
    }

    @Override
    List<PublicKey> asked(NetMovement movement) {
        return movement.getAcquirers();
    }
}
