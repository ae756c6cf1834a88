package org.countersign.contracts.definition.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.countersign.contracts.RuleCoverage;
import org.countersign.contracts.RuleCoverage.Breaks;
import org.countersign.contracts.definition.PinnedRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Classes that would do more than judge, each in one way, and jars that are none of rules. */
class AttachedPolicyTest {
    @Test
    @DisplayName("A class that makes rules, asks them and composes what they say is loaded")
    void inOrder() {
        assertThat(AttachedPolicy.load(RulesJar.of(RulesJar.IN_ORDER), RulesJar.NAME)
                        .modelDigest())
                .isEqualTo("a model");
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("decide1(facts); }", "System.nanoTime() > 0 ? null : null; }", "calls java/lang/System"),
                decides("reads a property", "Decision.of(Boolean.getBoolean(\"x\"))", "calls java/lang/Boolean"),
                change(
                        "  public String modelDigest",
                        "  private static void exit() { System.exit(1); }\n  public String modelDigest",
                        "it has a method exit"),
                decides("calls itself", "decide2(facts)", "calls decide2"),
                decides("calls back", "decide1(facts)", "calls decide1"),
                decides("asks what only the caller knows", "Decision.of(facts.getUntil() == null)", "getUntil"),
                decides(
                        "makes a file",
                        "Decision.of(new java.io.File(\"x\") == null)",
                        "makes an object of java/io/File"),
                decides("names a class", "Decision.of(Runtime.class == null)", "neither text nor number"),
                decides("makes a list", "Decision.of(new ArrayList<String>(9) == null)", "a list of unknown length"),
                decides("makes an array", "Decision.of(new String[9] == null)", "an array of unknown length"),
                decides("makes another array", "Decision.of(new Object[9] == null)", "makes an array"),
                change(
                        "  public String modelDigest",
                        "  private static MaximumTransferRule RULE_9;\n  public String modelDigest",
                        "its field RULE_9 is no constant"),
                decides(
                        "binds late",
                        "((java.util.function.Supplier<Decision>) () -> Decision.HOLDS).get()",
                        "constant"),
                change("new ArrayList<>(3)", "new ArrayList<>(2000000000)", "a list of unknown length"),
                change(
                        "return RULE_1.judge",
                        "while (Decision.HOLDS != Decision.FAILS) { } return RULE_1.judge",
                        "jumps back"),
                change("return RULE_1.judge", "synchronized (facts) { } return RULE_1.judge", "the instruction"),
                change(
                        "return RULE_1.judge",
                        "try { facts.getOperation(); } catch (Error e) { } return RULE_1.judge",
                        ""),
                change("judge2(facts, findings))", "judge2(facts, findings)).and(judge2(facts, findings))", "again"),
                change("implements CompiledPolicy", "implements CompiledPolicy, Runnable { public void run() {}", ""),
                change("public final class Policy implements", "public class Policy implements", "public and final"),
                change("implements CompiledPolicy {", "extends Random implements CompiledPolicy {", "extends"),
                change("final AllowedPersonsRule", "AllowedPersonsRule", "is no constant rule"),
                change("MaximumTransferRule RULE_1", "ComplianceRule RULE_1", "is no constant rule"),
                change("Arrays.asList(\"a\", \"b\")", "java.util.stream.Stream.of(\"a\").collect(null)", "calls"));
    }

    private static Arguments decides(String title, String expression, String reason) {
        String text = RulesJar.IN_ORDER.replace(
                "return Decision.of(facts.getOperation() == Operation.ISSUE).or(RULE_2.decide(facts));",
                "return " + expression + ";");
        return Arguments.of(title, text, reason);
    }

    private static Arguments change(String before, String after, String reason) {
        assertThat(RulesJar.IN_ORDER).contains(before);
        String opened = after.contains("run()")
                ? RulesJar.IN_ORDER.replace("CompiledPolicy {", "CompiledPolicy")
                : RulesJar.IN_ORDER;
        return Arguments.of(after, opened.replace(before, after), reason);
    }

    @Breaks(AttachedPolicy.RULES_HARMLESS)
    @DisplayName("A class under another name than its source gives it is refused")
    void anotherName() {
        refused(
                AttachedPolicy.RULES_HARMLESS,
                "its name is another",
                RulesJar.of(RulesJar.IN_ORDER),
                PinnedRules.className("00112233445566778899001122334455667788990011223344556677889900"));
    }

    @Tag("attack-22")
    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    @DisplayName("A class that could do more is refused before it is loaded")
    void couldDoMore(String title, String text, String reason) {
        refused(AttachedPolicy.RULES_HARMLESS, reason, RulesJar.of(text), RulesJar.NAME);
    }

    @Test
    @DisplayName("No part of a class file is taken for a class, and nothing may follow it")
    void truncated() {
        byte[] whole = RulesJar.compiled(RulesJar.IN_ORDER);
        for (int length = 0; length < whole.length; length += 7) {
            refused(
                    AttachedPolicy.RULES_HARMLESS,
                    "",
                    RulesJar.zip(PinnedRules.ENTRY, Arrays.copyOf(whole, length)),
                    RulesJar.NAME);
        }
        refused(
                AttachedPolicy.RULES_HARMLESS,
                "something follows it",
                RulesJar.zip(PinnedRules.ENTRY, Arrays.copyOf(whole, whole.length + 1)),
                RulesJar.NAME);
    }

    @Breaks(AttachedPolicy.RULES_LOAD)
    @DisplayName("A class whose rules cannot be made is refused")
    void impossibleRule() {
        refused(
                AttachedPolicy.RULES_LOAD,
                "",
                RulesJar.of(RulesJar.IN_ORDER.replace("BigDecimal(\"250\")", "BigDecimal(\"-250\")")),
                RulesJar.NAME);
    }

    @Breaks(AttachedPolicy.RULES_PLACE)
    @DisplayName("A jar without the class in its place is refused, and one out of which too much comes")
    void nothingThere() {
        byte[] code = RulesJar.compiled(RulesJar.IN_ORDER);
        refused(AttachedPolicy.RULES_PLACE, "", RulesJar.zip("Policy.class", code), RulesJar.NAME);
        refused(AttachedPolicy.RULES_PLACE, "", new byte[] {1, 2, 3}, RulesJar.NAME);
        byte[] bomb = RulesJar.zip("zeros", new byte[AttachedPolicy.LARGEST_JAR + 1]);
        assertThat(bomb.length).isLessThan(100_000);
        refused(AttachedPolicy.RULES_PLACE, "", bomb, RulesJar.NAME);
    }

    private static void refused(String rule, String reason, byte[] jar, String name) {
        assertThatThrownBy(() -> AttachedPolicy.load(jar, name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(rule)
                .hasMessageContaining(reason);
        RuleCoverage.refused(rule);
    }
}
