package org.countersign.contracts.holding;

import static org.countersign.contracts.Rules.check;

import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import java.math.BigInteger;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.CommandWithParties;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.TransactionState;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.contracts.compliance.Lot;
import org.countersign.contracts.control.ControlCommand;
import org.countersign.contracts.control.ControlReason;
import org.countersign.contracts.control.ControlRules;
import org.countersign.contracts.control.HoldingFreezeState;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.contracts.validation.Attest;

/**
 * How holdings move and end by order, without their holder's signature. It leaves no freedom but the order: what is
 * taken from whom and given to whom stands in the command, and in the transaction is nothing else.
 *
 * <p>It goes over every freeze of the holding, which is the registrars' to weigh, but not over a freeze of the
 * security: that is somebody's order too, and is lifted first, where all see it. A pause, which is the issuer's wish,
 * stops no order.
 */
public final class ForcedMovement {
    /** What goes along with an order is not what was ordered. */
    public static final String FORCED_ALONE = "A forced movement has one command, and attestations.";
    /** Unknown commands are refused. */
    public static final String FORCED_KIND =
            "A measure that moves holdings is a forced transfer, a forced redemption or a recovery.";
    /** Nothing is paid, given or taken along. */
    public static final String ONLY_ITS_HOLDINGS =
            "A forced movement consumes and makes holdings of its security, and nothing else.";
    /** An order against one holder takes nothing from another. */
    public static final String ITS_HOLDER = "A forced movement takes holdings of the holder that its command names.";
    /** Nothing is moved by an order for nothing. */
    public static final String ORDERED_QUANTITY = "The ordered quantity is more than zero.";
    /** A movement to oneself could break up or join holdings, and looks like an execution of the order. */
    public static final String OTHER_KEY = "The receiver is another key than the holder's.";
    /** Not a unit more than was ordered, and the rest stays where it was. */
    public static final String EXACT_TRANSFER =
            "A forced transfer makes one holding of exactly the ordered quantity for"
                    + " the receiver, and one of the rest, if any, for the holder.";
    /** Not a unit more than was ordered, and the rest stays where it was. */
    public static final String EXACT_REDEMPTION =
            "A forced redemption ends exactly the ordered quantity and makes one holding of the rest, if any, for the"
                    + " holder.";
    /** A recovery changes the key and nothing else. */
    public static final String EXACT_RECOVERY =
            "A recovery makes one holding of all that it consumes, for the new key.";
    /** A recovery is no way around an order, and an order none around identification. */
    public static final String LOST_KEY_REASON = "A recovery, and no other forced movement, is because of a lost key.";
    /** What is recovered was reported as lost first, and the lost key can neither give nor receive. */
    public static final String LOST_KEY_FROZEN =
            "A recovery refers to the freeze of everything that the old key holds because it is lost.";
    /** A key that nobody has would lose the holding for good. */
    public static final String NEW_KEY_SIGNS = "The new key signs a recovery.";

    private ForcedMovement() {}

    /** Whether a transaction claims to be ordered; with a measure of any kind it is not verified as anything else. */
    static boolean isIn(LedgerTransaction tx) {
        return tx.getCommands().stream().anyMatch(command -> command.getValue() instanceof ControlCommand);
    }

    /** Verifies a transaction whose states are under their own contracts, and its tokens true holdings. */
    static void verify(LedgerTransaction tx) {
        CommandWithParties<?> command = onlyCommand(tx);
        ControlCommand measure = (ControlCommand) command.getValue();
        List<Class<?>> kinds = Arrays.asList(
                ControlCommand.ForceTransfer.class, ControlCommand.ForceRedeem.class, ControlCommand.Recover.class);
        check(FORCED_KIND, kinds.contains(measure.getClass()));
        StateAndRef<SecurityDefinitionState> reference = ControlRules.verify(tx, measure, command.getSigners());
        SecurityDefinitionState definition = reference.getState().getData();
        check(SecurityTokenContract.ACTIVE, definition.getStatus() != SecurityStatus.FROZEN);
        boolean isRecovery = measure.getClass() == ControlCommand.Recover.class;
        check(LOST_KEY_REASON, isRecovery == (measure.getOrder().getReason() == ControlReason.LOST_KEY));
        Change change = new Change(tx, definition.tokenType());
        change.takesFrom(measure.getHolder());
        if (measure.getClass() == ControlCommand.ForceTransfer.class) {
            verifyTransfer(change, (ControlCommand.ForceTransfer) measure);
        } else if (measure.getClass() == ControlCommand.ForceRedeem.class) {
            verifyRedemption(change, (ControlCommand.ForceRedeem) measure);
        } else {
            verifyRecovery(tx, change, (ControlCommand.Recover) measure, command.getSigners());
        }
        // Who recovers a key has held the units all along.
        PublicKey successor = isRecovery ? ((ControlCommand.Recover) measure).getReceiver() : measure.getHolder();
        change.verifyDates(successor, tx.getTimeWindow().getUntilTime());
    }

