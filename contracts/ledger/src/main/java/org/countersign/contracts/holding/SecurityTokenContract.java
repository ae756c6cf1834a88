package org.countersign.contracts.holding;

import static org.countersign.contracts.Rules.broken;
import static org.countersign.contracts.Rules.check;

import com.r3.corda.lib.tokens.contracts.FungibleTokenContract;
import com.r3.corda.lib.tokens.contracts.commands.IssueTokenCommand;
import com.r3.corda.lib.tokens.contracts.commands.MoveTokenCommand;
import com.r3.corda.lib.tokens.contracts.commands.RedeemTokenCommand;
import com.r3.corda.lib.tokens.contracts.commands.TokenCommand;
import com.r3.corda.lib.tokens.contracts.states.AbstractToken;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import com.r3.corda.lib.tokens.contracts.types.TokenPointer;
import com.r3.corda.lib.tokens.contracts.types.TokenType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.corda.core.contracts.CommandWithParties;
import net.corda.core.contracts.Contract;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TransactionState;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.definition.SecurityDefinitionContract;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.contracts.validation.Attestations;
import org.countersign.contracts.validation.Operation;

/**
 * How holdings come into being, move and end.
 *
 * <p>The SDK's {@link FungibleTokenContract} runs first and balances amounts. Its {@code verify} is final and sees
 * neither the time-window nor the definition, so this contract adds what a security needs around it rather than inside
 * it.
 */
public final class SecurityTokenContract implements Contract {
    /** The contract's name on the ledger. */
    public static final String ID = SecurityTokenContract.class.getName();

    /** No escape into another state or contract. */
    public static final String ONLY_SECURITY_TOKENS =
            "Every token of a security is a SecurityToken under the SecurityTokenContract.";
    /** A lock of another contract's making could freeze or release a holding behind the definition's back. */
    public static final String NO_ENCUMBRANCE = "A holding is not encumbered.";
    /** The definition's own contract is what makes it trustworthy, and a stale one is none. */
    public static final String ONE_DEFINITION =
            "Every security that moves has one definition among the reference states.";
    /** UUIDs alone could be made to collide. */
    public static final String TRUE_POINTER =
            "A holding's type is the one its definition gives: same identifier and digest, issuer and fraction digits.";
    /** Freeze means freeze. */
    public static final String ACTIVE = "A security moves only while it is active.";
    /** Two commands for one security could each cover for the other; one without holdings covers nothing. */
    public static final String ONE_TOKEN_COMMAND =
            "Every security that moves has one token command, and no token command is without its holdings.";
    /** Unknown commands are refused. */
    public static final String KNOWN_COMMAND = "A token command of a security is an issue, a move or a redemption.";
    /** Nobody becomes a holder without knowing. */
    public static final String NEW_HOLDERS_SIGN =
            "Everybody who holds a security after the transaction signs its token command.";
    /** A redemption must not be a transfer in disguise. */
    public static final String REDEEM_TO_SELF = "A redemption's holdings have one holder, who also holds what is left.";

    @Override
    public void verify(LedgerTransaction tx) {
        verifyTokens(tx);
        new FungibleTokenContract().verify(tx);
        Map<IssuedTokenType, Movement> movements = movements(tx);
        verifyCommands(tx, movements);
        List<StateRef> definitions = new ArrayList<>();
        for (Map.Entry<IssuedTokenType, Movement> movement : movements.entrySet()) {
            definitions.add(verifyMovement(tx, movement.getKey(), movement.getValue()));
        }
        Attestations.verifyNoStrangers(tx, definitions);
    }

    /** What a transaction does with one security. */
    private static final class Movement {
        private final List<SecurityToken> inputs = new ArrayList<>();
        private final List<SecurityToken> outputs = new ArrayList<>();
        private final List<CommandWithParties<?>> commands = new ArrayList<>();
    }

    private static void verifyTokens(LedgerTransaction tx) {
        List<TransactionState<?>> states = new ArrayList<>();
        for (StateAndRef<ContractState> input : tx.getInputs()) {
            states.add(input.getState());
        }
        states.addAll(tx.getOutputs());
        for (TransactionState<?> state : states) {
            if (state.getData() instanceof SecurityToken
                    || state.getData() instanceof AbstractToken
                            && isSecurity(typeOf((AbstractToken) state.getData()))) {
                check(
                        ONLY_SECURITY_TOKENS,
                        state.getData().getClass() == SecurityToken.class
                                && state.getContract().equals(ID)
                                && isSecurity(typeOf((AbstractToken) state.getData())));
                check(NO_ENCUMBRANCE, state.getEncumbrance() == null);
            }
        }
    }

