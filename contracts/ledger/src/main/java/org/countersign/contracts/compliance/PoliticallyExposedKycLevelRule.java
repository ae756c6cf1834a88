package org.countersign.contracts.compliance;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Finding;

/** Who is politically exposed acquires with deeper know-your-customer checks only. */
public final class PoliticallyExposedKycLevelRule extends HolderRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            PoliticallyExposedKycLevelRule.class,
            "politically-exposed-kyc-level",
            Reach.PRIVATE,
            Collections.singletonList(new RuleParameter("level", ParameterType.COUNT, "the lowest level that does")),
            "Everybody who acquires either is attested not to be politically exposed, or has know-"
                    + "your-customer checks of the level or a higher one attested. Of whom nothing is "
                    + "attested in this matter counts as exposed. How old the checks may be, `kyc-level` "
                    + "says. On issue and transfer.",
            Arrays.asList("Directive (EU) 2015/849 article 20: enhanced due diligence", "FATF Recommendation 12"),
            Collections.singletonList(
                    "With 3: a politically exposed buyer with level 3 is allowed, with level 2 it is not; "
                            + "others need no level by this rule."));

    private final int level;

    /**
     * Creates a rule.
     *
     * @param level the lowest level that does
     */
    public PoliticallyExposedKycLevelRule(int level) {
        this.level = DESCRIPTION.checked(0, level);
    }

    /** The lowest level that does. */
    public int getLevel() {
        return level;
    }

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Collections.singletonList(level);
    }

    @Override
    boolean holds(HolderClaims claims, ComplianceFacts facts) {
        return !claims.politicallyExposed().orElse(true) || claims.kycLevel() >= level;
    }

    @Override
    Finding judge(HolderClaims claims, ComplianceFacts facts) {
        return holds(claims, facts)
                ? met("The acquirer is not politically exposed, or checked at level " + level + " or higher.")
                : notMet(
                        "EXPOSED_BELOW_LEVEL", "A politically exposed acquirer is not checked at level " + level + ".");
    }
}
