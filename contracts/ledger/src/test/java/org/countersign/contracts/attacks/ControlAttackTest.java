package org.countersign.contracts.attacks;

import static org.countersign.contracts.Cast.ACME;
import static org.countersign.contracts.Cast.DEALER_A;
import static org.countersign.contracts.Cast.DEALER_B;
import static org.countersign.contracts.Cast.ISSUER;
import static org.countersign.contracts.Cast.MALLORY;
import static org.countersign.contracts.Cast.authority;
import static org.countersign.contracts.Cast.holding;
import static org.countersign.contracts.Cast.key;
import static org.countersign.contracts.TestNode.onLedger;
import static org.countersign.contracts.control.Measures.SECURITY;
import static org.countersign.contracts.control.Measures.forceTransfer;
import static org.countersign.contracts.control.Measures.forcedTransfer;
import static org.countersign.contracts.control.Measures.held;
import static org.countersign.contracts.control.Measures.recovery;

import com.r3.corda.lib.tokens.contracts.commands.MoveTokenCommand;
import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import com.r3.corda.lib.tokens.contracts.types.TokenType;
import java.util.Collections;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.Command;
import org.countersign.contracts.Cast;
import org.countersign.contracts.Draft;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.control.ControlCommand;
import org.countersign.contracts.control.ControlRules;
import org.countersign.contracts.control.Measures;
import org.countersign.contracts.holding.ForcedMovement;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Attestations;
import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attack 26 as far as the contracts go: measures that nobody ordered, or in other words than they were ordered. */
class ControlAttackTest extends LedgerTest {
    private static Draft ordering(Draft draft, ControlCommand command) {
        return draft.changeCommands(ControlCommand.class, before -> new Command<>(command, before.getSigners()));
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26 A forced transfer to the holder itself is refused")
    void forcedTransferToSelf() {
        refused(
                ForcedMovement.OTHER_KEY,
                ordering(forcedTransfer(), forceTransfer(key(DEALER_A), 200))
                        .withoutOutputs()
                        .output(holding(ACME, 500, DEALER_A)));
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26 A forced transfer of more than is there is refused")
    void forcedTransferOfMoreThanIsThere() {
        refused(
                ForcedMovement.EXACT_TRANSFER,
                ordering(forcedTransfer(), forceTransfer(key(DEALER_B), 501))
                        .withoutOutputs()
                        .output(holding(ACME, 501, DEALER_B)));
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26 A forced transfer that the registrars' quorum does not attest is refused")
    void forcedTransferWithoutQuorum() {
        refused(Attestations.EVERY_ASPECT, forcedTransfer().withoutCommands(Attest.class::isInstance));
        refused(
                Attestations.COMMITTEE_SIGNS,
                forcedTransfer()
                        .changeCommands(
                                Attest.class,
                                attest -> new Command<>(attest.getValue(), Collections.singletonList(key(MALLORY)))));
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26 A forced transfer that no registrar or regulator proposes is refused")
    void forcedTransferByAStranger() {
        refused(
                ControlRules.PROPOSER_SIGNS,
                forcedTransfer()
                        .changeCommands(
                                ControlCommand.class,
                                command -> new Command<>(command.getValue(), Collections.singletonList(key(MALLORY)))));
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26 An order is no cover for a move without its holder, nor for cash without its owner")
    void orderAsCover() {
        IssuedTokenType pounds = new IssuedTokenType(ISSUER, new TokenType("GBP", 2));
        FungibleToken cash = new FungibleToken(new Amount<>(4000, pounds), DEALER_A, null);
        refused(
                ForcedMovement.FORCED_ALONE,
                forcedTransfer()
                        .input(onLedger(cash))
                        .output(cash.withNewHolder(MALLORY))
                        .command(
                                new MoveTokenCommand(
                                        pounds, Collections.singletonList(1), Collections.singletonList(2)),
                                key(MALLORY)));
        // Cash alone: no contract of the ledger runs, and the SDK's finds no command that it knows.
        refusedByPlatform(
                "There must be at least one token command",
                new Draft()
                        .input(onLedger(cash))
                        .output(cash.withNewHolder(MALLORY))
                        .command(forceTransfer(key(MALLORY), 4000), key(MALLORY)));
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26 A recovery to a key that nobody has shown to have is refused")
    void recoveryToAnUnverifiedKey() {
        refused(
                ForcedMovement.NEW_KEY_SIGNS,
                ordering(
                                recovery(),
                                new ControlCommand.Recover(
                                        SECURITY, Measures.LOST_KEY, key(Cast.MALLORY), Measures.LOSS))
                        .withoutOutputs()
                        .output(held(507, key(MALLORY))));
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26 A recovery of a key that was not reported as lost is refused")
    void recoveryOfAKeyThatIsNotLost() {
        refused(
                ForcedMovement.LOST_KEY_FROZEN,
                new Draft()
                        .input(onLedger(holding(ACME, 500, DEALER_A)))
                        .output(held(500, Measures.NEW_KEY))
                        .command(
                                new ControlCommand.Recover(SECURITY, key(DEALER_A), Measures.NEW_KEY, Measures.LOSS),
                                Measures.NEW_KEY,
                                key(authority(1)))
                        .with(Measures.attested(Operation.RECOVER)));
    }
}
