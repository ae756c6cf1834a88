package org.countersign.workflows.segment;

import java.util.LinkedHashSet;
import java.util.Set;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TransactionState;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.segment.SegmentMembershipState;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.governance.Publication;

/**
 * Who is to hold a final transaction because of a segment. It is read from the ledger by whoever distributes, so that
 * nobody who proposes can leave a regulator out.
 */
public final class SegmentAudience {
    private SegmentAudience() {}

    /**
     * The recipients of a transaction.
     *
     * @param services the node's services
     * @param settled a final transaction whose states this node can load
     * @param self this node
     * @return the regulators of its segment; of a membership also those who decide about it, and the registrars of the
     *     segments in which it lets its member hold; of a segment everybody
     * @throws FlowException if a state is not known here
     */
    public static Set<Party> of(ServiceHub services, SignedTransaction settled, Party self) throws FlowException {
        Set<Party> audience = new LinkedHashSet<>(observers(services, settled));
        for (TransactionState<ContractState> output : settled.getTx().getOutputs()) {
            if (output.getData() instanceof SegmentState) {
                audience.addAll(Publication.audience(services, self));
                audience.addAll(((SegmentState) output.getData()).getTerms().getObservers());
            }
            if (output.getData() instanceof SegmentMembershipState) {
                addInformed(services, (SegmentMembershipState) output.getData(), audience);
            }
        }
        return audience;
    }

    /**
     * The regulators who observe a transaction through its segment.
     *
     * @param services the node's services
     * @param settled a final transaction whose states this node can load
     * @return the observers of the current version of the segment
     * @throws FlowException if a state is not known here
     */
    public static Set<Party> observers(ServiceHub services, SignedTransaction settled) throws FlowException {
        Set<Party> observers = new LinkedHashSet<>();
        for (StateRef reference : settled.getTx().getReferences()) {
            addObservers(services, services.loadState(reference).getData(), observers);
        }
        for (StateRef input : settled.getTx().getInputs()) {
            addObservers(services, services.loadState(input).getData(), observers);
        }
        for (TransactionState<ContractState> output : settled.getTx().getOutputs()) {
            addObservers(services, output.getData(), observers);
        }
        return observers;
    }

    /**
     * Whether a member keeps all states that it is sent, not only its own, because it observes a segment or decides who
     * is admitted to one.
     *
     * @param services the node's services
     * @param self the member
     * @return whether there is such a segment
     */
    public static boolean keepsAll(ServiceHub services, Party self) {
        for (StateAndRef<SegmentState> segment : Segments.all(services)) {
            SegmentState state = segment.getState().getData();
            if (state.getTerms().getObservers().contains(self) || isSeated(services, state, self)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSeated(ServiceHub services, SegmentState segment, Party self) {
        try {
            return Committees.current(services, segment.admission().getCommittee())
                    .getState()
                    .getData()
                    .seatOf(self)
                    .isPresent();
        } catch (FlowException unknown) {
            return false;
        }
    }

    private static void addObservers(ServiceHub services, ContractState state, Set<Party> observers) {
        if (state instanceof SecurityDefinitionState) {
            observers.addAll(Segments.observers(services, ((SecurityDefinitionState) state).getValidationPolicy()));
        }
        if (state instanceof SegmentState) {
            observers.addAll(((SegmentState) state).getTerms().getObservers());
        }
    }

    /**
     * Everybody to whom every membership of a segment is told.
     *
     * @param services the node's services
     * @param segment the segment
     * @return its authorities, its regulators and those of its registrars, and the registrars of the segments in which
     *     it lets its members hold
     * @throws FlowException if a committee is not known here
     */
    static Set<Party> ofMemberships(ServiceHub services, SegmentState segment) throws FlowException {
        Set<Party> audience = authorities(services, segment);
        audience.addAll(segment.getTerms().getObservers());
        // They are sent whatever these registrars finalise.
        audience.addAll(Committees.current(
                        services, segment.getValidationPolicy().ownership().getCommittee())
                .getState()
                .getData()
                .getTerms()
                .getObservers());
        for (UniqueIdentifier other : segment.getTerms().getCrossSegment().getHoldingsIn()) {
            StateAndRef<SegmentState> known = Segments.byId(services, other).orElse(null);
            if (known != null) {
                addMembers(
                        services,
                        known.getState()
                                .getData()
                                .getValidationPolicy()
                                .ownership()
                                .getCommittee(),
                        audience);
            }
        }
        return audience;
    }

    /** The members of a segment's committees: its registrars, and those who admit. */
    static Set<Party> authorities(ServiceHub services, SegmentState segment) throws FlowException {
        Set<Party> authorities = new LinkedHashSet<>();
        addMembers(services, segment.admission().getCommittee(), authorities);
        addMembers(services, segment.getValidationPolicy().ownership().getCommittee(), authorities);
        return authorities;
    }

    private static void addInformed(ServiceHub services, SegmentMembershipState membership, Set<Party> audience)
            throws FlowException {
        SegmentState segment = Segments.byId(services, membership.getSegment())
                .map(known -> known.getState().getData())
                .orElse(null);
        if (segment != null) {
            audience.addAll(ofMemberships(services, segment));
        }
    }

    private static void addMembers(ServiceHub services, UniqueIdentifier committee, Set<Party> audience)
            throws FlowException {
        Committees.current(services, committee)
                .getState()
                .getData()
                .getTerms()
                .getMembers()
                .forEach(member -> audience.add(member.getParty()));
    }
}
