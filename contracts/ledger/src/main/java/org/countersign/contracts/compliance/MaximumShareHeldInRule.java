package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.identity.HolderClaims;

/** Residents of certain jurisdictions do not hold too large a part together. */
public final class MaximumShareHeldInRule extends HeldShareRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            MaximumShareHeldInRule.class,
            "maximum-share-held-in",
            Reach.PRIVATE,
            Arrays.asList(
                    new RuleParameter(
                            "percentage",
                            ParameterType.PERCENTAGE,
                            "the part of the outstanding units, this part included"),
                    new RuleParameter("jurisdictions", ParameterType.JURISDICTIONS, "which are meant")),
            "A movement by which those gain in sum who reside in the jurisdictions, or of whom no "
                    + "residence is attested, leaves them no larger a part of the outstanding units than the "
                    + "percentage. If they do not gain, it is not judged, so that they can deal with each "
                    + "other and nobody is kept from leaving: redemptions of others may raise their part "
                    + "without an act of theirs. On issue and transfer.",
            Collections.singletonList("47 U.S.C. 310(b)(3) and (4): aliens own or vote no more than 20 percent of a"
                    + " licensee's stock, or 25 percent of its parent's. The statute means citizens and"
                    + " companies of other countries; the rule counts who resides where"),
            Collections.singletonList(
                    "With 49% and the jurisdiction DE: residents of DE can buy up to 49 of 100 units " + "together."));

    private final BigDecimal percentage;
    private final List<String> jurisdictions;

    /**
     * Creates a rule.
     *
     * @param percentage the part of the outstanding units, this part included
     * @param jurisdictions which are meant
     */
    public MaximumShareHeldInRule(BigDecimal percentage, List<String> jurisdictions) {
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
        return HolderPremise.isIn(jurisdictions, claims.residence()) != Decision.FAILS;
    }

    @Override
    BigDecimal share() {
        return percentage;
    }

    @Override
    boolean isMaximum() {
        return true;
    }
}
