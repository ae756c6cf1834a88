package org.countersign.workflows.position;

import java.io.Serializable;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.workflows.validation.Bench;
import org.countersign.workflows.validation.RegistrarsRound;

/** Asks a quorum of registrars for positions. */
public final class PositionRound extends RegistrarsRound<PositionAnswer> {
    /** Says whether an answer can be used; kept in the asking flow's checkpoint. */
    public interface Use extends Serializable {
        /**
         * Looks at an answer that fits the question.
         *
         * @param answer what a registrar told
         * @return false if it cannot be right about the transaction in question
         */
        boolean fits(PositionAnswer answer);
    }

    private final PositionQuery query;
    private final Use use;

    /**
     * Creates a round.
     *
     * @param services the node's services
     * @param registrars who is asked, and what weight is needed
     * @param query what for
     * @param use which answers count
     */
    public PositionRound(ServiceHub services, Bench registrars, PositionQuery query, Use use) {
        super(services, registrars);
        this.query = query;
        this.use = use;
    }

    @Override
    protected FlowLogic<PositionAnswer> question(Party registrar) {
        return new RequestPositionsFlow(registrar, query);
    }

    @Override
    protected boolean isUsable(PositionAnswer answer) {
        return use.fits(answer);
    }
}
