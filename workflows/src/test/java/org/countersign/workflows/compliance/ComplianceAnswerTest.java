package org.countersign.workflows.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ComplianceAnswerTest {
    private static Finding finding(String requirement, FindingResult result) {
        return new Finding(requirement, result, "CODE", "A reason.", Collections.emptyList());
    }

    private static ComplianceAnswer answer(Finding... findings) {
        return new ComplianceAnswer(Arrays.asList(findings));
    }

    @Test
    @DisplayName("An answer is open where nothing decides: neither an attestation nor a refusal")
    void open() {
        Finding met = finding("screening", FindingResult.MET);
        Finding policy = finding(PolicyRequirements.POLICY, FindingResult.UNDECIDED);
        Finding branch = finding(PolicyRequirements.POLICY + ".residence-allowed", FindingResult.NOT_MET);
        assertThat(answer(met, policy).isOpen()).isTrue();
        assertThat(answer(met, branch, policy).isOpen()).isTrue();
        assertThat(answer(met, branch, policy).passes()).isFalse();
        assertThat(answer(met).isOpen()).isFalse();
        assertThat(answer(met).passes()).isTrue();
        assertThat(answer(met, policy, finding("screening", FindingResult.NOT_MET))
                        .isOpen())
                .isFalse();
        assertThat(answer(met, branch, finding(PolicyRequirements.POLICY, FindingResult.NOT_MET))
                        .isOpen())
                .isFalse();
        assertThat(answer().isOpen()).isFalse();
    }
}
