package org.countersign.contracts.control;

import static org.countersign.contracts.Cast.ACME;
import static org.countersign.contracts.Cast.DEALER_A;
import static org.countersign.contracts.Cast.DEALER_B;
import static org.countersign.contracts.Cast.GLOBEX;
import static org.countersign.contracts.Cast.IDENTITY;
import static org.countersign.contracts.Cast.ISSUER;
import static org.countersign.contracts.Cast.MALLORY;
import static org.countersign.contracts.Cast.REGISTRARS;
import static org.countersign.contracts.Cast.REGULATOR;
import static org.countersign.contracts.Cast.TERMS;
import static org.countersign.contracts.Cast.WINDOW;
import static org.countersign.contracts.Cast.attest;
import static org.countersign.contracts.Cast.authority;
import static org.countersign.contracts.Cast.holding;
import static org.countersign.contracts.Cast.key;
import static org.countersign.contracts.TestNode.onLedger;
import static org.countersign.contracts.control.Measures.ORDER;
import static org.countersign.contracts.control.Measures.SECURITY;
import static org.countersign.contracts.control.Measures.forcedRedemption;
import static org.countersign.contracts.control.Measures.forcedTransfer;
import static org.countersign.contracts.control.Measures.freeze;
import static org.countersign.contracts.control.Measures.partialFreeze;
import static org.countersign.contracts.control.Measures.recovery;
import static org.countersign.contracts.control.Measures.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.Party;
import org.countersign.contracts.Cast;
import org.countersign.contracts.Draft;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.RuleCoverage.Breaks;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Attestations;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;
import org.junit.jupiter.api.Test;

class ControlRulesTest extends LedgerTest {
    private static final Set<Operation> ORDINARY = EnumSet.range(Operation.DEFINE, Operation.CORPORATE_ACTION);

    /** A security whose registrars are named for what is ordinary and for some measures. */
    private static StateAndRef<SecurityDefinitionState> granting(Operation... granted) {
        Set<Operation> operations = EnumSet.copyOf(ORDINARY);
        operations.addAll(Arrays.asList(granted));
        return defined(operations, EnumSet.of(Operation.ISSUE, Operation.TRANSFER));
    }

    private static StateAndRef<SecurityDefinitionState> defined(Set<Operation> registrars, Set<Operation> identity) {
        return onLedger(SecurityDefinitionState.registered(
                ISSUER,
                TERMS,
                new ValidationPolicy(
                        Segment.WHOLE_NETWORK,
                        Arrays.asList(
                                new AspectRequirement(
                                        Aspect.IDENTITY,
                                        IDENTITY.getState().getData().getLinearId(),
                                        identity),
                                new AspectRequirement(
                                        Aspect.OWNERSHIP,
                                        REGISTRARS.getState().getData().getLinearId(),
                                        registrars)))));
    }

    private static Draft freezeOf(StateAndRef<SecurityDefinitionState> definition) {
        ControlCommand.Freeze command =
                new ControlCommand.Freeze(definition.getState().getData().getLinearId(), key(DEALER_A), 60, ORDER);
        return attested(
                new Draft().output(Measures.ordered(command)).command(command, key(authority(1))),
                definition,
                Operation.FREEZE);
    }

    private static Draft forcedTransferOf(StateAndRef<SecurityDefinitionState> definition) {
        ControlCommand command = new ControlCommand.ForceTransfer(
                definition.getState().getData().getLinearId(), key(DEALER_A), key(DEALER_B), 500, ORDER);
        return attested(
                new Draft()
                        .input(onLedger(holding(definition, 500, DEALER_A)))
                        .output(holding(definition, 500, DEALER_B))
                        .command(command, key(authority(1))),
                definition,
                Operation.FORCE_TRANSFER);
    }

    private static Draft attested(Draft draft, StateAndRef<SecurityDefinitionState> definition, Operation operation) {
        return draft.reference(definition)
                .reference(REGISTRARS)
                .command(attest(REGISTRARS, operation, definition.getRef()))
                .window(WINDOW);
    }

    private static List<Draft> measures() {
        return Arrays.asList(freeze(partialFreeze()), release(), forcedTransfer(), forcedRedemption(), recovery());
    }

    @Breaks(ControlRules.ONE_DEFINITION)
    void aMeasureWithoutItsDefinitionOrWithTwoIsRefused() {
        for (Draft measure : measures()) {
            refused(ControlRules.ONE_DEFINITION, measure.reference(GLOBEX));
        }
        for (Draft measure : measures()) {
            refused(ControlRules.ONE_DEFINITION, measure.withoutReference(ACME));
        }
        for (Draft measure : measures()) {
            refused(ControlRules.ONE_DEFINITION, measure.withoutReference(ACME).reference(GLOBEX));
        }
    }

    @Breaks(ControlRules.GRANTED)
    void aMeasureThatTheDefinitionDoesNotGrantIsRefused() {
        accepted(freezeOf(granting(Operation.FREEZE)));
        accepted(forcedTransferOf(granting(Operation.FORCE_TRANSFER)));
        refused(ControlRules.GRANTED, freezeOf(granting()));
        refused(ControlRules.GRANTED, freezeOf(granting(Operation.RELEASE, Operation.FORCE_TRANSFER)));
        refused(ControlRules.GRANTED, forcedTransferOf(granting()));
        refused(ControlRules.GRANTED, forcedTransferOf(granting(Operation.FREEZE, Operation.FORCE_REDEEM)));
    }

