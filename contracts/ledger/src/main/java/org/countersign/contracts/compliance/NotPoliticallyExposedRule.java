package org.countersign.contracts.compliance;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Finding;

/** Nobody who acquires is politically exposed. */
public final class NotPoliticallyExposedRule extends HolderRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            NotPoliticallyExposedRule.class,
            "not-politically-exposed",
            Reach.PRIVATE,
            Collections.emptyList(),
            "Of everybody who acquires it is attested that it is not politically exposed. Of whom "
                    + "nothing is attested in this matter, it is not met. On issue and transfer; a redemption"
                    + " is not judged.",
            Arrays.asList("Directive (EU) 2015/849 article 3(9) and article 20", "FATF Recommendation 12"),
            Collections.singletonList(
                    "A member of a parliament cannot buy; if it could with deeper checks, `politically-"
                            + "exposed-kyc-level` is the rule."));

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
        return claims.politicallyExposed().filter(exposed -> !exposed).isPresent();
    }

    @Override
    Finding judge(HolderClaims claims, ComplianceFacts facts) {
        return holds(claims, facts)
                ? met("The acquirer is not politically exposed.")
                : notMet("POLITICALLY_EXPOSED", "An acquirer is not attested to be without political exposure.");
    }
}
