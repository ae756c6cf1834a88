package org.countersign.contracts.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;

/** What the tests of rules have in common: the four things that can come of a rule. */
abstract class RuleTest extends LedgerTest {
    static void met(ComplianceRule rule, ComplianceFacts facts) {
        expect(rule, facts, FindingResult.MET, "MET");
    }

    static void notMet(String reasonCode, ComplianceRule rule, ComplianceFacts facts) {
        expect(rule, facts, FindingResult.NOT_MET, reasonCode);
    }

    static void notApplicable(ComplianceRule rule, ComplianceFacts facts) {
        expect(rule, facts, FindingResult.NOT_APPLICABLE, "NOT_APPLICABLE");
    }

    static void undecided(ComplianceRule rule, ComplianceFacts facts) {
        expect(rule, facts, FindingResult.UNDECIDED, "FACTS_MISSING");
    }

    private static void expect(ComplianceRule rule, ComplianceFacts facts, FindingResult result, String code) {
        Finding finding = rule.evaluate(facts);
        assertThat(finding.getResult()).as("%s", finding).isEqualTo(result);
        assertThat(finding.getReasonCode()).isEqualTo(code);
        assertThat(finding.getRequirement()).isEqualTo("compliance." + rule.getWord());
        assertThat(finding.getReason()).endsWith(".");
    }

    static BigDecimal units(String number) {
        return new BigDecimal(number);
    }
}
