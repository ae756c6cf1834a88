package org.countersign.oracles.validation;

import java.util.stream.Collectors;
import net.corda.core.crypto.CryptoUtils;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.transactions.FilteredTransaction;
import org.countersign.workflows.validation.AttestationAnswer;
import org.countersign.workflows.validation.AttestationRequest;
import org.countersign.workflows.validation.PresentedEvidence;
import org.countersign.workflows.validation.Refusal;
import org.countersign.workflows.validation.journal.JournalRecord;

/** What an authority enters into its journal about an answer: of a transaction, only what its tear-off shows. */
final class JournalRecords {
    private static final int LONGEST = 4_000;

    private JournalRecords() {}

    /** Of a request that was judged, with all that was shown. */
    static JournalRecord judged(AdmissibleRequest request) {
        FilteredTransaction tearOff = request.tearOff();
        JournalRecord record = new JournalRecord(
                request.proposer().getName(), tearOff.getId(), request.attest().getAspect());
        tearOff.getInputs().forEach(input -> show(record, "input", input));
        tearOff.getOutputs().forEach(output -> show(record, "output", output.getData()));
        tearOff.getCommands()
                .forEach(command -> show(
                        record,
                        "command",
                        command.getValue() + " signed by "
                                + command.getSigners().stream()
                                        .map(CryptoUtils::toStringShort)
                                        .collect(Collectors.joining(", "))));
        tearOff.getReferences().forEach(reference -> show(record, "reference", reference));
        show(record, "timeWindow", tearOff.getTimeWindow());
        show(record, "notary", tearOff.getNotary());
        for (PresentedEvidence piece : request.evidence()) {
            show(
                    record,
                    "evidence",
                    piece.getKind() + ", SHA-256 "
                            + SecureHash.sha256(piece.getContent().getBytes()));
        }
        return record;
    }

    /** Of a request that was not judged. It may show what the aspect may not see, so nothing of it is entered. */
    static JournalRecord inadmissible(CordaX500Name asker, AttestationRequest request, Refusal refusal) {
        return new JournalRecord(asker, request.getTearOff().getId(), request.getAspect()).refused(refusal);
    }

    /** Of a request that was answered before. */
    static JournalRecord repeated(AdmissibleRequest request, AttestationAnswer answer) {
        JournalRecord record = new JournalRecord(
                        request.proposer().getName(),
                        request.tearOff().getId(),
                        request.attest().getAspect())
                .shown("repeated", "entry " + answer.getSeal().getJournalDigest())
                .found(answer.getReport());
        return answer.getRefusal() == null ? record : record.refused(answer.getRefusal());
    }

    private static void show(JournalRecord record, String kind, Object component) {
        String text = String.valueOf(component);
        record.shown(kind, text.substring(0, Math.min(text.length(), LONGEST)));
    }
}
