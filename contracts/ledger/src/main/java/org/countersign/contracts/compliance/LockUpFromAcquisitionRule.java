package org.countersign.contracts.compliance;

import java.time.Period;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.validation.Finding;

/** Units cannot be sold until a period from their acquisition has passed. */
public final class LockUpFromAcquisitionRule extends LockUpRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            LockUpFromAcquisitionRule.class,
            "lock-up-from-acquisition",
            Reach.PUBLIC,
            Collections.singletonList(
                    new RuleParameter("period", ParameterType.PERIOD, "how long, in calendar days and months of UTC")),
            "Units are locked until the period from their acquisition has passed, counted from the "
                    + "end of the time-window of the transaction in which it happened; the time-window of the"
                    + " transfer must begin no earlier. A holder keeps at least as many locked units as it "
                    + "gave: of a holding with free and locked units the free ones can be sold. Redemptions "
                    + "and forced movements are not judged.",
            Collections.singletonList(
                    "17 CFR 230.144 (Rule 144) (d)(1): holding period of six months for securities of a "
                            + "reporting issuer, one year for others, from the acquisition from the issuer or"
                            + " from an affiliate of it. Who buys from somebody else adds the time of those before"
                            + " it; the rule begins anew with every acquisition and is stricter."
                            + " `lock-up-from-issue` lets it run on, also where an affiliate has sold"),
            Arrays.asList(
                    "With 6 months: units bought on 31 August can be sold from the last day of February at "
                            + "the same time of day.",
                    "Change of a sale keeps the date of the units it comes from; units bought later wait by"
                            + " themselves.",
                    "Two accounts of one person are two holders here: what moves between them is acquired " + "anew."));

    private final Period period;

    /**
     * Creates a rule.
     *
     * @param period how long, in calendar days and months of UTC
     */
    public LockUpFromAcquisitionRule(Period period) {
        this.period = DESCRIPTION.checked(0, period);
    }

    /** How long, in calendar days and months of UTC. */
    public Period getPeriod() {
        return period;
    }

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Collections.singletonList(period);
    }

    @Override
    boolean isLocked(Lot lot, ComplianceFacts facts) {
        return !LockedLots.hasPassed(lot.getAcquired(), period, facts.getFrom());
    }

    @Override
    public Finding evaluate(ComplianceFacts facts) {
        return evaluateTransfer(facts);
    }
}
