package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.identity.HolderClaims;

/** Those of whom a claim has certain values do not hold too large a part together. */
public final class MaximumShareHeldWithClaimRule extends HeldShareRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            MaximumShareHeldWithClaimRule.class,
            "maximum-share-held-with-claim",
            Reach.PRIVATE,
            Arrays.asList(
                    new RuleParameter(
                            "percentage",
                            ParameterType.PERCENTAGE,
                            "the part of the outstanding units, this part included"),
                    new RuleParameter(
                            "claim",
                            ParameterType.TEXT,
                            "the name of the claim, one of the network's or one that authorities have on record"),
                    new RuleParameter("values", ParameterType.NAMES, "the values that count")),
            "A movement by which those gain in sum of whom the claim is attested with one of the "
                    + "values, or not at all, leaves them no larger a part of the outstanding units than the "
                    + "percentage. If they do not gain, it is not judged, so that they can deal with each "
                    + "other and nobody is kept from leaving: redemptions of others may raise their part "
                    + "without an act of theirs. On issue and transfer.",
            Collections.singletonList("29 U.S.C. 1002(42) and 29 CFR 2510.3-101(f)(1): benefit plan investors"
                    + " participate significantly from 25 percent of the value of a class on, so that"
                    + " the part has to stay below; who is one is a claim"),
            Collections.singletonList(
                    "With 10%, claim \"affiliate\" and the value yes: affiliates, and those of whom it is "
                            + "not known, can buy up to 10 of 100 units together."));

    private final BigDecimal percentage;
    private final String claim;
    private final List<String> values;

    /**
     * Creates a rule.
     *
     * @param percentage the part of the outstanding units, this part included
     * @param claim the name of the claim, one of the network's or one that authorities have on record
     * @param values the values that count
     */
    public MaximumShareHeldWithClaimRule(BigDecimal percentage, String claim, List<String> values) {
        this.percentage = DESCRIPTION.checked(0, percentage);
        this.claim = DESCRIPTION.checked(1, claim);
        this.values = DESCRIPTION.checked(2, values);
    }

    /** The part of the outstanding units, this part included. */
    public BigDecimal getPercentage() {
        return percentage;
    }

    /** The name of the claim, one of the network's or one that authorities have on record. */
    public String getClaim() {
        return claim;
    }

    /** The values that count. */
    public List<String> getValues() {
        return values;
    }

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Arrays.asList(percentage, claim, values);
    }

    @Override
    boolean counts(HolderClaims claims) {
        return !claims.text(claim).isPresent()
                || claims.text(claim).filter(this::isMeant).isPresent();
    }

    @Override
    BigDecimal share() {
        return percentage;
    }

    @Override
    boolean isMaximum() {
        return true;
    }

    private boolean isMeant(String attested) {
        return Arrays.stream(attested.split(" ")).anyMatch(values::contains);
    }
}
