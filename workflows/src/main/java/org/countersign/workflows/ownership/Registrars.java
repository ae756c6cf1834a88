package org.countersign.workflows.ownership;

import java.util.ArrayList;
import java.util.List;
import net.corda.core.contracts.Command;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.governance.Committees;

/** The registrars that a transaction names, in the turn in which they finalise it. */
final class Registrars {
    private final CommitteeState committee;
    private final SecureHash transactionId;

    private Registrars(CommitteeState committee, SecureHash transactionId) {
        this.committee = committee;
        this.transactionId = transactionId;
    }

    /**
     * The registrars of a transaction whose reference states this node can resolve.
     *
     * @throws WorkflowException if it asks for no attestation of ownership
     */
    static Registrars of(ServiceHub services, SignedTransaction transaction) throws FlowException {
        for (Command<?> command : transaction.getTx().getCommands()) {
            if (command.getValue() instanceof Attest && ((Attest) command.getValue()).getAspect() == Aspect.OWNERSHIP) {
                return new Registrars(
                        Committees.at(services, ((Attest) command.getValue()).getCommittee()), transaction.getId());
            }
        }
        throw new WorkflowException(
                "The transaction asks for no attestation of ownership.", "Only registrars make a transfer final.");
    }

    /** Their committee. */
    CommitteeState committee() {
        return committee;
    }

    /** All of them in turn: transactions start at different ones, so that the work is shared without keeping count. */
    List<CommitteeMember> inTurn() {
        List<CommitteeMember> members = committee.getTerms().getMembers();
        int start = Math.floorMod(transactionId.hashCode(), members.size());
        List<CommitteeMember> inTurn = new ArrayList<>(members.subList(start, members.size()));
        inTurn.addAll(members.subList(0, start));
        return inTurn;
    }

    /** How many come before this one, or how many there are if it is none of them. */
    int before(Party registrar) {
        int before = 0;
        for (CommitteeMember member : inTurn()) {
            if (member.getParty().equals(registrar)) {
                return before;
            }
            before++;
        }
        return before;
    }
}
