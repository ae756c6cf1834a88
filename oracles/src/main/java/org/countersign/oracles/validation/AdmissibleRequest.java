package org.countersign.oracles.validation;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.ComponentVisibilityException;
import net.corda.core.transactions.FilteredTransaction;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.workflows.WellKnown;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.validation.AspectDisclosure;
import org.countersign.workflows.validation.AttestationRequest;
import org.countersign.workflows.validation.DisclosureException;
import org.countersign.workflows.validation.PresentedEvidence;
import org.countersign.workflows.validation.Refusal;

/**
 * A request that is asked rightly, so that the checks of its aspect may judge it: the tear-off shows what the aspect
 * has to see and nothing beyond, its attestation is by a current committee on which this authority sits, who asks is a
 * party of the transaction, and the time-window is open.
 */
final class AdmissibleRequest {
    private final FilteredTransaction tearOff;
    private final Attest attest;
    private final PublicKey attestationKey;
    private final Party proposer;
    private final List<PresentedEvidence> evidence;
    private final Instant now;

    private AdmissibleRequest(
            AttestationRequest request, Attest attest, PublicKey attestationKey, Party proposer, Instant now) {
        this.tearOff = request.getTearOff();
        this.attest = attest;
        this.attestationKey = attestationKey;
        this.proposer = proposer;
        this.evidence = request.getEvidence();
        this.now = now;
    }

    /**
     * Looks at a request.
     *
     * @param services the authority's node
     * @param self the authority
     * @param asker who asks
     * @param request what came
     * @return the request, fit to be judged
     * @throws InadmissibleException with the reason why it is not
     */
    static AdmissibleRequest of(ServiceHub services, Party self, Party asker, AttestationRequest request)
            throws InadmissibleException {
        if (request.getAspect() == Aspect.OWNERSHIP) {
            throw bad("Ownership is attested by the registrars' vote, not on a tear-off.");
        }
        checkEvidence(request.getEvidence());
        FilteredTransaction tearOff = request.getTearOff();
        try {
            AspectDisclosure.check(tearOff, request.getAspect());
        } catch (DisclosureException wrong) {
            throw bad(wrong.getProblem());
        }
        Command<?> command = attestationOf(tearOff, request.getAspect());
        Attest attest = (Attest) command.getValue();
        CommitteeState committee = committee(services, tearOff, attest);
        Optional<CommitteeMember> seat = committee.seatOf(self);
        if (committee.getAspect() != request.getAspect() || !seat.isPresent()) {
            throw bad(self.getName().getOrganisation() + " has no seat for " + request.getAspect()
                    + " on the committee " + committee.getName() + ".");
        }
        checkSigner(tearOff, command, committee);
        // Otherwise anybody could find out, by made-up transactions, whom the checks would pass and whom not.
        if (!isParty(services, tearOff, asker)) {
            throw bad(asker.getName().getOrganisation()
                    + " signs no command of the transaction; only a party of it may have it attested.");
        }
        Instant now = services.getClock().instant();
        if (!isOpen(tearOff.getTimeWindow(), attest, now)) {
            throw bad("The time-window is not open now or not within the attestation's validity until "
                    + attest.getValidUntil() + ".");
        }
        return new AdmissibleRequest(request, attest, seat.get().getAttestationKey(), asker, now);
    }

    private static void checkEvidence(List<PresentedEvidence> evidence) throws InadmissibleException {
        if (evidence.size() > PresentedEvidence.MOST) {
            throw bad(evidence.size() + " pieces of evidence are presented; " + PresentedEvidence.MOST + " are taken.");
        }
        for (PresentedEvidence piece : evidence) {
            if (!piece.isPresentable()) {
                throw bad("A piece of evidence has no readable kind or more than " + PresentedEvidence.LARGEST_BYTES
                        + " bytes.");
            }
        }
    }

    private static Command<?> attestationOf(FilteredTransaction tearOff, Aspect aspect) throws InadmissibleException {
        List<Command<?>> attests = new ArrayList<>();
        for (Command<?> command : tearOff.getCommands()) {
            if (command.getValue() instanceof Attest && ((Attest) command.getValue()).getAspect() == aspect) {
                attests.add(command);
            }
        }
        if (attests.size() != 1) {
            throw bad("The transaction has " + attests.size() + " attestations of " + aspect + "; one is due.");
        }
        return attests.get(0);
    }

    private static CommitteeState committee(ServiceHub services, FilteredTransaction tearOff, Attest attest)
            throws InadmissibleException {
        Optional<StateAndRef<CommitteeState>> current = Committees.all(services).stream()
                .filter(known -> known.getRef().equals(attest.getCommittee()))
                .findFirst();
        if (!current.isPresent() || !tearOff.getReferences().contains(attest.getCommittee())) {
            throw new InadmissibleException(
                    Refusal.SUPERSEDED, "The committee " + attest.getCommittee() + " is not a current one here.");
        }
        return current.get().getState().getData();
    }

    private static void checkSigner(FilteredTransaction tearOff, Command<?> command, CommitteeState committee)
            throws InadmissibleException {
        if (!command.getSigners().equals(Collections.singletonList(committee.attestationKey()))) {
            throw bad("The attestation is not to be signed by the committee's key alone.");
        }
        try {
            // With the composite key: a member's own key is the signer of no command, and would pass on none.
            tearOff.checkCommandVisibility(committee.attestationKey());
        } catch (ComponentVisibilityException hidden) {
            throw bad("A command that the committee would sign is hidden.");
        }
    }

    private static boolean isParty(ServiceHub services, FilteredTransaction tearOff, Party asker) {
        return tearOff.getCommands().stream()
                .filter(command -> !(command.getValue() instanceof Attest))
                .flatMap(command -> command.getSigners().stream())
                // A custodian asks for its clients too.
                .anyMatch(
                        signer -> signer.equals(asker.getOwningKey()) || asker.equals(WellKnown.of(services, signer)));
    }

    private static boolean isOpen(TimeWindow window, Attest attest, Instant now) {
        return window != null
                && window.getFromTime() != null
                && window.getUntilTime() != null
                && now.isBefore(window.getUntilTime())
                && !window.getFromTime().isBefore(attest.getValidFrom())
                && !window.getUntilTime().isAfter(attest.getValidUntil());
    }

    private static InadmissibleException bad(String reason) {
        return new InadmissibleException(Refusal.BAD_REQUEST, reason);
    }

    /** The transaction as the aspect may see it. */
    FilteredTransaction tearOff() {
        return tearOff;
    }

    /** The command that the authority is to sign for. */
    Attest attest() {
        return attest;
    }

    /** The key of this authority's seat. */
    PublicKey attestationKey() {
        return attestationKey;
    }

    /** Who asks. */
    Party proposer() {
        return proposer;
    }

    /** What was presented. */
    List<PresentedEvidence> evidence() {
        return evidence;
    }

    /** The authority's clock when it was asked. */
    Instant now() {
        return now;
    }
}
