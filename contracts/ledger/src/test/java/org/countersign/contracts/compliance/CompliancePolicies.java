package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.time.Period;
import java.util.Arrays;

/** Policies for tests of what has one. */
public final class CompliancePolicies {
    /** Decided by what everybody sees: at most 250 units at once, and none within a year of acquiring them. */
    public static final CompliancePolicy SMALL_AND_LATE =
            allOf(new MaximumTransferRule(new BigDecimal("250")), new LockUpFromAcquisitionRule(Period.ofYears(1)));
    /** Decided by authorities. */
    public static final CompliancePolicy ACCREDITED = allOf(new AccreditedRule());

    private CompliancePolicies() {}

    /** All of several conditions. */
    public static CompliancePolicy allOf(ComplianceCondition... conditions) {
        return new CompliancePolicy(new AllOf(Arrays.asList(conditions)));
    }
}
