package org.countersign.workflows.segment;

import java.security.SignatureException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.corda.core.contracts.CommandWithParties;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.TransactionVerificationException;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.LedgerTransaction;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.segment.SegmentMembershipState;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.contracts.validation.ValidationReport;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.validation.AttestationAnswer;
import org.countersign.workflows.validation.Refusal;
import org.countersign.workflows.validation.ReportSeals;
import org.countersign.workflows.validation.journal.Journal;
import org.countersign.workflows.validation.journal.JournalRecord;

/** What a member of the committee that admits to a segment answers when it is asked to attest a decision. */
final class AdmissionVotes {
    private static final String REQUIREMENT = "segment.decided";

    private AdmissionVotes() {}

    /** The answer to another authority. */
    static AttestationAnswer answer(ServiceHub services, Party self, Party asker, SignedTransaction transaction)
            throws FlowException {
        try {
            LedgerTransaction ledger = transaction.toLedgerTransaction(services, false);
            ledger.verify();
            Optional<CommitteeState> committee = admitting(services, ledger);
            Optional<CommitteeMember> seat = committee.flatMap(known -> known.seatOf(self));
            if (!seat.isPresent() || !isSegmentFact(ledger)) {
                return refused(
                        services,
                        self,
                        asker,
                        transaction,
                        Refusal.BAD_REQUEST,
                        "This is no decision to be made here.");
            }
            if (!isCurrent(services, ledger)) {
                return refused(
                        services, self, asker, transaction, Refusal.SUPERSEDED, "The segment is not the current one.");
            }
            Instant now = services.getClock().instant();
            if (!now.isBefore(ledger.getTimeWindow().getUntilTime())) {
                return refused(services, self, asker, transaction, Refusal.CHECK_FAILED, "The time-window has closed.");
            }
            new DecisionRule(services, ledger).check(committee.get());
            return cast(services, asker.getName(), transaction, committee.get().getAspect(), seat.get());
        } catch (SignatureException | TransactionVerificationException wrong) {
            return refused(services, self, asker, transaction, Refusal.CHECK_FAILED, wrong.getMessage());
        } catch (SegmentRefusal refusal) {
            return refused(services, self, asker, transaction, Refusal.CHECK_FAILED, refusal.getMessage());
        }
    }

    /** An attestation by a seat whose operator has taken the decision. */
    static AttestationAnswer cast(
            ServiceHub services,
            CordaX500Name asker,
            SignedTransaction transaction,
            Aspect aspect,
            CommitteeMember seat) {
        ValidationReport report = new ValidationReport(
                transaction.getId(),
                aspect,
                Collections.singletonList(new Finding(
                        REQUIREMENT,
                        FindingResult.MET,
                        FindingResult.MET.name(),
                        "The authority's operator has taken this decision.",
                        Collections.emptyList())));
        SecureHash entry = Journal.enter(
                        services, record(asker, transaction, aspect).found(report))
                .digest();
        return AttestationAnswer.signed(
                services.createSignature(transaction, seat.getAttestationKey()),
                report,
                ReportSeals.sign(services, report, entry, seat.getAttestationKey()));
    }

    private static AttestationAnswer refused(
            ServiceHub services, Party self, Party asker, SignedTransaction transaction, String code, String reason) {
        Refusal refusal = new Refusal(self.getName(), code, reason);
        Journal.enter(
                services,
                record(asker.getName(), transaction, Aspect.COMPLIANCE).refused(refusal));
        return AttestationAnswer.refused(refusal);
    }

    private static JournalRecord record(CordaX500Name asker, SignedTransaction transaction, Aspect aspect) {
        JournalRecord record = new JournalRecord(asker, transaction.getId(), aspect);
        transaction
                .getTx()
                .getOutputs()
                .forEach(output -> record.shown("output", output.getData().toString()));
        return record;
    }

    private static Optional<CommitteeState> admitting(ServiceHub services, LedgerTransaction ledger) {
        List<StateAndRef<CommitteeState>> current = Committees.all(services);
        for (CommandWithParties<?> command : ledger.getCommands()) {
            if (command.getValue() instanceof Attest && ((Attest) command.getValue()).getAspect() != Aspect.OWNERSHIP) {
                return current.stream()
                        .filter(known -> known.getRef().equals(((Attest) command.getValue()).getCommittee()))
                        .map(known -> known.getState().getData())
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private static boolean isSegmentFact(LedgerTransaction ledger) {
        return ledger.getOutputStates().stream().anyMatch(SegmentRule::isSegmentFact);
    }

    private static boolean isCurrent(ServiceHub services, LedgerTransaction ledger) {
        for (SegmentMembershipState membership : ledger.outputsOfType(SegmentMembershipState.class)) {
            StateAndRef<SegmentState> reference =
                    ledger.referenceInputRefsOfType(SegmentState.class).get(0);
            return Segments.byId(services, membership.getSegment())
                    .filter(known -> known.getRef().equals(reference.getRef()))
                    .isPresent();
        }
        return true;
    }
}
