package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.PublicKey;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.Operation;

/** What is issued becomes free in steps. */
public final class VestingRule extends LockUpRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            VestingRule.class,
            "vesting",
            Reach.PUBLIC,
            Arrays.asList(
                    new RuleParameter("tranches", ParameterType.COUNT, "in how many equal parts, 1 to 120"),
                    new RuleParameter(
                            "step", ParameterType.PERIOD, "the time from one part to the next, and to the first"),
                    new RuleParameter(
                            "cliff",
                            ParameterType.PERIOD,
                            "how long nothing becomes free; the parts until then become free together")),
            "An issue gives each acquirer its units in lots that are dated for the day on which "
                    + "they become free, instead of the day of issue: the first after one step, the second "
                    + "after two and so on, none before the cliff, in calendar days and months of UTC from "
                    + "the end of the time-window. The parts are equal, rounded down to the decimals of the "
                    + "security; what rounding leaves is in the last one. Units of a lot whose date has not "
                    + "come cannot be given away in a transfer, whoever holds them; a redemption or an order "
                    + "can take them. Lots keep their dates when they are split, so that selling free units "
                    + "frees no others.",
            Collections.singletonList("No legal source: contractual"),
            Arrays.asList(
                    "With 48 tranches, a step of 1 month and a cliff of 12 months: of 4,800 units issued on"
                            + " 1 March, 1,200 become free on 1 March of the next year, 100 on every first of a month"
                            + " from then on.",
                    "With 4 tranches of 12 months and a cliff of 12 months: of 102 units 25 become free in "
                            + "each of three years, and 27 in the fourth."));

    private static final int MOST_TRANCHES = 120;

    private final int tranches;
    private final Period step;
    private final Period cliff;

    /**
     * Creates a rule.
     *
     * @param tranches in how many equal parts, 1 to 120
     * @param step the time from one part to the next, and to the first
     * @param cliff how long nothing becomes free; the parts until then become free together
     */
    public VestingRule(int tranches, Period step, Period cliff) {
        this.tranches = DESCRIPTION.checked(0, tranches);
        this.step = DESCRIPTION.checked(1, step);
        this.cliff = DESCRIPTION.checked(2, cliff);
        if (this.tranches < 1 || this.tranches > MOST_TRANCHES) {
            throw new IllegalArgumentException(
                    "'tranches' of vesting: there are 1 to " + MOST_TRANCHES + "; these are " + tranches + ".");
        }
    }

    /** In how many equal parts, 1 to 120. */
    public int getTranches() {
        return tranches;
    }

    /** The time from one part to the next, and to the first. */
    public Period getStep() {
        return step;
    }

    /** How long nothing becomes free; the parts until then become free together. */
    public Period getCliff() {
        return cliff;
    }

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Arrays.asList(tranches, step, cliff);
    }

    /**
     * The vesting rule of a policy.
     *
     * @param policy the policy of a security
     * @return the first in its text, or nothing if there is none
     */
    public static Optional<VestingRule> in(CompliancePolicy policy) {
        return policy.getCondition() == null ? Optional.empty() : Optional.ofNullable(in(policy.getCondition()));
    }

    private static VestingRule in(ComplianceCondition condition) {
        if (condition instanceof VestingRule) {
            return (VestingRule) condition;
        }
        return condition.getParts().stream()
                .map(VestingRule::in)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * The lots that an acquirer must get when units are issued.
     *
     * @param quantity how many units it gets in all
     * @param fractionDigits the decimals of the security
     * @param issued the end of the time-window of the issue
     * @return quantities by the date of issue that their lots must have; none of zero
     */
    public SortedMap<Instant, BigDecimal> lots(BigDecimal quantity, int fractionDigits, Instant issued) {
        BigDecimal part = quantity.divide(BigDecimal.valueOf(tranches), fractionDigits, RoundingMode.DOWN);
        Instant earliest = LockedLots.end(issued, cliff);
        SortedMap<Instant, BigDecimal> lots = new TreeMap<>();
        for (int number = 1; number <= tranches; number++) {
            Instant due = LockedLots.end(issued, step.multipliedBy(number));
            BigDecimal size =
                    number < tranches ? part : quantity.subtract(part.multiply(BigDecimal.valueOf(tranches - 1L)));
            if (size.signum() > 0) {
                lots.merge(due.isBefore(earliest) ? earliest : due, size, BigDecimal::add);
            }
        }
        return lots;
    }

    @Override
    boolean isLocked(Lot lot, ComplianceFacts facts) {
        return facts.getFrom().isBefore(lot.getIssued());
    }

    @Override
    public Finding evaluate(ComplianceFacts facts) {
        if (facts.getOperation() != Operation.ISSUE) {
            return evaluateTransfer(facts);
        }
        List<Finding> findings = new ArrayList<>();
        NetMovement movement = facts.getMovement();
        for (PublicKey acquirer : movement.getAcquirers()) {
            SortedMap<Instant, BigDecimal> dated = new TreeMap<>();
            for (Lot lot : facts.getReceived()) {
                if (lot.getHolder().equals(acquirer)) {
                    dated.merge(lot.getIssued(), lot.getQuantity(), BigDecimal::add);
                }
            }
            SortedMap<Instant, BigDecimal> due =
                    lots(movement.changeOf(acquirer), facts.getTerms().getFractionDigits(), facts.getUntil());
            findings.add(
                    areEqual(due, dated)
                            ? met("The lots are dated for the days on which they become free.")
                            : notMet(
                                    "LOTS_NOT_DATED",
                                    "The lots must be dated for the days on which they become free: " + due + "."));
        }
        return worstOf(findings, notApplicable("Nobody acquires."));
    }

    // Numbers of different scale are not equal for a map.
    private static boolean areEqual(SortedMap<Instant, BigDecimal> left, SortedMap<Instant, BigDecimal> right) {
        return left.keySet().equals(right.keySet())
                && left.keySet().stream().allMatch(date -> left.get(date).compareTo(right.get(date)) == 0);
    }
}
