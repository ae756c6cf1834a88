package org.countersign.workflows.position;

import co.paralleluniverse.fibers.Suspendable;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.UniqueIdentifier;
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
 * An authority asks one registrar for positions.
 *
 * <p>Steps: send the question; receive the answer, which must fit it. The registrar answers only who has a seat on a
 * committee for RISK, CAPITAL or OWNERSHIP that the policy of every security in question names.
 */
@InitiatingFlow
@StartableByService
public final class RequestPositionsFlow extends FlowLogic<PositionAnswer> {
    private final Party registrar;
    private final PositionQuery query;

    /**
     * Creates the flow.
     *
     * @param registrar who is asked
     * @param query what for
     */
    public RequestPositionsFlow(Party registrar, PositionQuery query) {
        this.registrar = registrar;
        this.query = query;
    }

    @Suspendable
    @Override
    public PositionAnswer call() throws FlowException {
        PositionAnswer answer = initiateFlow(registrar)
                .sendAndReceive(PositionAnswer.class, query)
                .unwrap(received -> received);
        if (!answer.answers(query)) {
            throw new WorkflowException(
                    registrar.getName().getOrganisation() + " told positions that do not fit the question.",
                    "They are not used; report the registrar.");
        }
        return answer;
    }

    /** The registrar's side. */
    @InitiatedBy(RequestPositionsFlow.class)
    public static final class Handler extends FlowLogic<Void> {
        private static final Set<Aspect> ENTITLED = EnumSet.of(Aspect.RISK, Aspect.CAPITAL, Aspect.OWNERSHIP);

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
            PositionQuery query = session.receive(PositionQuery.class).unwrap(received -> received);
            if (!query.isBounded()) {
                throw new WorkflowException(
                        "The question is for " + query.getSecurities().size() + " securities, "
                                + query.getHolders().size() + " holders and "
                                + query.getInputs().size() + " inputs.",
                        "Ask for 1 to " + PositionQuery.MOST_SECURITIES + " securities, at most "
                                + PositionQuery.MOST_HOLDERS + " holders and " + PositionQuery.MOST_INPUTS
                                + " inputs.");
            }
            for (UniqueIdentifier security : query.getSecurities()) {
                requireEntitled(security);
            }
            session.send(new RegisterPositions(getServiceHub()).answer(query));
            return null;
        }

        // One sentence for all reasons: who may not ask shall not find out what securities there are.
        private void requireEntitled(UniqueIdentifier security) throws FlowException {
            Optional<StateAndRef<SecurityDefinitionState>> definition = Definitions.byId(getServiceHub(), security);
            boolean entitled = definition.isPresent()
                    && isEntitled(definition.get().getState().getData().getValidationPolicy());
            if (!entitled) {
                throw new WorkflowException(
                        getOurIdentity().getName().getOrganisation() + " tells "
                                + session.getCounterparty().getName().getOrganisation() + " no positions of "
                                + security.getId() + ".",
                        "Ask a registrar of the security, as an authority for RISK or CAPITAL that its policy names.");
            }
        }

        private boolean isEntitled(ValidationPolicy policy) throws FlowException {
            return Committees.hasSeat(getServiceHub(), getOurIdentity(), policy, EnumSet.of(Aspect.OWNERSHIP))
                    && Committees.hasSeat(getServiceHub(), session.getCounterparty(), policy, ENTITLED);
        }
    }
}
