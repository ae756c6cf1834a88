package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Figure;
import org.countersign.contracts.validation.Finding;

/** Of all holders not too large a part resides in certain jurisdictions. */
public final class MaximumShareOfHoldersRule extends RegisterRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            MaximumShareOfHoldersRule.class,
            "maximum-share-of-holders",
            Reach.PRIVATE,
            Arrays.asList(
                    new RuleParameter(
                            "percentage",
                            ParameterType.PERCENTAGE,
                            "the part of the number of holders, this part included"),
                    new RuleParameter("jurisdictions", ParameterType.JURISDICTIONS, "which are meant")),
            "An issue or transfer by which somebody becomes a holder who resides in the jurisdictions,"
                    + " or of whom no residence is attested, or by which somebody else stops to be a"
                    + " holder, leaves such persons no larger a part of all persons who hold units than"
                    + " the percentage. What they hold does not matter; `maximum-share-held-in` counts"
                    + " units. Other transfers are not judged, so that those who hold can deal with each"
                    + " other where redemptions or moves of others have raised the part; nor is a"
                    + " redemption.",
            Collections.singletonList("No legal source: contractual"),
            Arrays.asList(
                    "With 50% and US: the first holder of all cannot be in US, the second can.",
                    "Of two holders, one of them in US, the other cannot sell all it has to the one in US, nor"
                            + " to a newcomer there; a part it can sell to the one in US."));

    private final BigDecimal percentage;
    private final List<String> jurisdictions;

    /**
     * Creates a rule.
     *
     * @param percentage the part of the number of holders, this part included
     * @param jurisdictions which are meant
     */
    public MaximumShareOfHoldersRule(BigDecimal percentage, List<String> jurisdictions) {
        this.percentage = DESCRIPTION.checked(0, percentage);
        this.jurisdictions = DESCRIPTION.checked(1, jurisdictions);
    }

    /** The part of the number of holders, this part included. */
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
    boolean concerns(ComplianceFacts facts, NetMovement movement) {
        return !movement.getAcquirers().isEmpty();
    }

    @Override
    Finding judge(ComplianceFacts facts, NetMovement movement, RegisterFigures register) {
        boolean rises = false;
        for (PublicKey dealer : movement.getDealers()) {
            Optional<HolderClaims> claims = facts.claimsOf(dealer);
            if (!claims.isPresent()) {
                return undecided("What is attested of the holders is not known here.");
            }
            BigDecimal after = register.holdingOf(dealer);
            BigDecimal before = after.subtract(movement.changeOfPerson(dealer, facts));
            rises |= counts(claims.get())
                    ? before.signum() <= 0 && after.signum() > 0
                    : before.signum() > 0 && after.signum() <= 0;
        }
        if (!rises) {
            return notApplicable("Nobody becomes a holder whom the rule counts, and nobody else stops to be one.");
        }
        BigDecimal counted = BigDecimal.valueOf(register.countHolders(this::counts));
        BigDecimal all = BigDecimal.valueOf(register.countHolders(claims -> true));
        Figure figure = new Figure("holders counted after", counted, "1");
        String limit = ParameterType.PERCENTAGE.write(percentage) + " of the holders";
        return counted.compareTo(percentage.multiply(all)) <= 0
                ? met("No more than " + limit + " reside there.", figure)
                : notMet("SHARE_TOO_LARGE", "More than " + limit + " would reside there.", figure);
    }

    private boolean counts(HolderClaims claims) {
        return HolderPremise.isIn(jurisdictions, claims.residence()) != Decision.FAILS;
    }
}
