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

/** Residents of certain jurisdictions hold a large enough part together. */
public final class MinimumShareHeldInRule extends RegisterRule {
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
            Collections.singletonList(
                    "49 U.S.C. 40102(a)(15): at least 75 percent of the voting interest of a US air carrier"
                            + " is held by citizens"),
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
    boolean concerns(ComplianceFacts facts, NetMovement movement) {
        return !movement.getAcquirers().isEmpty();
    }

    @Override
    Finding judge(ComplianceFacts facts, NetMovement movement, RegisterFigures register) {
        BigDecimal gain = BigDecimal.ZERO;
        for (PublicKey dealer : movement.getDealers()) {
            Optional<HolderClaims> claims = facts.claimsOf(dealer);
            if (!claims.isPresent()) {
                return undecided("What is attested of the holders is not known here.");
            }
            gain = isCounted(claims.get()) ? gain : gain.add(movement.changeOf(dealer));
        }
        if (gain.signum() <= 0) {
            return notApplicable("Others do not gain.");
        }
        BigDecimal held = register.heldBy(this::isCounted);
        Figure figure = new Figure("held after", held, "units");
        String limit = ParameterType.PERCENTAGE.write(percentage) + " of what is outstanding";
        return held.compareTo(percentage.multiply(register.getOutstanding())) >= 0
                ? met("They hold " + limit + " or more.", figure)
                : notMet("SHARE_TOO_SMALL", "They would hold less than " + limit + ".", figure);
    }

    private boolean isCounted(HolderClaims claims) {
        return HolderPremise.isIn(jurisdictions, claims.residence()) == Decision.HOLDS;
    }
}
