package org.countersign.contracts.compliance;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.identity.HolderClaims;

/** There are not too many holders of whom a claim has certain values. */
public final class MaximumHoldersWithClaimRule extends HolderCountRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            MaximumHoldersWithClaimRule.class,
            "maximum-holders-with-claim",
            Reach.PRIVATE,
            Arrays.asList(
                    new RuleParameter(
                            "count", ParameterType.COUNT, "how many holders there may be, this many included"),
                    new RuleParameter(
                            "claim",
                            ParameterType.TEXT,
                            "the name of the claim, one of the network's or one that authorities have on record"),
                    new RuleParameter("values", ParameterType.NAMES, "the values that count")),
            "After the movement no more persons than the count hold units of whom the claim is "
                    + "attested with one of the values, or not at all. Holders are persons: who holds through"
                    + " two accounts counts once, if both keys are known to be its own. It is judged if "
                    + "somebody becomes a holder who is counted; a sale to who holds already is not, even if "
                    + "there are too many. On issue and transfer.",
            Collections.singletonList("No legal source: contractual"),
            Collections.singletonList(
                    "With 10, claim \"affiliate\" and the value yes: the 11th affiliate is not admitted."));

    private final int count;
    private final String claim;
    private final List<String> values;

    /**
     * Creates a rule.
     *
     * @param count how many holders there may be, this many included
     * @param claim the name of the claim, one of the network's or one that authorities have on record
     * @param values the values that count
     */
    public MaximumHoldersWithClaimRule(int count, String claim, List<String> values) {
        this.count = DESCRIPTION.checked(0, count);
        this.claim = DESCRIPTION.checked(1, claim);
        this.values = DESCRIPTION.checked(2, values);
    }

    /** How many holders there may be, this many included. */
    public int getCount() {
        return count;
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
        return Arrays.asList(count, claim, values);
    }

    @Override
    int largest() {
        return count;
    }

    @Override
    boolean counts(HolderClaims claims) {
        return !claims.text(claim).isPresent()
                || claims.text(claim).filter(this::isMeant).isPresent();
    }

    private boolean isMeant(String attested) {
        return Arrays.stream(attested.split(" ")).anyMatch(values::contains);
    }
}
