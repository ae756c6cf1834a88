package org.countersign.contracts.compliance;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.identity.InvestorCategory;
import org.countersign.contracts.validation.Finding;

/** Everybody who acquires is an accredited investor. */
public final class AccreditedRule extends HolderRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            AccreditedRule.class,
            "accredited",
            Reach.PRIVATE,
            Collections.emptyList(),
            "Of everybody who acquires it is attested that it is an accredited investor. A "
                    + "qualified institutional buyer who is not attested to be accredited too is not enough. "
                    + "An attestation that has expired is none; who lapses keeps what it holds and can sell "
                    + "it. On issue and transfer; a redemption is not judged.",
            Arrays.asList("17 CFR 230.501(a)", "17 CFR 230.506(c)(2)(ii): the issuer takes reasonable steps to verify"),
            Collections.singletonList(
                    "A buyer whose accreditation has expired yesterday cannot buy today; the seller need "
                            + "not be accredited."));

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Collections.emptyList();
    }

    @Override
    boolean holds(HolderClaims claims, ComplianceFacts facts) {
        return claims.investorCategories().contains(InvestorCategory.ACCREDITED.name());
    }

    @Override
    Finding judge(HolderClaims claims, ComplianceFacts facts) {
        return holds(claims, facts)
                ? met("The acquirer is an accredited investor.")
                : notMet("NOT_ACCREDITED", "An acquirer is not attested to be an accredited investor.");
    }
}
