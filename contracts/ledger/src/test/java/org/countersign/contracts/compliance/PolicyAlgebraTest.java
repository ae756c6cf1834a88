package org.countersign.contracts.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.contracts.validation.Operation;

/** Policies obey the laws of Kleene's logic, and those of Boolean algebra where everything is decided. */
class PolicyAlgebraTest {
    /** A transfer of 10 by one key to another of whom claims are known, or to one of whom they are not. */
    @Provide
    Arbitrary<Dealing> dealings() {
        Arbitrary<Operation> operations = Arbitraries.of(Operation.ISSUE, Operation.TRANSFER, Operation.REDEEM);
        Arbitrary<String> quantities = Arbitraries.of("0.5", "10", "100", "2000");
        Arbitrary<String> residences = Arbitraries.of("", "US", "US-NY", "CH");
        return Combinators.combine(operations, quantities, residences, Arbitraries.of(true, false))
                .as(PolicyAlgebraTest::dealing);
    }

    private static Dealing dealing(Operation operation, String quantity, String residence, boolean known) {
        Dealing dealing = Dealing.of(operation);
        if (operation != Operation.ISSUE) {
            dealing.gives(Dealing.ALICE, quantity);
        }
        if (operation != Operation.REDEEM) {
            dealing.gets(Dealing.BOB, quantity);
        }
        if (known && residence.isEmpty()) {
            dealing.knowing(Dealing.BOB);
        } else if (known) {
            dealing.knowing(Dealing.BOB, "residence", residence, "investor_categories", "RETAIL");
        }
        return dealing;
    }

    @Provide
    Arbitrary<ComplianceCondition> conditions() {
        Arbitrary<ComplianceCondition> rules = Arbitraries.of(
                new OperationRule(Collections.singletonList("TRANSFER")),
                new MaximumTransferRule(RuleTest.units("100")),
                new MinimumTransferRule(RuleTest.units("1")),
                new QuantityAtLeastRule(RuleTest.units("1000")),
                new AccreditedRule(),
                new ResidenceBarredRule(Collections.singletonList("US-NY")),
                new AcquirerResidenceRule(Collections.singletonList("US")),
                new MaximumHoldersRule(5));
        return conditions(rules, 3);
    }

    private static Arbitrary<ComplianceCondition> conditions(Arbitrary<ComplianceCondition> rules, int depth) {
        if (depth == 0) {
            return rules;
        }
        Arbitrary<ComplianceCondition> parts = conditions(rules, depth - 1);
        return Arbitraries.oneOf(
                rules,
                parts.list().ofMinSize(1).ofMaxSize(3).map(AllOf::new),
                parts.list().ofMinSize(1).ofMaxSize(3).map(AnyOf::new),
                parts.map(Not::new),
                Combinators.combine(parts, parts).as(When::new));
    }

    private static Decision decide(ComplianceCondition condition, Dealing facts) {
        return new CompliancePolicy(condition).judge(facts).getDecision();
    }

    private static ComplianceCondition all(ComplianceCondition... parts) {
        return new AllOf(Arrays.asList(parts));
    }

    private static ComplianceCondition any(ComplianceCondition... parts) {
        return new AnyOf(Arrays.asList(parts));
    }

    private static ComplianceCondition not(ComplianceCondition part) {
        return new Not(part);
    }

    private static void same(Dealing facts, ComplianceCondition left, ComplianceCondition right) {
        assertThat(decide(left, facts)).as("%s and %s", left, right).isEqualTo(decide(right, facts));
    }

    @Property(tries = 300)
    void deMorgan(
            @ForAll("dealings") Dealing facts,
            @ForAll("conditions") ComplianceCondition a,
            @ForAll("conditions") ComplianceCondition b) {
        same(facts, not(all(a, b)), any(not(a), not(b)));
        same(facts, not(any(a, b)), all(not(a), not(b)));
    }

    @Property(tries = 300)
    void negationAndImplication(
            @ForAll("dealings") Dealing facts,
            @ForAll("conditions") ComplianceCondition a,
            @ForAll("conditions") ComplianceCondition b) {
        same(facts, not(not(a)), a);
        same(facts, new When(a, b), any(not(a), b));
        same(facts, new When(a, b), new When(not(b), not(a)));
    }

