package org.countersign.contracts.definition;

import static org.countersign.contracts.Cast.ISSUER;
import static org.countersign.contracts.Cast.NOW;
import static org.countersign.contracts.Cast.WINDOW;
import static org.countersign.contracts.Cast.authority;
import static org.countersign.contracts.Cast.key;
import static org.countersign.contracts.definition.Definitions.ACME;
import static org.countersign.contracts.definition.Definitions.COURT;
import static org.countersign.contracts.definition.Definitions.ORDER;
import static org.countersign.contracts.definition.Definitions.change;

import java.time.Duration;
import java.time.Instant;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.Party;
import org.countersign.contracts.Draft;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.RuleCoverage.Breaks;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.control.ControlOrder;
import org.countersign.contracts.control.ControlReason;
import org.junit.jupiter.api.Test;

class SecurityDefinitionContractPauseTest extends LedgerTest {
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(2));
    private static final ControlOrder EVENT = new ControlOrder(
            ControlReason.CORPORATE_EVENT,
            "Board of the issuer",
            "Meeting on the merger",
            SecureHash.sha256("minutes"));
    private static final String WHY = EVENT.toString();

    private static Draft paused(SecurityDefinitionState before, Instant until) {
        return change(before, before.withPause(until, WHY), new SecurityDefinitionCommand.Pause(until, EVENT));
    }

    private static Draft signedBy(Party proposer) {
        return paused(ACME, UNTIL)
                .withoutCommands(SecurityDefinitionCommand.class::isInstance)
                .command(new SecurityDefinitionCommand.Pause(UNTIL, EVENT), key(proposer));
    }

    @Test
    void aPauseItsExtensionAndItsEarlyEndAreAccepted() {
        SecurityDefinitionState paused = ACME.withPause(UNTIL, WHY);
        accepted(paused(ACME, UNTIL));
        accepted(paused(paused, UNTIL.plusSeconds(60)));
        accepted(change(
                paused, paused.withStatus(SecurityStatus.ACTIVE, WHY), new SecurityDefinitionCommand.Unfreeze(EVENT)));
        accepted(change(
                paused, paused.withStatus(SecurityStatus.FROZEN, ORDER), new SecurityDefinitionCommand.Freeze(COURT)));
    }

    @Breaks(SecurityDefinitionContract.STATUS_CHANGES)
    void aPauseDoesNotTakeTheEdgeOffAFreeze() {
        refused(
                SecurityDefinitionContract.STATUS_CHANGES,
                paused(ACME.withStatus(SecurityStatus.FROZEN, ORDER), UNTIL));
    }

    @Breaks(SecurityDefinitionContract.ISSUER_PAUSES)
    void aRegistrarDoesNotPause() {
        refused(SecurityDefinitionContract.ISSUER_PAUSES, signedBy(authority(1)));
        accepted(signedBy(ISSUER));
    }

    @Breaks(SecurityDefinitionContract.PAUSE_ENDS)
    void aPauseThatIsOverOrWithoutEndIsRefused() {
        Instant closes = WINDOW.getUntilTime();
        refused(SecurityDefinitionContract.PAUSE_ENDS, paused(ACME, closes));
        refused(SecurityDefinitionContract.PAUSE_ENDS, paused(ACME, NOW.minusSeconds(1)));
        refused(SecurityDefinitionContract.PAUSE_ENDS, paused(ACME, Instant.MAX));
        refused(
                SecurityDefinitionContract.PAUSE_ENDS,
                paused(ACME, closes.plus(Duration.ofDays(30)).plusNanos(1)));
        accepted(paused(ACME, closes.plusNanos(1)));
        accepted(paused(ACME, closes.plus(Duration.ofDays(30))));
    }

    @Breaks(SecurityDefinitionContract.ONLY_STATUS_CHANGES)
    void anotherEndThanTheCommandsIsRefused() {
        String rule = SecurityDefinitionContract.ONLY_STATUS_CHANGES;
        refused(
                rule,
                change(
                        ACME,
                        ACME.withPause(UNTIL.plusSeconds(1), WHY),
                        new SecurityDefinitionCommand.Pause(UNTIL, EVENT)));
        refused(
                rule,
                change(
                        ACME,
                        ACME.withStatus(SecurityStatus.PAUSED, WHY),
                        new SecurityDefinitionCommand.Pause(UNTIL, EVENT)));
        SecurityDefinitionState paused = ACME.withPause(UNTIL, WHY);
        refused(
                rule,
                change(
                        paused,
                        new SecurityDefinitionState(
                                paused.getLinearId(),
                                ISSUER,
                                paused.getTerms(),
                                paused.getValidationPolicy(),
                                SecurityStatus.ACTIVE,
                                WHY,
                                3,
                                CompliancePolicy.none(),
                                UNTIL,
                                null),
                        new SecurityDefinitionCommand.Unfreeze(EVENT)));
    }

    @Breaks(SecurityDefinitionContract.REASON_GIVEN)
    void aPauseForAnotherReasonThanItsOrdersIsRefused() {
        refused(
                SecurityDefinitionContract.REASON_GIVEN,
                change(ACME, ACME.withPause(UNTIL, " "), new SecurityDefinitionCommand.Pause(UNTIL, EVENT)));
    }
}
