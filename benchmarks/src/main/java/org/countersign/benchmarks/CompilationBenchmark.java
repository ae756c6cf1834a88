package org.countersign.benchmarks;

import java.util.concurrent.TimeUnit;
import org.countersign.language.compile.CompiledSecurity;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The first compilation in a new virtual machine, which loads all classes of language and compiler too. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CompilationBenchmark {
    private final byte[] source = SampleSecurity.source();

    /** From the bytes of the source to those of the jar. */
    @Benchmark
    public CompiledSecurity coldCompilation() {
        return SampleSecurity.compile(source);
    }
}
