package org.countersign.workflows.compliance;

import java.time.Instant;
import java.util.Collections;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.contracts.holding.SecurityTokenContract;
import org.countersign.contracts.validation.FindingResult;

/** What the status of a security says to a transaction, whatever its policy does: the contract's own rules of it. */
final class StatusRequirement {
    private StatusRequirement() {}

    /** Whether the security is not frozen. No time ends a freeze, so that none is asked for. */
    static ExplainedRequirement active(SecurityDefinitionState security) {
        return security.getStatus() == SecurityStatus.FROZEN
                ? unmet(
                        SecurityTokenContract.ACTIVE,
                        "SECURITY_FROZEN",
                        "It is frozen: " + security.getStatusReason() + ". No time ends that; an order does.")
                : met(SecurityTokenContract.ACTIVE, "SECURITY_NOT_FROZEN", "It is not frozen.");
    }

    /**
     * Whether no pause is on, as the status stands now.
     *
     * @param security the security
     * @param opens when the transaction's time-window would begin
     */
    static ExplainedRequirement pauseOver(SecurityDefinitionState security, Instant opens) {
        if (security.getStatus() != SecurityStatus.PAUSED) {
            return met(SecurityTokenContract.PAUSE_OVER, "SECURITY_NOT_PAUSED", "It is not paused.");
        }
        String until = security.getPausedUntil() + ": " + security.getStatusReason() + ".";
        return security.isOpenAt(opens)
                ? met(SecurityTokenContract.PAUSE_OVER, "PAUSE_OVER", "It is paused until " + until)
                : unmet(SecurityTokenContract.PAUSE_OVER, "SECURITY_PAUSED", "It is paused until " + until);
    }

    private static ExplainedRequirement met(String text, String code, String reason) {
        return said(text, FindingResult.MET, code, reason);
    }

    private static ExplainedRequirement unmet(String text, String code, String reason) {
        return said(text, FindingResult.NOT_MET, code, reason);
    }

    private static ExplainedRequirement said(String text, FindingResult result, String code, String reason) {
        return new ExplainedRequirement(text, result, code, reason, Collections.singletonList(JoinedReports.BY_LEDGER));
    }
}
