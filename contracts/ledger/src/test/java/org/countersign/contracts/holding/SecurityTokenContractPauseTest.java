package org.countersign.contracts.holding;

import static org.countersign.contracts.Cast.ACME;
import static org.countersign.contracts.Cast.IDENTITY;
import static org.countersign.contracts.Cast.NOW;
import static org.countersign.contracts.Cast.REGISTRARS;
import static org.countersign.contracts.Cast.WINDOW;
import static org.countersign.contracts.Cast.attest;
import static org.countersign.contracts.TestNode.onLedger;
import static org.countersign.contracts.control.Measures.forcedTransfer;

import java.time.Instant;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.TimeWindow;
import org.countersign.contracts.Draft;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.RuleCoverage.Breaks;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.Test;

class SecurityTokenContractPauseTest extends LedgerTest {
    private static StateAndRef<SecurityDefinitionState> pausedUntil(Instant until) {
        return onLedger(ACME.getState().getData().withPause(until, "Meeting on the merger"));
    }

    private static Draft under(StateAndRef<SecurityDefinitionState> definition, Draft draft, Operation operation) {
        draft.withoutReference(ACME).reference(definition).withoutCommands(Attest.class::isInstance);
        if (operation == Operation.TRANSFER || operation == Operation.ISSUE) {
            draft.command(attest(IDENTITY, operation, definition.getRef()));
        }
        return draft.command(attest(REGISTRARS, operation, definition.getRef()));
    }

    @Breaks(SecurityTokenContract.PAUSE_OVER)
    void nothingMovesBeforeThePauseIsOver() {
        for (Instant until : new Instant[] {NOW.plusNanos(1), WINDOW.getUntilTime(), NOW.plusSeconds(100_000)}) {
            StateAndRef<SecurityDefinitionState> paused = pausedUntil(until);
            refused(SecurityTokenContract.PAUSE_OVER, under(paused, Holdings.transfer(), Operation.TRANSFER));
            refused(SecurityTokenContract.PAUSE_OVER, under(paused, Holdings.issue(), Operation.ISSUE));
            refused(SecurityTokenContract.PAUSE_OVER, under(paused, Holdings.redemption(), Operation.REDEEM));
        }
    }

    @Breaks(SecurityTokenContract.PAUSE_OVER)
    void aTransferThatCouldHaveBeenMadeDuringThePauseIsRefused() {
        Draft transfer = under(pausedUntil(NOW.minusSeconds(10)), Holdings.transfer(), Operation.TRANSFER);
        refused(SecurityTokenContract.PAUSE_OVER, transfer.window(TimeWindow.untilOnly(WINDOW.getUntilTime())));
        refused(SecurityTokenContract.PAUSE_OVER, transfer.window(null));
    }

    @Test
    void afterThePauseEverythingMovesWithoutAWordFromAnybody() {
        StateAndRef<SecurityDefinitionState> paused = pausedUntil(NOW);
        accepted(under(paused, Holdings.transfer(), Operation.TRANSFER));
        accepted(under(paused, Holdings.issue(), Operation.ISSUE));
        accepted(under(paused, Holdings.redemption(), Operation.REDEEM));
    }

    @Test
    void anOrderGoesOverAPause() {
        accepted(under(pausedUntil(NOW.plusSeconds(100_000)), forcedTransfer(), Operation.FORCE_TRANSFER));
    }
}
