package org.countersign.workflows.definition;

import co.paralleluniverse.fibers.Suspendable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.SendTransactionFlow;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import net.corda.core.node.StatesToRecord;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.workflows.ReceiveFinalFlow;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.segment.Segments;

/**
 * Asks one registrar for current definitions and the committees that they name. Definitions are public to members, so
 * every registrar answers every member.
 *
 * <p>Steps: send the query; receive the number of transactions; receive and record each. The result says whether there
 * were any. Only definitions and committees are recorded this way.
 */
@InitiatingFlow
@StartableByService
public final class RequestDefinitionFlow extends FlowLogic<Boolean> {
    private static final int MOST = 1_000;

    private final Party registrar;
    private final DefinitionQuery query;
    private final Set<StateRef> known;

    /**
     * Creates the flow. It tells whether this node has what it asked for afterwards, whatever the registrar sent.
     *
     * @param registrar who is asked
     * @param query what for
     * @param known the definition and committees that this node no longer believes in; empty if it has none
     */
    public RequestDefinitionFlow(Party registrar, DefinitionQuery query, Set<StateRef> known) {
        this.registrar = registrar;
        this.query = query;
        this.known = new LinkedHashSet<>(known);
    }

    @Suspendable
    @Override
    public Boolean call() throws FlowException {
        FlowSession session = initiateFlow(registrar);
        int number = session.sendAndReceive(Integer.class, query).unwrap(received -> received);
        if (number < 0 || number > MOST) {
            throw new WorkflowException(
                    "A registrar announced " + number + " transactions; 0 to " + MOST + " are taken at once.",
                    "Ask for one security.");
        }
        for (int received = 0; received < number; received++) {
            subFlow(new ReceivePublicFact(session));
        }
        return number > 0 && isAnswered();
    }

    private boolean isAnswered() {
        if (query.getSymbol() != null) {
            return Definitions.bySymbol(getServiceHub(), query.getSymbol()).isPresent();
        }
        return query.getId() == null || Definitions.isNewer(getServiceHub(), query.getId(), known);
    }

    /** Records a transaction only if all it creates is public to members. */
    private static final class ReceivePublicFact extends ReceiveFinalFlow {
        private ReceivePublicFact(FlowSession session) {
            super(session, StatesToRecord.ALL_VISIBLE);
        }

        @Override
        protected void check(SignedTransaction stx, FlowSession sender) throws FlowException {
            boolean isPublic = stx.getTx().getOutputs().stream()
                    .allMatch(output -> output.getData() instanceof SecurityDefinitionState
                            || output.getData() instanceof CommitteeState
                            || output.getData() instanceof SegmentState);
            if (!isPublic) {
                throw new WorkflowException(
                        "The transaction " + stx.getId() + " creates more than definitions, committees and segments.",
                        "It is not recorded; report the registrar that sent it.");
            }
        }
    }

    /** The registrar's side. */
    @InitiatedBy(RequestDefinitionFlow.class)
    public static final class Handler extends FlowLogic<Void> {
        private final FlowSession session;

        /**
         * Created by the node.
         *
         * @param session with the member that asks
         */
        public Handler(FlowSession session) {
            this.session = session;
        }

        @Suspendable
        @Override
        public Void call() throws FlowException {
            DefinitionQuery query = session.receive(DefinitionQuery.class).unwrap(received -> received);
            List<SecureHash> facts = new ArrayList<>();
            for (StateAndRef<SecurityDefinitionState> definition : Definitions.all(getServiceHub())) {
                SecurityDefinitionState state = definition.getState().getData();
                boolean asked = query.getSymbol() == null
                                && (query.getId() == null || query.getId().equals(state.getLinearId()))
                        || state.getTerms().getSymbol().equals(query.getSymbol());
                if (asked && facts.size() < MOST) {
                    addFacts(definition, facts);
                }
            }
            if (query.getSymbol() == null && query.getId() == null) {
                // Who asks for everything may want to register a security under a committee that has none yet.
                Committees.all(getServiceHub()).forEach(committee -> add(facts, committee.getRef()));
                Segments.all(getServiceHub()).forEach(segment -> add(facts, segment.getRef()));
            }
            session.send(facts.size());
            for (SecureHash fact : facts) {
                subFlow(new SendTransactionFlow(
                        session, getServiceHub().getValidatedTransactions().getTransaction(fact)));
            }
            return null;
        }

        private void addFacts(StateAndRef<SecurityDefinitionState> definition, List<SecureHash> facts)
                throws FlowException {
            SecurityDefinitionState state = definition.getState().getData();
            for (AspectRequirement requirement : state.getValidationPolicy().getRequirements()) {
                add(
                        facts,
                        Committees.current(getServiceHub(), requirement.getCommittee())
                                .getRef());
            }
            add(facts, definition.getRef());
        }

        private static void add(List<SecureHash> facts, StateRef ref) {
            if (!facts.contains(ref.getTxhash())) {
                facts.add(ref.getTxhash());
            }
        }
    }
}
