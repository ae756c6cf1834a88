package org.countersign.contracts.compliance;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Finding;

/** A claim of everybody who acquires has one of several values. */
public final class ClaimValueRule extends HolderRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            ClaimValueRule.class,
            "claim-value",
            Reach.PRIVATE,
            Arrays.asList(
                    new RuleParameter(
                            "claim",
                            ParameterType.TEXT,
                            "the name of the claim, one of the network's or one that authorities have on record"),
                    new RuleParameter("values", ParameterType.NAMES, "the values that do")),
            "Of everybody who acquires the claim is attested, and one of the words of its value is "
                    + "one of the values. It serves claims that no other rule knows, for example a licence or"
                    + " being an affiliate of the issuer. On issue and transfer.",
            Collections.singletonList("No legal source: contractual"),
            Collections.singletonList(
                    "With claim \"affiliate\" and the value no: only those buy of whom it is attested that "
                            + "it is no affiliate."));

    private final String claim;
    private final List<String> values;

    /**
     * Creates a rule.
     *
     * @param claim the name of the claim, one of the network's or one that authorities have on record
     * @param values the values that do
     */
    public ClaimValueRule(String claim, List<String> values) {
        this.claim = DESCRIPTION.checked(0, claim);
        this.values = DESCRIPTION.checked(1, values);
    }

    /** The name of the claim, one of the network's or one that authorities have on record. */
    public String getClaim() {
        return claim;
    }

    /** The values that do. */
    public List<String> getValues() {
        return values;
    }

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Arrays.asList(claim, values);
    }

    @Override
    boolean holds(HolderClaims claims, ComplianceFacts facts) {
        return claims.text(claim).filter(this::isAccepted).isPresent();
    }

    @Override
    Finding judge(HolderClaims claims, ComplianceFacts facts) {
        return holds(claims, facts)
                ? met("The claim '" + claim + "' has one of the values " + values + ".")
                : notMet("OTHER_VALUE", "The claim '" + claim + "' is not attested with one of " + values + ".");
    }

    private boolean isAccepted(String attested) {
        return Arrays.stream(attested.split(" ")).anyMatch(values::contains);
    }
}
