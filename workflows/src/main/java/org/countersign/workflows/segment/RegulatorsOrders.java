package org.countersign.workflows.segment;

import net.corda.core.crypto.SecureHash;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.workflows.segment.SegmentDecisionSchema.Taken;

/** The orders of regulators that this registrar has received. They are kept beside its operator's decisions. */
final class RegulatorsOrders {
    private RegulatorsOrders() {}

    /** Keeps an order; once more is the same as once. */
    static void receive(ServiceHub services, SecurityDefinitionState definition, SecurityStatus target, String reason) {
        SegmentDecisions.take(services, RegulatorsOrder.key(definition, target, reason), reason);
    }

    /** Whether an order was received here. */
    static boolean isReceived(
            ServiceHub services, SecurityDefinitionState definition, SecurityStatus target, String reason) {
        SecureHash key = RegulatorsOrder.key(definition, target, reason);
        return services.withEntityManager(database -> {
            return database.find(Taken.class, key.toString()) != null;
        });
    }
}
