package org.countersign.contracts.segment;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.contracts.CommandWithParties;
import net.corda.core.identity.Party;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Attestations;

/**
 * The committees that attest a decision about a segment, once {@link Attestations} has found them to be the right ones.
 */
final class SegmentCommittees {
    private final List<CommitteeState> committees = new ArrayList<>();

    SegmentCommittees(LedgerTransaction tx) {
        for (CommandWithParties<?> command : tx.getCommands()) {
            if (command.getValue() instanceof Attest) {
                committees.add(Attestations.committeeOf(tx, (Attest) command.getValue()));
            }
        }
    }

    /** Whether these are the members of the registrars' committee, in its order. */
    boolean areKeepers(List<Party> keepers) {
        List<Party> members = new ArrayList<>();
        for (CommitteeState committee : committees) {
            if (committee.getAspect() == Aspect.OWNERSHIP) {
                committee.getTerms().getMembers().forEach(member -> members.add(member.getParty()));
            }
        }
        // Corda compares parties by key only.
        return members.equals(keepers) && SegmentTerms.names(members).equals(SegmentTerms.names(keepers));
    }

    /** Whether any member of any of the committees is among the signers, with its legal identity. */
    boolean anySigns(List<PublicKey> signers) {
        for (CommitteeState committee : committees) {
            for (CommitteeMember member : committee.getTerms().getMembers()) {
                if (signers.contains(member.getParty().getOwningKey())) {
                    return true;
                }
            }
        }
        return false;
    }
}
