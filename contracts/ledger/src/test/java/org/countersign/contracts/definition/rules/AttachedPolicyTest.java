package org.countersign.contracts.definition.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
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
                decides("names a class", "Decision.of(Runtime.class == null)", "neither a short text nor a number"),
                decides(
                        "makes a list",
                        "Decision.of(new ArrayList<String>(9) == null)",
                        "an object of java/util/ArrayList"),
                decides("makes an array", "Decision.of(new String[9] == null)", "an array of unknown length"),
                decides(
                        "makes a number for each decision",
                        "Decision.of(new BigDecimal(\"9\") == null)",
                        "its method decide2 makes an object of java/math/BigDecimal"),
                decides(
                        "makes a rule for each decision",
                        "new MaximumTransferRule(null).decide(facts)",
                        "makes an object of org/countersign"),
                decides("asks a rule twice", "RULE_2.decide(facts).or(RULE_2.decide(facts))", "asks again"),
                decides("asks a rule of another part", "RULE_1.decide(facts)", "asks again"),
                change(
                        "return Decision.of(facts.getOperation() == Operation.ISSUE).or(RULE_2.decide(facts));",
                        "AllowedPersonsRule rule = RULE_3; return rule.decide(facts).or(rule.decide(facts));",
                        "asks elsewhere"),
                change(
                        ".or(RULE_2.judge(facts, findings));",
                        ".or(RULE_2.judge(facts, findings)).or(RULE_3.decide(facts));",
                        "asks elsewhere"),
                change("public String modelDigest() {", "public String modelDigest() { decide1(null);", "instruction"),
                change("BigDecimal(\"250\")", "BigDecimal(\"" + repeat("9", 601) + "\")", "a short text"),
                change("Arrays.asList(\"a\", \"b\")", "Arrays.asList(new String[1001])", "a long one"),
                change("new ArrayList<>(3)", "new ArrayList<>(501)", "a list of unknown length, or a long one"),
                change("return decide1(facts); }", "return decide1(facts); }" + chain(64), "64 deep"),
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

    private static String repeat(String text, int times) {
        return String.join("", Collections.nCopies(times, text));
    }

    // Parts from 10 on that each call the next one.
    private static String chain(int depth) {
        StringBuilder parts = new StringBuilder();
        for (int part = 10; part <= 10 + depth; part++) {
            parts.append("  private static Decision decide")
                    .append(part)
                    .append("(ComplianceFacts facts) { return ")
                    .append(part < 10 + depth ? "decide" + (part + 1) + "(facts)" : "Decision.HOLDS")
                    .append("; }\n");
        }
        return parts.toString();
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

    @Test
    @Tag("attack-22")
    @DisplayName("A class that reads a field that it does not have is refused before it is loaded")
    void madeUpField() {
        byte[] code = RulesJar.compiled(RulesJar.IN_ORDER);
        int fields = fields(code);
        // The first field gets the name of the second one, which is of another type.
        System.arraycopy(code, fields + 2 + 8, code, fields + 2, 2);
        refused(
                AttachedPolicy.RULES_HARMLESS,
                "its method decide1 reads the field",
                RulesJar.zip(PinnedRules.ENTRY, code),
                RulesJar.NAME);
    }

    // One interface, three fields, and the access of the first one.
    private static int fields(byte[] code) {
        for (int index = 0; index + 8 < code.length; index++) {
            if (code[index + 1] == 1 && code[index + 5] == 3 && code[index + 7] == 0x1A && code[index + 6] == 0) {
                return index + 6;
            }
        }
        throw new AssertionError("no fields");
    }

    @Test
    @DisplayName("The name of a hostile class's method steers no terminal, and fills no log")
    void harmlessMessages() {
        String name = "x\u00E9" + repeat("y", 500);
        byte[] jar = RulesJar.of(RulesJar.IN_ORDER.replace(
                "  public String modelDigest", "  private static void " + name + "() {}\n  public String modelDigest"));
        assertThatThrownBy(() -> AttachedPolicy.load(jar, RulesJar.NAME))
                .hasMessageContaining("it has a method x??y")
                .hasMessageMatching("[ -~]{1,400}");
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

    @Breaks(AttachedPolicy.RULES_UNSIGNED)
    @DisplayName("Whatever makes a jar a signed one is refused, in any spelling, and nothing else that is called alike")
    void signatures() {
        for (String entry : new String[] {
            "META-INF/STRANGER.SF", "META-INF/stranger.rsa", "meta-inf/S.DSA", "META-INF/S.EC", "META-INF/SIG-S"
        }) {
            refused(AttachedPolicy.RULES_UNSIGNED, "", with(entry), RulesJar.NAME);
        }
        for (String entry : new String[] {"META-INF/more/S.SF", "S.EC", "META-INF/MANIFEST.MF"}) {
            assertThat(AttachedPolicy.load(with(entry), RulesJar.NAME)).isNotNull();
        }
    }

    private static byte[] with(String entry) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(entry, new byte[0]);
        entries.put(PinnedRules.ENTRY, RulesJar.compiled(RulesJar.IN_ORDER));
        return RulesJar.zip(entries);
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
