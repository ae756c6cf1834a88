package org.countersign.workflows.segment;

import net.corda.core.crypto.SecureHash;
import net.corda.core.node.ServiceHub;
import org.countersign.workflows.segment.SegmentDecisionSchema.Taken;

/**
 * The decisions about segments and memberships that this node's operator has taken. Who is admitted to a segment is for
 * people to decide: no node signs for a decision that its operator has not taken in exactly these words.
 */
final class SegmentDecisions {
    private SegmentDecisions() {}

    /** Records a decision; once more is the same as once. */
    static void take(ServiceHub services, SecureHash decision, String subject) {
        services.withEntityManager(database -> {
            if (database.find(Taken.class, decision.toString()) == null) {
                database.persist(new Taken(
                        decision.toString(), subject, services.getClock().instant()));
            }
            return null;
        });
    }

    /** Whether a decision was taken here. */
    static boolean isTaken(ServiceHub services, SecureHash decision) {
        return services.withEntityManager(database -> {
            return database.find(Taken.class, decision.toString()) != null;
        });
    }
}
