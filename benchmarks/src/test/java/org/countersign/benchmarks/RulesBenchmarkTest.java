package org.countersign.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.countersign.contracts.compliance.Decision;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RulesBenchmarkTest {
    @Test
    @DisplayName("What is measured does what it says: twenty findings, and the same decision in all ways")
    void whatIsMeasured() {
        RulesBenchmark benchmark = new RulesBenchmark();
        benchmark.prepare();

        assertThat(benchmark.interpretedReport().getFindings())
                .hasSize(20)
                .allSatisfy(finding ->
                        assertThat(finding.getFinding().getReasonCode()).isEqualTo("MET"));
        assertThat(benchmark.compiledReport().toFindings())
                .isEqualTo(benchmark.interpretedReport().toFindings());
        assertThat(benchmark.interpretedModel().toFindings())
                .isEqualTo(benchmark.interpretedReport().toFindings());
        assertThat(benchmark.compiledDecision()).isEqualTo(Decision.HOLDS);
    }

    @Test
    @DisplayName("A compilation ends in a jar")
    void compilation() {
        assertThat(new CompilationBenchmark().coldCompilation().getJar()).isNotEmpty();
    }
}
