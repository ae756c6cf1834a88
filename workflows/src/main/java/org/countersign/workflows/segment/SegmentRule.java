package org.countersign.workflows.segment;

import com.r3.corda.lib.tokens.contracts.types.TokenPointer;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.segment.SegmentMembershipState;
import org.countersign.contracts.segment.SegmentState;

/**
 * What a registrar asks of a transaction because of segments: of one that moves or defines a security, that its parties
 * may deal in the security's segment; of a decision about a segment or a membership, that it was taken.
 */
public final class SegmentRule {
    private SegmentRule() {}

    /**
     * Whether a state is a segment or a membership.
     *
     * @param state any state
     * @return true for these two, false for all others
     */
    public static boolean isSegmentFact(ContractState state) {
        return state instanceof SegmentState || state instanceof SegmentMembershipState;
    }

    /**
     * Checks a transaction that was verified by its contracts and builds on what is current.
     *
     * @param services the registrar's node
     * @param ledger the transaction
     * @param registrars the ownership committee that is to attest it
     * @return what the transaction needs for itself alone until it is final
     * @throws SegmentRefusal if anything does not hold
     */
    public static List<String> check(ServiceHub services, LedgerTransaction ledger, CommitteeState registrars)
            throws SegmentRefusal {
        if (ledger.getOutputStates().stream().anyMatch(SegmentRule::isSegmentFact)) {
            return new DecisionRule(services, ledger).check(registrars);
        }
        new OrderRule(services, ledger).check();
        for (SecurityDefinitionState definition : subjects(ledger)) {
            Optional<StateAndRef<SegmentState>> segment = Segments.of(services, definition.getValidationPolicy());
            if (segment.isPresent()) {
                new MembershipRule(services, ledger, segment.get()).check(definition);
            }
        }
        return Collections.emptyList();
    }

    /** The securities that a transaction deals with; what it references besides is none of them. */
    private static Set<SecurityDefinitionState> subjects(LedgerTransaction ledger) {
        Set<SecurityDefinitionState> subjects = new LinkedHashSet<>();
        subjects.addAll(ledger.inputsOfType(SecurityDefinitionState.class));
        subjects.addAll(ledger.outputsOfType(SecurityDefinitionState.class));
        Set<Object> moved = new LinkedHashSet<>();
        ledger.inputsOfType(SecurityToken.class).forEach(token -> moved.add(idOf(token)));
        ledger.outputsOfType(SecurityToken.class).forEach(token -> moved.add(idOf(token)));
        for (SecurityDefinitionState reference : ledger.referenceInputsOfType(SecurityDefinitionState.class)) {
            if (moved.contains(reference.getLinearId())) {
                subjects.add(reference);
            }
        }
        return subjects;
    }

    private static Object idOf(SecurityToken token) {
        return ((TokenPointer<?>) token.getIssuedTokenType().getTokenType())
                .getPointer()
                .getPointer();
    }
}
