package org.countersign.contracts.compliance;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The rules that there are. The contract refuses a policy with any other; the security language takes its words from
 * here, and {@code docs/reference/rules.md} is made from it.
 */
public final class RuleCatalogue {
    private static final List<RuleDescription> RULES = Collections.unmodifiableList(Arrays.asList(
            OperationRule.DESCRIPTION,
            QuantityAtLeastRule.DESCRIPTION,
            LockUpFromIssueRule.DESCRIPTION,
            LockUpFromAcquisitionRule.DESCRIPTION,
            NotBeforeRule.DESCRIPTION,
            NotAfterRule.DESCRIPTION,
            BlackoutRule.DESCRIPTION,
            TradingDaysRule.DESCRIPTION,
            TradingHoursRule.DESCRIPTION,
            MinimumTransferRule.DESCRIPTION,
            MaximumTransferRule.DESCRIPTION,
            LotSizeRule.DESCRIPTION,
            KycLevelRule.DESCRIPTION,
            DisposerKycLevelRule.DESCRIPTION,
            ResidenceAllowedRule.DESCRIPTION,
            ResidenceBarredRule.DESCRIPTION,
            CitizenshipAllowedRule.DESCRIPTION,
            CitizenshipBarredRule.DESCRIPTION,
            AcquirerCategoryRule.DESCRIPTION,
            AcquirerResidenceRule.DESCRIPTION,
            DisposerCategoryRule.DESCRIPTION,
            DisposerResidenceRule.DESCRIPTION,
            AccreditedRule.DESCRIPTION,
            InvestorCategoryRule.DESCRIPTION,
            MinimumAgeRule.DESCRIPTION,
            SanctionsClearRule.DESCRIPTION,
            NotPoliticallyExposedRule.DESCRIPTION,
            PoliticallyExposedKycLevelRule.DESCRIPTION,
            AllowedKeysRule.DESCRIPTION,
            AllowedPersonsRule.DESCRIPTION,
            DeniedKeysRule.DESCRIPTION,
            DeniedPersonsRule.DESCRIPTION,
            ClaimsAttestedRule.DESCRIPTION,
            ClaimValueRule.DESCRIPTION,
            DisposerClaimsAttestedRule.DESCRIPTION,
            DisposerClaimValueRule.DESCRIPTION,
            TaxResidenceKnownRule.DESCRIPTION,
            WithholdingCategoryRule.DESCRIPTION,
            TravelRuleDataRule.DESCRIPTION,
            MaximumHoldersRule.DESCRIPTION,
            MaximumHoldersPerJurisdictionRule.DESCRIPTION,
            MaximumHoldersPerJurisdictionWithoutCategoryRule.DESCRIPTION,
            MaximumHoldersWithCategoryRule.DESCRIPTION,
            MaximumHoldersWithoutCategoryRule.DESCRIPTION,
            MinimumHoldersRule.DESCRIPTION,
            MaximumShareOfHoldersRule.DESCRIPTION,
            MaximumShareHeldInRule.DESCRIPTION,
            MaximumShareHeldByCategoryRule.DESCRIPTION,
            MinimumShareHeldInRule.DESCRIPTION,
            MaximumConcentrationRule.DESCRIPTION,
            MaximumHoldingRule.DESCRIPTION,
            MinimumHoldingRule.DESCRIPTION,
            WholeHoldingOnlyRule.DESCRIPTION,
            MaximumSupplyRule.DESCRIPTION,
            VolumePerPeriodRule.DESCRIPTION,
            VolumeSharePerPeriodRule.DESCRIPTION,
            VolumePerDayRule.DESCRIPTION,
            DenominationRule.DESCRIPTION,
            FlowBackRule.DESCRIPTION,
            VestingRule.DESCRIPTION));

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
}
