package org.countersign.workflows.segment;

import co.paralleluniverse.fibers.Suspendable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.contracts.segment.SegmentTerms;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.governance.Committees;

/**
 * Establishes a segment: the operators of its registrars, and of the committee that admits members if that is another
 * one, decide so in the same words, each at its own node; the last one that is needed carries it out.
 *
 * <p>From then on the registrars let only members propose and receive securities of this name of segment whose register
 * they keep, and send all of it to the observers. Fails if the committees are unknown, or this node is not on one.
 */
@StartableByRPC
public final class EstablishSegmentFlow extends FlowLogic<SegmentDecisionOutcome> {
    private final String name;
    private final SegmentTerms terms;
    private final String registrars;
    private final String admission;

    /**
     * Creates the flow.
     *
     * @param name what people will call the segment; committees and securities name it so already
     * @param terms who is admitted, who observes, and so on
     * @param registrars the name of the OWNERSHIP committee whose securities it binds
     * @param admission the name of the committee that admits members; the same name for the registrars themselves
     */
    public EstablishSegmentFlow(String name, SegmentTerms terms, String registrars, String admission) {
        this.name = name;
        this.terms = terms;
        this.registrars = registrars;
        this.admission = admission;
    }

    @Suspendable
    @Override
    public SegmentDecisionOutcome call() throws FlowException {
        if (!Segment.isName(name) || name.equals(Segment.WHOLE_NETWORK)) {
            throw new WorkflowException(
                    "'" + name + "' cannot name a segment that is established.",
                    "Name one in 1 to 60 readable characters, other than '" + Segment.WHOLE_NETWORK + "'.");
        }
        CommitteeState keeping =
                Committees.only(getServiceHub(), registrars).getState().getData();
        if (keeping.getAspect() != Aspect.OWNERSHIP) {
            throw new WorkflowException(
                    "The committee '" + registrars + "' attests " + keeping.getAspect() + ".",
                    "Name a committee of registrars, which attests OWNERSHIP.");
        }
        List<AspectRequirement> requirements = new ArrayList<>();
        requirements.add(new AspectRequirement(
                Aspect.OWNERSHIP, keeping.getLinearId(), EnumSet.range(Operation.DEFINE, Operation.CORPORATE_ACTION)));
        if (!admission.equals(registrars)) {
            requirements.add(admitting());
        }
        SegmentState segment =
                SegmentState.established(terms, new ValidationPolicy(name, requirements), keepers(keeping));
        return subFlow(new TakeDecisionFlow(ProposedDecision.toEstablish(segment)));
    }

    private AspectRequirement admitting() throws FlowException {
        CommitteeState admitting =
                Committees.only(getServiceHub(), admission).getState().getData();
        if (admitting.getAspect() == Aspect.OWNERSHIP) {
            throw new WorkflowException(
                    "The committee '" + admission + "' keeps registers, and is not the segment's.",
                    "Name a committee of another aspect, or the segment's registrars.");
        }
        return new AspectRequirement(admitting.getAspect(), admitting.getLinearId(), EnumSet.of(Operation.DEFINE));
    }

    static List<Party> keepers(CommitteeState registrars) {
        List<Party> keepers = new ArrayList<>();
        registrars.getTerms().getMembers().forEach(member -> keepers.add(member.getParty()));
        return keepers;
    }
}
