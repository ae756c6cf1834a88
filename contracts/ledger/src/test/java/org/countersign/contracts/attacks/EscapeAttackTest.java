package org.countersign.contracts.attacks;

import static org.countersign.contracts.Cast.ACME;
import static org.countersign.contracts.Cast.DEALER_A;
import static org.countersign.contracts.Cast.DEALER_B;
import static org.countersign.contracts.Cast.ISSUER;
import static org.countersign.contracts.Cast.MALLORY;
import static org.countersign.contracts.Cast.holding;
import static org.countersign.contracts.Cast.key;
import static org.countersign.contracts.TestNode.onLedger;
import static org.countersign.contracts.holding.Holdings.TYPE;
import static org.countersign.contracts.holding.Holdings.issue;
import static org.countersign.contracts.holding.Holdings.redemption;
import static org.countersign.contracts.holding.Holdings.transfer;

import com.r3.corda.lib.tokens.contracts.FungibleTokenContract;
import com.r3.corda.lib.tokens.contracts.commands.IssueTokenCommand;
import com.r3.corda.lib.tokens.contracts.commands.MoveTokenCommand;
import com.r3.corda.lib.tokens.contracts.commands.RedeemTokenCommand;
import com.r3.corda.lib.tokens.contracts.commands.TokenCommand;
import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import com.r3.corda.lib.tokens.contracts.states.NonFungibleToken;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.AlwaysAcceptAttachmentConstraint;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.CommandData;
import net.corda.core.contracts.HashAttachmentConstraint;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.TransactionState;
import net.corda.core.contracts.UniqueIdentifier;
import org.countersign.contracts.CodeBinding;
import org.countersign.contracts.Draft;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.TestNode;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.holding.SecurityTokenContract;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Attestations;
import org.countersign.contracts.validation.Operation;
import org.countersign.hostile.AnythingGoes;
import org.countersign.hostile.HomemadeToken;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Attacks 17 to 19 and 21 to 23: a holding that leaves the contract's reach, or a contract that is not the ledger's.
 */
class EscapeAttackTest extends LedgerTest {
    private static final List<Integer> FIRST = Collections.singletonList(0);
    private static final List<Integer> NONE = Collections.emptyList();

    private static FungibleToken plain(long quantity) {
        return new FungibleToken(new Amount<>(quantity, TYPE), DEALER_B, null);
    }

    private static Draft withCommand(Draft draft, CommandData command) {
        return draft.withoutCommands(TokenCommand.class::isInstance)
                .command(command, key(ISSUER), key(DEALER_A), key(DEALER_B));
    }

    @Test
    @Tag("attack-17")
    @DisplayName("17 A holding does not move into a plain token of its type")
    void escapeIntoAPlainToken() {
        Draft draft = transfer().withoutOutputs().output(plain(500));
        refused(
                SecurityTokenContract.ONLY_SECURITY_TOKENS,
                withCommand(draft, new MoveTokenCommand(TYPE, FIRST, FIRST)));
    }

    @Test
    @Tag("attack-17")
    @DisplayName("17 A holding does not move into a non-fungible token that points to its definition")
    void escapeIntoANonFungibleToken() {
        Draft draft =
                transfer().withoutOutputs().output(new NonFungibleToken(TYPE, DEALER_B, new UniqueIdentifier(), null));
        refused(
                SecurityTokenContract.ONLY_SECURITY_TOKENS,
                withCommand(draft, new MoveTokenCommand(TYPE, FIRST, FIRST)));
    }

    @Test
    @Tag("attack-17")
    @DisplayName("17 A holding does not move under another contract")
    void escapeUnderAnotherContract() {
        for (String contract : Arrays.asList(AnythingGoes.ID, FungibleTokenContract.class.getName())) {
            refused(
                    CodeBinding.OWN_CONTRACT,
                    transfer()
                            .rewrap(
                                    0,
                                    state -> state.copy(
                                            state.getData(),
                                            contract,
                                            state.getNotary(),
                                            null,
                                            state.getConstraint())));
        }
    }

