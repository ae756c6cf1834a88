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
import static org.countersign.contracts.definition.Definitions.ORDER;
import static org.countersign.contracts.definition.Definitions.change;
import static org.countersign.contracts.definition.Definitions.freeze;

import java.util.Collections;
import net.corda.core.contracts.HashAttachmentConstraint;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.identity.Party;
import org.countersign.contracts.Cast;
import org.countersign.contracts.CodeBinding;
import org.countersign.contracts.Draft;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.RuleCoverage.Breaks;
import org.countersign.contracts.TestNode;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Attestations;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.hostile.AnythingGoes;
import org.junit.jupiter.api.Test;

class SecurityDefinitionContractStatusTest extends LedgerTest {
    private static final SecurityDefinitionState FROZEN = ACME.withStatus(SecurityStatus.FROZEN, ORDER);

    private static Draft becomes(SecurityDefinitionState after) {
        return change(ACME, after, new SecurityDefinitionCommand.Freeze(ORDER));
    }

    private static Draft because(String reason) {
        return change(
                ACME, ACME.withStatus(SecurityStatus.FROZEN, reason), new SecurityDefinitionCommand.Freeze(reason));
    }

    private static Draft proposedBy(Party proposer) {
        return freeze().withoutCommands(SecurityDefinitionCommand.class::isInstance)
                .command(new SecurityDefinitionCommand.Freeze(ORDER), key(proposer));
    }

    @Test
    void aFreezeAndTheEndOfItAreAccepted() {
        accepted(freeze());
        accepted(change(
                FROZEN,
                FROZEN.withStatus(SecurityStatus.ACTIVE, "Order lifted"),
                new SecurityDefinitionCommand.Unfreeze("Order lifted")));
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
                        FROZEN.withStatus(SecurityStatus.FROZEN, "again"),
                        new SecurityDefinitionCommand.Freeze("again")));
        refused(
                rule,
                change(
                        ACME,
                        ACME.withStatus(SecurityStatus.ACTIVE, "again"),
                        new SecurityDefinitionCommand.Unfreeze("again")));
    }

    @Breaks(SecurityDefinitionContract.STATUS_CHANGES)
    void theOppositeOfTheCommandIsRefused() {
        refused(
                SecurityDefinitionContract.STATUS_CHANGES,
                change(
                        FROZEN,
                        FROZEN.withStatus(SecurityStatus.ACTIVE, ORDER),
                        new SecurityDefinitionCommand.Freeze(ORDER)));
        refused(SecurityDefinitionContract.STATUS_CHANGES, becomes(ACME.withStatus(SecurityStatus.ACTIVE, ORDER)));
    }

    @Breaks(SecurityDefinitionContract.REASON_GIVEN)
    void aChangeWithoutAReadableReasonIsRefused() {
        String rule = SecurityDefinitionContract.REASON_GIVEN;
        refused(rule, because(""));
        refused(rule, because("   "));
        refused(rule, because("Order\u001b[1A"));
        refused(rule, because(String.join("", Collections.nCopies(501, "x"))));
        refused(rule, becomes(ACME.withStatus(SecurityStatus.FROZEN, "another reason than the command's")));
        accepted(because(String.join("", Collections.nCopies(500, "x"))));
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
                                new SecurityDefinitionCommand.Freeze(ORDER),
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
                freeze().command(new SecurityDefinitionCommand.Unfreeze("no"), key(ISSUER)));
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