    private static CommandWithParties<?> onlyCommand(LedgerTransaction tx) {
        List<CommandWithParties<?>> others = new ArrayList<>();
        for (CommandWithParties<?> command : tx.getCommands()) {
            if (!(command.getValue() instanceof Attest)) {
                others.add(command);
            }
        }
        check(FORCED_ALONE, others.size() == 1);
        return others.get(0);
    }

    private static void verifyTransfer(Change change, ControlCommand.ForceTransfer measure) {
        check(ORDERED_QUANTITY, measure.getQuantity() > 0);
        check(OTHER_KEY, !measure.getReceiver().equals(measure.getHolder()));
        List<Expected> expected = new ArrayList<>();
        expected.add(new Expected(measure.getReceiver(), BigInteger.valueOf(measure.getQuantity())));
        change.addRest(expected, measure.getHolder(), measure.getQuantity());
        check(EXACT_TRANSFER, change.makes(expected));
    }

    private static void verifyRedemption(Change change, ControlCommand.ForceRedeem measure) {
        check(ORDERED_QUANTITY, measure.getQuantity() > 0);
        List<Expected> expected = new ArrayList<>();
        change.addRest(expected, measure.getHolder(), measure.getQuantity());
        check(EXACT_REDEMPTION, change.makes(expected));
    }

    private static void verifyRecovery(
            LedgerTransaction tx, Change change, ControlCommand.Recover measure, List<PublicKey> signers) {
        check(OTHER_KEY, !measure.getReceiver().equals(measure.getHolder()));
        check(
                LOST_KEY_FROZEN,
                tx.referenceInputsOfType(HoldingFreezeState.class).stream()
                        .anyMatch(freeze ->
                                freeze.marksLostKey() && freeze.concerns(measure.getSecurity(), measure.getHolder())));
        check(NEW_KEY_SIGNS, signers.contains(measure.getReceiver()));
        check(
                EXACT_RECOVERY,
                change.makes(Collections.singletonList(new Expected(measure.getReceiver(), change.taken()))));
    }

    /** The holdings of a transaction before and after. */
    private static final class Change {
        private final IssuedTokenType type;
        private final List<SecurityToken> before = new ArrayList<>();
        private final List<SecurityToken> after = new ArrayList<>();

        Change(LedgerTransaction tx, IssuedTokenType type) {
            this.type = type;
            for (StateAndRef<ContractState> input : tx.getInputs()) {
                before.add(holding(input.getState().getData()));
            }
            for (TransactionState<ContractState> output : tx.getOutputs()) {
                after.add(holding(output.getData()));
            }
        }

        private SecurityToken holding(ContractState state) {
            check(ONLY_ITS_HOLDINGS, state instanceof SecurityToken);
            SecurityToken token = (SecurityToken) state;
            check(ONLY_ITS_HOLDINGS, token.getIssuedTokenType().equals(type));
            check(SecurityTokenContract.TRUE_POINTER, SecurityTokenContract.isTrue(token.getIssuedTokenType(), type));
            return token;
        }

        void takesFrom(PublicKey holder) {
            check(
                    ITS_HOLDER,
                    !before.isEmpty()
                            && before.stream()
                                    .allMatch(token ->
                                            token.getHolder().getOwningKey().equals(holder)));
        }

        void verifyDates(PublicKey successor, Instant until) {
            LotDates.verifyDated(after);
            List<Lot> given = new ArrayList<>();
            for (Lot lot : Movement.lots(before, type.getFractionDigits(), until)) {
                given.add(new Lot(successor, lot.getQuantity(), lot.getIssued(), lot.getAcquired()));
            }
            LotDates.verifyMoved(given, Movement.lots(after, type.getFractionDigits(), until), until);
        }

        BigInteger taken() {
            return before.stream()
                    .map(token -> BigInteger.valueOf(token.getAmount().getQuantity()))
                    .reduce(BigInteger.ZERO, BigInteger::add);
        }

        // Of more than is there the rest is negative, and no holding is.
        void addRest(List<Expected> expected, PublicKey holder, long quantity) {
            BigInteger rest = taken().subtract(BigInteger.valueOf(quantity));
            if (rest.signum() != 0) {
                expected.add(new Expected(holder, rest));
            }
        }

        boolean makes(List<Expected> expected) {
            List<SecurityToken> open = new ArrayList<>(after);
            for (Expected holding : expected) {
                SecurityToken found = open.stream()
                        .filter(token -> holding.isMetBy(token, type))
                        .findFirst()
                        .orElse(null);
                if (found == null) {
                    return false;
                }
                open.remove(found);
            }
            return open.isEmpty();
        }
    }

    /** A holding that a movement has to make. */
    private static final class Expected {
        private final PublicKey holder;
        private final BigInteger quantity;

        Expected(PublicKey holder, BigInteger quantity) {
            this.holder = holder;
            this.quantity = quantity;
        }

        // Amounts are compared whole: one in other units than the security's could be counted for another.
        boolean isMetBy(SecurityToken token, IssuedTokenType type) {
            return token.getHolder().getOwningKey().equals(holder)
                    && BigInteger.valueOf(token.getAmount().getQuantity()).equals(quantity)
                    && token.getAmount().equals(new Amount<>(token.getAmount().getQuantity(), type));
        }
    }
}
