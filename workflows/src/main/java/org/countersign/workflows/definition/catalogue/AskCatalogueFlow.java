package org.countersign.workflows.definition.catalogue;

import co.paralleluniverse.fibers.Suspendable;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.governance.Committees;

/**
 * Asks one registrar for a page of its catalogue.
 *
 * <p>Steps: send the request; receive the page, which must fit it. Fails with {@link CatalogueAnswerException} if it
 * does not, and if the registrar refuses.
 */
@InitiatingFlow
@StartableByService
public final class AskCatalogueFlow extends FlowLogic<CataloguePage> {
    private final Party registrar;
    private final CatalogueRequest request;

    /**
     * Creates the flow.
     *
     * @param registrar who is asked
     * @param request what for
     */
    public AskCatalogueFlow(Party registrar, CatalogueRequest request) {
        this.registrar = registrar;
        this.request = request;
    }

    @Suspendable
    @Override
    public CataloguePage call() throws FlowException {
        FlowSession session = initiateFlow(registrar);
        CataloguePage page =
                session.sendAndReceive(CataloguePage.class, request).unwrap(received -> received);
        new PageCheck(getServiceHub(), registrar, request).check(page);
        return page;
    }

    /** The registrar's side. It answers every member, and tells what is published and nothing else. */
    @InitiatedBy(AskCatalogueFlow.class)
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
            CatalogueRequest request = session.receive(CatalogueRequest.class).unwrap(received -> received);
            ReadCatalogue.check(request);
            if (!isRegistrar(request.getCommittee())) {
                throw new WorkflowException(
                        getOurIdentity().getName().getOrganisation() + " is no registrar of the committee "
                                + shortened(request.getCommittee()) + ".",
                        "Ask a member of it.");
            }
            session.send(await(new ReadCatalogue(getServiceHub(), request)));
            return null;
        }

        private boolean isRegistrar(String committee) {
            List<StateAndRef<CommitteeState>> known = Committees.all(getServiceHub());
            for (StateAndRef<CommitteeState> found : known) {
                CommitteeState state = found.getState().getData();
                if (state.getLinearId().getExternalId().equals(committee)) {
                    return state.seatOf(getOurIdentity()).isPresent();
                }
            }
            return false;
        }

        private static String shortened(String committee) {
            return committee.length() <= 64 ? committee : committee.substring(0, 64) + "…";
        }
    }
}
