package org.countersign.contracts.compliance;

import java.time.Period;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.validation.Finding;

/** Units cannot be sold until a period from their issue has passed. */
public final class LockUpFromIssueRule extends LockUpRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            LockUpFromIssueRule.class,
            "lock-up-from-issue",
            Reach.PUBLIC,
            Collections.singletonList(
                    new RuleParameter("period", ParameterType.PERIOD, "how long, in calendar days and months of UTC")),
            "Units are locked until the period from their issue has passed, counted from the end of"
                    + " the time-window of the transaction in which it happened; the time-window of the "
                    + "transfer must begin no earlier. A holder keeps at least as many locked units as it "
                    + "gave: of a holding with free and locked units the free ones can be sold. Redemptions "
                    + "and forced movements are not judged.",
            Arrays.asList(
                    "17 CFR 230.903(b)(2) (Regulation S, category 2: equity of reporting foreign"
                            + " issuers, debt of reporting issuers and of foreign ones): a distribution"
                            + " compliance period of 40 days",
                    "17 CFR 230.903(b)(3) (category 3: all others): 40 days for debt; for equity one"
                            + " year, or six months if the issuer reports; by 902(f) it begins no earlier than"
                            + " the offering closes, for all units alike",
                    "17 CFR 230.144(d)(1) (Rule 144): six months for securities of a reporting issuer, one"
                            + " year for others, from the acquisition from the issuer or from an affiliate of it:"
                            + " from the issue, as long as no affiliate has sold the units since"),
            Arrays.asList(
                    "With 40 days: units issued in a time-window that ended on 1 March at 12:00 UTC can be "
                            + "sold in one that begins on 10 April at 12:00 UTC, and not in one that begins a second "
                            + "before.",
                    "A buyer within the trade has no period of its own: it counts from the issue, whoever "
                            + "held the units since."));

    private final Period period;

    /**
     * Creates a rule.
     *
     * @param period how long, in calendar days and months of UTC
     */
    public LockUpFromIssueRule(Period period) {
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
        return !LockedLots.hasPassed(lot.getIssued(), period, facts.getFrom());
    }

    @Override
    public Finding evaluate(ComplianceFacts facts) {
        return evaluateTransfer(facts);
    }
}
