package org.countersign.contracts.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countersign.contracts.Cast.IDENTITY;
import static org.countersign.contracts.Cast.ISSUER;
import static org.countersign.contracts.Cast.MALLORY;
import static org.countersign.contracts.Cast.POLICY;
import static org.countersign.contracts.Cast.REGISTRARS;
import static org.countersign.contracts.Cast.TERMS;
import static org.countersign.contracts.Cast.WINDOW;
import static org.countersign.contracts.Cast.attest;
import static org.countersign.contracts.Cast.authority;
import static org.countersign.contracts.Cast.committeeTerms;
import static org.countersign.contracts.Cast.key;
import static org.countersign.contracts.TestNode.onLedger;
import static org.countersign.contracts.definition.Definitions.register;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.EnumSet;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.Party;
import org.countersign.contracts.Draft;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.RuleCoverage.Breaks;
import org.countersign.contracts.TestNode;
import org.countersign.contracts.compliance.CompliancePolicies;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.definition.rules.AttachedPolicy;
import org.countersign.contracts.definition.rules.RulesJar;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Attestations;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AmendmentRulesTest extends LedgerTest {
    private static final Period MONTH = Period.ofMonths(1);
    private static final Provisions NOW = saying(TERMS, POLICY, MONTH);
    private static final Provisions THEN = saying(named("ACME plc deferred shares"), POLICY, MONTH);
    private static final SecurityDefinitionState ACME = SecurityDefinitionState.registered(ISSUER, NOW);
    private static final Instant DUE = Instant.parse("2026-04-02T09:02:00Z");
    private static final SecurityDefinitionState ANNOUNCED = ACME.withAnnounced(new Amendment(THEN, DUE));
    private static final SecureHash JAR = TestNode.attach(RulesJar.of(RulesJar.IN_ORDER));

    private static Provisions saying(SecurityTerms terms, ValidationPolicy policy, Period notice) {
        return new Provisions(terms, policy, CompliancePolicy.none(), null, notice);
    }

    private static SecurityTerms named(String name) {
        return terms(TERMS.getSymbol(), TERMS.getIsin(), name, TERMS.getCurrency(), TERMS.getDenomination(), 0);
    }

    private static SecurityTerms terms(
            String symbol, Isin isin, String name, String currency, BigDecimal denomination, int digits) {
        return new SecurityTerms(symbol, isin, name, currency, denomination, TERMS.getAuthorisedQuantity(), digits);
    }

    private static ValidationPolicy policy(String segment, StateAndRef<CommitteeState> registrars) {
        return new ValidationPolicy(
                segment,
                Arrays.asList(
                        POLICY.requirementOf(Aspect.IDENTITY).get(),
                        new AspectRequirement(
                                Aspect.OWNERSHIP,
                                registrars.getState().getData().getLinearId(),
                                EnumSet.allOf(Operation.class))));
    }

    private static Draft step(
            SecurityDefinitionState before, SecurityDefinitionState after, SecurityDefinitionCommand command) {
        return step(before, after, command, ISSUER, WINDOW);
    }

    private static Draft step(
            SecurityDefinitionState before,
            SecurityDefinitionState after,
            SecurityDefinitionCommand command,
            Party signer,
            TimeWindow window) {
        StateAndRef<SecurityDefinitionState> input = onLedger(before);
        Operation operation =
                command instanceof SecurityDefinitionCommand.Announce ? Operation.AMEND : Operation.DEFINE;
        Attest attest = new Attest(
                Aspect.OWNERSHIP,
                operation,
                REGISTRARS.getRef(),
                input.getRef(),
                window.getFromTime(),
                window.getUntilTime());
        return new Draft()
                .input(input)
                .output(after)
                .reference(IDENTITY)
                .reference(REGISTRARS)
                .command(command, key(signer))
                .command(attest, REGISTRARS.getState().getData().attestationKey())
                .window(window);
    }

    private static Draft announce(SecurityDefinitionState after) {
        return step(ACME, after, new SecurityDefinitionCommand.Announce());
    }

    private static Draft announce(Provisions then) {
        return announce(ACME.withAnnounced(new Amendment(then, DUE)));
    }

    private static Draft complete(SecurityDefinitionState after, Instant opens) {
        return step(
                ANNOUNCED,
                after,
                new SecurityDefinitionCommand.Complete(),
                ISSUER,
                TimeWindow.between(opens, opens.plusSeconds(120)));
    }

    private static Draft withdraw(SecurityDefinitionState after) {
        return step(ANNOUNCED, after, new SecurityDefinitionCommand.Withdraw());
    }

    @Test
    @DisplayName("An amendment is announced, completed on its day, and then the definition says what was announced")
    void inOrder() {
        accepted(register(ACME));
        accepted(announce(THEN));
        accepted(complete(ANNOUNCED.amended(), DUE));
        accepted(withdraw(ANNOUNCED.withoutAnnounced()));
        assertThat(ANNOUNCED.provisions()).isEqualTo(NOW);
        assertThat(ANNOUNCED.amended().provisions()).isEqualTo(THEN);
        assertThat(ANNOUNCED.amended().getVersion()).isEqualTo(3);
        assertThat(ANNOUNCED.amended().tokenType()).isEqualTo(ACME.tokenType());
    }

    @Test
    @DisplayName("A freeze in between stops neither, and takes nothing of what was announced away")
    void frozenInBetween() {
        SecurityDefinitionState frozen = ANNOUNCED.withStatus(SecurityStatus.FROZEN, Definitions.ORDER);
        accepted(Definitions.change(ANNOUNCED, frozen, new SecurityDefinitionCommand.Freeze(Definitions.COURT)));
        accepted(step(
                frozen,
                frozen.amended(),
                new SecurityDefinitionCommand.Complete(),
                ISSUER,
                TimeWindow.between(DUE, DUE.plusSeconds(60))));
        assertThat(frozen.amended().getStatus()).isEqualTo(SecurityStatus.FROZEN);
    }

    @Breaks(SecurityDefinitionContract.ONLY_STATUS_CHANGES)
    @DisplayName("A freeze does not let an announced amendment disappear, or come early")
    void aFreezeAmendsNothing() {
        String rule = SecurityDefinitionContract.ONLY_STATUS_CHANGES;
        SecurityDefinitionCommand freeze = new SecurityDefinitionCommand.Freeze(Definitions.COURT);
        refused(
                rule,
                Definitions.change(
                        ANNOUNCED,
                        ACME.withStatus(SecurityStatus.FROZEN, Definitions.ORDER)
                                .withoutAnnounced(),
                        freeze));
        refused(
                rule,
                Definitions.change(
                        ANNOUNCED, ANNOUNCED.amended().withStatus(SecurityStatus.FROZEN, Definitions.ORDER), freeze));
    }

    @Breaks(AmendmentRules.AMENDMENT_TERMS)
    @DisplayName("A definition that can be amended says by whose approval, and with a notice of a day to ten years")
    void amendmentTerms() {
        String rule = AmendmentRules.AMENDMENT_TERMS;
        ValidationPolicy nobody = new ValidationPolicy(
                Segment.WHOLE_NETWORK,
                Arrays.asList(
                        POLICY.requirementOf(Aspect.IDENTITY).get(),
                        new AspectRequirement(
                                Aspect.OWNERSHIP,
                                POLICY.ownership().getCommittee(),
                                EnumSet.range(Operation.DEFINE, Operation.CORPORATE_ACTION))));
        for (Provisions wrong : Arrays.asList(
                saying(TERMS, nobody, MONTH),
                saying(TERMS, POLICY, Period.ofDays(-1)),
                saying(TERMS, POLICY, Period.ZERO),
                saying(TERMS, POLICY, Period.of(0, 2, -30)),
                saying(TERMS, POLICY, Period.ofDays(3721)),
                saying(TERMS, POLICY, Period.of(10, 0, 1)),
                saying(TERMS, POLICY, Period.ofYears(Integer.MAX_VALUE)))) {
            refused(rule, register(SecurityDefinitionState.registered(ISSUER, wrong)));
            refused(rule, announce(wrong));
        }
        accepted(register(SecurityDefinitionState.registered(ISSUER, saying(TERMS, POLICY, Period.ofYears(10)))));
        accepted(register(SecurityDefinitionState.registered(ISSUER, saying(TERMS, POLICY, Period.ofDays(1)))));
        accepted(announce(saying(named("For ever"), nobody, null)));
    }

    @Breaks(AmendmentRules.AMENDABLE)
    @DisplayName("What was bought as unchangeable stays as it is")
    void notAmendable() {
        SecurityDefinitionState fixed = SecurityDefinitionState.registered(ISSUER, saying(TERMS, POLICY, null));
        refused(
                AmendmentRules.AMENDABLE,
                step(fixed, fixed.withAnnounced(new Amendment(THEN, DUE)), new SecurityDefinitionCommand.Announce()));
    }

    @Breaks(AmendmentRules.ONE_AMENDMENT)
    @DisplayName("A second announcement, and the end of one that is not there, are refused")
    void oneAtATime() {
        String rule = AmendmentRules.ONE_AMENDMENT;
        SecurityDefinitionCommand announce = new SecurityDefinitionCommand.Announce();
        Provisions other = saying(named("Something else"), POLICY, MONTH);
        refused(rule, step(ANNOUNCED, ANNOUNCED.withAnnounced(new Amendment(other, DUE)), announce));
        refused(rule, announce(ACME.withoutAnnounced()));
        refused(rule, step(ACME, ACME.withoutAnnounced(), new SecurityDefinitionCommand.Withdraw()));
        refused(rule, step(ACME, ACME.withoutAnnounced(), new SecurityDefinitionCommand.Complete()));
    }

    @Breaks(AmendmentRules.NOTICE_KEPT)
    @Tag("attack-26")
    @DisplayName("The notice is that of the definition in force, in months of the calendar, to the second")
    void notice() {
        String rule = AmendmentRules.NOTICE_KEPT;
        refused(rule, announce(ACME.withAnnounced(new Amendment(THEN, DUE.minusNanos(1)))));
        refused(rule, announce(ACME.withAnnounced(new Amendment(THEN, Instant.MIN))));
        refused(
                rule,
                announce(ACME.withAnnounced(
                        new Amendment(saying(TERMS, POLICY, Period.ofDays(1)), DUE.minusSeconds(60)))));
        accepted(announce(ACME.withAnnounced(new Amendment(THEN, DUE.plus(Duration.ofDays(400))))));
    }

    @Breaks(AmendmentRules.IN_EFFECT)
    @Tag("attack-26")
    @DisplayName("Nothing is completed in a time-window that begins before its day")
    void tooEarly() {
        refused(AmendmentRules.IN_EFFECT, complete(ANNOUNCED.amended(), DUE.minusNanos(1)));
        refused(
                AmendmentRules.IN_EFFECT,
                step(ANNOUNCED, ANNOUNCED.amended(), new SecurityDefinitionCommand.Complete()));
        accepted(complete(ANNOUNCED.amended(), DUE.plus(Duration.ofDays(90))));
    }

    @Breaks(AmendmentRules.SAME_SECURITY)
    @DisplayName("Symbol, currency, denomination, fraction digits, and an ISIN that was given stay")
    void sameSecurity() {
        String rule = AmendmentRules.SAME_SECURITY;
        String name = TERMS.getName();
        Isin isin = TERMS.getIsin();
        BigDecimal penny = new BigDecimal("0.01");
        BigDecimal five = new BigDecimal("0.050");
        for (SecurityTerms other : Arrays.asList(
                terms("ACNE", isin, name, "GBP", five, 0),
                terms("ACME", isin, name, "EUR", five, 0),
                terms("ACME", isin, name, "GBP", penny, 0),
                terms("ACME", isin, name, "GBP", five, 2),
                terms("ACME", null, name, "GBP", five, 0),
                terms("ACME", new Isin("US0378331005"), name, "GBP", five, 0))) {
            refused(rule, announce(saying(other, POLICY, MONTH)));
        }
        SecurityDefinitionState unnumbered = SecurityDefinitionState.registered(
                ISSUER, saying(terms("ACME", null, name, "GBP", five, 0), POLICY, MONTH));
        accepted(step(
                unnumbered,
                unnumbered.withAnnounced(new Amendment(NOW, DUE)),
                new SecurityDefinitionCommand.Announce()));
    }

    @Breaks(AmendmentRules.SAME_REGISTER)
    @DisplayName("An amendment hands the register to nobody else, and takes the security to no other segment")
    void sameRegister() {
        StateAndRef<CommitteeState> others =
                onLedger(CommitteeState.founded("other-registrars", Aspect.OWNERSHIP, committeeTerms(700)));
        refused(
                AmendmentRules.SAME_REGISTER,
                announce(saying(TERMS, policy(Segment.WHOLE_NETWORK, others), MONTH))
                        .reference(others));
        refused(AmendmentRules.SAME_REGISTER, announce(saying(TERMS, policy("uk", REGISTRARS), MONTH)));
    }

    @Breaks(AmendmentRules.SOMETHING_AMENDED)
    @DisplayName("An announcement of what is so already is refused")
    void nothing() {
        refused(AmendmentRules.SOMETHING_AMENDED, announce(NOW));
    }

    @Breaks(AmendmentRules.ONLY_AMENDED)
    @Tag("attack-26")
    @DisplayName("What comes into force is exactly what was announced, one version later")
    void exactly() {
        String rule = AmendmentRules.ONLY_AMENDED;
        Provisions other = saying(named("Something else"), POLICY, MONTH);
        refused(rule, complete(ACME.withAnnounced(new Amendment(other, DUE)).amended(), DUE));
        refused(rule, complete(ANNOUNCED.withoutAnnounced(), DUE));
        refused(rule, complete(ANNOUNCED.amended().withoutAnnounced(), DUE));
        refused(rule, withdraw(ANNOUNCED.amended()));
        refused(rule, withdraw(ANNOUNCED.withoutAnnounced().withoutAnnounced()));
        refused(rule, announce(ACME.withoutAnnounced().withAnnounced(new Amendment(THEN, DUE))));
        refused(rule, announce(ANNOUNCED.amended().withAnnounced(new Amendment(THEN, DUE))));
        refused(
                rule,
                announce(ACME.withStatus(SecurityStatus.FROZEN, "quietly").withAnnounced(new Amendment(THEN, DUE))));
    }

    @Breaks(AmendmentRules.ISSUER_AMENDS)
    @DisplayName("Nobody but the issuer announces, completes or withdraws, no registrar either")
    void issuerSigns() {
        for (Party other : Arrays.asList(MALLORY, authority(1))) {
            refused(
                    AmendmentRules.ISSUER_AMENDS,
                    step(ACME, ANNOUNCED, new SecurityDefinitionCommand.Announce(), other, WINDOW));
            refused(
                    AmendmentRules.ISSUER_AMENDS,
                    step(
                            ANNOUNCED,
                            ANNOUNCED.amended(),
                            new SecurityDefinitionCommand.Complete(),
                            other,
                            TimeWindow.between(DUE, DUE.plusSeconds(60))));
            refused(
                    AmendmentRules.ISSUER_AMENDS,
                    step(
                            ANNOUNCED,
                            ANNOUNCED.withoutAnnounced(),
                            new SecurityDefinitionCommand.Withdraw(),
                            other,
                            WINDOW));
        }
    }

    @Breaks(Attestations.EVERY_ASPECT)
    @Tag("attack-1")
    @DisplayName("A committee that the definition in force names for amendments attests each, whatever is to come")
    void approved() {
        ValidationPolicy both = new ValidationPolicy(
                Segment.WHOLE_NETWORK,
                Arrays.asList(
                        new AspectRequirement(
                                Aspect.IDENTITY,
                                IDENTITY.getState().getData().getLinearId(),
                                EnumSet.of(Operation.ISSUE, Operation.AMEND)),
                        POLICY.ownership()));
        SecurityDefinitionState before = SecurityDefinitionState.registered(ISSUER, saying(TERMS, both, MONTH));
        Draft alone =
                step(before, before.withAnnounced(new Amendment(THEN, DUE)), new SecurityDefinitionCommand.Announce());
        refused(Attestations.EVERY_ASPECT, alone);
        StateAndRef<SecurityDefinitionState> input = onLedger(before);
        accepted(new Draft()
                .input(input)
                .output(before.withAnnounced(new Amendment(THEN, DUE)))
                .reference(IDENTITY)
                .reference(REGISTRARS)
                .command(new SecurityDefinitionCommand.Announce(), key(ISSUER))
                .command(attest(IDENTITY, Operation.AMEND, input.getRef()))
                .command(attest(REGISTRARS, Operation.AMEND, input.getRef()))
                .window(WINDOW));
    }

    @Breaks(Attestations.SAME_OPERATION)
    @DisplayName("What was attested as a change of status approves no amendment")
    void relabelled() {
        StateAndRef<SecurityDefinitionState> input = onLedger(ACME);
        refused(
                Attestations.SAME_OPERATION,
                new Draft()
                        .input(input)
                        .output(ANNOUNCED)
                        .reference(IDENTITY)
                        .reference(REGISTRARS)
                        .command(new SecurityDefinitionCommand.Announce(), key(ISSUER))
                        .command(attest(REGISTRARS, Operation.DEFINE, input.getRef()))
                        .window(WINDOW));
    }

    @Breaks(SecurityDefinitionContract.COMMITTEES_EXIST)
    @DisplayName("An amendment names no committee that is not there")
    void committees() {
        refused(SecurityDefinitionContract.COMMITTEES_EXIST, announce(THEN).withoutReference(IDENTITY));
    }

    @Breaks(SecurityDefinitionContract.NAME_SHAPE)
    @DisplayName("What is announced is checked as what is registered")
    void checkedAsRegistered() {
        refused(SecurityDefinitionContract.NAME_SHAPE, announce(saying(named(" "), POLICY, MONTH)));
    }

    @Breaks(AttachedPolicy.RULES_ATTACHED)
    @Tag("attack-22")
    @DisplayName("The jar of the new version is attached when it is announced and when it comes into force")
    void jars() {
        Provisions pinning = new Provisions(
                TERMS, POLICY, CompliancePolicies.SMALL_AND_LATE, new PinnedRules(RulesJar.SOURCE, JAR, 2), MONTH);
        SecurityDefinitionState announced = ACME.withAnnounced(new Amendment(pinning, DUE));
        refused(AttachedPolicy.RULES_ATTACHED, announce(announced));
        accepted(announce(announced).attach(JAR));
        Draft completion = step(
                announced,
                announced.amended(),
                new SecurityDefinitionCommand.Complete(),
                ISSUER,
                TimeWindow.between(DUE, DUE.plusSeconds(60)));
        refused(AttachedPolicy.RULES_ATTACHED, completion);
        accepted(completion.attach(JAR));
    }

    @Test
    @DisplayName("The digest that approvers affirm is of both versions of the security, and of no day")
    void digests() {
        assertThat(ACME.amendmentDigest(THEN))
                .isEqualTo(ANNOUNCED.amendmentDigest(THEN))
                .isNotEqualTo(ANNOUNCED.amended().amendmentDigest(THEN))
                .isNotEqualTo(ACME.amendmentDigest(saying(named("Something else"), POLICY, MONTH)))
                .isNotEqualTo(ACME.amendmentDigest(saying(THEN.getTerms(), POLICY, Period.ofDays(30))));
    }
}
