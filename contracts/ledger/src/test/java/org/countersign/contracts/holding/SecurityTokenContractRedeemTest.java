package org.countersign.contracts.holding;

import static org.countersign.contracts.Cast.ACME;
import static org.countersign.contracts.Cast.DEALER_A;
import static org.countersign.contracts.Cast.DEALER_B;
import static org.countersign.contracts.Cast.ISSUER;
import static org.countersign.contracts.Cast.holding;
import static org.countersign.contracts.Cast.key;
import static org.countersign.contracts.TestNode.onLedger;
import static org.countersign.contracts.holding.Holdings.TYPE;
import static org.countersign.contracts.holding.Holdings.redemption;

import com.r3.corda.lib.tokens.contracts.commands.RedeemTokenCommand;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.Command;
import org.countersign.contracts.Draft;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.RuleCoverage.Breaks;
import org.junit.jupiter.api.Test;

class SecurityTokenContractRedeemTest extends LedgerTest {
    private static Draft with(Draft draft, List<Integer> inputs, List<Integer> outputs) {
        return draft.changeCommands(
                RedeemTokenCommand.class,
                command -> new Command<>(
                        new RedeemTokenCommand(TYPE, inputs, outputs),
                        Arrays.asList(key(ISSUER), key(DEALER_A), key(DEALER_B))));
    }

    @Test
    void aRedemptionThatKeepsAllRulesIsAccepted() {
        accepted(redemption());
    }

    @Test
    void aRedemptionOfEverythingIsAccepted() {
        accepted(with(redemption().withoutOutputs(), Collections.singletonList(0), Collections.emptyList()));
    }

    @Breaks(SecurityTokenContract.REDEEM_TO_SELF)
    void aRestThatSomebodyElseHoldsIsRefused() {
        refused(
                SecurityTokenContract.REDEEM_TO_SELF,
                with(
                        redemption().change(0, SecurityToken.class, token -> token.withNewHolder(DEALER_B)),
                        Collections.singletonList(0),
                        Collections.singletonList(0)));
    }

    @Breaks(SecurityTokenContract.REDEEM_TO_SELF)
    void holdingsOfTwoHoldersAreRefused() {
        refused(
                SecurityTokenContract.REDEEM_TO_SELF,
                with(
                        redemption().input(onLedger(holding(ACME, 5, DEALER_B))),
                        Arrays.asList(0, 1),
                        Collections.singletonList(0)));
    }

    @Test
    void aRedemptionWithoutIssuerOrHolderIsRefused() {
        refusedByPlatform("The issuer must be the signing party", redemption().withoutSigner(key(ISSUER)));
        refusedByPlatform("Owners of redeemed states", redemption().withoutSigner(key(DEALER_A)));
    }

    @Test
    void aRedemptionThatLeavesAsMuchOrMoreIsRefused() {
        for (long left : new long[] {500, 501, Long.MAX_VALUE}) {
            refusedByPlatform(
                    "Change shouldn't exceed amount redeemed",
                    redemption().change(0, SecurityToken.class, token -> holding(ACME, left, DEALER_A)));
        }
    }
}
