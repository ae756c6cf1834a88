package org.countersign.contracts.attacks;

import static org.countersign.contracts.Cast.ACME;
import static org.countersign.contracts.Cast.DEALER_B;
import static org.countersign.contracts.Cast.GLOBEX;
import static org.countersign.contracts.Cast.IDENTITY;
import static org.countersign.contracts.Cast.ISSUER;
import static org.countersign.contracts.Cast.MALLORY;
import static org.countersign.contracts.Cast.POLICY;
import static org.countersign.contracts.Cast.REGISTRARS;
import static org.countersign.contracts.Cast.TERMS;
import static org.countersign.contracts.Cast.attest;
import static org.countersign.contracts.Cast.holding;
import static org.countersign.contracts.Cast.key;
import static org.countersign.contracts.TestNode.onLedger;
import static org.countersign.contracts.definition.Definitions.freeze;
import static org.countersign.contracts.definition.Definitions.register;
import static org.countersign.contracts.holding.Holdings.transfer;

import java.util.Collections;
import net.corda.core.contracts.AlwaysAcceptAttachmentConstraint;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.TransactionState;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.identity.Party;
import org.countersign.contracts.Cast;
import org.countersign.contracts.CodeBinding;
import org.countersign.contracts.Draft;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.TestNode;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.definition.SecurityDefinitionContract;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.holding.SecurityTokenContract;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Attestations;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.hostile.AnythingGoes;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attack 26 as far as contracts decide it: a transfer that gets around the definition in force. */
class DefinitionAttackTest extends LedgerTest {
    private static final SecurityDefinitionState TRUE_ACME = ACME.getState().getData();

    private static Draft ruledBy(StateAndRef<SecurityDefinitionState> definition) {
        return transfer()
                .withoutReference(ACME)
                .reference(definition)
                .withoutCommands(Attest.class::isInstance)
                .command(attest(IDENTITY, Operation.TRANSFER, definition.getRef()))
                .command(attest(REGISTRARS, Operation.TRANSFER, definition.getRef()));
    }

    private static SecurityDefinitionState forged(UniqueIdentifier id, Party issuer, ValidationPolicy policy) {
        return new SecurityDefinitionState(
                id, issuer, TERMS, policy, SecurityStatus.ACTIVE, "", 1, CompliancePolicy.none(), null, null);
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26 A frozen security does not move, not even beside an older definition")
    void frozenSecurity() {
        StateAndRef<SecurityDefinitionState> frozen = onLedger(TRUE_ACME.withStatus(SecurityStatus.FROZEN, "Order 17"));
        refused(SecurityTokenContract.ACTIVE, ruledBy(frozen));
        refused(SecurityTokenContract.ONE_DEFINITION, ruledBy(frozen).reference(ACME));
        refused(SecurityTokenContract.ONE_DEFINITION, transfer().reference(frozen));
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26 A definition of the attacker's under the same UUID is not the security's")
    void sameUuidOtherDigest() {
        UniqueIdentifier id = new UniqueIdentifier(
                GLOBEX.getState().getData().getLinearId().getExternalId(),
                TRUE_ACME.getLinearId().getId());
        refused(SecurityTokenContract.TRUE_POINTER, ruledBy(onLedger(forged(id, ISSUER, POLICY))));
        refused(
                SecurityTokenContract.TRUE_POINTER,
                ruledBy(onLedger(forged(TRUE_ACME.getLinearId(), MALLORY, POLICY))));
        refused(
                SecurityTokenContract.TRUE_POINTER,
                ruledBy(onLedger(forged(TRUE_ACME.getLinearId(), new Party(MALLORY.getName(), key(ISSUER)), POLICY))));
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26 A definition cannot be registered under an identifier that is not its digest")
    void stolenIdentifier() {
        StateAndRef<CommitteeState> own =
                onLedger(CommitteeState.founded("own", Aspect.OWNERSHIP, Cast.committeeTerms(990)));
        ValidationPolicy policy = Cast.policy(IDENTITY, own);
        SecurityDefinitionState stolen = forged(TRUE_ACME.getLinearId(), MALLORY, policy);
        refused(
                SecurityDefinitionContract.SELF_CERTIFYING,
                register(stolen).withoutReference(REGISTRARS).reference(own));
        refused(
                SecurityDefinitionContract.SELF_CERTIFYING,
                register(forged(TRUE_ACME.getLinearId(), new Party(MALLORY.getName(), key(ISSUER)), POLICY)));
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26 A definition that was made by other code does not rule a holding")
    void definitionOfOtherCode() {
        TransactionState<SecurityDefinitionState> honest = Draft.stateOf(TRUE_ACME);
        refused(
                CodeBinding.FIRM_CODE,
                ruledBy(onLedger(honest.copy(
                        TRUE_ACME,
                        honest.getContract(),
                        TestNode.NOTARY,
                        null,
                        AlwaysAcceptAttachmentConstraint.INSTANCE))));
        refused(
                CodeBinding.OWN_CONTRACT,
                ruledBy(onLedger(honest.copy(TRUE_ACME, AnythingGoes.ID, TestNode.NOTARY, null, TestNode.CODE))));
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26 The definition does not change in the transaction that moves a holding")
    void changeAlongside() {
        refused(
                SecurityDefinitionContract.CHANGE_SHAPE,
                freeze().input(onLedger(holding(ACME, 5, MALLORY))).output(holding(ACME, 5, DEALER_B)));
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26 An issuer does not lift a freeze without its registrars")
    void issuerLiftsFreeze() {
        refused(Attestations.EVERY_ASPECT, freeze().withoutCommands(Attest.class::isInstance));
        refused(
                Attestations.COMMITTEE_SIGNS,
                freeze().changeCommands(
                                Attest.class,
                                command -> new Command<>(command.getValue(), Collections.singletonList(key(ISSUER)))));
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26 Attestations for one security do not move another")
    void attestationsOfAnotherSecurity() {
        refused(
                Attestations.EVERY_ASPECT,
                transfer()
                        .reference(GLOBEX)
                        .withoutCommands(Attest.class::isInstance)
                        .command(attest(IDENTITY, Operation.TRANSFER, GLOBEX.getRef()))
                        .command(attest(REGISTRARS, Operation.TRANSFER, GLOBEX.getRef())));
    }
}
