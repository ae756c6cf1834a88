package org.countersign.workflows.governance;

import java.security.PublicKey;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.WireTransaction;
import org.countersign.contracts.governance.CommitteeCommand;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.WorkflowSettings;

/** Whether this node takes a seat on a committee, and whether what it is asked to sign is what it was offered. */
final class SeatAcceptance {
    private SeatAcceptance() {}

    static void check(CommitteeOffer offer, Party self, ServiceHub services) throws FlowException {
        WorkflowSettings settings = WorkflowSettings.of(services);
        List<String> accepted = settings.committeeSeats();
        if (!accepted.contains("*") && !accepted.contains(offer.getName())) {
            throw new WorkflowException(
                    self.getName().getOrganisation() + " takes no seat on a committee named '" + offer.getName()
                            + "'; its settings allow " + accepted + ".",
                    "Its operator adds the name to committees.seats.");
        }
        checkShared(offer, settings);
        // Whoever could seat an authority twice under one name could pass off a committee of its own for the first.
        for (StateAndRef<CommitteeState> known : Committees.named(services, offer.getName())) {
            if (known.getState().getData().seatOf(self).isPresent()) {
                throw new WorkflowException(
                        self.getName().getOrganisation() + " sits on a committee named '" + offer.getName()
                                + "' already.",
                        "Give the new committee another name, or reform the one that exists.");
            }
        }
        for (SeatProposal seat : offer.getSeats()) {
            if (seat.getParty().equals(self)) {
                return;
            }
        }
        throw new WorkflowException(
                "The offer of committee '" + offer.getName() + "' names no seat for "
                        + self.getName().getOrganisation() + ".",
                "Offer a seat to those who are asked.");
    }

    /**
     * Refuses registrars of whom one alone is a quorum, where the settings do not allow it. One that is corrupt could
     * then sign away whatever a definition lets registrars dispose of, and what it has notarised when it dies nobody
     * else has voted for or can complete.
     */
    static void checkShared(CommitteeOffer offer, WorkflowSettings settings) throws WorkflowException {
        SeatProposal sole = offer.soleQuorum().orElse(null);
        if (sole != null && offer.getAspect() == Aspect.OWNERSHIP && !settings.soleRegistrarQuorum()) {
            throw new WorkflowException(
                    "On the committee '" + offer.getName() + "' "
                            + sole.getParty().getName().getOrganisation()
                            + " alone would be a quorum of the registrars: its weight is " + sole.getWeight()
                            + ", the threshold " + offer.getThreshold() + ".",
                    "Make the threshold greater than every weight; where one registrar is to decide alone, the operator"
                            + " of each member says committees.soleRegistrarQuorum = true.");
        }
    }

    static void checkFounding(SignedTransaction founding, CommitteeOffer offer, Party self, PublicKey key)
            throws FlowException {
        WireTransaction tx = founding.getTx();
        boolean shape = tx.getInputs().isEmpty()
                && tx.getReferences().isEmpty()
                && tx.getOutputs().size() == 1
                && tx.getOutputs().get(0).getData() instanceof CommitteeState
                && tx.getCommands().size() == 1
                && tx.getCommands().get(0).getValue() instanceof CommitteeCommand.Form;
        if (!shape || !matches((CommitteeState) tx.getOutputs().get(0).getData(), offer, self, key)) {
            throw new WorkflowException(
                    "The founding transaction of committee '" + offer.getName() + "' is not what was offered.",
                    "Build it from the offer and the keys that the members gave.");
        }
    }

    private static boolean matches(CommitteeState committee, CommitteeOffer offer, Party self, PublicKey key) {
        boolean same = committee.getName().equals(offer.getName())
                && committee.getAspect() == offer.getAspect()
                && offer.isMetBy(committee.getTerms());
        for (CommitteeMember member : committee.getTerms().getMembers()) {
            same &= member.getAttestationKey().equals(key) == member.getParty().equals(self);
        }
        return same;
    }
}
