package org.countersign.workflows.segment;

import co.paralleluniverse.fibers.Suspendable;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import org.countersign.contracts.segment.SegmentMembershipState;
import org.countersign.contracts.segment.SegmentState;

/** Lists this member's own memberships of all segments, with their standing. Reads only this vault. */
@StartableByRPC
public final class OwnMembershipsFlow extends FlowLogic<List<SegmentMembershipState>> {
    @Suspendable
    @Override
    public List<SegmentMembershipState> call() {
        List<SegmentMembershipState> own = new ArrayList<>();
        for (StateAndRef<SegmentState> segment : Segments.all(getServiceHub())) {
            Memberships.of(getServiceHub(), segment.getState().getData(), getOurIdentity())
                    .forEach(found -> own.add(found.getState().getData()));
        }
        return own;
    }
}
