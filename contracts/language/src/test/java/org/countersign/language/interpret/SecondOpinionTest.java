package org.countersign.language.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.countersign.contracts.compliance.CompiledPolicy;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.compliance.ComplianceReport;
import org.countersign.contracts.compliance.RuleFinding;
import org.countersign.contracts.definition.rules.AttachedPolicy;
import org.countersign.language.CheckedSource;
import org.countersign.language.SecurityLanguage;
import org.countersign.language.check.Catalogue;
import org.countersign.language.compile.Compiled;
import org.countersign.language.compile.CompiledSecurity;
import org.countersign.language.source.SourceText;
import org.countersign.language.source.UnreadableSourceException;

/** The compiler and the interpreter are two readings of one model, and have nothing in common but the rules. */
class SecondOpinionTest {
    private static final Catalogue CATALOGUE = Catalogue.ofLedger();

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    @Label("Compiled and interpreted, a policy says the same about a transaction, rule by rule")
    void bothSayTheSame(@ForAll Random random) throws UnreadableSourceException {
        String source = new Programs(CATALOGUE, random).source();
        CheckedSource checked = new SecurityLanguage(CATALOGUE).check(SourceText.of("made-up.security", source));
        Assume.that(checked.getModel().isPresent());

        CompliancePolicy interpreted =
                new PolicyInterpreter(CATALOGUE).policy(checked.getModel().get());
        CompiledSecurity security = Compiled.source(CATALOGUE, source);
        // As the contract does it, so that what the compiler makes is also what the ledger lets pass.
        CompiledPolicy compiled = AttachedPolicy.load(security.getJar(), security.getClassName());

        for (int count = 0; count < 10; count++) {
            MadeUpFacts facts = new MadeUpFacts(random);
            ComplianceReport expected = interpreted.judgeRules(facts);
            ComplianceReport actual = compiled.judge(facts);

            assertThat(actual.getDecision()).as(source).isEqualTo(expected.getDecision());
            assertThat(compiled.decide(facts)).as(source).isEqualTo(expected.getDecision());
            assertThat(told(actual)).as(source).isEqualTo(told(expected));
            assertThat(actual.toFindings()).isEqualTo(expected.toFindings());
            Statistics.label("decision").collect(expected.getDecision());
        }
    }

    private static List<Object> told(ComplianceReport report) {
        List<Object> told = new ArrayList<>();
        for (RuleFinding finding : report.getFindings()) {
            told.add(finding.getRule());
            told.add(finding.getFinding());
        }
        return told;
    }
}