    @Property(tries = 300)
    void lattice(
            @ForAll("dealings") Dealing facts,
            @ForAll("conditions") ComplianceCondition a,
            @ForAll("conditions") ComplianceCondition b,
            @ForAll("conditions") ComplianceCondition c) {
        same(facts, all(a, a), a);
        same(facts, any(a, a), a);
        same(facts, all(a, b), all(b, a));
        same(facts, any(a, b), any(b, a));
        same(facts, all(a, all(b, c)), all(all(a, b), c));
        same(facts, any(a, any(b, c)), any(any(a, b), c));
        same(facts, all(a, b, c), all(a, all(b, c)));
        same(facts, all(a, any(a, b)), a);
        same(facts, any(a, all(a, b)), a);
        same(facts, all(a, any(b, c)), any(all(a, b), all(a, c)));
        same(facts, any(a, all(b, c)), all(any(a, b), any(a, c)));
    }

    @Property(tries = 300)
    void whatIsDecidedIsBoolean(@ForAll("dealings") Dealing facts, @ForAll("conditions") ComplianceCondition a) {
        boolean decided = decide(a, facts) != Decision.UNDECIDED;
        assertThat(decide(any(a, not(a)), facts)).isEqualTo(decided ? Decision.HOLDS : Decision.UNDECIDED);
        assertThat(decide(all(a, not(a)), facts)).isEqualTo(decided ? Decision.FAILS : Decision.UNDECIDED);
    }

    /** To know more never turns what was decided: so the contract can judge on less than authorities do. */
    @Property(tries = 500)
    void knowingMoreOnlyDecidesMore(
            @ForAll("conditions") ComplianceCondition condition,
            @ForAll boolean transfer,
            @ForAll("residences") String residence) {
        Operation operation = transfer ? Operation.TRANSFER : Operation.ISSUE;
        Decision onLess = decide(condition, dealing(operation, "10", residence, false));
        Dealing more = dealing(operation, "10", residence, true);
        Decision onMore =
                decide(condition, Book.behind(more).holds(Dealing.ALICE, "10").facts());
        assertThat(onLess).isIn(Decision.UNDECIDED, onMore);
    }

    @Provide
    Arbitrary<String> residences() {
        return Arbitraries.of("", "US", "US-NY", "CH");
    }

    @Property(tries = 300)
    void aReportHasEveryRuleOnceAndInOrder(
            @ForAll("dealings") Dealing facts, @ForAll("conditions") ComplianceCondition condition) {
        ComplianceReport report = new CompliancePolicy(condition).judge(facts);
        List<ComplianceCondition> expected = new ArrayList<>();
        collect(condition, expected);
        assertThat(report.getFindings().stream().map(RuleFinding::getRule).collect(Collectors.toList()))
                .isEqualTo(expected);
        List<Finding> told = report.toFindings();
        assertThat(told).hasSize(expected.size() + 1);
        assertThat(told.get(told.size() - 1).getRequirement()).isEqualTo(ComplianceReport.POLICY);
        assertThat(told.stream().allMatch(Finding::isPassed)).isEqualTo(report.getDecision() == Decision.HOLDS);
        assertThat(told.get(told.size() - 1).getResult() == FindingResult.NOT_MET)
                .isEqualTo(report.getDecision() == Decision.FAILS);
    }

    private static void collect(ComplianceCondition condition, List<ComplianceCondition> rules) {
        if (condition instanceof ComplianceRule) {
            rules.add(condition);
        }
        condition.getParts().forEach(part -> collect(part, rules));
    }

    @Property(tries = 300)
    void equalTextsAreEqualConditions(
            @ForAll("conditions") ComplianceCondition a, @ForAll("conditions") ComplianceCondition b) {
        assertThat(a.equals(b)).isEqualTo(a.describe().equals(b.describe()));
        assertThat(a.describe()).doesNotContain("\n");
    }
}
