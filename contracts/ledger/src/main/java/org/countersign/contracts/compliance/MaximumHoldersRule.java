package org.countersign.contracts.compliance;

import java.util.Collections;
import java.util.List;

/** There are not too many holders. */
public final class MaximumHoldersRule extends HolderCountRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            MaximumHoldersRule.class,
            "maximum-holders",
            Reach.PRIVATE,
            Collections.singletonList(new RuleParameter(
                    "count", ParameterType.COUNT, "how many holders there may be, this many included")),
            "After the movement no more persons than the count hold units. Holders are persons: who"
                    + " holds through two accounts counts once, if both keys are known to be its own. It is "
                    + "judged if somebody becomes a holder who is counted; a sale to who holds already is "
                    + "not, even if there are too many. On issue and transfer.",
            Collections.singletonList("15 U.S.C. 78l(g)(1)(A)(i) (Exchange Act section 12(g)): a class has to be"
                    + " registered that is held of record by 2,000 persons, so that 1,999 are the most."
                    + " The law counts holders of record (17 CFR 240.12g5-1), the rule the persons"
                    + " behind the keys"),
            Collections.singletonList("With 1999: the 1999th holder is admitted, the 2000th is not. If one holder sells"
                    + " all it has to a newcomer, the number stays and the sale is allowed."));

    private final int count;

    /**
     * Creates a rule.
     *
     * @param count how many holders there may be, this many included
     */
    public MaximumHoldersRule(int count) {
        this.count = DESCRIPTION.checked(0, count);
    }

    /** How many holders there may be, this many included. */
    public int getCount() {
        return count;
    }

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Collections.singletonList(count);
    }

    @Override
    int largest() {
        return count;
    }
}
