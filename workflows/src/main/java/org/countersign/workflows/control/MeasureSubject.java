package org.countersign.workflows.control;

import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.control.ControlCommand;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.definition.Definitions;
import org.countersign.workflows.definition.UnknownSecurityException;
import org.countersign.workflows.governance.Committees;

/** The security that a measure is about, and its registrars. */
final class MeasureSubject {
    private final StateAndRef<SecurityDefinitionState> definition;
    private final CommitteeState registrars;

    private MeasureSubject(StateAndRef<SecurityDefinitionState> definition, CommitteeState registrars) {
        this.definition = definition;
        this.registrars = registrars;
    }

    /**
     * Finds them in this node's vault.
     *
     * @throws UnknownSecurityException if this node does not know the security
     */
    static MeasureSubject of(ServiceHub services, ControlCommand measure) throws FlowException {
        StateAndRef<SecurityDefinitionState> definition = Definitions.byId(services, measure.getSecurity())
                .filter(found ->
                        SelfCertifyingId.same(found.getState().getData().getLinearId(), measure.getSecurity()))
                .orElseThrow(() -> new UnknownSecurityException(
                        String.valueOf(measure.getSecurity().getId())));
        return of(services, definition);
    }

    static MeasureSubject of(ServiceHub services, StateAndRef<SecurityDefinitionState> definition)
            throws FlowException {
        return new MeasureSubject(
                definition,
                Committees.current(
                                services,
                                definition
                                        .getState()
                                        .getData()
                                        .getValidationPolicy()
                                        .ownership()
                                        .getCommittee())
                        .getState()
                        .getData());
    }

    StateAndRef<SecurityDefinitionState> getDefinition() {
        return definition;
    }

    CommitteeState getRegistrars() {
        return registrars;
    }

    /** Whether a party sits on a committee whose operators affirm a measure. */
    boolean hasASay(ServiceHub services, ControlCommand measure, Party party) throws FlowException {
        if (registrars.seatOf(party).isPresent()) {
            return true;
        }
        for (AspectRequirement requirement :
                definition.getState().getData().getValidationPolicy().requirementsFor(measure.operation())) {
            boolean sits = Committees.current(services, requirement.getCommittee())
                    .getState()
                    .getData()
                    .seatOf(party)
                    .isPresent();
            if (requirement.getAspect() != Aspect.IDENTITY && sits) {
                return true;
            }
        }
        return false;
    }

    /** Refuses a measure that the definition does not grant, before anybody is bothered with it. */
    void checkGranted(ControlCommand measure) throws FlowException {
        SecurityDefinitionState security = definition.getState().getData();
        if (measure.operation() != Operation.RELEASE
                && !security.getValidationPolicy().grants(measure.operation())) {
            throw new WorkflowException(
                    "The definition of " + security.getTerms().getSymbol() + " does not grant " + measure.operation()
                            + ".",
                    "Only what a definition grants can be done without a holder's signature.");
        }
    }
}
