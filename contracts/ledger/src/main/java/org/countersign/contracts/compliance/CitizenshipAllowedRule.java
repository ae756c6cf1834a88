package org.countersign.contracts.compliance;

import java.util.Collections;
import java.util.List;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Finding;

/** Only those acquire who are citizens of certain jurisdictions. */
public final class CitizenshipAllowedRule extends HolderRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            CitizenshipAllowedRule.class,
            "citizenship-allowed",
            Reach.PRIVATE,
            Collections.singletonList(
                    new RuleParameter("jurisdictions", ParameterType.JURISDICTIONS, "which are allowed")),
            "The attested citizenship of everybody who acquires is in one of the jurisdictions. Of "
                    + "several citizenships one is enough; of a legal person the law of incorporation counts."
                    + " What is not attested is not allowed. On issue and transfer; a redemption is not "
                    + "judged.",
            Collections.singletonList("ISO 3166-1 and ISO 3166-2"),
            Collections.singletonList(
                    "With DE and FR: a citizen of FR and US is allowed; to bar the second citizenship, "
                            + "`citizenship-barred` stands beside it."));

    private final List<String> jurisdictions;

    /**
     * Creates a rule.
     *
     * @param jurisdictions which are allowed
     */
    public CitizenshipAllowedRule(List<String> jurisdictions) {
        this.jurisdictions = DESCRIPTION.checked(0, jurisdictions);
    }

    /** Which are allowed. */
    public List<String> getJurisdictions() {
        return jurisdictions;
    }

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Collections.singletonList(jurisdictions);
    }

    @Override
    boolean holds(HolderClaims claims, ComplianceFacts facts) {
        return claims.citizenships().stream().anyMatch(place -> Jurisdictions.contain(jurisdictions, place));
    }

    @Override
    Finding judge(HolderClaims claims, ComplianceFacts facts) {
        return holds(claims, facts)
                ? met("An acquirer's citizenship is allowed.")
                : notMet(
                        "CITIZENSHIP_NOT_ALLOWED",
                        "An acquirer's citizenship is not attested to be one of those allowed.");
    }
}
