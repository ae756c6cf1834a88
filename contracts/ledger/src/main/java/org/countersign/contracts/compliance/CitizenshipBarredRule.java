package org.countersign.contracts.compliance;

import java.util.Collections;
import java.util.List;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Finding;

/** Those do not acquire who are citizens of certain jurisdictions. */
public final class CitizenshipBarredRule extends HolderRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            CitizenshipBarredRule.class,
            "citizenship-barred",
            Reach.PRIVATE,
            Collections.singletonList(
                    new RuleParameter("jurisdictions", ParameterType.JURISDICTIONS, "which are barred")),
            "The attested citizenship of everybody who acquires is in none of the jurisdictions. "
                    + "One of several citizenships is enough to be barred; of a legal person the law of "
                    + "incorporation counts. Whoever has none attested is barred. On issue and transfer; a "
                    + "redemption is not judged, so that a holder who has moved can still leave.",
            Collections.singletonList("ISO 3166-1 and ISO 3166-2"),
            Collections.singletonList("With KP and IR: a citizen of IR and FR is barred."));

    private final List<String> jurisdictions;

    /**
     * Creates a rule.
     *
     * @param jurisdictions which are barred
     */
    public CitizenshipBarredRule(List<String> jurisdictions) {
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
        return !claims.citizenships().isEmpty()
                && claims.citizenships().stream().noneMatch(place -> Jurisdictions.mayContain(jurisdictions, place));
    }

    @Override
    Finding judge(HolderClaims claims, ComplianceFacts facts) {
        if (claims.citizenships().isEmpty()) {
            return notMet("CITIZENSHIP_UNKNOWN", "An acquirer's citizenship is not attested.");
        }
        return holds(claims, facts)
                ? met("An acquirer's citizenship is not barred.")
                : notMet("CITIZENSHIP_BARRED", "An acquirer's citizenship is, or may be, one of those barred.");
    }
}
