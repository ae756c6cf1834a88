package org.countersign.workflows.segment;

import net.corda.core.contracts.CommandWithParties;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.contracts.definition.SecurityDefinitionCommand;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.contracts.definition.StatusChange;
import org.countersign.workflows.segment.SegmentRefusal.Requirement;

/**
 * A freeze that calls itself a regulator's order rests on one, and what a regulator has ordered frozen is released on
 * its order alone: otherwise an issuer could lift the freeze of its own security.
 */
final class OrderRule {
    private final ServiceHub services;
    private final LedgerTransaction ledger;

    OrderRule(ServiceHub services, LedgerTransaction ledger) {
        this.services = services;
        this.ledger = ledger;
    }

    /** Checks a change of status. */
    void check() throws SegmentRefusal {
        for (CommandWithParties<?> command : ledger.getCommands()) {
            if (command.getValue() instanceof StatusChange) {
                check((StatusChange) command.getValue());
            }
        }
    }

    private void check(StatusChange change) throws SegmentRefusal {
        boolean ordered = RegulatorsOrder.isOrder(change.getReason());
        if (change instanceof SecurityDefinitionCommand.Freeze) {
            require(!ordered || isReceived(SecurityStatus.FROZEN, change.getReason()));
        } else if (change instanceof SecurityDefinitionCommand.Pause) {
            // Else the issuer could make its own pause one that only a regulator ends.
            require(!ordered);
        } else {
            require(!RegulatorsOrder.isOrder(before().getStatusReason()) && !ordered
                    || isReceived(SecurityStatus.ACTIVE, change.getReason()));
        }
    }

    private SecurityDefinitionState before() {
        return ledger.inputsOfType(SecurityDefinitionState.class).get(0);
    }

    private boolean isReceived(SecurityStatus target, String reason) {
        return RegulatorsOrders.isReceived(services, before(), target, reason);
    }

    private static void require(boolean holds) throws SegmentRefusal {
        if (!holds) {
            throw new SegmentRefusal(
                    Requirement.ORDER_RECEIVED,
                    "No regulator has ordered this here; what a regulator has frozen is released on its order.");
        }
    }
}
