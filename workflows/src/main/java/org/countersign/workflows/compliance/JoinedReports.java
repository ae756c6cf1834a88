package org.countersign.workflows.compliance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countersign.contracts.compliance.ComplianceReport;
import org.countersign.contracts.compliance.Reach;
import org.countersign.contracts.compliance.RuleFinding;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;

/**
 * Joins what this node decides by what everybody sees with what authorities answer. Of what authorities say differently
 * counts what has most of their weight, and of two equal ones the less favourable.
 */
final class JoinedReports {
    /** Who decides what everybody can. */
    static final String BY_LEDGER = "ledger";

    private static final List<String> LEDGER = Collections.singletonList(BY_LEDGER);

    private final ComplianceReport own;
    private final List<HeardCompliance> heard;

    JoinedReports(ComplianceReport own, List<HeardCompliance> heard) {
        this.own = own;
        this.heard = new ArrayList<>(heard);
    }

    /** Every rule of the policy once: what is public by this node, what is private by the authorities. */
    List<ExplainedRequirement> rules() {
        List<String> names = PolicyRequirements.of(own);
        List<ExplainedRequirement> rules = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            RuleFinding rule = own.getFindings().get(index);
            rules.add(
                    rule.getRule().getReach() == Reach.PUBLIC
                            ? explained(rule.getRule().describe(), rule.getFinding(), LEDGER)
                            : heard(rule.getRule().describe(), names.get(index)));
        }
        return rules;
    }

    /** What authorities demand beside the policy. */
    List<ExplainedRequirement> others() {
        Set<String> names = new LinkedHashSet<>();
        for (HeardCompliance one : heard) {
            one.getAnswer()
                    .ifPresent(answer -> answer.getFindings().stream()
                            .map(Finding::getRequirement)
                            .filter(name -> !name.equals(PolicyRequirements.POLICY)
                                    && !name.startsWith(PolicyRequirements.POLICY + "."))
                            .forEach(names::add));
        }
        List<ExplainedRequirement> others = new ArrayList<>();
        names.forEach(name -> others.add(heard(name, name)));
        return others;
    }

    /** The weight of the authorities that would attest. */
    int weightFor() {
        int weight = 0;
        for (HeardCompliance one : heard) {
            weight += one.getAnswer().filter(ComplianceAnswer::passes).isPresent() ? one.getWeight() : 0;
        }
        return weight;
    }

    /** The weight of the authorities that would neither attest it nor refuse it for what they know. */
    int weightOpen() {
        int weight = 0;
        for (HeardCompliance one : heard) {
            weight += one.getAnswer().filter(ComplianceAnswer::isOpen).isPresent() ? one.getWeight() : 0;
        }
        return weight;
    }

    private ExplainedRequirement heard(String text, String name) {
        Map<Finding, List<String>> sayers = new LinkedHashMap<>();
        Map<Finding, Integer> weights = new LinkedHashMap<>();
        for (HeardCompliance one : heard) {
            if (one.getAnswer().isPresent()) {
                for (Finding finding : one.getAnswer().get().getFindings()) {
                    if (finding.getRequirement().equals(name)) {
                        sayers.computeIfAbsent(finding, first -> new ArrayList<>())
                                .add(one.getAuthority().toString());
                        weights.merge(finding, one.getWeight(), Integer::sum);
                    }
                }
            }
        }
        Finding chosen = null;
        for (Map.Entry<Finding, Integer> said : weights.entrySet()) {
            if (chosen == null || isBefore(said.getKey(), said.getValue(), chosen, weights.get(chosen))) {
                chosen = said.getKey();
            }
        }
        return chosen == null
                ? new ExplainedRequirement(
                        text,
                        FindingResult.UNDECIDED,
                        "NOT_ANSWERED",
                        "Only authorities can decide it, and none has.",
                        Collections.emptyList())
                : explained(text, chosen, sayers.get(chosen));
    }

    private static boolean isBefore(Finding one, int weight, Finding other, int otherWeight) {
        return weight > otherWeight || weight == otherWeight && !one.isPassed() && other.isPassed();
    }

    private static ExplainedRequirement explained(String text, Finding finding, List<String> decidedBy) {
        return new ExplainedRequirement(
                text, finding.getResult(), finding.getReasonCode(), finding.getReason(), decidedBy);
    }
}