    @Test
    @Tag("attack-17")
    @DisplayName("17 A holding does not vanish without a redemption")
    void escapeIntoNothing() {
        refusedByPlatform(
                "there must be output states present",
                withCommand(transfer().withoutOutputs(), new MoveTokenCommand(TYPE, FIRST, NONE)));
        refusedByPlatform(
                "There must be at least one token command",
                transfer()
                        .withoutOutputs()
                        .output(new AnythingGoes.Trinket())
                        .withoutCommands(TokenCommand.class::isInstance));
    }

    @Test
    @Tag("attack-17")
    @DisplayName("17 A holding is not redeemed and issued again as a plain token")
    void redeemAndReissue() {
        refused(
                SecurityTokenContract.ONLY_SECURITY_TOKENS,
                redemption()
                        .output(plain(100))
                        .command(new IssueTokenCommand(TYPE, Collections.singletonList(1)), key(ISSUER)));
    }

    @Test
    @Tag("attack-17")
    @DisplayName("17 A plain token that the issuer makes of a security's type is nobody's holding")
    void aPlainTokenIsNoHolding() {
        // No contract of the ledger runs here, and none can. What counts is that it never meets a holding.
        accepted(new Draft().output(plain(100)).command(new IssueTokenCommand(TYPE, FIRST), key(ISSUER)));
        StateAndRef<FungibleToken> made = onLedger(plain(100));
        refused(
                SecurityTokenContract.ONLY_SECURITY_TOKENS,
                withCommand(
                        transfer().input(made).output(holding(ACME, 100, DEALER_B)),
                        new MoveTokenCommand(TYPE, Arrays.asList(0, 1), Arrays.asList(0, 1, 2))));
        refusedByPlatform(
                "There is a token group with no assigned command",
                withCommand(
                        issue().input(made).withoutOutputs().output(holding(ACME, 100, DEALER_B)),
                        new MoveTokenCommand(TYPE, FIRST, FIRST)));
    }

    @Test
    @Tag("attack-18")
    @DisplayName("18 A move that calls itself an issue or a redemption is refused")
    void relabelledMove() {
        refusedByPlatform(
                "There is a token group with no assigned command",
                withCommand(transfer(), new IssueTokenCommand(TYPE, Arrays.asList(0, 1))));
        refusedByPlatform(
                "there must be zero or one output state",
                withCommand(transfer(), new RedeemTokenCommand(TYPE, FIRST, Arrays.asList(0, 1))));
        Draft everything = transfer().withoutOutputs().output(holding(ACME, 499, DEALER_B));
        refused(
                SecurityTokenContract.REDEEM_TO_SELF,
                withCommand(everything, new RedeemTokenCommand(TYPE, FIRST, FIRST)));
    }

    @Test
    @Tag("attack-18")
    @DisplayName("18 An issue that calls itself a move is refused")
    void relabelledIssue() {
        refusedByPlatform(
                "there must be input states present", withCommand(issue(), new MoveTokenCommand(TYPE, NONE, FIRST)));
    }

    @Test
    @Tag("attack-18")
    @DisplayName("18 A move that is attested as something else is refused")
    void moveAttestedAsSomethingElse() {
        for (Operation other : Arrays.asList(Operation.DEFINE, Operation.ISSUE, Operation.REDEEM)) {
            refused(Attestations.SAME_OPERATION, transfer().changeCommands(Attest.class, command -> {
                Attest attest = (Attest) command.getValue();
                return new Command<>(
                        new Attest(
                                attest.getAspect(),
                                other,
                                attest.getCommittee(),
                                attest.getDefinition(),
                                attest.getValidFrom(),
                                attest.getValidUntil()),
                        command.getSigners());
            }));
        }
    }

    @Test
    @Tag("attack-18")
    @DisplayName("18 Two commands for one security, or a superfluous one, are refused")
    void superfluousCommands() {
        refusedByPlatform(
                "There must be exactly one TokenCommand",
                transfer()
                        .command(new MoveTokenCommand(TYPE, FIRST, Arrays.asList(0, 1)), key(DEALER_A), key(DEALER_B)));
        for (TokenCommand superfluous : Arrays.asList(
                new IssueTokenCommand(TYPE, Collections.singletonList(7)),
                new MoveTokenCommand(TYPE, NONE, NONE),
                new RedeemTokenCommand(TYPE, FIRST, NONE))) {
            refused(SecurityTokenContract.ONE_TOKEN_COMMAND, transfer().command(superfluous, key(MALLORY)));
        }
    }

