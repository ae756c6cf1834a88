package org.countersign.workflows.governance;

import java.security.PublicKey;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.WireTransaction;
import org.countersign.contracts.governance.CommitteeCommand;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.workflows.WellKnown;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.WorkflowSettings;

/** Whether this node agrees to a reform, and whether what it is asked to sign is what was offered. */
final class ReformAcceptance {
    private ReformAcceptance() {}

    /**
     * Checks an offer.
     *
     * @return the epoch that it ends, which is the current one here
     * @throws FlowException if it ends another one, comes from somebody who has no seat on it, changes what a committee
     *     keeps, names institutions that are no authorities, or has not been affirmed here
     */
    static StateAndRef<CommitteeState> check(ServiceHub services, ReformOffer offer, Party proposer, Party self)
            throws FlowException {
        StateAndRef<CommitteeState> ending = current(services, offer);
        CommitteeState before = ending.getState().getData();
        if (!before.seatOf(proposer).isPresent()) {
            throw new WorkflowException(
                    proposer.getName().getOrganisation() + " has no seat on the committee '" + before.getName() + "'.",
                    "A reform is proposed by a member of the epoch that ends.");
        }
        CommitteeOffer terms = offer.getTerms();
        if (!terms.getName().equals(before.getName())
                || terms.getAspect() != before.getAspect()
                || !terms.getSegment().equals(before.getTerms().getSegment())) {
            throw new WorkflowException(
                    "The reform offered makes of " + before.getName() + " for " + before.getAspect() + " in segment "
                            + before.getTerms().getSegment() + " a committee " + terms.getName() + " for "
                            + terms.getAspect() + " in segment " + terms.getSegment() + ".",
                    "A committee keeps its name, aspect and segment; found another one.");
        }
        checkParties(services, terms);
        SeatAcceptance.checkShared(terms, WorkflowSettings.of(services));
        if (!before.seatOf(self).isPresent() && !offer.seats(self)) {
            throw new WorkflowException(
                    self.getName().getOrganisation() + " has no seat on '" + before.getName()
                            + "', neither before nor after the reform.",
                    "Ask those whom the reform concerns.");
        }
        ReformAffirmations.require(services, offer, self);
        return ending;
    }

    private static StateAndRef<CommitteeState> current(ServiceHub services, ReformOffer offer) throws FlowException {
        for (StateAndRef<CommitteeState> known :
                Committees.named(services, offer.getTerms().getName())) {
            if (known.getRef().equals(offer.getEnding())) {
                return known;
            }
        }
        throw new WorkflowException(
                "The reform of committee '" + offer.getTerms().getName() + "' ends the epoch " + offer.getEnding()
                        + ", which is not the current one here.",
                "Propose it again on the current epoch.");
    }

    private static void checkParties(ServiceHub services, CommitteeOffer terms) throws FlowException {
        for (SeatProposal seat : terms.getSeats()) {
            if (!WellKnown.isTrulyNamed(services, seat.getParty())
                    || !Committees.isAuthority(services, seat.getParty())) {
                throw new WorkflowException(
                        seat.getParty().getName() + " is no authority here.",
                        "Its committees count where committees.authorities names it; seat one of those that it names.");
            }
        }
    }

    /**
     * Checks the transaction that carries an offer out.
     *
     * @param key what this node gave for its seat, or null if it is to have none
     * @return the keys of this node that sign
     */
    static Set<PublicKey> checkReform(
            WireTransaction tx, StateAndRef<CommitteeState> ending, ReformOffer offer, Party self, PublicKey key)
            throws FlowException {
        CommitteeState before = ending.getState().getData();
        boolean shape = tx.getInputs().size() == 1
                && tx.getInputs().get(0).equals(ending.getRef())
                && tx.getReferences().isEmpty()
                && tx.getOutputs().size() == 1
                && tx.getOutputs().get(0).getData() instanceof CommitteeState
                && tx.getCommands().size() == 1
                && tx.getCommands().get(0).getValue() instanceof CommitteeCommand.Reform
                && tx.getTimeWindow() != null
                && tx.getTimeWindow().getUntilTime() != null
                && ending.getState().getNotary().equals(tx.getNotary());
        if (!shape || !matches(tx, before, offer, self, key)) {
            throw new WorkflowException(
                    "The reform of committee '" + before.getName() + "' is not what was offered.",
                    "Build it from the offer and the keys that the members gave.");
        }
        Set<PublicKey> own = new LinkedHashSet<>();
        before.seatOf(self).ifPresent(seat -> own.add(seat.getAttestationKey()));
        if (key != null) {
            own.add(self.getOwningKey());
            own.add(key);
        }
        return own;
    }

    private static boolean matches(
            WireTransaction tx, CommitteeState before, ReformOffer offer, Party self, PublicKey key) {
        CommitteeState after = (CommitteeState) tx.getOutputs().get(0).getData();
        Set<PublicKey> signers = new HashSet<>(tx.getCommands().get(0).getSigners());
        return after.equals(before.reformed(after.getTerms()))
                && offer.getTerms().isMetBy(after.getTerms())
                && after.seatOf(self).map(CommitteeMember::getAttestationKey).equals(Optional.ofNullable(key))
                && signers.equals(signers(before, after));
    }

    /** Everybody whose signature a reform carries, the epoch that ends by its composite key. */
    static Set<PublicKey> signers(CommitteeState before, CommitteeState after) {
        Set<PublicKey> signers = new LinkedHashSet<>();
        signers.add(before.attestationKey());
        for (CommitteeMember member : after.getTerms().getMembers()) {
            signers.add(member.getParty().getOwningKey());
            signers.add(member.getAttestationKey());
        }
        return signers;
    }
}
