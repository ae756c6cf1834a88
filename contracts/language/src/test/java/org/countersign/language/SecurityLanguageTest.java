package org.countersign.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.validation.Aspect;
import org.countersign.language.check.KnownCommittee;
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
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(checked.getDiagnostics()).hasSize(101);
        assertThat(checked.getDiagnostics().get(100).getKind()).isEqualTo(DiagnosticKind.NOT_TOLD);
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

    @Test
    @DisplayName("Alternatives side by side are not nested, however many are negations")
    void negationsSideBySideAreFlat() {
        String side = String.join(" or ", Collections.nCopies(65, "not sanctions-clear"));
        String within = String.join("", Collections.nCopies(40, "not ("))
                + side
                + String.join("", Collections.nCopies(40, ")"));

        assertThat(Sources.check(Sources.share("require " + side)).errors()).isEmpty();
        assertThat(Sources.check(Sources.share("require " + within)).errors())
                .extracting(Diagnostic::getKind)
                .containsExactly(DiagnosticKind.NESTED_TOO_DEEP);
        assertThat(Sources.check(Sources.share(
                                "require " + side.replace("not", String.join("", Collections.nCopies(65, "not ")))))
                        .errors())
                .extracting(Diagnostic::getKind)
                .containsExactly(DiagnosticKind.NESTED_TOO_DEEP);
    }

    @Test
    @DisplayName("Terms, policy and lists are looked at whatever is wrong elsewhere")
    void errorsAreNotStaged() {
        CheckedSource checked = Sources.checkWithLedger(Sources.share(
                        "require no-such-rule",
                        "require residence-barred US-ZZ, DE, XX, US-NY",
                        "on transfers",
                        "require maximum-transfer 1 unit",
                        "always",
                        "require minimum-transfer 500 units",
                        "require maximum-transfer 20 units")
                .replace("0.05 GBP", "0.05 USD")
                .replace("by \"registrars\"", "by registrars"));

        assertThat(checked.errors())
                .extracting(Diagnostic::getKind)
                .containsExactly(
                        DiagnosticKind.WRONG_UNITS,
                        DiagnosticKind.WRONG_TYPE,
                        DiagnosticKind.UNKNOWN_RULE,
                        DiagnosticKind.UNKNOWN_CODE,
                        DiagnosticKind.UNKNOWN_CODE,
                        DiagnosticKind.UNKNOWN_WORD,
                        DiagnosticKind.LEAST_ABOVE_MOST);
        assertThat(checked.getModel()).isEmpty();
    }

    @Test
    @DisplayName("Committees are looked at whatever else is wrong")
    void committeesAreLookedAtBesides() throws UnreadableSourceException {
        String text = Sources.share("require no-such-rule").replace("\"compliance\"", "\"complianse\"");

        assertThat(SecurityLanguage.ofLedger()
                        .check(
                                SourceText.of("two.security", text),
                                Arrays.asList(
                                        new KnownCommittee("registrars", Aspect.OWNERSHIP, "network"),
                                        new KnownCommittee("compliance", Aspect.COMPLIANCE, "network")),
                                Collections.emptyList())
                        .errors())
                .extracting(Diagnostic::getKind)
                .containsExactly(DiagnosticKind.UNKNOWN_COMMITTEE, DiagnosticKind.UNKNOWN_RULE);
    }

    @Test
    @DisplayName("A segment that the registrars have established is there, also if no committee is of it alone")
    void establishedSegments() throws UnreadableSourceException {
        SourceText source = SourceText.of(
                "uk.security",
                Sources.share("require sanctions-clear").replace("validation\n", "validation\n  segment \"uk\"\n"));
        List<KnownCommittee> committees = Arrays.asList(
                new KnownCommittee("registrars", Aspect.OWNERSHIP, "network"),
                new KnownCommittee("compliance", Aspect.COMPLIANCE, "network"));

        assertThat(SecurityLanguage.ofLedger()
                        .check(source, committees, Collections.singletonList("uk"))
                        .errors())
                .isEmpty();
        assertThat(SecurityLanguage.ofLedger()
                        .check(source, committees, Collections.singletonList("eu"))
                        .errors())
                .extracting(Diagnostic::getReason)
                .containsExactly("There is no segment 'uk' on this network.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "require maximum-holding 100,000,000,000,000,000,000,000,000 units; OVERFLOW",
                "note redemption 1,001%; OUT_OF_RANGE",
                "note maturity 0001-01-01; OUT_OF_RANGE",
                "disclosure report \"Accounts\" every 0 days to holders; OUT_OF_RANGE",
            })
    @DisplayName("A value that cannot be meant is an error where it is written")
    void valuesHaveRanges(String example) {
        String line = example.substring(0, example.indexOf(';'));
        int space = line.indexOf(' ');
        String section = line.substring(0, space);
        String source = section.equals("require")
                ? Sources.share(line)
                : section.equals("note")
                        ? Sources.share("require sanctions-clear")
                                .replace(
                                        "share\n",
                                        "note\n"
                                                + (line.contains("maturity") ? "" : "  maturity 2030-01-01\n")
                                                + line.substring(space)
                                                + "\n")
                        : Sources.share("require sanctions-clear", line.replaceFirst(" ", "\n"));

        assertThat(Sources.checkWithLedger(source).errors())
                .as(source)
                .extracting(diagnostic -> diagnostic.getKind().name())
                .containsExactly(example.substring(example.indexOf(';') + 2));
    }

    @Test
    @DisplayName("A nominal value is counted in the smallest units of its currency")
    void minorUnits() {
        String yen = Sources.share("require sanctions-clear")
                .replace("GBP", "JPY")
                .replace("0.05", "1")
                .replace("1,000,000 units", "900,000,000,000,000,000 units");

        assertThat(Sources.checkWithLedger(yen).errors()).isEmpty();
        assertThat(Sources.describe(
                        Sources.checkWithLedger(yen.replace("JPY", "KWD")).errors()))
                .contains("9,223,372,036,854,775.807 KWD");
    }

    @Test
    @DisplayName("A zone is one of a list of the ledger's own, whatever zones this JDK knows")
    void zonesAreListed() {
        String hours = "require trading-hours opens 09:00 closes 17:00 zone ";

        assertThat(Sources.checkWithLedger(Sources.share(hours + "America/Argentina/Buenos_Aires"))
                        .errors())
                .isEmpty();
        for (String zone : Arrays.asList("Europe/Kyiv", "America/Coyhaique", "SystemV/EST5", "Etc/GMT-3")) {
            assertThat(Sources.checkWithLedger(Sources.share(hours + zone)).errors())
                    .extracting(Diagnostic::getKind)
                    .as(zone)
                    .containsExactly(DiagnosticKind.UNKNOWN_CODE);
        }
    }

    @Test
    @DisplayName("An alternative within others that never holds there is told, with what holds on the way to it")
    void deadAlternatives() {
        assertThat(Sources.checkWithLedger(
                                Sources.share("require sanctions-clear or (operation issue and operation redeem)"))
                        .warnings())
                .extracting(Diagnostic::getReason)
                .containsExactly("This alternative can never hold here.");
        assertThat(Sources.checkWithLedger(Sources.share(
                                "on transfer",
                                "require sanctions-clear and (not politically-exposed-kyc-level 2 or"
                                        + " (when operation redeem then accredited))"))
                        .warnings())
                .extracting(Diagnostic::getReason)
                .containsExactly("The condition after 'when' can never hold here.");
        assertThat(Sources.checkWithLedger(Sources.share(
                                "on transfer, issue", "require (operation issue and accredited) or sanctions-clear"))
                        .warnings())
                .isEmpty();
    }

    @Test
    @DisplayName("What is told to be allowed is what the ledger takes")
    void rangesAreTheLedgers() {
        assertThat(Sources.describe(Sources.checkWithLedger(Sources.share("require maximum-holders 3,000,000,000"))
                        .errors()))
                .contains("allowed is a whole number from 0 to 1,000,000,000");
        assertThat(Sources.checkWithLedger(Sources.share("require maximum-holders 1,000,000,000"))
                        .errors())
                .isEmpty();
    }

    private static String nested(int levels) {
        return String.join("", Collections.nCopies(levels, "("))
                + "sanctions-clear"
                + String.join("", Collections.nCopies(levels, ")"));
    }
}
