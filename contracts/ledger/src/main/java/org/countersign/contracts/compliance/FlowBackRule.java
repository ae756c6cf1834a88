package org.countersign.contracts.compliance;

import java.security.PublicKey;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.Operation;

/** Units do not flow to residents of certain jurisdictions until a period from their issue has passed. */
public final class FlowBackRule extends ComplianceRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            FlowBackRule.class,
            "flow-back",
            Reach.PRIVATE,
            Arrays.asList(
                    new RuleParameter("period", ParameterType.PERIOD, "how long, in calendar days and months of UTC"),
                    new RuleParameter("jurisdictions", ParameterType.JURISDICTIONS, "where units must not flow to")),
            "Nobody gains units whose period from the issue has not passed at the beginning of the "
                    + "time-window, if it resides in one of the jurisdictions, may do so, or has no residence"
                    + " attested. Who gives units up has their dates counted with the units that it keeps, so"
                    + " that older ones can flow first. Only transfers are judged; to whom units are issued, "
                    + "`residence-barred` says.",
            Arrays.asList(
                    "17 CFR 230.903(b)(2) and (3), 17 CFR 230.904 (Regulation S): no sale to or for the "
                            + "account of a US person before the distribution compliance period ends: 40 days, six "
                            + "months or one year",
                    "17 CFR 230.902(f): the period begins when securities are first offered to others than"
                            + " distributors, or when the offering closes, whichever is later, and is one for the"
                            + " whole offering. The rule counts each unit from its own issue: units issued before"
                            + " the closing come free too early, and those of a later part are barred on. Where"
                            + " units are not all issued at the closing, bar until a date",
                    "17 CFR 230.902(k): US person; 902(l): the United States with its territories, so that "
                            + "AS GU MP PR UM US VI are to be listed"),
            Arrays.asList(
                    "With 40 days and US: units issued on 1 March can be sold to anybody abroad at once, "
                            + "and to a US resident from 10 April on.",
                    "Units are issued from 1 to 31 March, when the offering closes: on transfer,"
                            + " `when (acquirer-residence (jurisdictions: US)) then (not-before (date:"
                            + " 2027-05-10, zone: America/New_York))` keeps all of them from US"
                            + " residents, and from whoever has no residence attested, until 10 May, 40 days"
                            + " after the closing."));

    private final Period period;
    private final List<String> jurisdictions;

    /**
     * Creates a rule.
     *
     * @param period how long, in calendar days and months of UTC
     * @param jurisdictions where units must not flow to
     */
    public FlowBackRule(Period period, List<String> jurisdictions) {
        this.period = DESCRIPTION.checked(0, period);
        this.jurisdictions = DESCRIPTION.checked(1, jurisdictions);
    }

    /** How long, in calendar days and months of UTC. */
    public Period getPeriod() {
        return period;
    }

    /** Where units must not flow to. */
    public List<String> getJurisdictions() {
        return jurisdictions;
    }

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Arrays.asList(period, jurisdictions);
    }

    @Override
    public Finding evaluate(ComplianceFacts facts) {
        if (facts.getOperation() != Operation.TRANSFER) {
            return notApplicable("Only transfers are judged.");
        }
        LockedLots locked = new LockedLots(lot -> !LockedLots.hasPassed(lot.getIssued(), period, facts.getFrom()));
        List<Finding> findings = new ArrayList<>();
        for (PublicKey acquirer : facts.getMovement().getAcquirers()) {
            if (locked.change(facts, acquirer).signum() > 0) {
                findings.add(facts.claimsOf(acquirer)
                        .map(this::judge)
                        .orElseGet(() -> undecided("What is attested of the holders is not known here.")));
            }
        }
        return worstOf(findings, notApplicable("Nobody gains units whose period has not passed."));
    }

    private Finding judge(HolderClaims claims) {
        return HolderPremise.isIn(jurisdictions, claims.residence()) == Decision.FAILS
                ? met("Nobody gains young units who resides in " + jurisdictions + ".")
                : notMet(
                        "FLOW_BACK",
                        "Somebody would gain young units who resides, or may reside, in " + jurisdictions + ".");
    }
}
