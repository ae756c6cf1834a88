package org.countersign.contracts.definition;

import static org.countersign.contracts.Cast.IDENTITY;
import static org.countersign.contracts.Cast.ISSUER;
import static org.countersign.contracts.Cast.MALLORY;
import static org.countersign.contracts.Cast.POLICY;
import static org.countersign.contracts.Cast.REGISTRARS;
import static org.countersign.contracts.Cast.TERMS;
import static org.countersign.contracts.Cast.attest;
import static org.countersign.contracts.Cast.key;
import static org.countersign.contracts.TestNode.onLedger;
import static org.countersign.contracts.definition.Definitions.ACME;
import static org.countersign.contracts.definition.Definitions.register;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import net.corda.core.contracts.AlwaysAcceptAttachmentConstraint;
import net.corda.core.contracts.HashAttachmentConstraint;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.identity.Party;
import org.countersign.contracts.Cast;
import org.countersign.contracts.CodeBinding;
import org.countersign.contracts.Draft;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.RuleCoverage.Breaks;
import org.countersign.contracts.TestNode;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Attestations;
import org.countersign.contracts.validation.Operation;
import org.countersign.hostile.AnythingGoes;
import org.junit.jupiter.api.Test;

class SecurityDefinitionContractRegisterTest extends LedgerTest {
    private static Draft registered() {
        return register(ACME);
    }

    private static Draft symbol(String symbol) {
        return register(new SecurityTerms(
                symbol,
                null,
                TERMS.getName(),
                TERMS.getCurrency(),
                TERMS.getDenomination(),
                TERMS.getAuthorisedQuantity(),
                0));
    }

    private static Draft name(String name) {
        return register(new SecurityTerms(
                "ACME", null, name, TERMS.getCurrency(), TERMS.getDenomination(), TERMS.getAuthorisedQuantity(), 0));
    }

    private static Draft currency(String currency) {
        return register(new SecurityTerms(
                "ACME", null, "ACME", currency, TERMS.getDenomination(), TERMS.getAuthorisedQuantity(), 0));
    }

    private static Draft denomination(BigDecimal denomination) {
        return register(new SecurityTerms("ACME", null, "ACME", "GBP", denomination, BigDecimal.TEN, 0));
    }

    private static Draft quantity(String quantity, int fractionDigits) {
        return quantity(new BigDecimal(quantity), fractionDigits);
    }

    private static Draft quantity(BigDecimal quantity, int fractionDigits) {
        return register(new SecurityTerms("ACME", null, "ACME", "GBP", BigDecimal.ONE, quantity, fractionDigits));
    }

    private static Draft as(UniqueIdentifier id, SecurityStatus status, String reason, int version) {
        return register(new SecurityDefinitionState(
                id, ISSUER, TERMS, POLICY, status, reason, version, CompliancePolicy.none(), null, null));
    }

    @Test
    void aDefinitionThatIssuerAndRegistrarsAgreeOnIsAccepted() {
        accepted(registered());
    }

    @Test
    void theEdgesOfTheRulesAreAccepted() {
        accepted(symbol("A"));
        accepted(symbol("BRK.B-2026-X"));
        accepted(name(String.join("", Collections.nCopies(120, "Ä"))));
        accepted(denomination(new BigDecimal("0.0000000001")));
        accepted(denomination(new BigDecimal("999999999999999999")));
        accepted(denomination(new BigDecimal("1E+3")));
        accepted(denomination(new BigDecimal("1000.000000000000")));
        accepted(quantity(BigDecimal.valueOf(Long.MAX_VALUE), 0));
        accepted(quantity(BigDecimal.valueOf(Long.MAX_VALUE, 6), 6));
        accepted(quantity("0.000001", 6));
        accepted(quantity("100.00", 0));
    }

    @Breaks(SecurityDefinitionContract.ONE_COMMAND)
    void anotherCommandOrASecondOneIsRefused() {
        String rule = SecurityDefinitionContract.ONE_COMMAND;
        refused(rule, registered().command(new SecurityDefinitionCommand.Register(), key(ISSUER)));
        refused(rule, registered().command(new SecurityDefinitionCommand.Freeze(Definitions.COURT), key(ISSUER)));
        refused(rule, registered().command(new TestNode.Before(), key(MALLORY)));
        refused(rule, registered().withoutCommands(SecurityDefinitionCommand.Register.class::isInstance));
        refused(
                rule,
                registered()
                        .withoutCommands(SecurityDefinitionCommand.Register.class::isInstance)
                        .command(new TestNode.Before(), key(ISSUER)));
    }

    @Breaks(SecurityDefinitionContract.REGISTER_SHAPE)
    void anythingButOneDefinitionIsRefused() {
        String rule = SecurityDefinitionContract.REGISTER_SHAPE;
        refused(rule, registered().output(ACME));
        refused(rule, registered().output(new AnythingGoes.Trinket()));
        refused(rule, registered().input(onLedger(new AnythingGoes.Trinket())));
        refused(rule, registered().input(onLedger(ACME)));
        refused(rule, registered().withoutOutputs().input(onLedger(ACME)));
    }