    private static TokenType typeOf(AbstractToken token) {
        return token.getIssuedTokenType().getTokenType();
    }

    private static boolean isSecurity(TokenType type) {
        return type instanceof TokenPointer
                && ((TokenPointer<?>) type).getPointer().getType() == SecurityDefinitionState.class;
    }

    private static Map<IssuedTokenType, Movement> movements(LedgerTransaction tx) {
        Map<IssuedTokenType, Movement> movements = new LinkedHashMap<>();
        for (SecurityToken token : tx.inputsOfType(SecurityToken.class)) {
            movements
                    .computeIfAbsent(token.getIssuedTokenType(), type -> new Movement())
                    .inputs
                    .add(token);
        }
        for (SecurityToken token : tx.outputsOfType(SecurityToken.class)) {
            movements
                    .computeIfAbsent(token.getIssuedTokenType(), type -> new Movement())
                    .outputs
                    .add(token);
        }
        return movements;
    }

    private static void verifyCommands(LedgerTransaction tx, Map<IssuedTokenType, Movement> movements) {
        for (CommandWithParties<?> command : tx.getCommands()) {
            if (command.getValue() instanceof TokenCommand) {
                IssuedTokenType type = ((TokenCommand) command.getValue()).getToken();
                Movement movement = movements.get(type);
                if (movement != null) {
                    movement.commands.add(command);
                } else {
                    check(ONE_TOKEN_COMMAND, !isSecurity(type.getTokenType()));
                }
            }
        }
        for (Movement movement : movements.values()) {
            check(ONE_TOKEN_COMMAND, movement.commands.size() == 1);
        }
    }

    private static StateRef verifyMovement(LedgerTransaction tx, IssuedTokenType type, Movement movement) {
        StateAndRef<SecurityDefinitionState> reference = definitionOf(tx, type);
        SecurityDefinitionState definition = reference.getState().getData();
        verifyPointers(movement, definition);
        check(ACTIVE, definition.getStatus() == SecurityStatus.ACTIVE);
        CommandWithParties<?> command = movement.commands.get(0);
        Operation operation = operationOf(command.getValue().getClass());
        if (operation == Operation.REDEEM) {
            verifyRedemption(movement);
        }
        verifyNewHolders(movement, command);
        Attestations.verify(tx, definition.getValidationPolicy(), reference.getRef(), operation);
        return reference.getRef();
    }

    private static StateAndRef<SecurityDefinitionState> definitionOf(LedgerTransaction tx, IssuedTokenType type) {
        UniqueIdentifier id =
                ((TokenPointer<?>) type.getTokenType()).getPointer().getPointer();
        StateAndRef<SecurityDefinitionState> found = null;
        for (StateAndRef<SecurityDefinitionState> reference :
                tx.referenceInputRefsOfType(SecurityDefinitionState.class)) {
            if (reference.getState().getData().getLinearId().getId().equals(id.getId())) {
                check(ONE_DEFINITION, found == null);
                found = reference;
            }
        }
        check(ONE_DEFINITION, found != null && found.getState().getContract().equals(SecurityDefinitionContract.ID));
        return found;
    }

    private static void verifyPointers(Movement movement, SecurityDefinitionState definition) {
        IssuedTokenType expected = definition.tokenType();
        List<SecurityToken> tokens = new ArrayList<>(movement.inputs);
        tokens.addAll(movement.outputs);
        for (SecurityToken token : tokens) {
            UniqueIdentifier id = ((TokenPointer<?>) typeOf(token)).getPointer().getPointer();
            check(
                    TRUE_POINTER,
                    token.getIssuedTokenType().equals(expected) && SelfCertifyingId.same(id, definition.getLinearId()));
        }
    }

    private static Operation operationOf(Class<?> command) {
        if (command == IssueTokenCommand.class) {
            return Operation.ISSUE;
        }
        if (command == MoveTokenCommand.class) {
            return Operation.TRANSFER;
        }
        if (command == RedeemTokenCommand.class) {
            return Operation.REDEEM;
        }
        throw broken(KNOWN_COMMAND);
    }

    private static void verifyRedemption(Movement movement) {
        Set<Object> holders = new HashSet<>();
        movement.inputs.forEach(token -> holders.add(token.getHolder().getOwningKey()));
        movement.outputs.forEach(token -> holders.add(token.getHolder().getOwningKey()));
        check(REDEEM_TO_SELF, holders.size() == 1);
    }

    private static void verifyNewHolders(Movement movement, CommandWithParties<?> command) {
        for (SecurityToken token : movement.outputs) {
            check(
                    NEW_HOLDERS_SIGN,
                    command.getSigners().contains(token.getHolder().getOwningKey()));
        }
    }
}
