package org.countersign.contracts.compliance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.countersign.contracts.identity.HolderClaims;

/** There are not too many holders in any one of several jurisdictions. */
public final class MaximumHoldersPerJurisdictionRule extends HolderCountRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            MaximumHoldersPerJurisdictionRule.class,
            "maximum-holders-per-jurisdiction",
            Reach.PRIVATE,
            Arrays.asList(
                    new RuleParameter(
                            "count", ParameterType.COUNT, "how many holders there may be, this many included"),
                    new RuleParameter("jurisdictions", ParameterType.JURISDICTIONS, "which are meant")),
            "After the movement, in each of the jurisdictions by itself, no more persons than the "
                    + "count reside who hold units. Of whom no residence is attested counts in each; of whom "
                    + "a country is attested, in each of its parts. Holders are persons: who holds through "
                    + "two accounts counts once, if both keys are known to be its own. It is judged if "
                    + "somebody becomes a holder who is counted; a sale to who holds already is not, even if "
                    + "there are too many. On issue and transfer.",
            Arrays.asList(
                    "Regulation (EU) 2017/1129 article 1(4)(b): an offer to fewer than 150 persons"
                            + " per Member State, other than qualified investors, so that 149 is the most. The"
                            + " law counts those to whom is offered; the rule counts who holds, and the offers"
                            + " are the issuer's to count",
                    "ISO 3166-1 and ISO 3166-2"),
            Collections.singletonList(
                    "With 149 and DE FR: 149 holders in DE and 149 in FR are allowed together; the 150th in"
                            + " DE is not."));

    private final int count;
    private final List<String> jurisdictions;

    /**
     * Creates a rule.
     *
     * @param count how many holders there may be, this many included
     * @param jurisdictions which are meant
     */
    public MaximumHoldersPerJurisdictionRule(int count, List<String> jurisdictions) {
        this.count = DESCRIPTION.checked(0, count);
        this.jurisdictions = DESCRIPTION.checked(1, jurisdictions);
    }

    /** How many holders there may be, this many included. */
    public int getCount() {
        return count;
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
        return Arrays.asList(count, jurisdictions);
    }

    @Override
    int largest() {
        return count;
    }

    @Override
    List<Predicate<HolderClaims>> kinds() {
        List<Predicate<HolderClaims>> kinds = new ArrayList<>();
        for (String jurisdiction : jurisdictions) {
            List<String> only = Collections.singletonList(jurisdiction);
            kinds.add(claims -> HolderPremise.isIn(only, claims.residence()) != Decision.FAILS);
        }
        return kinds;
    }
}
