package org.countersign.workflows.control;

import co.paralleluniverse.fibers.Suspendable;
import java.util.List;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;

/** Lists the measures that this registrar's operator has affirmed, the latest first, used or not. */
@StartableByRPC
public final class ListMeasuresFlow extends FlowLogic<List<MeasureLine>> {
    @Suspendable
    @Override
    public List<MeasureLine> call() {
        return MeasureAffirmations.all(getServiceHub());
    }
}
