package org.countersign.oracles.validation;

import co.paralleluniverse.fibers.Suspendable;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.transactions.ComponentVisibilityException;
import net.corda.core.transactions.FilteredTransaction;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.oracles.identity.AdmittedHolders;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.validation.AspectDisclosure;
import org.countersign.workflows.validation.AttestationAnswer;
import org.countersign.workflows.validation.AttestationRequest;
import org.countersign.workflows.validation.DisclosureException;
import org.countersign.workflows.validation.Refusal;
import org.countersign.workflows.validation.RequestAttestationFlow;

/**
 * An authority's answer to a request for attestation.
 *
 * <p>Steps: receive the request; check that the tear-off shows what the aspect has to judge and nothing beyond; check
 * that every {@code Attest} of the aspect is by a current committee on which this authority sits and is to be signed by
 * that committee's composite key; check the time-window; run the aspect's checks; sign with the key of the seat. Every
 * other outcome is a reasoned refusal.
 */
@InitiatedBy(RequestAttestationFlow.class)
public final class RequestAttestationFlowHandler extends FlowLogic<Void> {
    private final FlowSession session;

    /**
     * Created by the node.
     *
     * @param session with the proposer
     */
    public RequestAttestationFlowHandler(FlowSession session) {
        this.session = session;
    }

    @Suspendable
    @Override
    public Void call() throws FlowException {
        AttestationRequest request = session.receive(AttestationRequest.class).unwrap(received -> received);
        session.send(answer(request));
        return null;
    }

    private AttestationAnswer answer(AttestationRequest request) {
        if (request.getAspect() == Aspect.OWNERSHIP) {
            return refused(Refusal.BAD_REQUEST, "Ownership is attested by the registrars' vote, not on a tear-off.");
        }
        FilteredTransaction tearOff = request.getTearOff();
        try {
            AspectDisclosure.check(tearOff, request.getAspect());
        } catch (DisclosureException wrong) {
            return refused(Refusal.BAD_REQUEST, wrong.getProblem());
        }
        List<Command<?>> attests = new ArrayList<>();
        for (Command<?> command : tearOff.getCommands()) {
            if (command.getValue() instanceof Attest
                    && ((Attest) command.getValue()).getAspect() == request.getAspect()) {
                attests.add(command);
            }
        }
        if (attests.size() != 1) {
            return refused(
                    Refusal.BAD_REQUEST,
                    "The transaction has " + attests.size() + " attestations of " + request.getAspect()
                            + "; one is due.");
        }
        return judge(request, attests.get(0));
    }

    private AttestationAnswer judge(AttestationRequest request, Command<?> command) {
        FilteredTransaction tearOff = request.getTearOff();
        Attest attest = (Attest) command.getValue();
        Optional<StateAndRef<CommitteeState>> current = Committees.all(getServiceHub()).stream()
                .filter(known -> known.getRef().equals(attest.getCommittee()))
                .findFirst();
        if (!current.isPresent() || !tearOff.getReferences().contains(attest.getCommittee())) {
            return refused(
                    Refusal.SUPERSEDED, "The committee " + attest.getCommittee() + " is not a current one here.");
        }
        CommitteeState committee = current.get().getState().getData();
        Optional<CommitteeMember> seat = committee.seatOf(getOurIdentity());
        if (committee.getAspect() != request.getAspect() || !seat.isPresent()) {
            return refused(
                    Refusal.BAD_REQUEST,
                    getOurIdentity().getName().getOrganisation() + " has no seat for " + request.getAspect()
                            + " on the committee " + committee.getName() + ".");
        }
        if (!command.getSigners().equals(Collections.singletonList(committee.attestationKey()))) {
            return refused(Refusal.BAD_REQUEST, "The attestation is not to be signed by the committee's key alone.");
        }
        try {
            // With the composite key: a member's own key is the signer of no command, and would pass on none.
            tearOff.checkCommandVisibility(committee.attestationKey());
        } catch (ComponentVisibilityException hidden) {
            return refused(Refusal.BAD_REQUEST, "A command that the committee would sign is hidden.");
        }
        // Otherwise anybody could find out, by made-up transactions, who is admitted and who is not.
        if (!isParty(tearOff)) {
            return refused(
                    Refusal.BAD_REQUEST,
                    session.getCounterparty().getName().getOrganisation()
                            + " signs no command of the transaction; only a party of it may have it attested.");
        }
        if (!isOpen(tearOff.getTimeWindow(), attest)) {
            return refused(
                    Refusal.CHECK_FAILED,
                    "The time-window is not open now or not within the attestation's validity until "
                            + attest.getValidUntil() + ".");
        }
        List<String> objections = new AdmittedHolders(getServiceHub(), OracleSettings.admittedHolders(getServiceHub()))
                .objections(tearOff);
        if (!objections.isEmpty()) {
            return refused(Refusal.CHECK_FAILED, String.join(" ", objections));
        }
        return AttestationAnswer.signed(
                getServiceHub().createSignature(tearOff, seat.get().getAttestationKey()));
    }

    private boolean isParty(FilteredTransaction tearOff) {
        PublicKey asker = session.getCounterparty().getOwningKey();
        return tearOff.getCommands().stream()
                .anyMatch(command -> !(command.getValue() instanceof Attest)
                        && command.getSigners().contains(asker));
    }

    private boolean isOpen(TimeWindow window, Attest attest) {
        Instant now = getServiceHub().getClock().instant();
        return window != null
                && window.getFromTime() != null
                && window.getUntilTime() != null
                && now.isBefore(window.getUntilTime())
                && !window.getFromTime().isBefore(attest.getValidFrom())
                && !window.getUntilTime().isAfter(attest.getValidUntil());
    }

    private AttestationAnswer refused(String code, String reason) {
        return AttestationAnswer.refused(new Refusal(getOurIdentity().getName(), code, reason));
    }
}
