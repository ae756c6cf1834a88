package org.countersign.contracts.holding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countersign.contracts.Cast.DEALER_A;
import static org.countersign.contracts.Cast.DEALER_B;
import static org.countersign.contracts.Cast.IDENTITY;
import static org.countersign.contracts.Cast.REGISTRARS;
import static org.countersign.contracts.Cast.WINDOW;
import static org.countersign.contracts.Cast.attest;
import static org.countersign.contracts.Cast.holding;
import static org.countersign.contracts.Cast.key;
import static org.countersign.contracts.TestNode.onLedger;

import com.r3.corda.lib.tokens.contracts.commands.MoveTokenCommand;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.Collections;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.crypto.SecureHash;
import org.countersign.contracts.Cast;
import org.countersign.contracts.Draft;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.RuleCoverage.Breaks;
import org.countersign.contracts.TestNode;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.definition.Amendment;
import org.countersign.contracts.definition.PinnedRules;
import org.countersign.contracts.definition.Provisions;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.rules.AttachedPolicy;
import org.countersign.contracts.definition.rules.RulesJar;
import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transfers of a security whose definition pins rules; at most 250 units, and after a year. */
class PinnedRulesTest extends LedgerTest {
    private static final Instant A_YEAR_AGO = Instant.parse("2025-03-02T09:00:00Z");
    private static final byte[] JAR = RulesJar.of(RulesJar.IN_ORDER);
    private static final SecureHash ATTACHED = TestNode.attach(JAR);

    @TempDir
    Path directory;

    private static StateAndRef<SecurityDefinitionState> pinning(SecureHash source, SecureHash jar) {
        // A policy that would let everything pass: it is the pinned rules that are run.
        return onLedger(SecurityDefinitionState.registered(
                Cast.ISSUER, Cast.TERMS, Cast.POLICY, CompliancePolicy.none(), new PinnedRules(source, jar, 1)));
    }

    private static Draft transfer(StateAndRef<SecurityDefinitionState> security, long quantity) {
        IssuedTokenType type = security.getState().getData().tokenType();
        return new Draft()
                .input(onLedger(holding(security, 500, DEALER_A, A_YEAR_AGO, A_YEAR_AGO)))
                .output(holding(security, quantity, DEALER_B, A_YEAR_AGO, WINDOW.getUntilTime()))
                .output(holding(security, 500 - quantity, DEALER_A, A_YEAR_AGO, A_YEAR_AGO))
                .reference(security)
                .reference(IDENTITY)
                .reference(REGISTRARS)
                .command(
                        new MoveTokenCommand(type, Collections.singletonList(0), Arrays.asList(0, 1)),
                        key(DEALER_A),
                        key(DEALER_B))
                .command(attest(IDENTITY, Operation.TRANSFER, security.getRef()))
                .command(attest(REGISTRARS, Operation.TRANSFER, security.getRef()))
                .window(WINDOW);
    }

    @Test
    @DisplayName("What the pinned rules allow moves, with their jar")
    void allowed() {
        accepted(transfer(pinning(RulesJar.SOURCE, ATTACHED), 250).attach(ATTACHED));
    }

    @Breaks(PublicCompliance.COMPLIANT)
    @DisplayName(
            "What the pinned rules do not allow is refused with their reasons, whatever the policy beside them says")
    void refusedByTheRules() {
        refused(
                PublicCompliance.COMPLIANT,
                "maximum-transfer (quantity: 250): An acquirer must acquire at most 250 units.",
                transfer(pinning(RulesJar.SOURCE, ATTACHED), 251).attach(ATTACHED));
    }

    @Breaks(PublicCompliance.COMPLIANT)
    @DisplayName("A class that decides against a transfer is not outdone by a report of its own that is milder")
    void milderReport() {
        SecureHash milder = TestNode.attach(RulesJar.of(RulesJar.IN_ORDER.replace(
                "return RULE_1.judge(facts, findings).and(judge2(facts, findings));", "return Decision.HOLDS;")));
        refused(
                PublicCompliance.COMPLIANT,
                "It does not:",
                transfer(pinning(RulesJar.SOURCE, milder), 251).attach(milder));
    }

    @Test
    @DisplayName("Rules are judged as they are pinned, whichever compiler made them, until an amendment brings others")
    void anotherCompiler() {
        Provisions old = compiledBy(ATTACHED, 7);
        StateAndRef<SecurityDefinitionState> before = onLedger(SecurityDefinitionState.registered(Cast.ISSUER, old));
        accepted(transfer(before, 250).attach(ATTACHED));
        refused(
                PublicCompliance.COMPLIANT,
                "maximum-transfer (quantity: 250)",
                transfer(before, 251).attach(ATTACHED));

        SecureHash newer = TestNode.attach(RulesJar.of(RulesJar.IN_ORDER.replace("\"250\"", "\"300\"")));
        SecurityDefinitionState announced =
                before.getState().getData().withAnnounced(new Amendment(compiledBy(newer, 8), WINDOW.getFromTime()));
        refused(
                PublicCompliance.COMPLIANT,
                "maximum-transfer (quantity: 250)",
                transfer(onLedger(announced), 251).attach(ATTACHED));
        StateAndRef<SecurityDefinitionState> after = onLedger(announced.amended());
        accepted(transfer(after, 300).attach(newer));
        refused(AttachedPolicy.RULES_ATTACHED, transfer(after, 200).attach(ATTACHED));
    }

