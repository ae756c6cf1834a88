package org.countersign.contracts.holding;

import static org.countersign.contracts.Cast.ACME;
import static org.countersign.contracts.Cast.DEALER_A;
import static org.countersign.contracts.Cast.DEALER_B;
import static org.countersign.contracts.Cast.GLOBEX;
import static org.countersign.contracts.Cast.ISSUER;
import static org.countersign.contracts.Cast.MALLORY;
import static org.countersign.contracts.Cast.REGISTRARS;
import static org.countersign.contracts.Cast.attest;
import static org.countersign.contracts.Cast.authority;
import static org.countersign.contracts.Cast.holding;
import static org.countersign.contracts.Cast.key;
import static org.countersign.contracts.TestNode.onLedger;
import static org.countersign.contracts.control.Measures.LOSS;
import static org.countersign.contracts.control.Measures.LOST_KEY;
import static org.countersign.contracts.control.Measures.NEW_KEY;
import static org.countersign.contracts.control.Measures.ORDER;
import static org.countersign.contracts.control.Measures.SECURITY;
import static org.countersign.contracts.control.Measures.forceTransfer;
import static org.countersign.contracts.control.Measures.forcedRedemption;
import static org.countersign.contracts.control.Measures.forcedTransfer;
import static org.countersign.contracts.control.Measures.held;
import static org.countersign.contracts.control.Measures.lossFreeze;
import static org.countersign.contracts.control.Measures.ordered;
import static org.countersign.contracts.control.Measures.recovery;

import com.r3.corda.lib.tokens.contracts.commands.MoveTokenCommand;
import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import com.r3.corda.lib.tokens.contracts.types.TokenPointer;
import com.r3.corda.lib.tokens.contracts.types.TokenType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.LinearPointer;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.UniqueIdentifier;
import org.countersign.contracts.Draft;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.RuleCoverage.Breaks;
import org.countersign.contracts.control.ControlCommand;
import org.countersign.contracts.control.ControlReason;
import org.countersign.contracts.control.ControlRules;
import org.countersign.contracts.control.HoldingFreezeState;
import org.countersign.contracts.control.Measures;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Operation;
import org.countersign.hostile.AnythingGoes;
import org.junit.jupiter.api.Test;

class ForcedMovementTest extends LedgerTest {
    private static final IssuedTokenType TYPE = Holdings.TYPE;

    /** The same transaction under another command. */
    private static Draft ordering(Draft draft, ControlCommand command) {
        return draft.changeCommands(ControlCommand.class, before -> new Command<>(command, before.getSigners()));
    }

    private static Draft becomes(Draft draft, SecurityToken... outputs) {
        draft.withoutOutputs();
        Arrays.asList(outputs).forEach(draft::output);
        return draft;
    }

    @Test
    void forcedMovementsThatKeepAllRulesAreAccepted() {
        accepted(forcedTransfer());
        accepted(forcedRedemption());
        accepted(recovery());
    }

    @Test
    void forcedMovementsOfEverythingAreAccepted() {
        accepted(becomes(ordering(forcedTransfer(), forceTransfer(key(DEALER_B), 500)), holding(ACME, 500, DEALER_B)));
        accepted(becomes(
                ordering(forcedRedemption(), new ControlCommand.ForceRedeem(SECURITY, key(DEALER_A), 500, ORDER))));
    }

    @Test
    void holdingsOfTheHolderAreJoined() {
        accepted(becomes(
                forcedTransfer().input(onLedger(holding(ACME, 7, DEALER_A))),
                holding(ACME, 307, DEALER_A),
                holding(ACME, 200, DEALER_B)));
    }

    @Breaks(ForcedMovement.FORCED_ALONE)
    void aSecondCommandIsRefused() {
        for (Draft draft : Arrays.asList(forcedTransfer(), forcedRedemption(), recovery())) {
            refused(
                    ForcedMovement.FORCED_ALONE,
                    draft.command(
                            new MoveTokenCommand(TYPE, Collections.singletonList(0), Collections.singletonList(0)),
                            key(DEALER_A)));
        }
        refused(ForcedMovement.FORCED_ALONE, forcedTransfer().command(forceTransfer(key(DEALER_B), 1), key(MALLORY)));
        refused(
                ForcedMovement.FORCED_ALONE,
                Holdings.transfer().command(forceTransfer(key(DEALER_B), 1), key(MALLORY)));
    }

