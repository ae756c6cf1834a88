package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.identity.HolderClaims;

/** Those of whom a claim has certain values hold a large enough part together. */
public final class MinimumShareHeldWithClaimRule extends HeldShareRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            MinimumShareHeldWithClaimRule.class,
            "minimum-share-held-with-claim",
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
            "A movement by which others gain in sum than those of whom the claim is attested with "
                    + "one of the values leaves those at least the percentage of the outstanding units. If "
                    + "others do not gain, it is not judged. On issue and transfer.",
            Collections.singletonList("49 U.S.C. 40102(a)(15): persons who are citizens of the United States own or"
                    + " control at least 75 percent of the voting interest of an air carrier. Who is"
                    + " one is a claim; the rule counts units and not votes"),
            Collections.singletonList(
                    "With 75%, claim \"investor_categories\" and the value ACCREDITED: others can buy up to"
                            + " 25 of 100 units together."));

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
    public MinimumShareHeldWithClaimRule(BigDecimal percentage, String claim, List<String> values) {
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
        return claims.text(claim).filter(this::isMeant).isPresent();
    }

    @Override
    BigDecimal share() {
        return percentage;
    }

    @Override
    boolean isMaximum() {
        return false;
    }

    private boolean isMeant(String attested) {
        return Arrays.stream(attested.split(" ")).anyMatch(values::contains);
    }
}
