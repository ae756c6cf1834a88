package org.countersign.workflows.compliance;

import java.io.Serializable;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.workflows.validation.Bench;
import org.countersign.workflows.validation.RegistrarsRound;

/** Asks a quorum of registrars for the figures that a compliance policy needs of their registers. */
public final class RegisterRound extends RegistrarsRound<RegisterTold> {
    /** Says whether an answer can be used; kept in the asking flow's checkpoint. */
    public interface Use extends Serializable {
        /**
         * Looks at an answer that fits the question.
         *
         * @param told what a registrar told
         * @return false if it cannot be right about the transaction in question
         */
        boolean fits(RegisterTold told);
    }

    private final RegisterQuestion question;
    private final Use use;

    /**
     * Creates a round.
     *
     * @param services the node's services
     * @param registrars who is asked, and what weight is needed
     * @param question what for
     * @param use which answers count
     */
    public RegisterRound(ServiceHub services, Bench registrars, RegisterQuestion question, Use use) {
        super(services, registrars);
        this.question = question;
        this.use = use;
    }

    @Override
    protected FlowLogic<RegisterTold> question(Party registrar) {
        return new AskRegisterFiguresFlow(registrar, question);
    }

    @Override
    protected boolean isUsable(RegisterTold told) {
        return use.fits(told);
    }
}
