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
import org.countersign.contracts.validation.Operation;

/** There are not too few holders of whom a claim has certain values. */
public final class MinimumHoldersWithClaimRule extends RegisterRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            MinimumHoldersWithClaimRule.class,
            "minimum-holders-with-claim",
            Reach.PRIVATE,
            Arrays.asList(
                    new RuleParameter("count", ParameterType.COUNT, "how many there must be, this many included"),
                    new RuleParameter(
                            "claim",
                            ParameterType.TEXT,
                            "the name of the claim, one of the network's or one that authorities have on record"),
                    new RuleParameter("values", ParameterType.NAMES, "the values that count")),
            "A transfer by which somebody who has one of the values attested stops to be a holder "
                    + "leaves at least as many persons who hold units and have one attested as the count. "
                    + "Other transfers, issues and redemptions are not judged.",
            Collections.singletonList("No legal source: contractual"),
            Collections.singletonList(
                    "With 3, claim \"investor_categories\" and the value QUALIFIED_INSTITUTIONAL_BUYER: one"
                            + " of three such holders can sell all it has to another such buyer who is new, and to "
                            + "nobody else."));

    private final int count;
    private final String claim;
    private final List<String> values;

    /**
     * Creates a rule.
     *
     * @param count how many there must be, this many included
     * @param claim the name of the claim, one of the network's or one that authorities have on record
     * @param values the values that count
     */
    public MinimumHoldersWithClaimRule(int count, String claim, List<String> values) {
        this.count = DESCRIPTION.checked(0, count);
        this.claim = DESCRIPTION.checked(1, claim);
        this.values = DESCRIPTION.checked(2, values);
    }

    /** How many there must be, this many included. */
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
    boolean concerns(ComplianceFacts facts, NetMovement movement) {
        return facts.getOperation() == Operation.TRANSFER
                && !movement.getDisposers().isEmpty();
    }

    @Override
    Finding judge(ComplianceFacts facts, NetMovement movement, RegisterFigures register) {
        boolean leaves = false;
        for (PublicKey disposer : movement.getDisposers()) {
            Optional<HolderClaims> claims = facts.claimsOf(disposer);
            if (!claims.isPresent()) {
                return undecided("What is attested of the holders is not known here.");
            }
            leaves |= counts(claims.get()) && register.holdingOf(disposer).signum() == 0;
        }
        if (!leaves) {
            return notApplicable("Nobody stops to be a holder whom the rule counts.");
        }
        int holders = register.countHolders(this::counts);
        Figure figure = new Figure("holders after", BigDecimal.valueOf(holders), "1");
        return holders >= count
                ? met("There remain " + count + " such holders or more.", figure)
                : notMet("TOO_FEW_HOLDERS", "There would remain less than " + count + " such holders.", figure);
    }

    private boolean counts(HolderClaims claims) {
        return claims.text(claim).filter(this::isMeant).isPresent();
    }

    private boolean isMeant(String attested) {
        return Arrays.stream(attested.split(" ")).anyMatch(values::contains);
    }
}
