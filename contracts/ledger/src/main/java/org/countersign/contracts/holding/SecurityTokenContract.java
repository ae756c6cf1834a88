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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.corda.core.contracts.CommandData;
import net.corda.core.contracts.CommandWithParties;
import net.corda.core.contracts.Contract;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.LinearPointer;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TransactionState;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.contracts.CodeBinding;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.definition.SecurityDefinitionCommand;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.governance.CommitteeCommand;
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

    /** No escape into another state, and no look-alike beside the true ones. */
    public static final String ONLY_SECURITY_TOKENS =
            "Every token of a security is a SecurityToken whose type points to a definition.";
    /** A lock of another contract's making could freeze or release a holding behind the definition's back. */
    public static final String NO_ENCUMBRANCE = "A holding is not encumbered.";
    /** A stale definition is none, and of two nobody knows which one rules. */
    public static final String ONE_DEFINITION =
            "Every security that moves has one definition among the reference states.";
    /** UUIDs alone could be made to collide, and Corda compares parties by key and pointers by UUID only. */
    public static final String TRUE_POINTER = "A security's type is the one its definition gives, in every holding and "
            + "token command: same identifier and digest, issuer's key and name, and fraction digits.";
    /** Freeze means freeze. */
    public static final String ACTIVE = "A security moves only while it is active.";
    /** A pause ends by itself; what was attested before its end does not move by it. */
    public static final String PAUSE_OVER =
            "A security that was paused moves when the time-window opens after the pause.";
    /** Two commands for one security could each cover for the other; one without holdings covers nothing. */
    public static final String ONE_TOKEN_COMMAND =
            "Every security that moves has one token command, and no token command is without its holdings.";
    /** Unknown commands are refused. */
    public static final String KNOWN_COMMAND = "A token command of a security is an issue, a move or a redemption.";
    /** Whoever reads a transaction is not told of a change that it does not make. */
    public static final String ONLY_HOLDINGS_CHANGE =
            "A transaction that moves a security has no command of a definition or a committee.";
    /** More cannot be outstanding; what is outstanding in all, the registrars know. */
    public static final String WITHIN_AUTHORISED = "An issue is of no more than the security's authorised quantity.";
    /** Nobody becomes a holder without knowing. */
    public static final String NEW_HOLDERS_SIGN =
            "Everybody who holds a security after the transaction signs its token command.";
    /** A redemption must not be a transfer in disguise. */
    public static final String REDEEM_TO_SELF = "A redemption's holdings have one holder, who also holds what is left.";

    @Override
    public void verify(LedgerTransaction tx) {
        CodeBinding.verify(tx);
        verifyTokens(tx);
        if (ForcedMovement.isIn(tx)) {
            // The SDK's contract asks for the signatures of holders, which an order does without.
            ForcedMovement.verify(tx);
            return;
        }
        new FungibleTokenContract().verify(tx);
        Map<IssuedTokenType, Movement> movements = Movement.of(tx);
        verifyCommands(tx, movements);
        List<StateRef> definitions = new ArrayList<>();
        for (Map.Entry<IssuedTokenType, Movement> movement : movements.entrySet()) {
            definitions.add(verifyMovement(tx, movement.getKey(), movement.getValue()));
        }
        Attestations.verifyNoStrangers(tx, definitions);
    }

    private static void verifyTokens(LedgerTransaction tx) {
        List<TransactionState<?>> states = new ArrayList<>();
        for (StateAndRef<ContractState> input : tx.getInputs()) {
            states.add(input.getState());
        }
        states.addAll(tx.getOutputs());
        for (TransactionState<?> state : states) {
            if (state.getData() instanceof SecurityToken) {
                check(ONLY_SECURITY_TOKENS, isSecurity(((SecurityToken) state.getData()).getIssuedTokenType()));
                check(NO_ENCUMBRANCE, state.getEncumbrance() == null);
            } else if (state.getData() instanceof AbstractToken) {
                check(ONLY_SECURITY_TOKENS, !resembles(tx, ((AbstractToken) state.getData()).getIssuedTokenType()));
            }
        }
    }

    private static boolean isSecurity(IssuedTokenType type) {
        return type.getTokenType() instanceof TokenPointer
                && ((TokenPointer<?>) type.getTokenType()).getPointer().getType() == SecurityDefinitionState.class;
    }

    // Wallets tell tokens apart by the identifier, and a pointer of another class or a plain type can carry the same.
    private static boolean resembles(LedgerTransaction tx, IssuedTokenType type) {
        return isSecurity(type)
                || tx.referenceInputsOfType(SecurityDefinitionState.class).stream()
                        .anyMatch(definition ->
                                definition.getLinearId().getId().toString().equals(type.getTokenIdentifier()));
    }

    private static void verifyCommands(LedgerTransaction tx, Map<IssuedTokenType, Movement> movements) {
        for (CommandWithParties<?> command : tx.getCommands()) {
            CommandData value = command.getValue();
            check(
                    ONLY_HOLDINGS_CHANGE,
                    !(value instanceof SecurityDefinitionCommand || value instanceof CommitteeCommand));
            if (value instanceof TokenCommand) {
                IssuedTokenType type = ((TokenCommand) value).getToken();
                check(ONE_TOKEN_COMMAND, movements.containsKey(type) || !resembles(tx, type));
            }
        }
        for (Movement movement : movements.values()) {
            check(ONE_TOKEN_COMMAND, movement.commands().size() == 1);
        }
    }

    private static StateRef verifyMovement(LedgerTransaction tx, IssuedTokenType type, Movement movement) {
        StateAndRef<SecurityDefinitionState> reference = definitionOf(tx, type);
        SecurityDefinitionState definition = reference.getState().getData();
        for (IssuedTokenType mention : movement.types()) {
            check(TRUE_POINTER, isTrue(mention, definition.tokenType()));
        }
        check(ACTIVE, definition.getStatus() != SecurityStatus.FROZEN);
        Instant opens = tx.getTimeWindow() == null ? null : tx.getTimeWindow().getFromTime();
        check(PAUSE_OVER, definition.isOpenAt(opens));
        CommandWithParties<?> command = movement.commands().get(0);
        Operation operation = operationOf(command.getValue().getClass());
        if (operation == Operation.ISSUE) {
            SecurityTerms terms = definition.getTerms();
            BigDecimal issued = movement.quantityAfter(terms.getFractionDigits());
            check(WITHIN_AUTHORISED, issued.compareTo(terms.getAuthorisedQuantity()) <= 0);
        }
        check(
                REDEEM_TO_SELF,
                operation != Operation.REDEEM || movement.holders().size() == 1);
        for (SecurityToken token : movement.outputs()) {
            check(
                    NEW_HOLDERS_SIGN,
                    command.getSigners().contains(token.getHolder().getOwningKey()));
        }
        Attestations.verify(tx, definition.getValidationPolicy(), reference.getRef(), operation);
        PublicFacts facts = new PublicFacts(tx, definition, operation, movement);
        LotDates.verify(facts, movement.outputs());
        PublicCompliance.verify(tx, facts, definition);
        return reference.getRef();
    }

    private static StateAndRef<SecurityDefinitionState> definitionOf(LedgerTransaction tx, IssuedTokenType type) {
        List<StateAndRef<SecurityDefinitionState>> found =
                tx.referenceInputRefsOfType(SecurityDefinitionState.class).stream()
                        .filter(reference -> reference
                                .getState()
                                .getData()
                                .getLinearId()
                                .getId()
                                .equals(pointerOf(type).getPointer().getId()))
                        .collect(Collectors.toList());
        check(ONE_DEFINITION, found.size() == 1);
        return found.get(0);
    }

    private static LinearPointer<?> pointerOf(IssuedTokenType type) {
        return ((TokenPointer<?>) type.getTokenType()).getPointer();
    }

    static boolean isTrue(IssuedTokenType mention, IssuedTokenType expected) {
        return mention.equals(expected)
                && mention.getIssuer().getName().equals(expected.getIssuer().getName())
                && isSecurity(mention)
                && pointerOf(mention).isResolved()
                && SelfCertifyingId.same(
                        pointerOf(mention).getPointer(), pointerOf(expected).getPointer());
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
}
