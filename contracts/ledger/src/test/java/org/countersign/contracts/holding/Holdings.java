package org.countersign.contracts.holding;

import static org.countersign.contracts.Cast.ACME;
import static org.countersign.contracts.Cast.DEALER_A;
import static org.countersign.contracts.Cast.DEALER_B;
import static org.countersign.contracts.Cast.IDENTITY;
import static org.countersign.contracts.Cast.ISSUER;
import static org.countersign.contracts.Cast.REGISTRARS;
import static org.countersign.contracts.Cast.WINDOW;
import static org.countersign.contracts.Cast.attest;
import static org.countersign.contracts.Cast.holding;
import static org.countersign.contracts.Cast.key;
import static org.countersign.contracts.TestNode.onLedger;

import com.r3.corda.lib.tokens.contracts.commands.IssueTokenCommand;
import com.r3.corda.lib.tokens.contracts.commands.MoveTokenCommand;
import com.r3.corda.lib.tokens.contracts.commands.RedeemTokenCommand;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import java.util.Arrays;
import java.util.Collections;
import net.corda.core.contracts.StateRef;
import org.countersign.contracts.Draft;
import org.countersign.contracts.validation.Operation;

/** The transactions with holdings that every rule is tried on: each as it should be. */
public final class Holdings {
    public static final IssuedTokenType TYPE = ACME.getState().getData().tokenType();
    private static final StateRef DEFINITION = ACME.getRef();

    private Holdings() {}

    /** Issuer Bank issues 500 to Dealer A. */
    public static Draft issue() {
        return new Draft()
                .output(holding(ACME, 500, DEALER_A))
                .reference(ACME)
                .reference(IDENTITY)
                .reference(REGISTRARS)
                .command(new IssueTokenCommand(TYPE, Collections.singletonList(0)), key(ISSUER), key(DEALER_A))
                .command(attest(IDENTITY, Operation.ISSUE, DEFINITION))
                .command(attest(REGISTRARS, Operation.ISSUE, DEFINITION))
                .window(WINDOW);
    }

    /** Dealer A moves 200 of its 500 to Dealer B. */
    public static Draft transfer() {
        return new Draft()
                .input(onLedger(holding(ACME, 500, DEALER_A)))
                .output(holding(ACME, 200, DEALER_B))
                .output(holding(ACME, 300, DEALER_A))
                .reference(ACME)
                .reference(IDENTITY)
                .reference(REGISTRARS)
                .command(
                        new MoveTokenCommand(TYPE, Collections.singletonList(0), Arrays.asList(0, 1)),
                        key(DEALER_A),
                        key(DEALER_B))
                .command(attest(IDENTITY, Operation.TRANSFER, DEFINITION))
                .command(attest(REGISTRARS, Operation.TRANSFER, DEFINITION))
                .window(WINDOW);
    }

    /** Dealer A hands 100 of its 500 back to Issuer Bank. */
    public static Draft redemption() {
        return new Draft()
                .input(onLedger(holding(ACME, 500, DEALER_A)))
                .output(holding(ACME, 400, DEALER_A))
                .reference(ACME)
                .reference(REGISTRARS)
                .command(
                        new RedeemTokenCommand(TYPE, Collections.singletonList(0), Collections.singletonList(0)),
                        key(ISSUER),
                        key(DEALER_A))
                .command(attest(REGISTRARS, Operation.REDEEM, DEFINITION))
                .window(WINDOW);
    }
}
