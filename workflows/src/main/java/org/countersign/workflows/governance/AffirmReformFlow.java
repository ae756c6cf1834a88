package org.countersign.workflows.governance;

import co.paralleluniverse.fibers.Suspendable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.governance.CommitteeState;

/**
 * An authority's operator agrees to a reform of a committee, in exactly these terms and for the current epoch. Nothing
 * is sent and nothing is on the ledger; the node signs when a member proposes the reform.
 *
 * <p>It exists beside the setting {@code committees.seats}, by which a node takes a seat on a committee that is being
 * founded: a committee that attests already is not to be changed by one member and everybody's settings.
 */
@StartableByRPC
public final class AffirmReformFlow extends FlowLogic<SecureHash> {
    private final String committee;
    private final List<SeatProposal> seats;
    private final int threshold;
    private final Duration attestationValidity;
    private final List<Party> observers;
    private final boolean renewKey;

    /**
     * Creates the flow.
     *
     * @param committee the name of the committee
     * @param seats who is to sit on it, with which weight, in the order of the proposal
     * @param threshold the weight that is to make a quorum
     * @param attestationValidity how long an attestation may hold at most
     * @param observers the regulators that are to see what the committee finalises
     * @param renewKey whether this node wants a fresh key for its seat if it has one already
     */
    public AffirmReformFlow(
            String committee,
            List<SeatProposal> seats,
            int threshold,
            Duration attestationValidity,
            List<Party> observers,
            boolean renewKey) {
        this.committee = committee;
        this.seats = new ArrayList<>(seats);
        this.threshold = threshold;
        this.attestationValidity = attestationValidity;
        this.observers = new ArrayList<>(observers);
        this.renewKey = renewKey;
    }

    @Suspendable
    @Override
    public SecureHash call() throws FlowException {
        return affirm(getServiceHub()).digest();
    }

    /** Records the affirmation; the proposer's node does the same for its own operator. */
    ReformOffer affirm(ServiceHub services) throws FlowException {
        StateAndRef<CommitteeState> ending = Committees.only(services, committee);
        CommitteeState before = ending.getState().getData();
        ReformOffer offer = new ReformOffer(
                ending.getRef(),
                new CommitteeOffer(
                        committee,
                        before.getAspect(),
                        before.getTerms().getSegment(),
                        seats,
                        threshold,
                        attestationValidity,
                        observers));
        ReformAffirmations.add(services, offer, renewKey);
        return offer;
    }
}
