package org.countersign.workflows.ownership;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TransactionResolutionException;
import net.corda.core.crypto.CryptoUtils;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.control.ControlCommand;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.StatusChange;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationReport;
import org.countersign.workflows.validation.AttestationAnswer;
import org.countersign.workflows.validation.Refusal;
import org.countersign.workflows.validation.ReportSeals;
import org.countersign.workflows.validation.journal.Journal;
import org.countersign.workflows.validation.journal.JournalRecord;

/**
 * A registrar's vote as an answer: with a report of what it has looked at, its seal, and an entry in its journal.
 *
 * <p>A vote is sealed, a refusal is not: a registrar refuses also for the time being, because another transaction
 * claims the same, and may vote for the same transaction later. Both are entered into the journal.
 */
final class RegistrarVotes {
    private RegistrarVotes() {}

    /**
     * Votes for a transaction that has passed every requirement. Call it after the last suspension before the vote
     * leaves the node or goes into a signed transaction.
     *
     * @param services the registrar's node
     * @param asker for whom
     * @param transaction what is voted for
     * @param seat the registrar's seat
     * @return the vote
     */
    static AttestationAnswer cast(
            ServiceHub services, CordaX500Name asker, SignedTransaction transaction, CommitteeMember seat) {
        ValidationReport report = passed(transaction);
        SecureHash entry = Journal.enter(
                        services, record(services, asker, transaction).found(report))
                .digest();
        return AttestationAnswer.signed(
                services.createSignature(transaction, seat.getAttestationKey()),
                report,
                ReportSeals.sign(services, report, entry, seat.getAttestationKey()));
    }

    /**
     * Enters a refusal. Of a transaction that the contracts have not accepted only the id is entered: written out, its
     * numbers could fill the node's memory.
     *
     * @param services the registrar's node
     * @param asker who asked
     * @param transaction what for
     * @param refusal what is answered
     * @param failed the requirement that is not met, or null if it was not asked about any
     */
    static void enter(
            ServiceHub services,
            CordaX500Name asker,
            SignedTransaction transaction,
            Refusal refusal,
            RegisterRequirement failed) {
        JournalRecord record = failed == RegisterRequirement.CONTRACTS_ACCEPT
                ? new JournalRecord(asker, transaction.getId(), Aspect.OWNERSHIP)
                : record(services, asker, transaction);
        record.refused(refusal);
        Journal.enter(services, failed == null ? record : record.found(failed(transaction, refusal, failed)));
    }

    /**
     * Enters that a refusal was given once more; what was refused is in the entry of the first.
     *
     * @param services the registrar's node
     * @param asker who asked
     * @param transaction what for
     * @param refusal what is answered
     */
    static void enterAgain(ServiceHub services, CordaX500Name asker, SignedTransaction transaction, Refusal refusal) {
        Journal.enter(services, new JournalRecord(asker, transaction.getId(), Aspect.OWNERSHIP).refused(refusal));
    }

    private static JournalRecord record(ServiceHub services, CordaX500Name asker, SignedTransaction transaction) {
        JournalRecord record = new JournalRecord(asker, transaction.getId(), Aspect.OWNERSHIP);
        transaction.getTx().getInputs().forEach(input -> record.shown("input", input.toString()));
        transaction
                .getTx()
                .getOutputs()
                .forEach(output -> record.shown("output", output.getData().toString()));
        for (Command<?> command : transaction.getTx().getCommands()) {
            record.shown(
                    isOrdered(command.getValue()) ? "measure" : "command",
                    command.getValue() + " signed by "
                            + command.getSigners().stream()
                                    .map(CryptoUtils::toStringShort)
                                    .collect(Collectors.joining(", ")));
        }
        transaction.getReferences().forEach(reference -> record.shown("reference", reference.toString()));
        transaction.getTx().getAttachments().forEach(attachment -> record.shown("attachment", attachment.toString()));
        record.shown("timeWindow", String.valueOf(transaction.getTx().getTimeWindow()));
        record.shown("notary", String.valueOf(transaction.getNotary()));
        record.shown("parameters", String.valueOf(transaction.getNetworkParametersHash()));
        transaction
                .getSigs()
                .forEach(signature -> record.shown("signature", CryptoUtils.toStringShort(signature.getBy())));
        subject(services, transaction).ifPresent(record::concerning);
        return record;
    }

    private static boolean isOrdered(Object command) {
        return command instanceof ControlCommand || command instanceof StatusChange;
    }

    private static Optional<SecurityDefinitionState> subject(ServiceHub services, SignedTransaction transaction) {
        for (ContractState output : transaction.getTx().getOutputStates()) {
            if (output instanceof SecurityDefinitionState) {
                return Optional.of((SecurityDefinitionState) output);
            }
        }
        for (StateRef reference : transaction.getReferences()) {
            try {
                ContractState state = services.loadState(reference).getData();
                if (state instanceof SecurityDefinitionState) {
                    return Optional.of((SecurityDefinitionState) state);
                }
            } catch (TransactionResolutionException unknown) {
                // What cannot be resolved is refused; the entry says so without it.
            }
        }
        return Optional.empty();
    }

    private static ValidationReport passed(SignedTransaction transaction) {
        Operation operation = operation(transaction);
        List<Finding> findings = new ArrayList<>();
        for (RegisterRequirement requirement : RegisterRequirement.values()) {
            findings.add(finding(
                    requirement,
                    requirement.appliesTo(operation) ? FindingResult.MET : FindingResult.NOT_APPLICABLE,
                    requirement.sentence()));
        }
        return new ValidationReport(transaction.getId(), Aspect.OWNERSHIP, findings);
    }

    private static ValidationReport failed(SignedTransaction transaction, Refusal refusal, RegisterRequirement failed) {
        List<Finding> findings = new ArrayList<>();
        for (RegisterRequirement requirement : RegisterRequirement.values()) {
            if (requirement.compareTo(failed) < 0) {
                findings.add(finding(requirement, FindingResult.MET, requirement.sentence()));
            }
        }
        findings.add(finding(failed, FindingResult.NOT_MET, refusal.getReason()));
        return new ValidationReport(transaction.getId(), Aspect.OWNERSHIP, findings);
    }

    private static Finding finding(RegisterRequirement requirement, FindingResult result, String reason) {
        return new Finding(requirement.requirement(), result, result.name(), reason, Collections.emptyList());
    }

    private static Operation operation(SignedTransaction transaction) {
        for (Command<?> command : transaction.getTx().getCommands()) {
            if (command.getValue() instanceof Attest && ((Attest) command.getValue()).getAspect() == Aspect.OWNERSHIP) {
                return ((Attest) command.getValue()).getOperation();
            }
        }
        throw new IllegalArgumentException("The transaction asks for no attestation of ownership.");
    }
}