    @Test
    void aReleaseNeedsNoGrant() {
        StateAndRef<SecurityDefinitionState> definition = granting();
        ControlCommand.Freeze frozen =
                new ControlCommand.Freeze(definition.getState().getData().getLinearId(), key(DEALER_A), 60, ORDER);
        HoldingFreezeState standing = Measures.ordered(frozen);
        accepted(attested(
                new Draft()
                        .input(onLedger(standing))
                        .command(
                                new ControlCommand.Release(
                                        frozen.getSecurity(), key(DEALER_A), standing.getLinearId(), ORDER),
                                key(authority(1))),
                definition,
                Operation.RELEASE));
    }

    @Breaks(ControlRules.ORDER_GIVEN)
    void anOrderThatNobodyCouldFindIsRefused() {
        SecureHash document = SecureHash.sha256("the order");
        String longest = String.join("", Collections.nCopies(120, "x"));
        accepted(freeze(because(longest, longest, document)));
        refusedOrder("", "17", document);
        refusedOrder("High Court", "  ", document);
        refusedOrder("High\u001b[1ACourt", "17", document);
        refusedOrder(longest + "x", "17", document);
        refusedOrder("High Court", longest + "x", document);
        refusedOrder("High Court", "17", SecureHash.zeroHash);
        refusedOrder("High Court", "17", SecureHash.allOnesHash);
        refusedOrder("High Court", "17", SecureHash.hashAs("SHA-384", new byte[] {1}));
    }

    private static ControlCommand.Freeze because(String orderedBy, String reference, SecureHash document) {
        return new ControlCommand.Freeze(
                SECURITY,
                key(DEALER_A),
                60,
                new ControlOrder(ControlReason.COURT_ORDER, orderedBy, reference, document));
    }

    private static void refusedOrder(String orderedBy, String reference, SecureHash document) {
        refused(ControlRules.ORDER_GIVEN, freeze(because(orderedBy, reference, document)));
    }

    @Breaks(ControlRules.CONCERNS_HOLDER)
    void anEventOfTheIssuersTakesNothingFromAHolder() {
        ControlOrder event = Measures.order(ControlReason.CORPORATE_EVENT);
        refused(ControlRules.CONCERNS_HOLDER, freeze(new ControlCommand.Freeze(SECURITY, key(DEALER_A), 60, event)));
    }

    @Breaks(ControlRules.PROPOSER_SIGNS)
    void aProposalOfAStrangersIsRefused() {
        for (Party stranger : Arrays.asList(MALLORY, DEALER_A, DEALER_B, ISSUER)) {
            for (Draft measure :
                    Arrays.asList(freeze(partialFreeze()), release(), forcedTransfer(), forcedRedemption())) {
                refused(ControlRules.PROPOSER_SIGNS, proposedBy(measure, stranger));
            }
        }
    }

    @Test
    void aRegulatorWhoObservesTheRegistrarsCanPropose() {
        for (Draft measure : Arrays.asList(freeze(partialFreeze()), release(), forcedTransfer(), forcedRedemption())) {
            accepted(proposedBy(measure, REGULATOR));
        }
    }

    private static Draft proposedBy(Draft measure, Party proposer) {
        return measure.changeCommands(
                ControlCommand.class,
                command -> new Command<>(command.getValue(), Collections.singletonList(key(proposer))));
    }

    @Breaks(Attestations.EVERY_ASPECT)
    void aMeasureThatTheRegistrarsDoNotAttestIsRefused() {
        for (Draft measure : measures()) {
            refused(Attestations.EVERY_ASPECT, measure.withoutCommands(Attest.class::isInstance));
        }
    }

    @Breaks(Attestations.SAME_OPERATION)
    void aMeasureThatIsAttestedAsSomethingMilderIsRefused() {
        List<Operation> milder = new ArrayList<>(ORDINARY);
        milder.add(Operation.RELEASE);
        for (Operation operation : milder) {
            for (Draft measure :
                    Arrays.asList(freeze(partialFreeze()), forcedTransfer(), forcedRedemption(), recovery())) {
                refused(
                        Attestations.SAME_OPERATION,
                        measure.withoutCommands(Attest.class::isInstance)
                                .command(attest(REGISTRARS, operation, ACME.getRef())));
            }
        }
    }

    @Breaks(Attestations.EVERY_ASPECT)
    void aReceiverWhoHasToBeIdentifiedAndIsNotIsRefused() {
        StateAndRef<SecurityDefinitionState> definition =
                defined(EnumSet.allOf(Operation.class), EnumSet.of(Operation.FORCE_TRANSFER));
        refused(Attestations.EVERY_ASPECT, forcedTransferOf(definition));
        accepted(forcedTransferOf(definition)
                .reference(IDENTITY)
                .command(attest(IDENTITY, Operation.FORCE_TRANSFER, definition.getRef())));
    }

    @Breaks(Attestations.BOUNDED_WINDOW)
    void aMeasureWithoutATimeWindowIsRefused() {
        for (Draft measure : measures()) {
            refused(Attestations.BOUNDED_WINDOW, measure.window(null));
        }
    }

    @Breaks(Attestations.KEYS_APART)
    void aRegistrarThatSignsWithItsAttestationKeyIsRefused() {
        refused(
                Attestations.KEYS_APART,
                freeze(partialFreeze())
                        .withoutCommands(ControlCommand.class::isInstance)
                        .command(
                                partialFreeze(),
                                key(authority(1)),
                                Cast.OWNERSHIP_TERMS.getMembers().get(0).getAttestationKey()));
    }
}
