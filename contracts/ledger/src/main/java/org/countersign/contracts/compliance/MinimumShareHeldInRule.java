package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.identity.HolderClaims;

/** Residents of certain jurisdictions hold a large enough part together. */
public final class MinimumShareHeldInRule extends HeldShareRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            MinimumShareHeldInRule.class,
            "minimum-share-held-in",
            Reach.PRIVATE,
            Arrays.asList(
                    new RuleParameter(
                            "percentage",
                            ParameterType.PERCENTAGE,
                            "the part of the outstanding units, this part included"),
                    new RuleParameter("jurisdictions", ParameterType.JURISDICTIONS, "which are meant")),
            "A movement by which others gain in sum than those who are attested to reside in the "
                    + "jurisdictions leaves those at least the percentage of the outstanding units. If others"
                    + " do not gain, it is not judged. On issue and transfer.",
            Collections.singletonList("49 U.S.C. 40102(a)(15) asks that citizens of the United States own or control at"
                    + " least 75 percent of the voting interest of an air carrier. The rule is close to"
                    + " it and not the same: it counts who resides where, and units; for citizens"
                    + " stands `minimum-share-held-with-claim`"),
            Collections.singletonList(
                    "With 51% and the jurisdiction US: who is not in US can buy up to 49 of 100 units "
                            + "together with all others of its kind."));

    private final BigDecimal percentage;
    private final List<String> jurisdictions;

    /**
     * Creates a rule.
     *
     * @param percentage the part of the outstanding units, this part included
     * @param jurisdictions which are meant
     */
    public MinimumShareHeldInRule(BigDecimal percentage, List<String> jurisdictions) {
        this.percentage = DESCRIPTION.checked(0, percentage);
        this.jurisdictions = DESCRIPTION.checked(1, jurisdictions);
    }

    /** The part of the outstanding units, this part included. */
    public BigDecimal getPercentage() {
        return percentage;
    }

    /** Which are meant. */
    public List<String> getJurisdictions() {
        return jurisdictions;
    }

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Arrays.asList(percentage, jurisdictions);
    }

    @Override
    boolean counts(HolderClaims claims) {
        return HolderPremise.isIn(jurisdictions, claims.residence()) == Decision.HOLDS;
    }

    @Override
    BigDecimal share() {
        return percentage;
    }

    @Override
    boolean isMaximum() {
        return false;
    }
}
