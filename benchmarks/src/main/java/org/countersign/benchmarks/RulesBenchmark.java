package org.countersign.benchmarks;

import java.util.concurrent.TimeUnit;
import org.countersign.contracts.compliance.CompiledPolicy;
import org.countersign.contracts.compliance.ComplianceFacts;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.compliance.ComplianceReport;
import org.countersign.contracts.compliance.Decision;
import org.countersign.language.compile.CompiledSecurity;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A transfer under a policy of twenty rules, all of which it meets: by the interpreter and compiled. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class RulesBenchmark {
    private ComplianceFacts facts;
    private CompiledSecurity security;
    private CompliancePolicy interpreted;
    private CompiledPolicy compiled;

    /** Makes policy and transfer, and sees to it that all ways agree. */
    @Setup
    public void prepare() {
        security = SampleSecurity.compile(SampleSecurity.source());
        facts = new SampleTransfer();
        interpreted = SampleSecurity.interpret(security);
        compiled = SampleSecurity.load(security);
        boolean holds = interpreted.judge(facts).getDecision() == Decision.HOLDS
                && compiled.judge(facts).getDecision() == Decision.HOLDS
                && compiled.decide(facts) == Decision.HOLDS;
        if (!holds || security.getCost().getRules() != 20) {
            throw new IllegalStateException("The transfer was to meet twenty rules.");
        }
    }

    /** The interpreter on the model as it comes out of a source, with a finding for each rule. */
    @Benchmark
    public ComplianceReport interpretedModel() {
        return SampleSecurity.interpret(security).judge(facts);
    }

    /** The interpreter on a policy that it has made of the model before, with a finding for each rule. */
    @Benchmark
    public ComplianceReport interpretedReport() {
        return interpreted.judge(facts);
    }

    /** The compiled policy, with a finding for each rule. */
    @Benchmark
    public ComplianceReport compiledReport() {
        return compiled.judge(facts);
    }

    /** The compiled policy's decision, without findings. */
    @Benchmark
    public Decision compiledDecision() {
        return compiled.decide(facts);
    }
}