    @Breaks(ForcedMovement.FORCED_KIND)
    void aMeasureThatMovesNothingIsRefused() {
        refused(ForcedMovement.FORCED_KIND, ordering(forcedTransfer(), Measures.partialFreeze()));
        refused(
                ForcedMovement.FORCED_KIND,
                ordering(
                        forcedTransfer(),
                        new ControlCommand.Release(SECURITY, key(DEALER_A), new UniqueIdentifier(), ORDER)));
    }

    @Breaks(ForcedMovement.ONLY_ITS_HOLDINGS)
    void whatIsNoHoldingOfTheSecurityIsRefused() {
        String rule = ForcedMovement.ONLY_ITS_HOLDINGS;
        IssuedTokenType pounds = new IssuedTokenType(ISSUER, new TokenType("GBP", 2));
        FungibleToken cash = new FungibleToken(new Amount<>(4000, pounds), DEALER_A, null);
        for (Draft draft : Arrays.asList(forcedTransfer(), forcedRedemption(), recovery())) {
            refused(rule, draft.output(new AnythingGoes.Trinket()));
        }
        refused(rule, forcedTransfer().input(onLedger(new AnythingGoes.Trinket())));
        refused(rule, forcedTransfer().input(onLedger(holding(GLOBEX, 5, DEALER_A))));
        refused(rule, forcedTransfer().output(holding(GLOBEX, 5, DEALER_B)));
        refused(rule, forcedTransfer().input(onLedger(ordered(Measures.partialFreeze()))));
        refused(rule, forcedTransfer().output(new SecurityToken(new Amount<>(5, globex()), DEALER_B)));
        refused(rule, forcedTransfer().output(cash));
    }

    private static IssuedTokenType globex() {
        return GLOBEX.getState().getData().tokenType();
    }

    @Breaks(SecurityTokenContract.TRUE_POINTER)
    void aHoldingThatOnlyLooksLikeTheSecuritysIsRefused() {
        UniqueIdentifier otherDigest =
                new UniqueIdentifier(GLOBEX.getState().getData().getLinearId().getExternalId(), SECURITY.getId());
        IssuedTokenType lookAlike = new IssuedTokenType(
                ISSUER, new TokenPointer<>(new LinearPointer<>(otherDigest, SecurityDefinitionState.class, true), 0));
        refused(
                SecurityTokenContract.TRUE_POINTER,
                becomes(
                        forcedTransfer(),
                        new SecurityToken(new Amount<>(200, lookAlike), DEALER_B),
                        holding(ACME, 300, DEALER_A)));
    }

    @Breaks(SecurityTokenContract.ACTIVE)
    void aForcedMovementOfAFrozenSecurityIsRefused() {
        StateAndRef<SecurityDefinitionState> frozen =
                onLedger(ACME.getState().getData().withStatus(SecurityStatus.FROZEN, "Order 1"));
        refused(SecurityTokenContract.ACTIVE, under(frozen, forcedTransfer(), Operation.FORCE_TRANSFER));
        refused(SecurityTokenContract.ACTIVE, under(frozen, forcedRedemption(), Operation.FORCE_REDEEM));
        refused(SecurityTokenContract.ACTIVE, under(frozen, recovery(), Operation.RECOVER));
    }

    private static Draft under(StateAndRef<SecurityDefinitionState> definition, Draft draft, Operation operation) {
        return draft.withoutReference(ACME)
                .reference(definition)
                .withoutCommands(Attest.class::isInstance)
                .command(attest(REGISTRARS, operation, definition.getRef()));
    }

    @Breaks(ForcedMovement.ITS_HOLDER)
    void whatTheHolderDoesNotHoldIsNotTaken() {
        String rule = ForcedMovement.ITS_HOLDER;
        refused(rule, forcedTransfer().input(onLedger(holding(ACME, 5, DEALER_B))));
        refused(rule, forcedRedemption().input(onLedger(holding(ACME, 5, DEALER_B))));
        refused(rule, recovery().input(onLedger(holding(ACME, 5, DEALER_A))));
        refused(
                rule,
                ordering(
                        forcedTransfer(),
                        new ControlCommand.ForceTransfer(SECURITY, key(MALLORY), key(DEALER_B), 200, ORDER)));
        refused(rule, forcedTransfer().withoutInputs());
        refused(rule, forcedRedemption().withoutInputs());
        refused(rule, recovery().withoutInputs());
    }

