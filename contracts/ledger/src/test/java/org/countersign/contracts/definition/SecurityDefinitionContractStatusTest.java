package org.countersign.contracts.definition;

import static org.countersign.contracts.Cast.ISSUER;
import static org.countersign.contracts.Cast.MALLORY;
import static org.countersign.contracts.Cast.POLICY;
import static org.countersign.contracts.Cast.REGISTRARS;
import static org.countersign.contracts.Cast.TERMS;
import static org.countersign.contracts.Cast.attest;
import static org.countersign.contracts.Cast.authority;
import static org.countersign.contracts.Cast.holding;
import static org.countersign.contracts.Cast.key;
import static org.countersign.contracts.TestNode.onLedger;
import static org.countersign.contracts.definition.Definitions.ACME;
import static org.countersign.contracts.definition.Definitions.COURT;
import static org.countersign.contracts.definition.Definitions.ORDER;
import static org.countersign.contracts.definition.Definitions.change;
import static org.countersign.contracts.definition.Definitions.freeze;

import java.util.Collections;
import net.corda.core.contracts.HashAttachmentConstraint;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.Party;
import org.countersign.contracts.Cast;
import org.countersign.contracts.CodeBinding;
import org.countersign.contracts.Draft;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.RuleCoverage.Breaks;
import org.countersign.contracts.TestNode;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.control.ControlOrder;
import org.countersign.contracts.control.ControlReason;
import org.countersign.contracts.control.Measures;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Attestations;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.hostile.AnythingGoes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SecurityDefinitionContractStatusTest extends LedgerTest {
    private static final ControlOrder LIFTED = new ControlOrder(
            ControlReason.COURT_ORDER, "High Court, London", "[2026] HC 18", SecureHash.sha256("lifted"));
    private static final SecurityDefinitionState FROZEN = ACME.withStatus(SecurityStatus.FROZEN, ORDER);

    private static Draft becomes(SecurityDefinitionState after) {
        return change(ACME, after, new SecurityDefinitionCommand.Freeze(COURT));
    }

    private static Draft because(ControlOrder order) {
        return change(
                ACME,
                ACME.withStatus(SecurityStatus.FROZEN, order.toString()),
                new SecurityDefinitionCommand.Freeze(order));
    }

    private static Draft lifted(ControlOrder order) {
        return change(
                FROZEN,
                FROZEN.withStatus(SecurityStatus.ACTIVE, order.toString()),
                new SecurityDefinitionCommand.Unfreeze(order));
    }

    private static ControlOrder order(String orderedBy, String reference, SecureHash document) {
        return new ControlOrder(ControlReason.COURT_ORDER, orderedBy, reference, document);
    }

    private static Draft proposedBy(Party proposer) {
        return freeze().withoutCommands(SecurityDefinitionCommand.class::isInstance)
                .command(new SecurityDefinitionCommand.Freeze(COURT), key(proposer));
    }

    @Test
    void aFreezeAndTheEndOfItAreAccepted() {
        accepted(freeze());
        accepted(change(
                FROZEN,
                FROZEN.withStatus(SecurityStatus.ACTIVE, LIFTED.toString()),
                new SecurityDefinitionCommand.Unfreeze(LIFTED)));
    }

    @Test
    void aFreezeThatARegistrarProposesIsAccepted() {
        accepted(proposedBy(authority(1)));
        accepted(proposedBy(authority(3)));
    }

    @Breaks(SecurityDefinitionContract.CHANGE_SHAPE)
    void anythingBesideTheDefinitionIsRefused() {
        String rule = SecurityDefinitionContract.CHANGE_SHAPE;
        refused(rule, freeze().output(FROZEN));
        refused(rule, freeze().output(new AnythingGoes.Trinket()));
        refused(rule, freeze().input(onLedger(new AnythingGoes.Trinket())));
        refused(rule, freeze().input(onLedger(Cast.GLOBEX.getState().getData())));
        refused(rule, freeze().withoutOutputs());
    }

    @Breaks(SecurityDefinitionContract.CHANGE_SHAPE)
    void aHoldingThatMovesAlongIsRefused() {
        // The platform runs the contracts in the order of the states; this one comes first.
        refused(
                SecurityDefinitionContract.CHANGE_SHAPE,
                freeze().input(onLedger(holding(Cast.ACME, 5, Cast.DEALER_A))).output(holding(Cast.ACME, 5, MALLORY)));
    }

    @Breaks(SecurityDefinitionContract.STATUS_CHANGES)
    void aChangeThatChangesNothingIsRefused() {
        String rule = SecurityDefinitionContract.STATUS_CHANGES;
        refused(
                rule,
                change(
                        FROZEN,
                        FROZEN.withStatus(SecurityStatus.FROZEN, LIFTED.toString()),
                        new SecurityDefinitionCommand.Freeze(LIFTED)));
        refused(
                rule,
                change(
                        ACME,
                        ACME.withStatus(SecurityStatus.ACTIVE, LIFTED.toString()),
                        new SecurityDefinitionCommand.Unfreeze(LIFTED)));
    }

    @Breaks(SecurityDefinitionContract.STATUS_CHANGES)
    void theOppositeOfTheCommandIsRefused() {
        refused(
                SecurityDefinitionContract.STATUS_CHANGES,
                change(
                        FROZEN,
                        FROZEN.withStatus(SecurityStatus.ACTIVE, ORDER),
                        new SecurityDefinitionCommand.Freeze(COURT)));
        refused(SecurityDefinitionContract.STATUS_CHANGES, becomes(ACME.withStatus(SecurityStatus.ACTIVE, ORDER)));
    }

    @Breaks(SecurityDefinitionContract.REASON_GIVEN)
    void anotherReasonThanTheOrdersIsRefused() {
        refused(
                SecurityDefinitionContract.REASON_GIVEN,
                becomes(ACME.withStatus(SecurityStatus.FROZEN, "another reason than the command's")));
    }

    @Breaks(StatusOrderRules.ORDER_GIVEN)
    void anOrderThatCannotBeTracedIsRefused() {
        String rule = StatusOrderRules.ORDER_GIVEN;
        SecureHash document = SecureHash.sha256("the order");
        String longest = String.join("", Collections.nCopies(120, "x"));
        for (String text : new String[] {"", "   ", "Order\u001b[1A", longest + "x"}) {
            refused(rule, because(order(text, "HC 17", document)));
            refused(rule, because(order("High Court", text, document)));
        }
        refused(rule, because(order("High Court", "HC 17", SecureHash.zeroHash)));
        refused(rule, because(order("High Court", "HC 17", SecureHash.allOnesHash)));
        refused(rule, because(order("High Court", "HC 17", SecureHash.hashAs("SHA-384", new byte[] {1}))));
        accepted(because(order(longest, longest, document)));
    }

    @Breaks(StatusOrderRules.ORDER_GIVEN)
    void aReasonWithoutAnOrderIsRefused() {
        String rule = StatusOrderRules.ORDER_GIVEN;
        SecurityDefinitionState frozen = ACME.withStatus(SecurityStatus.FROZEN, "Order 17");
        refused(rule, change(ACME, frozen, new SecurityDefinitionCommand.Freeze("Order 17")));
        refused(
                rule,
                change(
                        frozen,
                        frozen.withStatus(SecurityStatus.ACTIVE, "Lifted"),
                        new SecurityDefinitionCommand.Unfreeze("Lifted")));
        // A freeze from before there were orders is lifted by one.
        accepted(change(
                frozen,
                frozen.withStatus(SecurityStatus.ACTIVE, LIFTED.toString()),
                new SecurityDefinitionCommand.Unfreeze(LIFTED)));
    }

    @ParameterizedTest
    @EnumSource
    void theReasonIsOneThatConcernsAllHolders(ControlReason reason) {
        boolean ofOne = reason == ControlReason.LOST_KEY
                || reason == ControlReason.INHERITANCE
                || reason == ControlReason.IDENTIFICATION_LAPSED;
        ControlOrder order = Measures.order(reason);
        if (ofOne) {
            refused(StatusOrderRules.CONCERNS_ALL, because(order));
            refused(StatusOrderRules.CONCERNS_ALL, lifted(order));
        } else if (reason == ControlReason.CORPORATE_EVENT) {
            refused(StatusOrderRules.EVENT_PAUSES, because(order));
            accepted(lifted(order));
        } else {
            accepted(because(order));
            accepted(lifted(order));
        }
    }

    @Breaks(StatusOrderRules.CONCERNS_ALL)
    void aHoldersLostKeyStopsNoSecurity() {
        refused(StatusOrderRules.CONCERNS_ALL, because(Measures.LOSS));
    }

    @Breaks(StatusOrderRules.EVENT_PAUSES)
    void anEventOfTheIssuersFreezesNoSecurity() {
        refused(StatusOrderRules.EVENT_PAUSES, because(Measures.order(ControlReason.CORPORATE_EVENT)));
    }

    @Breaks(SecurityDefinitionContract.ONLY_STATUS_CHANGES)
    void aChangeOfAnythingElseIsRefused() {
        UniqueIdentifier id = ACME.getLinearId();
        Party renamed = new Party(MALLORY.getName(), key(ISSUER));
        UniqueIdentifier otherDigest = new UniqueIdentifier(
                Cast.GLOBEX.getState().getData().getLinearId().getExternalId(), id.getId());
        SecurityTerms richer = Cast.terms("ACME", 2);
        refusedChange(otherDigest, ISSUER, TERMS, 2);
        refusedChange(Cast.GLOBEX.getState().getData().getLinearId(), ISSUER, TERMS, 2);
        refusedChange(id, MALLORY, TERMS, 2);
        refusedChange(id, renamed, TERMS, 2);
        refusedChange(id, ISSUER, richer, 2);
        refusedChange(id, ISSUER, TERMS, 1);
        refusedChange(id, ISSUER, TERMS, 3);
    }

    @Breaks(SecurityDefinitionContract.ONLY_STATUS_CHANGES)
    void aChangeOfThePolicyIsRefused() {
        refused(
                SecurityDefinitionContract.ONLY_STATUS_CHANGES,
                becomes(new SecurityDefinitionState(
                        ACME.getLinearId(),
                        ISSUER,
                        TERMS,
                        new ValidationPolicy(Segment.WHOLE_NETWORK, Collections.singletonList(POLICY.ownership())),
                        SecurityStatus.FROZEN,
                        ORDER,
                        2,
                        CompliancePolicy.none(),
                        null,
                        null)));
    }

    private static void refusedChange(UniqueIdentifier id, Party issuer, SecurityTerms terms, int version) {
        refused(
                SecurityDefinitionContract.ONLY_STATUS_CHANGES,
                becomes(new SecurityDefinitionState(
                        id,
                        issuer,
                        terms,
                        POLICY,
                        SecurityStatus.FROZEN,
                        ORDER,
                        version,
                        CompliancePolicy.none(),
                        null,
                        null)));
    }

    @Breaks(SecurityDefinitionContract.PROPOSER_SIGNS)
    void aStrangersProposalIsRefused() {
        refused(SecurityDefinitionContract.PROPOSER_SIGNS, proposedBy(MALLORY));
        refused(SecurityDefinitionContract.PROPOSER_SIGNS, proposedBy(Cast.DEALER_A));
    }

    @Breaks(SecurityDefinitionContract.PROPOSER_SIGNS)
    void aRegistrarsProposalWithItsAttestationKeyIsRefused() {
        refused(
                SecurityDefinitionContract.PROPOSER_SIGNS,
                freeze().withoutCommands(SecurityDefinitionCommand.class::isInstance)
                        .command(
                                new SecurityDefinitionCommand.Freeze(COURT),
                                Cast.OWNERSHIP_TERMS.getMembers().get(0).getAttestationKey()));
    }

    @Breaks(SecurityDefinitionContract.ONE_COMMAND)
    void theCommandOfARegistrationIsRefused() {
        refused(
                SecurityDefinitionContract.REGISTER_SHAPE,
                freeze().withoutCommands(SecurityDefinitionCommand.class::isInstance)
                        .command(new SecurityDefinitionCommand.Register(), key(ISSUER)));
        refused(
                SecurityDefinitionContract.ONE_COMMAND,
                freeze().command(new SecurityDefinitionCommand.Unfreeze(LIFTED), key(ISSUER)));
    }

    @Breaks(Attestations.EVERY_ASPECT)
    void aFreezeThatTheRegistrarsDoNotAttestIsRefused() {
        refused(Attestations.EVERY_ASPECT, freeze().withoutCommands(Attest.class::isInstance));
    }

    @Breaks(Attestations.KNOWN_DEFINITION)
    void anAttestationForAnotherDefinitionIsRefused() {
        refused(
                Attestations.KNOWN_DEFINITION,
                freeze().command(attest(REGISTRARS, Operation.DEFINE, Cast.GLOBEX.getRef())));
        refused(Attestations.KNOWN_DEFINITION, freeze().command(attest(REGISTRARS, Operation.DEFINE, null)));
    }

    @Breaks(CodeBinding.OWN_CONTRACT)
    void anEscapeUnderAnotherContractIsRefused() {
        refused(
                CodeBinding.OWN_CONTRACT,
                freeze().rewrap(
                                0,
                                state -> state.copy(
                                        state.getData(),
                                        AnythingGoes.ID,
                                        state.getNotary(),
                                        null,
                                        state.getConstraint())));
    }

    @Breaks(CodeBinding.SAME_CODE)
    void anotherConstraintThanBeforeIsRefused() {
        refused(
                CodeBinding.SAME_CODE,
                freeze().rewrap(
                                0,
                                state -> state.copy(
                                        state.getData(),
                                        state.getContract(),
                                        state.getNotary(),
                                        null,
                                        new HashAttachmentConstraint(TestNode.attachment(state.getContract())))));
    }
}
