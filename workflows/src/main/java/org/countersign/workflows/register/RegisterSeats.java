package org.countersign.workflows.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.definition.Definitions;
import org.countersign.workflows.definition.UnknownSecurityException;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.segment.Segments;

/** Who keeps the register of a security: the members of its ownership committee, and the committee's observers. */
final class RegisterSeats {
    private RegisterSeats() {}

    /** Whether a party keeps a register of the securities of a committee. */
    static boolean keeps(CommitteeState committee, Party party) {
        return isRegistrar(committee, party)
                || committee.getTerms().getObservers().contains(party);
    }

    /** Whether a party keeps a register of a security: as a registrar, or as a regulator of it or of its segment. */
    static boolean keeps(ServiceHub services, SecurityDefinitionState definition, Party party) {
        return registrars(services, definition)
                        .filter(committee -> keeps(committee, party))
                        .isPresent()
                || Segments.observers(services, definition.getValidationPolicy())
                        .contains(party);
    }

    /** Whether a party observes the security of a digest through its segment. */
    static boolean observes(ServiceHub services, SecureHash security, Party party) {
        return Definitions.all(services).stream()
                .map(found -> found.getState().getData())
                .anyMatch(definition -> digestOf(definition).equals(security)
                        && Segments.observers(services, definition.getValidationPolicy())
                                .contains(party));
    }

    /** Whether a party has a seat on a committee. */
    static boolean isRegistrar(CommitteeState committee, Party party) {
        return committee.seatOf(party).isPresent();
    }

    /** The current state of a committee, or nothing if this node does not know it. */
    static Optional<CommitteeState> current(ServiceHub services, UniqueIdentifier id) {
        try {
            return Optional.of(Committees.current(services, id).getState().getData());
        } catch (FlowException unknown) {
            return Optional.empty();
        }
    }

    /** The registrars of a security, or nothing if this node does not know them. */
    static Optional<CommitteeState> registrars(ServiceHub services, SecurityDefinitionState definition) {
        return current(services, definition.getValidationPolicy().ownership().getCommittee());
    }

    /** The registrars of the security of a digest, or nothing if this node does not know security or registrars. */
    static Optional<CommitteeState> registrars(ServiceHub services, SecureHash security) {
        for (StateAndRef<SecurityDefinitionState> found : Definitions.all(services)) {
            if (digestOf(found.getState().getData()).equals(security)) {
                return registrars(services, found.getState().getData());
            }
        }
        return Optional.empty();
    }

    /** The other registrars of a committee. */
    static List<Party> peers(CommitteeState committee, Party self) {
        List<Party> peers = new ArrayList<>();
        for (CommitteeMember member : committee.getTerms().getMembers()) {
            if (!member.getParty().equals(self)) {
                peers.add(member.getParty());
            }
        }
        return peers;
    }

    /** The digest in the identifier of a security. */
    static SecureHash digestOf(SecurityDefinitionState definition) {
        return SecureHash.create(definition.getLinearId().getExternalId());
    }

    /**
     * The securities of which a party keeps the register.
     *
     * @param symbol the one that is meant, or null for all
     * @throws FlowException if there is no such security, or the party does not keep its register
     */
    static List<SecurityDefinitionState> kept(ServiceHub services, Party self, String symbol) throws FlowException {
        List<SecurityDefinitionState> kept = new ArrayList<>();
        boolean known = false;
        for (StateAndRef<SecurityDefinitionState> found : Definitions.all(services)) {
            SecurityDefinitionState definition = found.getState().getData();
            if (symbol == null || definition.getTerms().getSymbol().equals(symbol)) {
                known = true;
                if (keeps(services, definition, self)) {
                    kept.add(definition);
                }
            }
        }
        if (symbol != null && !known) {
            throw new UnknownSecurityException(symbol);
        }
        if (symbol != null && kept.isEmpty()) {
            throw new WorkflowException(
                    self.getName().getOrganisation() + " keeps no register of " + symbol + ".",
                    "Ask a registrar of the security, or its regulator.");
        }
        return kept;
    }
}