    @Breaks(ForcedMovement.ORDERED_QUANTITY)
    void anOrderForNothingOrLessIsRefused() {
        for (long nothing : new long[] {0, -1, Long.MIN_VALUE}) {
            refused(ForcedMovement.ORDERED_QUANTITY, ordering(forcedTransfer(), forceTransfer(key(DEALER_B), nothing)));
            refused(
                    ForcedMovement.ORDERED_QUANTITY,
                    ordering(
                            forcedRedemption(),
                            new ControlCommand.ForceRedeem(SECURITY, key(DEALER_A), nothing, ORDER)));
        }
    }

    @Breaks(ForcedMovement.OTHER_KEY)
    void aForcedTransferToTheHolderIsRefused() {
        refused(
                ForcedMovement.OTHER_KEY,
                becomes(
                        ordering(forcedTransfer(), forceTransfer(key(DEALER_A), 200)),
                        holding(ACME, 200, DEALER_A),
                        holding(ACME, 300, DEALER_A)));
        refused(
                ForcedMovement.OTHER_KEY,
                becomes(
                        ordering(recovery(), new ControlCommand.Recover(SECURITY, LOST_KEY, LOST_KEY, LOSS)),
                        held(507, LOST_KEY)));
    }

    @Breaks(ForcedMovement.EXACT_TRANSFER)
    void anythingButTheOrderedTransferIsRefused() {
        for (List<SecurityToken> outputs : Arrays.asList(
                // Too much, too little, to somebody else, the rest to somebody else, nothing for the holder.
                Arrays.asList(holding(ACME, 201, DEALER_B), holding(ACME, 299, DEALER_A)),
                Arrays.asList(holding(ACME, 199, DEALER_B), holding(ACME, 301, DEALER_A)),
                Arrays.asList(holding(ACME, 200, MALLORY), holding(ACME, 300, DEALER_A)),
                Arrays.asList(holding(ACME, 200, DEALER_B), holding(ACME, 300, MALLORY)),
                Arrays.asList(holding(ACME, 200, DEALER_B)),
                Arrays.asList(holding(ACME, 300, DEALER_A)),
                // More or less than there was.
                Arrays.asList(holding(ACME, 200, DEALER_B), holding(ACME, 301, DEALER_A)),
                Arrays.asList(holding(ACME, 200, DEALER_B), holding(ACME, 299, DEALER_A)),
                // Broken up, and with holdings of nothing.
                Arrays.asList(holding(ACME, 100, DEALER_B), holding(ACME, 100, DEALER_B), holding(ACME, 300, DEALER_A)),
                Arrays.asList(holding(ACME, 200, DEALER_B), holding(ACME, 150, DEALER_A), holding(ACME, 150, DEALER_A)),
                Arrays.asList(holding(ACME, 200, DEALER_B), holding(ACME, 300, DEALER_A), holding(ACME, 0, MALLORY)))) {
            refused(ForcedMovement.EXACT_TRANSFER, becomes(forcedTransfer(), outputs.toArray(new SecurityToken[0])));
        }
    }

    @Breaks(ForcedMovement.EXACT_TRANSFER)
    void moreThanIsThereIsRefused() {
        refused(
                ForcedMovement.EXACT_TRANSFER,
                becomes(ordering(forcedTransfer(), forceTransfer(key(DEALER_B), 501)), holding(ACME, 501, DEALER_B)));
        refused(
                ForcedMovement.EXACT_TRANSFER,
                becomes(
                        ordering(forcedTransfer(), forceTransfer(key(DEALER_B), Long.MAX_VALUE)),
                        holding(ACME, Long.MAX_VALUE, DEALER_B)));
    }

    @Breaks(ForcedMovement.EXACT_TRANSFER)
    void anAmountInOtherUnitsIsRefused() {
        refused(
                ForcedMovement.EXACT_TRANSFER,
                becomes(
                        forcedTransfer(),
                        new SecurityToken(new Amount<>(200, new BigDecimal("1000000"), TYPE), DEALER_B),
                        holding(ACME, 300, DEALER_A)));
    }

