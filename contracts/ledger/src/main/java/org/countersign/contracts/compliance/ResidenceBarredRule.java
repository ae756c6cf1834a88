package org.countersign.contracts.compliance;

import java.util.Collections;
import java.util.List;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Finding;

/** Those do not acquire who are residents of certain jurisdictions. */
public final class ResidenceBarredRule extends HolderRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            ResidenceBarredRule.class,
            "residence-barred",
            Reach.PRIVATE,
            Collections.singletonList(
                    new RuleParameter("jurisdictions", ParameterType.JURISDICTIONS, "which are barred")),
            "The attested residence of everybody who acquires is in none of the jurisdictions. One "
                    + "whose residence is attested as a country may be in any of its parts. Whoever has none "
                    + "attested is barred. On issue and transfer; a redemption is not judged, so that a "
                    + "holder who has moved can still leave.",
            Collections.singletonList("ISO 3166-1 and ISO 3166-2"),
            Collections.singletonList(
                    "With US-NY: an acquirer in US-CA is not barred; one in US-NY is, and so is one in US "
                            + "without a state."));

    private final List<String> jurisdictions;

    /**
     * Creates a rule.
     *
     * @param jurisdictions which are barred
     */
    public ResidenceBarredRule(List<String> jurisdictions) {
        this.jurisdictions = DESCRIPTION.checked(0, jurisdictions);
    }

    /** Which are barred. */
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
                .filter(place -> !Jurisdictions.mayContain(jurisdictions, place))
                .isPresent();
    }

    @Override
    Finding judge(HolderClaims claims, ComplianceFacts facts) {
        if (!claims.residence().isPresent()) {
            return notMet("RESIDENCE_UNKNOWN", "An acquirer's residence is not attested.");
        }
        return holds(claims, facts)
                ? met("An acquirer's residence is not barred.")
                : notMet("RESIDENCE_BARRED", "An acquirer's residence is, or may be, one of those barred.");
    }
}
