package org.countersign.workflows.compliance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countersign.contracts.compliance.ComplianceReport;
import org.countersign.contracts.compliance.RuleFinding;
import org.countersign.contracts.validation.Finding;

/**
 * What the rules of a policy are called in the reports of authorities: by the rule's word under the name of their
 * check, with a number from the second time on that a policy has the rule. So a rule can be found in the reports of
 * several.
 */
public final class PolicyRequirements {
    /** The check that judges policies, and the requirement that stands for a policy as a whole. */
    public static final String POLICY = "countersign.compliance.policy";

    private static final int LONGEST_REASON = 900;

    private PolicyRequirements() {}

    /**
     * The names of a policy's rules.
     *
     * @param report of the policy, judged on whatever facts
     * @return one for each rule, in the order of the policy's text
     */
    public static List<String> of(ComplianceReport report) {
        Map<String, Integer> times = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (RuleFinding rule : report.getFindings()) {
            String word = rule.getRule().getWord();
            int time = times.merge(word, 1, Integer::sum);
            names.add(POLICY + "." + word + (time == 1 ? "" : "." + time));
        }
        return names;
    }

    /**
     * A report for others.
     *
     * @param report of a policy
     * @return every rule once under its name here, and last the policy as a whole; reasons of at most 900 characters
     */
    public static List<Finding> findings(ComplianceReport report) {
        List<String> names = of(report);
        List<Finding> findings = new ArrayList<>();
        List<Finding> told = report.toFindings();
        for (int index = 0; index < told.size(); index++) {
            Finding finding = told.get(index);
            findings.add(new Finding(
                    index < names.size() ? names.get(index) : POLICY,
                    finding.getResult(),
                    finding.getReasonCode(),
                    cut(finding.getReason()),
                    finding.getFigures()));
        }
        return findings;
    }

    private static String cut(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + " …";
    }
}