    private static Provisions compiledBy(SecureHash jar, int compiler) {
        return new Provisions(
                Cast.TERMS,
                Cast.POLICY,
                CompliancePolicy.none(),
                new PinnedRules(RulesJar.SOURCE, jar, compiler),
                Period.ofDays(30));
    }

    @Tag("attack-22")
    @Breaks(AttachedPolicy.RULES_ATTACHED)
    @DisplayName("A transfer without the jar is refused, and one with another jar")
    void notAttached() {
        StateAndRef<SecurityDefinitionState> security = pinning(RulesJar.SOURCE, ATTACHED);
        refused(AttachedPolicy.RULES_ATTACHED, transfer(security, 200));
        byte[] laxer = RulesJar.of(RulesJar.IN_ORDER.replace("\"250\"", "\"500\""));
        refused(AttachedPolicy.RULES_ATTACHED, transfer(security, 200).attach(TestNode.attach(laxer)));
    }

    @Tag("attack-22")
    @Breaks(AttachedPolicy.RULES_ATTACHED)
    @DisplayName("A jar whose class was patched, or that a stranger has signed, does not stand in for the pinned one")
    void anotherInItsPlace() {
        StateAndRef<SecurityDefinitionState> security = pinning(RulesJar.SOURCE, ATTACHED);
        byte[] patched = RulesJar.zip(PinnedRules.ENTRY, patched(RulesJar.compiled(RulesJar.IN_ORDER)));
        refused(AttachedPolicy.RULES_ATTACHED, transfer(security, 300).attach(TestNode.attach(patched)));
        byte[] signed = RulesJar.signed(JAR, directory);
        refused(AttachedPolicy.RULES_ATTACHED, transfer(security, 200).attach(TestNode.attach(signed)));
    }

    /** The class with a limit of 900 units in the place of 250, and not a byte more. */
    private static byte[] patched(byte[] bytecode) {
        String before = new String(bytecode, StandardCharsets.ISO_8859_1);
        assertThat(before).contains("250");
        return before.replace("250", "900").getBytes(StandardCharsets.ISO_8859_1);
    }

    @Tag("attack-22")
    @Breaks(AttachedPolicy.RULES_UNSIGNED)
    @DisplayName("A jar that a stranger has signed is refused, though its definition pins it")
    void signedByAStranger() {
        SecureHash signed = TestNode.attach(RulesJar.signed(JAR, directory));
        refused(
                AttachedPolicy.RULES_UNSIGNED,
                transfer(pinning(RulesJar.SOURCE, signed), 200).attach(signed));
    }

    @Breaks(AttachedPolicy.RULES_PLACE)
    @DisplayName("A jar that has the class as Corda would load it, or none, is no jar of rules")
    void noRules() {
        SecureHash plain = TestNode.attach(RulesJar.zip("META-INF/countersign/source.security", new byte[] {1}));
        refused(
                AttachedPolicy.RULES_PLACE,
                transfer(pinning(RulesJar.SOURCE, plain), 200).attach(plain));
    }

    @Tag("attack-22")
    @Breaks(AttachedPolicy.RULES_HARMLESS)
    @DisplayName("A laxer source with the jar of the old one is refused: the class is not the one of that source")
    void laxerSource() {
        refused(
                AttachedPolicy.RULES_HARMLESS,
                "its name is another",
                transfer(pinning(SecureHash.sha256("a laxer source"), ATTACHED), 200)
                        .attach(ATTACHED));
    }

    @Tag("attack-22")
    @Breaks(AttachedPolicy.RULES_HARMLESS)
    @DisplayName("A class that was patched to do more is refused, though its definition pins it")
    void patched() {
        SecureHash patched = TestNode.attach(RulesJar.of(
                RulesJar.IN_ORDER.replace("return decide1(facts);", "System.exit(1); return decide1(facts);")));
        refused(
                AttachedPolicy.RULES_HARMLESS,
                "calls java/lang/System.exit",
                transfer(pinning(RulesJar.SOURCE, patched), 200).attach(patched));
    }

    @Tag("attack-22")
    @Breaks(PublicCompliance.DECIDED)
    @DisplayName("Rules that break while they decide let nothing pass, and are refused as any others")
    void breaking() {
        SecureHash breaking = TestNode.attach(RulesJar.zip(PinnedRules.ENTRY, RulesJar.breaking()));
        refused(
                PublicCompliance.DECIDED,
                transfer(pinning(RulesJar.SOURCE, breaking), 200).attach(breaking));
    }

    @Breaks(AttachedPolicy.RULES_LOAD)
    @DisplayName("Rules that cannot be made judge nothing")
    void impossible() {
        SecureHash impossible = TestNode.attach(RulesJar.of(RulesJar.IN_ORDER.replace("\"250\"", "\"-250\"")));
        refused(
                AttachedPolicy.RULES_LOAD,
                transfer(pinning(RulesJar.SOURCE, impossible), 200).attach(impossible));
    }
}