    @Breaks(SecurityDefinitionContract.SELF_CERTIFYING)
    void anIdentifierThatIsNotTheDigestIsRefused() {
        UniqueIdentifier own = ACME.getLinearId();
        UniqueIdentifier other = Cast.GLOBEX.getState().getData().getLinearId();
        for (UniqueIdentifier id : Arrays.asList(
                new UniqueIdentifier(),
                other,
                new UniqueIdentifier(null, own.getId()),
                new UniqueIdentifier(other.getExternalId(), own.getId()),
                new UniqueIdentifier(own.getExternalId(), other.getId()))) {
            refused(SecurityDefinitionContract.SELF_CERTIFYING, as(id, SecurityStatus.ACTIVE, "", 1));
        }
    }

    @Breaks(SecurityDefinitionContract.FIRST_VERSION)
    void aSecurityThatStartsFrozenOrLaterIsRefused() {
        UniqueIdentifier id = ACME.getLinearId();
        refused(SecurityDefinitionContract.FIRST_VERSION, as(id, SecurityStatus.FROZEN, "", 1));
        refused(SecurityDefinitionContract.FIRST_VERSION, as(id, SecurityStatus.ACTIVE, "why", 1));
        refused(SecurityDefinitionContract.FIRST_VERSION, as(id, SecurityStatus.ACTIVE, "", 2));
        refused(SecurityDefinitionContract.FIRST_VERSION, as(id, SecurityStatus.ACTIVE, "", 0));
        refused(
                SecurityDefinitionContract.FIRST_VERSION,
                register(new SecurityDefinitionState(
                        id,
                        ISSUER,
                        TERMS,
                        POLICY,
                        SecurityStatus.ACTIVE,
                        "",
                        1,
                        CompliancePolicy.none(),
                        Instant.EPOCH,
                        null)));
    }

    @Breaks(SecurityDefinitionContract.SYMBOL_SHAPE)
    void aSymbolThatCannotBeTypedIsRefused() {
        for (String symbol : Arrays.asList("", "ABCDEFGHIJKLM", "acme", "AC ME", "ACMÉ", "ACME\n", "А", "../A")) {
            refused(SecurityDefinitionContract.SYMBOL_SHAPE, symbol(symbol));
        }
    }

    @Breaks(SecurityDefinitionContract.NAME_SHAPE)
    void aNameThatCannotBeReadIsRefused() {
        String tooLong = String.join("", Collections.nCopies(121, "x"));
        for (String name : Arrays.asList("", "  ", tooLong, "ACME\u0007", "ACME\u202e", "ACME\u2066", "AC\r\nME")) {
            refused(SecurityDefinitionContract.NAME_SHAPE, name(name));
        }
    }

    @Breaks(SecurityDefinitionContract.CURRENCY_SHAPE)
    void aCurrencyThatIsNoCodeIsRefused() {
        for (String currency : Arrays.asList("", "GB", "GBPX", "gbp", "G8P", "£")) {
            refused(SecurityDefinitionContract.CURRENCY_SHAPE, currency(currency));
        }
    }

    @Breaks(SecurityDefinitionContract.POSITIVE_DENOMINATION)
    void aDenominationOfNothingOrOfTooManyDigitsIsRefused() {
        for (String denomination : Arrays.asList("0", "0.00", "-1", "0.00000000001", "1000000000000000000", "1E+18")) {
            refused(SecurityDefinitionContract.POSITIVE_DENOMINATION, denomination(new BigDecimal(denomination)));
        }
    }

    @Breaks(SecurityDefinitionContract.POSITIVE_DENOMINATION)
    void aDenominationThatWouldOccupyANodeIsRefusedAtOnce() {
        for (BigDecimal bomb : Arrays.asList(
                new BigDecimal("1E+2000000000"),
                new BigDecimal("1E-2000000000"),
                new BigDecimal(BigInteger.ZERO, -2_000_000_000),
                new BigDecimal(BigInteger.ONE.shiftLeft(100_000)))) {
            SecurityTerms terms = new SecurityTerms("ACME", null, "ACME", "GBP", bomb, BigDecimal.TEN, 0);
            // An attacker does not compute the digest either.
            refused(
                    SecurityDefinitionContract.POSITIVE_DENOMINATION,
                    register(new SecurityDefinitionState(
                            ACME.getLinearId(),
                            ISSUER,
                            terms,
                            POLICY,
                            SecurityStatus.ACTIVE,
                            "",
                            1,
                            CompliancePolicy.none(),
                            null,
                            null)));
        }
    }

    @Breaks(SecurityDefinitionContract.FRACTION_DIGITS)
    void fractionDigitsBeyondTheRangeAreRefused() {
        refused(SecurityDefinitionContract.FRACTION_DIGITS, quantity("10", -1));
        refused(SecurityDefinitionContract.FRACTION_DIGITS, quantity("10", 7));
        refused(SecurityDefinitionContract.FRACTION_DIGITS, quantity("10", Integer.MIN_VALUE));
    }

