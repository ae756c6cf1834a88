package org.countersign.workflows.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.governance.Committees;

/** Makes of what an issuer says about the validation of a security the policy that goes on the ledger. */
final class PolicyChoice {
    private static final Set<Operation> MEASURES =
            EnumSet.of(Operation.FREEZE, Operation.FORCE_TRANSFER, Operation.FORCE_REDEEM, Operation.RECOVER);
    private static final Set<Operation> RECEIVED = EnumSet.of(Operation.FORCE_TRANSFER, Operation.RECOVER);

    private final ServiceHub services;
    private final String segment;

    PolicyChoice(ServiceHub services, String segment) {
        this.services = services;
        this.segment = segment;
    }

    /**
     * The policy of committees that are chosen by name, or of the only fitting one of each aspect if none is.
     *
     * @param names of the committees; may be empty
     * @param grants the measures that the definition grants; may be empty
     */
    ValidationPolicy of(List<String> names, List<MeasureGrant> grants) throws FlowException {
        checkSegment();
        Map<Aspect, StateAndRef<CommitteeState>> chosen = new EnumMap<>(Aspect.class);
        for (StateAndRef<CommitteeState> committee : names.isEmpty() ? competent() : named(names)) {
            CommitteeState state = committee.getState().getData();
            StateAndRef<CommitteeState> other = chosen.put(state.getAspect(), committee);
            if (other != null) {
                throw new WorkflowException(
                        "Several committees could attest " + state.getAspect() + " in segment " + segment + ": "
                                + other.getState().getData().getName() + ", " + state.getName() + ".",
                        "Name the committees of the security, one for each aspect.");
            }
        }
        checkGrants(grants, chosen.values());
        List<AspectRequirement> requirements = new ArrayList<>();
        chosen.forEach((aspect, committee) -> requirements.add(new AspectRequirement(
                aspect,
                committee.getState().getData().getLinearId(),
                usual(committee.getState().getData(), grants))));
        return policy(requirements);
    }

    /** The policy of a list that says for each aspect by which committee and for which operations. */
    ValidationPolicy ofChoices(List<CommitteeChoice> choices) throws FlowException {
        checkSegment();
        List<AspectRequirement> requirements = new ArrayList<>();
        for (CommitteeChoice choice : choices) {
            CommitteeState committee = fitting(choice.getCommittee()).getState().getData();
            if (committee.getAspect() != choice.getAspect()) {
                throw new WorkflowException(
                        "The committee '" + committee.getName() + "' attests " + committee.getAspect() + ", not "
                                + choice.getAspect() + ".",
                        "Name a committee of the aspect.");
            }
            requirements.add(
                    new AspectRequirement(choice.getAspect(), committee.getLinearId(), choice.getOperations()));
        }
        return policy(requirements);
    }

    private ValidationPolicy policy(List<AspectRequirement> requirements) throws FlowException {
        if (requirements.stream().noneMatch(requirement -> requirement.getAspect() == Aspect.OWNERSHIP)) {
            throw new WorkflowException(
                    "No registrars' committee is named or known for securities of segment " + segment + ".",
                    "Have the authorities found one, and publish it.");
        }
        try {
            return new ValidationPolicy(segment, requirements);
        } catch (IllegalArgumentException wrong) {
            throw new WorkflowException(
                    wrong.getMessage(), "Choose one committee for each aspect, the registrars for every operation.");
        }
    }

    private void checkSegment() throws FlowException {
        if (!Segment.isName(segment)) {
            throw new WorkflowException(
                    "'" + segment + "' cannot name a segment.", "Name one in 1 to 60 readable characters.");
        }
    }

    private List<StateAndRef<CommitteeState>> competent() {
        List<StateAndRef<CommitteeState>> competent = new ArrayList<>();
        for (StateAndRef<CommitteeState> committee : Committees.all(services)) {
            if (isCompetent(committee)) {
                competent.add(committee);
            }
        }
        return competent;
    }

    private List<StateAndRef<CommitteeState>> named(List<String> names) throws FlowException {
        List<StateAndRef<CommitteeState>> named = new ArrayList<>();
        for (String name : names) {
            named.add(fitting(name));
        }
        return named;
    }

    private StateAndRef<CommitteeState> fitting(String name) throws FlowException {
        StateAndRef<CommitteeState> committee = Committees.only(services, name);
        if (!isCompetent(committee)) {
            throw new WorkflowException(
                    "The committee '" + name + "' attests in segment "
                            + committee.getState().getData().getTerms().getSegment() + ", the security is in segment "
                            + segment + ".",
                    "Name a committee of the security's segment or of the whole network.");
        }
        return committee;
    }

    private boolean isCompetent(StateAndRef<CommitteeState> committee) {
        return Segment.isCompetent(committee.getState().getData().getTerms().getSegment(), segment);
    }

    private static void checkGrants(List<MeasureGrant> grants, Collection<StateAndRef<CommitteeState>> committees)
            throws FlowException {
        for (MeasureGrant grant : grants) {
            if (!MEASURES.contains(grant.getMeasure())) {
                throw new WorkflowException(
                        grant.getMeasure() + " is no measure that a definition grants.",
                        "Grant some of " + MEASURES + ".");
            }
            boolean known = grant.getCommittee() == null
                    || committees.stream()
                            .anyMatch(committee ->
                                    committee.getState().getData().getName().equals(grant.getCommittee()));
            if (!known) {
                throw new WorkflowException(
                        "The committee '" + grant.getCommittee() + "', which is to agree to " + grant.getMeasure()
                                + ", is none of the security's.",
                        "Name one of the committees that the security is registered with.");
            }
        }
    }

    // Registrars vote on everything; the other aspects are asked wherever a holding moves. What can be done to a holder
    // without its signature is granted only by who says so, and identifies whom something is given to.
    private static Set<Operation> usual(CommitteeState committee, List<MeasureGrant> grants) {
        Aspect aspect = committee.getAspect();
        Set<Operation> usual = aspect == Aspect.OWNERSHIP
                ? EnumSet.range(Operation.DEFINE, Operation.CORPORATE_ACTION)
                : EnumSet.of(Operation.ISSUE, Operation.TRANSFER, Operation.REDEEM);
        for (MeasureGrant grant : grants) {
            if (aspect == Aspect.OWNERSHIP
                    || aspect == Aspect.IDENTITY && RECEIVED.contains(grant.getMeasure())
                    || committee.getName().equals(grant.getCommittee())) {
                usual.add(grant.getMeasure());
            }
        }
        return usual;
    }
}
