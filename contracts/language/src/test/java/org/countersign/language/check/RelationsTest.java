package org.countersign.language.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.countersign.contracts.compliance.ComplianceRule;
import org.countersign.contracts.compliance.Decision;
import org.countersign.contracts.compliance.NetMovement;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.contracts.validation.Operation;
import org.countersign.language.CheckedSource;
import org.countersign.language.SecurityLanguage;
import org.countersign.language.Sources;
import org.countersign.language.interpret.MadeUpFacts;
import org.countersign.language.interpret.Programs;
import org.countersign.language.model.Clause;
import org.countersign.language.source.DiagnosticKind;
import org.countersign.language.source.SourceText;
import org.countersign.language.source.UnreadableSourceException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the checker believes of rules is true of their classes, and finds what contradicts itself. */
class RelationsTest {
    private static final Catalogue CATALOGUE = Catalogue.ofLedger();

    // Behind a premise a rule contradicts nothing; empty if the rule does not take its values.
    private static List<Clause> rules(String rule) {
        return Sources.checkWithLedger(Sources.share("require when sanctions-clear then " + rule))
                .getModel()
                .map(model -> model.condition().get().rules().subList(1, 2))
                .orElse(Collections.emptyList());
    }

    private static List<DiagnosticKind> kinds(String... lines) {
        return Sources.checkWithLedger(Sources.share(lines)).getDiagnostics().stream()
                .map(diagnostic -> diagnostic.getKind())
                .collect(Collectors.toList());
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    @Label("A rule that is said to say nothing of an operation says nothing, and one that recognises nobody fails")
    void whatIsKnownIsTrue(@ForAll Random random) {
        MadeUpFacts facts = new MadeUpFacts(random);
        Operation operation = facts.getOperation();
        // What is made up need not be what an operation can do: a redemption has no acquirers, a transfer has some. A
        // corporate action or a recovery can have them or not.
        boolean ends = operation == Operation.REDEEM || operation == Operation.FORCE_REDEEM;
        boolean moves = operation == Operation.TRANSFER || operation == Operation.FORCE_TRANSFER;
        boolean plain =
                !ends && !moves || ends == NetMovement.of(facts).getAcquirers().isEmpty();
        for (Clause clause : rules(new Programs(CATALOGUE, random).rule())) {
            ComplianceRule rule = CATALOGUE.rule(clause);
            Decision known = Relations.known(clause, operation);
            if (plain && known != Decision.UNDECIDED) {
                FindingResult result = rule.evaluate(facts).getResult();
                FindingResult held = clause.getWord().equals(ScopeWords.OPERATION)
                        ? FindingResult.MET
                        : FindingResult.NOT_APPLICABLE;
                assertThat(result).as("%s", rule).isEqualTo(known == Decision.HOLDS ? held : FindingResult.NOT_MET);
            }
        }
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    @Label("Two rules that are said to exclude each other are never both met")
    void whatExcludesDoes(@ForAll Random random) {
        MadeUpFacts facts = new MadeUpFacts(random);
        Programs programs = new Programs(CATALOGUE, random);
        List<Clause> clauses = new ArrayList<>();
        for (String word : Arrays.asList(
                "residence-allowed",
                "residence-barred",
                "citizenship-allowed",
                "citizenship-barred",
                "acquirer-residence",
                "minimum-transfer",
                "maximum-transfer",
                "not-before",
                "not-after",
                "trading-hours",
                "trading-days")) {
            clauses.addAll(rules(programs.rule(word)));
            clauses.addAll(rules(programs.rule(word)));
        }
        for (Clause one : clauses) {
            for (Clause other : clauses) {
                if (Relations.exclude(one, other, facts.getOperation())) {
                    boolean both = CATALOGUE.rule(one).evaluate(facts).getResult() == FindingResult.MET
                            && CATALOGUE.rule(other).evaluate(facts).getResult() == FindingResult.MET;
                    assertThat(both).as("%s and %s", one, other).isFalse();
                }
            }
        }
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    @Label("A rule that is said to be met whenever another one is is met then")
    void whatFollowsDoes(@ForAll Random random) {
        MadeUpFacts facts = new MadeUpFacts(random);
        Programs programs = new Programs(CATALOGUE, random);
        for (String word : CATALOGUE.words()) {
            if (word.startsWith("lock-up-from-")) {
                // In what is made up a holder can get lots back that are older than those that it gave; contracts of
                // holdings let nobody do that.
                continue;
            }
            List<Clause> alike = new ArrayList<>();
            for (String other : Arrays.asList(word, word, word, "accredited", "not-politically-exposed")) {
                alike.addAll(rules(programs.rule(other)));
            }
            for (Clause one : alike) {
                for (Clause other : alike) {
                    if (Relations.implies(one, other) && CATALOGUE.rule(one).decide(facts) == Decision.HOLDS) {
                        assertThat(CATALOGUE.rule(other).decide(facts))
                                .as("%s and %s in %s", one, other, facts.getOperation())
                                .isEqualTo(Decision.HOLDS);
                    }
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "residence-allowed DE | residence-allowed DE, FR",
                "residence-allowed US-NY | residence-allowed US",
                "residence-barred US | residence-barred US-NY",
                "accredited | investor-category accredited, professional",
                "investor-category accredited | accredited",
                "not-politically-exposed | politically-exposed-kyc-level 3",
                "claims-attested 'a', 'b' | claims-attested 'a'",
                "claim-value claim 'a' values 'b' | claim-value claim 'a' values 'b', 'c'"
            },
            quoteCharacter = '^')
    @DisplayName("Who meets a stricter list meets the laxer one, so that forbidding that one is a contradiction")
    void stricterLists(String stricter, String laxer) {
        String one = stricter.replace('\'', '"');
        String other = laxer.replace('\'', '"');
        assertThat(kinds("require " + one, "forbid " + other)).containsExactly(DiagnosticKind.CONTRADICTION);
        assertThat(kinds("on issue", "require " + one + " or sanctions-clear", "forbid " + other))
                .isEmpty();
    }

    @Test
    @DisplayName("More than there can ever be is no condition, and what moves nothing is not judged")
    void neverSoMuch() {
        assertThat(kinds("when quantity-at-least 1,000,001 units", "require sanctions-clear"))
                .containsExactly(DiagnosticKind.UNREACHABLE);
        assertThat(kinds("when quantity-at-least 1,000,000 units", "require sanctions-clear"))
                .isEmpty();
        for (String rule : Arrays.asList("maximum-holding", "maximum-transfer", "maximum-supply")) {
            assertThat(kinds("on issue", "require " + rule + " 1,000,000 units"))
                    .as(rule)
                    .containsExactly(DiagnosticKind.IDLE);
            assertThat(kinds("on issue", "require " + rule + " 999,999 units"))
                    .as(rule)
                    .isEmpty();
        }
        assertThat(kinds("on define, freeze, release", "require sanctions-clear"))
                .containsExactly(DiagnosticKind.UNREACHABLE);
        assertThat(kinds("on freeze, recover", "require sanctions-clear")).isEmpty();
    }

    @Test
    @DisplayName("Lists of which neither is in the other contradict nothing")
    void otherLists() {
        assertThat(kinds("on issue", "require residence-allowed DE, AT", "forbid residence-allowed AT"))
                .isEmpty();
        assertThat(kinds("on issue", "require residence-barred US-NY", "forbid residence-barred US"))
                .isEmpty();
        assertThat(kinds("on issue", "require investor-category accredited, professional", "forbid accredited"))
                .isEmpty();
        assertThat(kinds("on issue", "require politically-exposed-kyc-level 3", "forbid not-politically-exposed"))
                .isEmpty();
    }

    @Test
    @DisplayName("Least quantities, holders and parts above the largest are found, also one within another")
    void limits() {
        for (String pair : Arrays.asList(
                "require minimum-holding 100 units and maximum-holding 99 units",
                "require minimum-transfer 100 units and maximum-holding 99 units",
                "require denomination minimum 100 units step 1 unit and maximum-holding 99 units",
                "require lot-size 100 units and maximum-holding 99 units",
                "require minimum-holders 100 and maximum-holders 99",
                "require maximum-holders 2 and minimum-holders-with-claim count 3 claim \"a\" values \"b\"",
                "require minimum-share-held-in percentage 51% jurisdictions GB"
                        + " and maximum-share-held-in percentage 50% jurisdictions GB",
                "require minimum-share-held-in percentage 51% jurisdictions US-NY"
                        + " and maximum-share-held-in percentage 50% jurisdictions GB, US",
                "require minimum-holders-with-claim count 3 claim \"a\" values \"b\""
                        + " and maximum-holders-with-claim count 2 claim \"a\" values \"b\", \"c\"",
                "require minimum-holding 1,000,001 units")) {
            assertThat(kinds(pair)).as(pair).containsExactly(DiagnosticKind.LEAST_ABOVE_MOST);
        }
        for (String pair : Arrays.asList(
                "require minimum-holding 100 units and maximum-holding 100 units",
                "require denomination minimum 100 units step 1 unit and denomination minimum 50 units step 5 units",
                "require minimum-holding 100 units and maximum-transfer 99 units",
                "require minimum-holders 100 or maximum-holders 99",
                "require minimum-share-held-in percentage 51% jurisdictions GB, US"
                        + " and maximum-share-held-in percentage 50% jurisdictions GB",
                "require minimum-holders-with-claim count 3 claim \"a\" values \"b\""
                        + " and maximum-holders-with-claim count 2 claim \"c\" values \"b\"",
                "require minimum-share-held-in percentage 51% jurisdictions GB"
                        + " and maximum-share-held-in percentage 50% jurisdictions US")) {
            assertThat(kinds(pair)).as(pair).isEmpty();
        }
    }

    @Test
    @DisplayName("What is allowed and barred is found where both are meant for the same, and not for an exception")
    void lists() {
        assertThat(kinds("require residence-allowed DE, US", "require residence-barred DE"))
                .containsExactly(DiagnosticKind.ALLOWED_AND_BARRED);
        assertThat(kinds("require allowed-persons \"a\", \"b\"", "require denied-persons \"b\", \"c\""))
                .containsExactly(DiagnosticKind.ALLOWED_AND_BARRED);
        assertThat(kinds("require residence-allowed US", "require residence-barred US-NY"))
                .isEmpty();
        assertThat(kinds("on issue", "require residence-allowed US", "on transfer", "require residence-barred US"))
                .isEmpty();
        assertThat(kinds("require citizenship-allowed DE", "for retail", "require citizenship-barred DE"))
                .isEmpty();
    }

    @Test
    @DisplayName("What only a search finds is found: in alternatives, in time, beside other requirements")
    void search() {
        assertThat(kinds(
                        "require residence-allowed DE or residence-allowed FR",
                        "forbid residence-allowed FR",
                        "require residence-barred DE"))
                .containsExactly(DiagnosticKind.CONTRADICTION);
        assertThat(kinds("require not-before date 2027-02-01 zone UTC and not-after date 2027-01-31 zone UTC"))
                .containsExactly(DiagnosticKind.CONTRADICTION);
        assertThat(kinds("require not-before date 2027-01-31 zone UTC and not-after date 2027-01-31 zone UTC"))
                .isEmpty();
        assertThat(kinds("require residence-allowed DE", "in FR", "require accredited"))
                .containsExactly(DiagnosticKind.UNREACHABLE);
        assertThat(kinds("on redeem", "require maximum-transfer 100 units")).containsExactly(DiagnosticKind.IDLE);
        assertThat(kinds("on redeem for retail", "require sanctions-clear"))
                .containsExactly(DiagnosticKind.UNREACHABLE);
    }

    @Test
    @DisplayName("A vesting that ends after the note is due is beyond maturity")
    void vesting() throws UnreadableSourceException {
        String note = Sources.share("on issue", "require vesting tranches 4 step 1 year cliff 1 year")
                .replace("share\n", "note\n  issued 2027-01-01\n  maturity 2030-12-31\n");
        CheckedSource checked = SecurityLanguage.ofLedger().check(SourceText.of("test.security", note));

        assertThat(checked.getDiagnostics())
                .extracting(diagnostic -> diagnostic.getKind())
                .containsExactly(DiagnosticKind.BEYOND_MATURITY);
    }
}
