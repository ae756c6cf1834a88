package org.countersign.contracts.compliance;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The rules that there are. The security language takes its words from here, and {@code docs/reference/rules.md} tells
 * what is said here.
 */
public final class RuleCatalogue {
    private static final List<RuleDescription> RULES = Collections.unmodifiableList(Arrays.asList(
            OperationRule.DESCRIPTION,
            QuantityAtLeastRule.DESCRIPTION,
            AcquirerCategoryRule.DESCRIPTION,
            DisposerCategoryRule.DESCRIPTION,
            AcquirerResidenceRule.DESCRIPTION,
            DisposerResidenceRule.DESCRIPTION,
            KycLevelRule.DESCRIPTION,
            DisposerKycLevelRule.DESCRIPTION,
            AccreditedRule.DESCRIPTION,
            InvestorCategoryRule.DESCRIPTION,
            MinimumAgeRule.DESCRIPTION,
            ResidenceAllowedRule.DESCRIPTION,
            ResidenceBarredRule.DESCRIPTION,
            CitizenshipAllowedRule.DESCRIPTION,
            CitizenshipBarredRule.DESCRIPTION,
            SanctionsClearRule.DESCRIPTION,
            NotPoliticallyExposedRule.DESCRIPTION,
            PoliticallyExposedKycLevelRule.DESCRIPTION,
            AllowedKeysRule.DESCRIPTION,
            DeniedKeysRule.DESCRIPTION,
            AllowedPersonsRule.DESCRIPTION,
            DeniedPersonsRule.DESCRIPTION,
            ClaimsAttestedRule.DESCRIPTION,
            DisposerClaimsAttestedRule.DESCRIPTION,
            ClaimValueRule.DESCRIPTION,
            DisposerClaimValueRule.DESCRIPTION,
            TaxResidenceKnownRule.DESCRIPTION,
            WithholdingCategoryRule.DESCRIPTION,
            TravelRuleDataRule.DESCRIPTION,
            MinimumTransferRule.DESCRIPTION,
            MaximumTransferRule.DESCRIPTION,
            MaximumTransferShareRule.DESCRIPTION,
            LotSizeRule.DESCRIPTION,
            MaximumHoldersRule.DESCRIPTION,
            MaximumHoldersPerJurisdictionRule.DESCRIPTION,
            MaximumHoldersPerJurisdictionWithoutCategoryRule.DESCRIPTION,
            MaximumHoldersPerJurisdictionWithCategoryRule.DESCRIPTION,
            MaximumHoldersWithCategoryRule.DESCRIPTION,
            MaximumHoldersWithoutCategoryRule.DESCRIPTION,
            MaximumHoldersWithClaimRule.DESCRIPTION,
            MinimumHoldersRule.DESCRIPTION,
            MinimumHoldersWithClaimRule.DESCRIPTION,
            MaximumShareOfHoldersRule.DESCRIPTION,
            MaximumShareHeldInRule.DESCRIPTION,
            MaximumShareHeldByCategoryRule.DESCRIPTION,
            MaximumShareHeldWithClaimRule.DESCRIPTION,
            MinimumShareHeldInRule.DESCRIPTION,
            MinimumShareHeldWithClaimRule.DESCRIPTION,
            MaximumConcentrationRule.DESCRIPTION,
            MaximumHoldingRule.DESCRIPTION,
            MinimumHoldingRule.DESCRIPTION,
            WholeHoldingOnlyRule.DESCRIPTION,
            MaximumSupplyRule.DESCRIPTION,
            VolumePerPeriodRule.DESCRIPTION,
            VolumeSharePerPeriodRule.DESCRIPTION,
            VolumePerDayRule.DESCRIPTION,
            DenominationRule.DESCRIPTION,
            LockUpFromIssueRule.DESCRIPTION,
            LockUpFromAcquisitionRule.DESCRIPTION,
            FlowBackRule.DESCRIPTION,
            VestingRule.DESCRIPTION,
            NotBeforeRule.DESCRIPTION,
            NotAfterRule.DESCRIPTION,
            BlackoutRule.DESCRIPTION,
            TradingDaysRule.DESCRIPTION,
            TradingHoursRule.DESCRIPTION));

    private static final List<Class<?>> COMPOSITIONS =
            Collections.unmodifiableList(Arrays.asList(AllOf.class, AnyOf.class, Not.class, When.class));

    private RuleCatalogue() {}

    /** The rules, in the order of the catalogue. */
    public static List<RuleDescription> rules() {
        return RULES;
    }

    /**
     * The rule of a word.
     *
     * @param word as it is written in a policy
     * @return nothing if there is none
     */
    public static Optional<RuleDescription> find(String word) {
        return RULES.stream().filter(rule -> rule.getWord().equals(word)).findFirst();
    }

    /**
     * Whether a condition is a rule of the catalogue, or a composition of such rules.
     *
     * @param condition the condition, with all of its parts
     * @return false if there is a class of any other origin in it
     */
    public static boolean knows(ComplianceCondition condition) {
        Class<?> type = condition.getClass();
        boolean composition = COMPOSITIONS.contains(type);
        return (composition || RULES.stream().anyMatch(rule -> rule.getType() == type))
                && condition.getParts().stream().allMatch(RuleCatalogue::knows);
    }

    /**
     * Whether the ledger alone cannot decide a condition.
     *
     * @param condition a condition that the catalogue {@link #knows}
     * @return whether a private rule is in it
     */
    public static boolean isPrivate(ComplianceCondition condition) {
        return condition instanceof ComplianceRule && ((ComplianceRule) condition).getReach() == Reach.PRIVATE
                || condition.getParts().stream().anyMatch(RuleCatalogue::isPrivate);
    }
}