    @Breaks(ForcedMovement.EXACT_REDEMPTION)
    void anythingButTheOrderedRedemptionIsRefused() {
        String rule = ForcedMovement.EXACT_REDEMPTION;
        refused(rule, becomes(forcedRedemption()));
        refused(rule, becomes(forcedRedemption(), holding(ACME, 299, DEALER_A)));
        refused(rule, becomes(forcedRedemption(), holding(ACME, 301, DEALER_A)));
        refused(rule, becomes(forcedRedemption(), holding(ACME, 300, MALLORY)));
        refused(rule, becomes(forcedRedemption(), holding(ACME, 300, DEALER_A), holding(ACME, 200, MALLORY)));
        refused(rule, becomes(forcedRedemption(), holding(ACME, 150, DEALER_A), holding(ACME, 150, DEALER_A)));
        refused(
                rule,
                becomes(ordering(
                        forcedRedemption(), new ControlCommand.ForceRedeem(SECURITY, key(DEALER_A), 501, ORDER))));
    }

    @Breaks(ForcedMovement.EXACT_RECOVERY)
    void anythingButTheWholeRecoveryIsRefused() {
        String rule = ForcedMovement.EXACT_RECOVERY;
        refused(rule, becomes(recovery()));
        refused(rule, becomes(recovery(), held(506, NEW_KEY)));
        refused(rule, becomes(recovery(), held(508, NEW_KEY)));
        refused(rule, becomes(recovery(), held(507, key(MALLORY))));
        refused(rule, becomes(recovery(), held(500, NEW_KEY), held(7, NEW_KEY)));
        refused(rule, becomes(recovery(), held(500, NEW_KEY), held(7, LOST_KEY)));
    }

    @Breaks(ForcedMovement.LOST_KEY_REASON)
    void aRecoveryForAnotherReasonAndAnOrderForALostKeyAreRefused() {
        for (ControlReason reason : ControlReason.values()) {
            if (reason != ControlReason.LOST_KEY) {
                refused(
                        // A measure of any kind has no such reason, which is asked first.
                        reason == ControlReason.CORPORATE_EVENT
                                ? ControlRules.CONCERNS_HOLDER
                                : ForcedMovement.LOST_KEY_REASON,
                        ordering(
                                recovery(),
                                new ControlCommand.Recover(SECURITY, LOST_KEY, NEW_KEY, Measures.order(reason))));
            }
        }
        refused(
                ForcedMovement.LOST_KEY_REASON,
                ordering(
                        forcedTransfer(),
                        new ControlCommand.ForceTransfer(SECURITY, key(DEALER_A), key(DEALER_B), 200, LOSS)));
        refused(
                ForcedMovement.LOST_KEY_REASON,
                ordering(forcedRedemption(), new ControlCommand.ForceRedeem(SECURITY, key(DEALER_A), 200, LOSS)));
    }

    @Breaks(ForcedMovement.LOST_KEY_FROZEN)
    void aRecoveryFromAKeyThatIsNotFrozenAsLostIsRefused() {
        refused(ForcedMovement.LOST_KEY_FROZEN, recovery().withoutReferences(HoldingFreezeState.class));
        for (ControlCommand.Freeze other : Arrays.asList(
                new ControlCommand.Freeze(SECURITY, LOST_KEY, 0, ORDER),
                new ControlCommand.Freeze(SECURITY, NEW_KEY, 0, LOSS),
                new ControlCommand.Freeze(GLOBEX.getState().getData().getLinearId(), LOST_KEY, 0, LOSS))) {
            refused(
                    ForcedMovement.LOST_KEY_FROZEN,
                    recovery().withoutReferences(HoldingFreezeState.class).reference(onLedger(ordered(other))));
        }
        accepted(recovery().reference(onLedger(ordered(lossFreeze()))));
    }

    @Breaks(ForcedMovement.NEW_KEY_SIGNS)
    void aRecoveryToAKeyThatDoesNotSignIsRefused() {
        refused(
                ForcedMovement.NEW_KEY_SIGNS,
                recovery()
                        .changeCommands(
                                ControlCommand.class,
                                command -> new Command<>(
                                        command.getValue(), Collections.singletonList(key(authority(1))))));
    }
}
