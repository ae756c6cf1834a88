package org.countersign.workflows.compliance;

import co.paralleluniverse.fibers.Suspendable;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.definition.Definitions;
import org.countersign.workflows.governance.Committees;

/**
 * An authority for COMPLIANCE asks one registrar what the register says.
 *
 * <p>Steps: send the question; receive the answer, which must fit it. The registrar answers only who has a seat on the
 * committee for COMPLIANCE or OWNERSHIP that the security's policy names.
 */
@InitiatingFlow
@StartableByService
public final class AskRegisterFiguresFlow extends FlowLogic<RegisterTold> {
    private final Party registrar;
    private final RegisterQuestion question;

    /**
     * Creates the flow.
     *
     * @param registrar who is asked
     * @param question what for
     */
    public AskRegisterFiguresFlow(Party registrar, RegisterQuestion question) {
        this.registrar = registrar;
        this.question = question;
    }

    @Suspendable
    @Override
    public RegisterTold call() throws FlowException {
        RegisterTold told = initiateFlow(registrar)
                .sendAndReceive(RegisterTold.class, question)
                .unwrap(received -> received);
        if (!told.answers(question)) {
            throw new WorkflowException(
                    registrar.getName().getOrganisation() + " told figures that do not fit the question.",
                    "They are not used; report the registrar.");
        }
        return told;
    }

    /** The registrar's side. */
    @InitiatedBy(AskRegisterFiguresFlow.class)
    public static final class Handler extends FlowLogic<Void> {
        private static final Set<Aspect> ENTITLED = EnumSet.of(Aspect.COMPLIANCE, Aspect.OWNERSHIP);

        private final FlowSession session;

        /**
         * Created by the node.
         *
         * @param session with who asks
         */
        public Handler(FlowSession session) {
            this.session = session;
        }

        @Suspendable
        @Override
        public Void call() throws FlowException {
            RegisterQuestion question = session.receive(RegisterQuestion.class).unwrap(received -> received);
            if (!question.isBounded()) {
                throw new WorkflowException(
                        "The question is for " + question.getKeys().size() + " keys and "
                                + question.getInputs().size() + " inputs.",
                        "Ask for at most " + RegisterQuestion.MOST_KEYS + " keys, each once, and "
                                + RegisterQuestion.MOST_INPUTS + " inputs.");
            }
            requireEntitled(question);
            session.send(new RegisterReading(getServiceHub()).answer(question));
            return null;
        }

        // One sentence for all reasons: who may not ask shall not find out what securities there are.
        private void requireEntitled(RegisterQuestion question) throws FlowException {
            Optional<StateAndRef<SecurityDefinitionState>> definition =
                    Definitions.byId(getServiceHub(), question.getSecurity());
            boolean entitled = definition.isPresent()
                    && isEntitled(definition.get().getState().getData().getValidationPolicy());
            if (!entitled) {
                throw new WorkflowException(
                        getOurIdentity().getName().getOrganisation() + " tells "
                                + session.getCounterparty().getName().getOrganisation() + " nothing of the register of "
                                + question.getSecurity().getId() + ".",
                        "Ask a registrar of the security, as an authority for COMPLIANCE that its policy names.");
            }
        }

        private boolean isEntitled(ValidationPolicy policy) throws FlowException {
            return Committees.hasSeat(getServiceHub(), getOurIdentity(), policy, EnumSet.of(Aspect.OWNERSHIP))
                    && Committees.hasSeat(getServiceHub(), session.getCounterparty(), policy, ENTITLED);
        }
    }
}
