package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.time.Period;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Figure;
import org.countersign.contracts.validation.Finding;

/** The know-your-customer checks of everybody who acquires are deep and fresh enough. */
public final class KycLevelRule extends HolderRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            KycLevelRule.class,
            "kyc-level",
            Reach.PRIVATE,
            Arrays.asList(
                    new RuleParameter("level", ParameterType.COUNT, "the lowest level that does"),
                    new RuleParameter(
                            "maximum-age", ParameterType.PERIOD, "how long ago the checks may have been made")),
            "Of everybody who acquires a level of checks is attested that is the given one or"
                    + " higher, and they were made no longer ago than the maximum age at the end of the"
                    + " time-window. An attestation that has expired, or was revoked, or says no date"
                    + " or a later one, is none. Who redeems or gets change only is not judged.",
            Arrays.asList(
                    "Directive (EU) 2015/849 article 14(5): customer due diligence is applied again at "
                            + "appropriate times",
                    "FATF Recommendation 10"),
            Collections.singletonList(
                    "With level 2 and 12 months: checks of 2026-05-04T10:00Z do for a time-window that ends"
                            + " at 2027-05-04T10:00Z and not for one that ends a second later."));

    private final int level;
    private final Period maximumAge;

    /**
     * Creates a rule.
     *
     * @param level the lowest level that does
     * @param maximumAge how long ago the checks may have been made
     */
    public KycLevelRule(int level, Period maximumAge) {
        this.level = DESCRIPTION.checked(0, level);
        this.maximumAge = DESCRIPTION.checked(1, maximumAge);
    }

    /** The lowest level that does. */
    public int getLevel() {
        return level;
    }

    /** How long ago the checks may have been made. */
    public Period getMaximumAge() {
        return maximumAge;
    }

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Arrays.asList(level, maximumAge);
    }

    @Override
    boolean holds(HolderClaims claims, ComplianceFacts facts) {
        return claims.kycLevel() >= level
                && claims.kycChecked()
                        // What is dated ahead would stay fresh for longer than it may.
                        .filter(checked -> !checked.isAfter(facts.getUntil())
                                && !LockedLots.hasPassed(
                                        checked, maximumAge, facts.getUntil().minusNanos(1)))
                        .isPresent();
    }

    @Override
    Finding judge(HolderClaims claims, ComplianceFacts facts) {
        if (claims.kycLevel() < level) {
            return notMet(
                    "LEVEL_TOO_LOW",
                    "The level of know-your-customer checks is below " + level + ".",
                    new Figure("level", BigDecimal.valueOf(claims.kycLevel()), "1"));
        }
        return holds(claims, facts)
                ? met("The know-your-customer checks are of level " + level + " or higher, and fresh.")
                : notMet(
                        "CHECKS_TOO_OLD",
                        "The know-your-customer checks are older than " + ParameterValues.writePeriod(maximumAge)
                                + ", dated ahead, or without a date.");
    }
}
