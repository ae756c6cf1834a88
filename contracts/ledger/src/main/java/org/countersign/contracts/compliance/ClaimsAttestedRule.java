package org.countersign.contracts.compliance;

import java.util.Collections;
import java.util.List;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Finding;

/** Of everybody who acquires certain claims are attested. */
public final class ClaimsAttestedRule extends HolderRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            ClaimsAttestedRule.class,
            "claims-attested",
            Reach.PRIVATE,
            Collections.singletonList(new RuleParameter(
                    "claims", ParameterType.NAMES, "the names of the claims, for example lei or tax_residence")),
            "Of everybody who acquires each of the claims is attested with some value, by a"
                    + " provider that the network accepts for it or by the authority's own record;"
                    + " claims that are none of the network's own come from such records only. The"
                    + " contrary, that a claim is absent, is `not (…)` around it: a holder can withhold"
                    + " a credential, so that it is reliable only of what authorities have on record."
                    + " On issue and transfer.",
            Collections.singletonList("No legal source: contractual"),
            Collections.singletonList("With lei and legal_name: a natural person, who has no identifier, buys not."));

    private final List<String> claims;

    /**
     * Creates a rule.
     *
     * @param claims the names of the claims, for example lei or tax_residence
     */
    public ClaimsAttestedRule(List<String> claims) {
        this.claims = DESCRIPTION.checked(0, claims);
    }

    /** The names of the claims, for example lei or tax_residence. */
    public List<String> getClaims() {
        return claims;
    }

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Collections.singletonList(claims);
    }

    @Override
    boolean holds(HolderClaims claims, ComplianceFacts facts) {
        return this.claims.stream().allMatch(claim -> claims.text(claim).isPresent());
    }

    @Override
    Finding judge(HolderClaims claims, ComplianceFacts facts) {
        return holds(claims, facts)
                ? met("All of the claims " + this.claims + " are attested.")
                : notMet("CLAIM_MISSING", "Not all of the claims " + this.claims + " are attested.");
    }
}
