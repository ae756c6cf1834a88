package org.countersign.contracts.control;

import static org.countersign.contracts.Cast.ACME;
import static org.countersign.contracts.Cast.DEALER_A;
import static org.countersign.contracts.Cast.DEALER_B;
import static org.countersign.contracts.Cast.REGISTRARS;
import static org.countersign.contracts.Cast.WINDOW;
import static org.countersign.contracts.Cast.attest;
import static org.countersign.contracts.Cast.authority;
import static org.countersign.contracts.Cast.holding;
import static org.countersign.contracts.Cast.key;
import static org.countersign.contracts.TestNode.onLedger;

import java.security.PublicKey;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.identity.Party;
import org.countersign.contracts.Cast;
import org.countersign.contracts.Draft;
import org.countersign.contracts.TestNode;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.validation.Operation;

/** The transactions with measures that every rule is tried on: each as it should be. */
public final class Measures {
    public static final UniqueIdentifier SECURITY = ACME.getState().getData().getLinearId();
    public static final ControlOrder ORDER = order(ControlReason.COURT_ORDER);
    public static final ControlOrder LOSS = order(ControlReason.LOST_KEY);
    /** The key of a client of dealer A, and the one that is to take its place. */
    public static final PublicKey LOST_KEY = TestNode.keys(70).getPublic();

    public static final PublicKey NEW_KEY = TestNode.keys(71).getPublic();

    private Measures() {}

    /** An order of the High Court's, for a reason. */
    public static ControlOrder order(ControlReason reason) {
        return new ControlOrder(reason, "High Court, London", "[2026] HC 17", SecureHash.sha256("the order"));
    }

    /** Of Dealer A's holding of ACME 60 have to stay. */
    public static ControlCommand.Freeze partialFreeze() {
        return new ControlCommand.Freeze(SECURITY, key(DEALER_A), 60, ORDER);
    }

    /** The lost key is frozen with everything. */
    public static ControlCommand.Freeze lossFreeze() {
        return new ControlCommand.Freeze(SECURITY, LOST_KEY, 0, LOSS);
    }

    /** The freeze that a command orders, attested by the registrars. */
    public static HoldingFreezeState ordered(ControlCommand.Freeze command) {
        return HoldingFreezeState.of(command, registrars());
    }

    static List<Party> registrars() {
        return Cast.OWNERSHIP_TERMS.getMembers().stream()
                .map(CommitteeMember::getParty)
                .collect(Collectors.toList());
    }

    /** A freeze on Authority One's proposal. */
    static Draft freeze(ControlCommand.Freeze command) {
        return new Draft()
                .output(ordered(command))
                .command(command, key(authority(1)))
                .with(attested(command.operation()));
    }

    /** The end of the partial freeze on Authority One's proposal. */
    static Draft release() {
        HoldingFreezeState standing = ordered(partialFreeze());
        ControlCommand.Release command =
                new ControlCommand.Release(SECURITY, key(DEALER_A), standing.getLinearId(), ORDER);
        return new Draft()
                .input(onLedger(standing))
                .command(command, key(authority(1)))
                .with(attested(command.operation()));
    }

    /** By order, 200 of dealer A's 500 pass to dealer B. */
    public static ControlCommand.ForceTransfer forceTransfer(PublicKey receiver, long quantity) {
        return new ControlCommand.ForceTransfer(SECURITY, key(DEALER_A), receiver, quantity, ORDER);
    }

    /** The forced transfer of 200 of dealer A's 500, proposed by Authority One. */
    public static Draft forcedTransfer() {
        ControlCommand command = forceTransfer(key(DEALER_B), 200);
        return new Draft()
                .input(onLedger(holding(ACME, 500, DEALER_A)))
                .output(holding(ACME, 200, DEALER_B))
                .output(holding(ACME, 300, DEALER_A))
                .command(command, key(authority(1)))
                .with(attested(command.operation()));
    }

    /** The forced redemption of 200 of dealer A's 500, proposed by Authority One. */
    public static Draft forcedRedemption() {
        ControlCommand command = new ControlCommand.ForceRedeem(SECURITY, key(DEALER_A), 200, ORDER);
        return new Draft()
                .input(onLedger(holding(ACME, 500, DEALER_A)))
                .output(holding(ACME, 300, DEALER_A))
                .command(command, key(authority(1)))
                .with(attested(command.operation()));
    }

    /** The two holdings of the lost key, 500 and 7, pass to the new key. */
    public static Draft recovery() {
        ControlCommand command = new ControlCommand.Recover(SECURITY, LOST_KEY, NEW_KEY, LOSS);
        return new Draft()
                .input(onLedger(held(500, LOST_KEY)))
                .input(onLedger(held(7, LOST_KEY)))
                .output(held(507, NEW_KEY))
                .reference(onLedger(ordered(lossFreeze())))
                .command(command, NEW_KEY)
                .with(attested(command.operation()));
    }

    /** A holding of ACME by a key that has no name. */
    public static SecurityToken held(long quantity, PublicKey key) {
        return holding(ACME, quantity, DEALER_A).withNewHolder(new AnonymousParty(key));
    }

    /** What every measure comes with: definition, registrars, their attestation, time-window. */
    public static UnaryOperator<Draft> attested(Operation operation) {
        return draft -> draft.reference(ACME)
                .reference(REGISTRARS)
                .command(attest(REGISTRARS, operation, ACME.getRef()))
                .window(WINDOW);
    }

    static StateAndRef<HoldingFreezeState> standing(ControlCommand.Freeze command) {
        return onLedger(ordered(command));
    }
}
