package org.countersign.contracts.control;

import static org.countersign.contracts.Cast.ACME;
import static org.countersign.contracts.Cast.DEALER_A;
import static org.countersign.contracts.Cast.DEALER_B;
import static org.countersign.contracts.Cast.authority;
import static org.countersign.contracts.Cast.holding;
import static org.countersign.contracts.Cast.key;
import static org.countersign.contracts.TestNode.onLedger;
import static org.countersign.contracts.control.Measures.ORDER;
import static org.countersign.contracts.control.Measures.SECURITY;
import static org.countersign.contracts.control.Measures.freeze;
import static org.countersign.contracts.control.Measures.lossFreeze;
import static org.countersign.contracts.control.Measures.ordered;
import static org.countersign.contracts.control.Measures.partialFreeze;
import static org.countersign.contracts.control.Measures.release;
import static org.countersign.contracts.control.Measures.standing;

import java.util.Collections;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.identity.Party;
import org.countersign.contracts.Cast;
import org.countersign.contracts.Draft;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.RuleCoverage.Breaks;
import org.countersign.contracts.definition.SecurityDefinitionCommand;
import org.countersign.contracts.holding.ForcedMovement;
import org.countersign.hostile.AnythingGoes;
import org.junit.jupiter.api.Test;

class HoldingFreezeContractTest extends LedgerTest {
    @Test
    void aFreezeOfAPartOrOfEverythingAndTheEndOfItAreAccepted() {
        accepted(freeze(partialFreeze()));
        accepted(freeze(new ControlCommand.Freeze(SECURITY, key(DEALER_A), 0, ORDER)));
        accepted(freeze(lossFreeze()));
        accepted(release());
    }

    @Test
    void aFreezeOfMoreThanThereCanBeIsAccepted() {
        accepted(freeze(new ControlCommand.Freeze(SECURITY, key(DEALER_A), Long.MAX_VALUE, ORDER)));
    }

    @Breaks(HoldingFreezeContract.ONE_COMMAND)
    void anotherOrASecondCommandIsRefused() {
        String rule = HoldingFreezeContract.ONE_COMMAND;
        refused(rule, freeze(partialFreeze()).command(lossFreeze(), key(authority(1))));
        refused(rule, freeze(partialFreeze()).command(new SecurityDefinitionCommand.Register(), key(authority(1))));
        refused(rule, freeze(partialFreeze()).withoutCommands(ControlCommand.class::isInstance));
        refused(
                rule,
                freeze(partialFreeze())
                        .withoutCommands(ControlCommand.class::isInstance)
                        .command(Measures.forceTransfer(key(DEALER_B), 5), key(authority(1))));
    }

    @Breaks(HoldingFreezeContract.FREEZE_SHAPE)
    void aFreezeWithAnythingBesideItIsRefused() {
        String rule = HoldingFreezeContract.FREEZE_SHAPE;
        refused(rule, freeze(partialFreeze()).output(ordered(partialFreeze())));
        refused(rule, freeze(partialFreeze()).output(new AnythingGoes.Trinket()));
        refused(rule, freeze(partialFreeze()).input(standing(partialFreeze())));
        refused(rule, freeze(partialFreeze()).input(onLedger(new AnythingGoes.Trinket())));
    }

    @Breaks(HoldingFreezeContract.RELEASE_SHAPE)
    void aReleaseWithAnythingBesideItIsRefused() {
        String rule = HoldingFreezeContract.RELEASE_SHAPE;
        refused(rule, release().input(standing(lossFreeze())));
        refused(rule, release().output(ordered(partialFreeze())));
        refused(rule, release().output(new AnythingGoes.Trinket()));
        refused(rule, release().input(onLedger(new AnythingGoes.Trinket())));
    }

    @Test
    void holdingsThatMoveAlongAreRefused() {
        // The platform runs the contracts in the order of the states, inputs first.
        refused(
                ForcedMovement.FORCED_KIND,
                new Draft()
                        .output(ordered(partialFreeze()))
                        .output(holding(ACME, 5, Cast.MALLORY))
                        .input(onLedger(holding(ACME, 5, DEALER_A)))
                        .command(partialFreeze(), key(authority(1)))
                        .reference(ACME));
    }

    @Breaks(HoldingFreezeContract.AS_ORDERED)
    void aFreezeOfSomethingElseThanIsOrderedIsRefused() {
        String rule = HoldingFreezeContract.AS_ORDERED;
        refused(rule, becomes(new ControlCommand.Freeze(SECURITY, key(DEALER_A), 61, ORDER)));
        refused(rule, becomes(new ControlCommand.Freeze(SECURITY, key(DEALER_B), 60, ORDER)));
        refused(
                rule,
                becomes(new ControlCommand.Freeze(
                        Cast.GLOBEX.getState().getData().getLinearId(), key(DEALER_A), 60, ORDER)));
        refused(
                rule,
                becomes(new ControlCommand.Freeze(
                        SECURITY, key(DEALER_A), 60, Measures.order(ControlReason.SANCTIONS))));
        refused(
                rule,
                freeze(partialFreeze())
                        .change(
                                0,
                                HoldingFreezeState.class,
                                any -> HoldingFreezeState.of(
                                        partialFreeze(), Collections.singletonList(authority(1)))));
    }

    private static Draft becomes(ControlCommand.Freeze other) {
        return freeze(partialFreeze()).change(0, HoldingFreezeState.class, any -> ordered(other));
    }

    @Breaks(HoldingFreezeContract.COUNTABLE_QUANTITY)
    void aFreezeOfLessThanNothingIsRefused() {
        refused(
                HoldingFreezeContract.COUNTABLE_QUANTITY,
                freeze(new ControlCommand.Freeze(SECURITY, key(DEALER_A), -1, ORDER)));
    }

    @Breaks(HoldingFreezeContract.LOST_KEY_WHOLE)
    void aFreezeOfAPartOfALostKeyIsRefused() {
        refused(
                HoldingFreezeContract.LOST_KEY_WHOLE,
                freeze(new ControlCommand.Freeze(SECURITY, key(DEALER_A), 60, Measures.LOSS)));
    }

    @Breaks(HoldingFreezeContract.RELEASE_NAMES_FREEZE)
    void theReleaseOfAnotherFreezeIsRefused() {
        String rule = HoldingFreezeContract.RELEASE_NAMES_FREEZE;
        UniqueIdentifier freeze = ordered(partialFreeze()).getLinearId();
        refused(rule, releases(SECURITY, DEALER_B, freeze));
        refused(rule, releases(Cast.GLOBEX.getState().getData().getLinearId(), DEALER_A, freeze));
        refused(rule, releases(SECURITY, DEALER_A, ordered(lossFreeze()).getLinearId()));
        refused(
                rule,
                releases(
                        SECURITY,
                        DEALER_A,
                        new UniqueIdentifier(ordered(lossFreeze()).getLinearId().getExternalId(), freeze.getId())));
    }

    private static Draft releases(UniqueIdentifier security, Party holder, UniqueIdentifier freeze) {
        return release()
                .withoutCommands(ControlCommand.class::isInstance)
                .command(new ControlCommand.Release(security, key(holder), freeze, ORDER), key(authority(1)));
    }
}