    @Test
    @Tag("attack-19")
    @DisplayName("19 A token of a class that the SDK does not group is refused")
    void ungroupedToken() {
        refused(SecurityTokenContract.ONLY_SECURITY_TOKENS, transfer().output(new HomemadeToken(TYPE, MALLORY)));
        refused(SecurityTokenContract.ONLY_SECURITY_TOKENS, issue().output(new HomemadeToken(TYPE, MALLORY)));
    }

    @Test
    @Tag("attack-21")
    @DisplayName("21 A holding is not brought under weaker or other code")
    void otherConstraint() {
        String contract = SecurityTokenContract.ID;
        refused(
                CodeBinding.FIRM_CODE,
                issue().rewrap(
                                0,
                                state -> state.copy(
                                        state.getData(),
                                        contract,
                                        state.getNotary(),
                                        null,
                                        AlwaysAcceptAttachmentConstraint.INSTANCE)));
        HashAttachmentConstraint pinned = new HashAttachmentConstraint(TestNode.attachment(contract));
        refused(
                CodeBinding.SAME_CODE,
                transfer().rewrap(0, state -> state.copy(state.getData(), contract, state.getNotary(), null, pinned)));
    }

    @Test
    @Tag("attack-22")
    @DisplayName("22 A stranger's jar with the contract's class is refused, beside the ledger's and instead of it")
    void overlappingClass() {
        String contract = SecurityTokenContract.ID;
        refusedByPlatform("OverlappingAttachmentsException", transfer().attach(TestNode.strangersCode(contract)));
        refusedByPlatform(
                "ContractConstraintRejection",
                transfer().withoutCodeOf(contract).attach(TestNode.strangersCode(contract)));
    }

    private static Draft lockedBy(ContractLock lock) {
        TransactionState<AnythingGoes.Trinket> trinket = Draft.stateOf(new AnythingGoes.Trinket());
        return transfer()
                .rewrap(
                        0,
                        state -> state.copy(
                                state.getData(),
                                state.getContract(),
                                state.getNotary(),
                                lock.holding,
                                state.getConstraint()))
                .output(trinket.copy(
                        trinket.getData(),
                        trinket.getContract(),
                        trinket.getNotary(),
                        lock.trinket,
                        trinket.getConstraint()));
    }

    /** Which output locks the holding, and which the trinket; null for none. */
    private enum ContractLock {
        BOTH(2, 0),
        HOLDING(2, null);

        private final Integer holding;
        private final Integer trinket;

        ContractLock(Integer holding, Integer trinket) {
            this.holding = holding;
            this.trinket = trinket;
        }
    }

    @Test
    @Tag("attack-23")
    @DisplayName("23 A holding that is locked by another contract's state is refused")
    void encumberedOutput() {
        refused(SecurityTokenContract.NO_ENCUMBRANCE, lockedBy(ContractLock.BOTH));
        refusedByPlatform("TransactionNonMatchingEncumbranceException", lockedBy(ContractLock.HOLDING));
    }

    @Test
    @Tag("attack-23")
    @DisplayName("23 A holding that was locked before the ledger's contract saw it does not move")
    void encumberedInput() {
        TransactionState<SecurityToken> clear = Draft.stateOf(holding(ACME, 500, DEALER_A));
        StateAndRef<SecurityToken> locked =
                onLedger(clear.copy(clear.getData(), clear.getContract(), clear.getNotary(), 0, clear.getConstraint()));
        Draft draft = issue().input(locked).withoutOutputs().output(holding(ACME, 500, DEALER_B));
        refused(SecurityTokenContract.NO_ENCUMBRANCE, withCommand(draft, new MoveTokenCommand(TYPE, FIRST, FIRST)));
    }
}