    @Breaks(SecurityDefinitionContract.AUTHORISED_QUANTITY)
    void aQuantityThatCannotBeHeldIsRefused() {
        String rule = SecurityDefinitionContract.AUTHORISED_QUANTITY;
        refused(rule, quantity("0", 0));
        refused(rule, quantity("-1", 0));
        refused(rule, quantity("0.5", 0));
        refused(rule, quantity("1.001", 2));
        refused(rule, quantity(BigDecimal.valueOf(Long.MAX_VALUE).add(BigDecimal.ONE), 0));
        refused(rule, quantity(BigDecimal.valueOf(Long.MAX_VALUE), 1));
        refused(rule, quantity("1E+2000000000", 0));
        refused(rule, quantity("1E-2000000000", 6));
    }

    @Breaks(SecurityDefinitionContract.ISSUER_SIGNS)
    void aRegistrationWithoutItsIssuerIsRefused() {
        refused(
                SecurityDefinitionContract.ISSUER_SIGNS,
                registered()
                        .withoutCommands(SecurityDefinitionCommand.Register.class::isInstance)
                        .command(new SecurityDefinitionCommand.Register(), key(MALLORY)));
    }

    @Breaks(SecurityDefinitionContract.COMMITTEES_EXIST)
    void aCommitteeThatIsNotThereIsRefused() {
        refused(SecurityDefinitionContract.COMMITTEES_EXIST, registered().withoutReference(IDENTITY));
        refused(SecurityDefinitionContract.COMMITTEES_EXIST, registered().withoutReference(REGISTRARS));
        refused(
                SecurityDefinitionContract.COMMITTEES_EXIST,
                registered().withoutReference(IDENTITY).reference(onLedger(otherIdentity())));
    }

    @Breaks(SecurityDefinitionContract.COMMITTEES_EXIST)
    void aCommitteeOfAnotherAspectIsRefused() {
        StateAndRef<CommitteeState> registrarsAsIdentity =
                onLedger(REGISTRARS.getState().getData());
        SecurityDefinitionState definition =
                SecurityDefinitionState.registered(ISSUER, TERMS, Cast.policy(registrarsAsIdentity, REGISTRARS));
        refused(SecurityDefinitionContract.COMMITTEES_EXIST, register(definition));
    }

    @Breaks(Attestations.EVERY_ASPECT)
    void aRegistrationThatTheRegistrarsDoNotAttestIsRefused() {
        refused(Attestations.EVERY_ASPECT, registered().withoutCommands(Attest.class::isInstance));
    }

    @Breaks(Attestations.NO_OTHER_ASPECT)
    void anAspectThatThePolicyDoesNotDemandIsRefused() {
        refused(Attestations.NO_OTHER_ASPECT, registered().command(attest(IDENTITY, Operation.DEFINE, null)));
    }

    @Breaks(Attestations.KNOWN_DEFINITION)
    void anAttestationForAnotherDefinitionIsRefused() {
        refused(
                Attestations.KNOWN_DEFINITION,
                registered().command(attest(REGISTRARS, Operation.DEFINE, Cast.GLOBEX.getRef())));
    }

    @Breaks(Attestations.BOUNDED_WINDOW)
    void aRegistrationWithoutATimeWindowIsRefused() {
        refused(Attestations.BOUNDED_WINDOW, registered().window(null));
    }

    @Breaks(Attestations.KEYS_APART)
    void anIssuerWhoseKeyIsAnAttestationKeyIsRefused() {
        PublicKey seat = Cast.OWNERSHIP_TERMS.getMembers().get(0).getAttestationKey();
        SecurityDefinitionState definition =
                SecurityDefinitionState.registered(new Party(ISSUER.getName(), seat), TERMS, POLICY);
        refused(Attestations.KEYS_APART, register(definition));
    }

    @Breaks(CodeBinding.SAME_CODE)
    void aDefinitionBoundToOtherCodeThanItsCommitteesIsRefused() {
        refused(
                CodeBinding.SAME_CODE,
                registered()
                        .rewrap(
                                0,
                                state -> state.copy(
                                        state.getData(),
                                        state.getContract(),
                                        state.getNotary(),
                                        null,
                                        new HashAttachmentConstraint(TestNode.attachment(state.getContract())))));
    }

    @Breaks(CodeBinding.FIRM_CODE)
    void aDefinitionThatAnyCodeMayGuardIsRefused() {
        refused(
                CodeBinding.FIRM_CODE,
                registered()
                        .rewrap(
                                0,
                                state -> state.copy(
                                        state.getData(),
                                        state.getContract(),
                                        state.getNotary(),
                                        null,
                                        AlwaysAcceptAttachmentConstraint.INSTANCE)));
    }

    private static CommitteeState otherIdentity() {
        return CommitteeState.founded("uk-identity", Aspect.IDENTITY, Cast.committeeTerms(600));
    }
}
