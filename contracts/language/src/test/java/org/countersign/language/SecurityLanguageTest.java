package org.countersign.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.Arrays;
import java.util.Collections;
import org.countersign.language.model.Block;
import org.countersign.language.model.Clause;
import org.countersign.language.model.Condition;
import org.countersign.language.model.ConditionKind;
import org.countersign.language.model.SecurityModel;
import org.countersign.language.source.Diagnostic;
import org.countersign.language.source.DiagnosticKind;
import org.countersign.language.source.SourceText;
import org.countersign.language.source.UnreadableSourceException;
import org.countersign.language.vocabulary.Section;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecurityLanguageTest {
    static Iterable<String> securities() {
        return Sources.SECURITIES;
    }

    @ParameterizedTest
    @MethodSource("securities")
    @DisplayName("The three securities of the decision about the syntax say nothing that is wrong or idle")
    void theThreeSecuritiesAreInOrder(String name) {
        CheckedSource checked = Sources.check(Sources.security(name));

        assertThat(Sources.describe(checked.getDiagnostics())).isEmpty();
        assertThat(checked.getModel()).isPresent();
    }

    @Test
    @DisplayName("A model has the terms of its source")
    void aModelHasTheTermsOfItsSource() {
        SecurityModel model = Sources.model(Sources.security("reg-d-share.security"));

        assertThat(model.getSymbol()).isEqualTo("ACME");
        assertThat(model.getName()).isEqualTo("ACME Inc. common stock");
        assertThat(model.getIssuer()).isEqualTo("O=ACME Inc., L=New York, C=US");
        assertThat(model.getIsin()).isEmpty();
        assertThat(model.getDenomination()).hasToString("0.001 USD");
        assertThat(model.getSupply()).isEqualTo(new BigDecimal("10000000"));
        assertThat(model.getDecimals()).isZero();
        assertThat(model.getInstrument()).isEqualTo(Section.SHARE);
        assertThat(model.value(Section.SHARE, "votes", "count").get().getCarrier())
                .isEqualTo(1);
        assertThat(model.clauses(Section.VALIDATION, "attest")).hasSize(3);
    }

    @Test
    @DisplayName("A scope is the premise of what is required after it, and a line goes on where it must")
    void aScopeIsAPremise() {
        SecurityModel model = Sources.model(Sources.security("reg-d-share.security"));

        assertThat(model.getCompliance()).hasSize(3);
        Block transfers = model.getCompliance().get(2);
        assertThat(transfers.getLine()).isEqualTo(20);
        assertThat(transfers.getPremise().get().getRule().getWord()).isEqualTo("operation");
        Condition requirement = transfers.getRequirements().get(0);
        assertThat(requirement.getKind()).isEqualTo(ConditionKind.ANY);
        Clause lockUp = requirement.getParts().get(0).getRule();
        assertThat(lockUp.value("period").get().getCarrier()).isEqualTo(Period.ofYears(1));
        assertThat(requirement.getParts().get(1).getRule().getLine()).isEqualTo(22);
    }

    @Test
    @DisplayName("An amount stands for the units that it is the nominal value of")
    void anAmountStandsForUnits() {
        SecurityModel model = Sources.model(Sources.share("require minimum-transfer 100 GBP"));

        Clause rule = model.condition().get().getRule();
        assertThat(rule.value("quantity").get().getCarrier()).isEqualTo(new BigDecimal("2000"));
    }

    @Test
    @DisplayName("And binds closer than or, not closest, and when reaches as far as it can")
    void operatorsBindAsInWriting() {
        Condition plain = Sources.model(Sources.share(
                        "require when sanctions-clear or not maximum-holders 9 and maximum-concentration 10% then"
                                + " maximum-holders 8 or maximum-concentration 20%"))
                .condition()
                .get();
        Condition spelled = Sources.model(Sources.share(
                        "require when (sanctions-clear or ((not (maximum-holders 9)) and maximum-concentration"
                                + " 10%)) then (maximum-holders 8 or (maximum-concentration 20%))"))
                .condition()
                .get();

        assertThat(plain).isEqualTo(spelled);
        assertThat(plain.getKind()).isEqualTo(ConditionKind.WHEN);
        assertThat(plain.getParts().get(0).getKind()).isEqualTo(ConditionKind.ANY);
    }

    @Test
    @DisplayName("Sums of periods, quantities, amounts and percentages are worked out, and a part of a quantity too")
    void sumsAreWorkedOut() {
        SecurityModel summed = Sources.model(Sources.share(
                "require lock-up-from-issue 12 months + 6 months - 2 months",
                "require minimum-transfer 2% of 1,000,000 units + 5 units",
                "require maximum-concentration 10% + 0.5%"));
        SecurityModel plain = Sources.model(Sources.share(
                "require lock-up-from-issue 16 months",
                "require minimum-transfer 20,005 units",
                "require maximum-concentration 10.5%"));

        assertThat(summed).isEqualTo(plain);
    }

    @Test
    @DisplayName("A percentage and a period are not added, and the error is at the period's column")
    void typesAreNotMixed() {
        CheckedSource checked = Sources.check(Sources.share("  require lock-up-from-issue 10% + 5 days"));

        assertThat(checked.getModel()).isEmpty();
        assertThat(checked.errors()).extracting(Diagnostic::getKind).containsExactly(DiagnosticKind.WRONG_UNITS);
        assertThat(checked.errors().get(0).getPlace().getLine()).isEqualTo(11);
        assertThat(checked.errors().get(0).getPlace().getColumn()).isEqualTo(36);
    }

    @Test
    @DisplayName("All errors of a source are told at once")
    void allErrorsAreTold() {
        CheckedSource checked = Sources.check(Sources.share(
                "require no-such-rule", "require ) sanctions-clear", "on transfers", "require maximum-holders 1.5"));

        assertThat(checked.errors())
                .extracting(Diagnostic::getKind)
                .containsExactly(
                        DiagnosticKind.UNKNOWN_RULE,
                        DiagnosticKind.MISPLACED,
                        DiagnosticKind.UNKNOWN_WORD,
                        DiagnosticKind.OUT_OF_RANGE);
    }

    @Test
    @Tag("attack-32")
    @DisplayName("No more is told than somebody reads, however much is wrong")
    void theNumberOfMessagesIsBounded() {
        String wrong = String.join("\n", Collections.nCopies(20_000, "require x 1"));

        CheckedSource checked = Sources.check(Sources.share(wrong));

        assertThat(checked.getModel()).isEmpty();
        assertThat(checked.getDiagnostics()).hasSize(100);
    }

    @Test
    @Tag("attack-32")
    @DisplayName("A quarter of a mebibyte is read, and a byte more is refused before anything looks at it")
    void sizeIsBounded() throws UnreadableSourceException {
        byte[] source = Sources.share("require sanctions-clear").getBytes(StandardCharsets.UTF_8);
        byte[] largest = Arrays.copyOf(source, SourceText.LARGEST_BYTES);
        Arrays.fill(largest, source.length, largest.length, (byte) '\n');

        assertThat(SourceText.LARGEST_BYTES).isEqualTo(262_144);
        assertThat(new SecurityLanguage(TestRules.catalogue())
                        .check(SourceText.read("large.security", largest))
                        .getDiagnostics())
                .isEmpty();
        assertThatThrownBy(() -> SourceText.read("large.security", Arrays.copyOf(largest, largest.length + 1)))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining("262145");
    }

    @Test
    @Tag("attack-32")
    @DisplayName("Sixty-four levels are read, and one more is refused before the parser sees it")
    void nestingIsBounded() {
        assertThat(Sources.check(Sources.share("require " + nested(63))).getDiagnostics())
                .isEmpty();
        for (String deep : Arrays.asList(
                nested(65),
                nested(100_000),
                String.join("", Collections.nCopies(20_000, "not ")) + "sanctions-clear",
                String.join("", Collections.nCopies(5_000, "when sanctions-clear then ")) + "sanctions-clear")) {
            assertThat(Sources.check(Sources.share("require " + deep)).errors())
                    .extracting(Diagnostic::getKind)
                    .containsExactly(DiagnosticKind.NESTED_TOO_DEEP);
        }
    }

    private static String nested(int levels) {
        return String.join("", Collections.nCopies(levels, "("))
                + "sanctions-clear"
                + String.join("", Collections.nCopies(levels, ")"));
    }
}
