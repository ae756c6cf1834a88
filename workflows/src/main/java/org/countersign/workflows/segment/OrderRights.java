package org.countersign.workflows.segment;

import java.util.List;
import java.util.Optional;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.governance.Committees;

/**
 * Whether a definition grants a regulator to order a freeze: by the segment that it is in, if that says so, or by
 * naming freezes among its registrars' operations.
 */
final class OrderRights {
    private OrderRights() {}

    /** Whether a party may order the freeze of a security. */
    static boolean mayOrder(ServiceHub services, SecurityDefinitionState definition, Party party) throws FlowException {
        boolean granted = definition.getValidationPolicy().grants(Operation.FREEZE);
        Optional<SegmentState> segment = Segments.of(services, definition.getValidationPolicy())
                .map(known -> known.getState().getData());
        if (segment.isPresent()
                && (granted || segment.get().getTerms().getFreezeOnOrder())
                && isAmong(segment.get().getTerms().getObservers(), party)) {
            return true;
        }
        return granted
                && isAmong(
                        Committees.current(
                                        services,
                                        definition
                                                .getValidationPolicy()
                                                .ownership()
                                                .getCommittee())
                                .getState()
                                .getData()
                                .getTerms()
                                .getObservers(),
                        party);
    }

    private static boolean isAmong(List<Party> observers, Party party) {
        return observers.stream()
                .anyMatch(
                        observer -> observer.equals(party) && observer.getName().equals(party.getName()));
    }
}
