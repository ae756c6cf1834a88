package org.countersign.contracts.compliance;

import java.util.Collections;
import java.util.List;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Finding;

/** Only those acquire who are residents of certain jurisdictions. */
public final class ResidenceAllowedRule extends HolderRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            ResidenceAllowedRule.class,
            "residence-allowed",
            Reach.PRIVATE,
            Collections.singletonList(
                    new RuleParameter("jurisdictions", ParameterType.JURISDICTIONS, "which are allowed")),
            "The attested residence of everybody who acquires is in one of the jurisdictions. One "
                    + "whose residence is attested as a country is not known to be in one of its parts. What "
                    + "is not attested is not allowed. On issue and transfer; a redemption is not judged.",
            Collections.singletonList("ISO 3166-1 and ISO 3166-2"),
            Collections.singletonList(
                    "With CH and US-NY: an acquirer in CH-ZH or US-NY is allowed, one in US or US-CA is " + "not."));

    private final List<String> jurisdictions;

    /**
     * Creates a rule.
     *
     * @param jurisdictions which are allowed
     */
    public ResidenceAllowedRule(List<String> jurisdictions) {
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
        return claims.residence()
                .filter(place -> Jurisdictions.contain(jurisdictions, place))
                .isPresent();
    }

    @Override
    Finding judge(HolderClaims claims, ComplianceFacts facts) {
        return holds(claims, facts)
                ? met("An acquirer's residence is allowed.")
                : notMet(
                        "RESIDENCE_NOT_ALLOWED", "An acquirer's residence is not attested to be one of those allowed.");
    }
}
