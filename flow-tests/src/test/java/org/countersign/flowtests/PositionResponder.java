package org.countersign.flowtests;

import co.paralleluniverse.fibers.Suspendable;
import java.util.Collections;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import org.countersign.workflows.position.HeldQuantity;
import org.countersign.workflows.position.PositionAnswer;
import org.countersign.workflows.position.PositionQuery;
import org.countersign.workflows.position.RequestPositionsFlow;
import org.countersign.workflows.position.SecurityPositions;

/** A registrar who tells positions that cannot be. */
final class PositionResponder extends Misconduct.Responder {
    PositionResponder(FlowSession session) {
        super(session);
    }

    @Override
    FlowLogic<?> real() {
        return new RequestPositionsFlow.Handler(session);
    }

    @Suspendable
    @Override
    void misbehave(Misconduct.Manner manner) throws FlowException {
        PositionQuery query = session.receive(PositionQuery.class).unwrap(received -> received);
        if (manner == Misconduct.Manner.WRONG_CONTENT) {
            // More is held than there is.
            session.send(new PositionAnswer(Collections.singletonList(new SecurityPositions(
                    query.getSecurities().get(0),
                    1,
                    Collections.singletonList(
                            new HeldQuantity(query.getHolders().get(0), 2, 0))))));
        } else {
            lapse(manner);
        }
    }
}
