package org.countersign.oracles.validation;

import java.util.TreeMap;
import java.util.stream.Collectors;
import net.corda.core.crypto.CryptoUtils;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.transactions.FilteredTransaction;
import org.countersign.workflows.compliance.RegisterTold;
import org.countersign.workflows.compliance.RegisteredLot;
import org.countersign.workflows.identity.claim.KnownHolder;
import org.countersign.workflows.identity.claim.VerifiedClaim;
import org.countersign.workflows.validation.AttestationAnswer;
import org.countersign.workflows.validation.AttestationRequest;
import org.countersign.workflows.validation.PresentedEvidence;
import org.countersign.workflows.validation.Refusal;
import org.countersign.workflows.validation.journal.JournalRecord;

/**
 * What an authority enters into its journal about an answer: of a transaction, only what its tear-off shows, and what
 * was gathered for the checks of the aspect beside it.
 */
final class JournalRecords {
    private static final int LONGEST = 4_000;

    private JournalRecords() {}

    /** Of a request that was judged, with all that was shown and gathered. */
    static JournalRecord judged(AdmissibleRequest request, TransferFacts facts) {
        JournalRecord record = shown(request);
        for (Position position : facts.getPositions()) {
            show(
                    record,
                    "position",
                    position.getHolder().getName() + ", "
                            + position.getSecurity().getTerms().getSymbol() + ": before "
                            + position.getBefore().toPlainString() + ", after "
                            + position.getAfter().toPlainString() + ", of "
                            + position.getOutstanding().toPlainString());
        }
        facts.getHolders().forEach(holder -> show(record, holder));
        facts.getRegister()
                .ifPresent(told -> told.getAnswers().forEach(answer -> show(record, "register", words(answer))));
        return record;
    }

    // What holders present stays with them but for its digest: a journal is read by more than those who judge.
    private static void show(JournalRecord record, KnownHolder holder) {
        String key = CryptoUtils.toStringShort(holder.getHolder());
        for (VerifiedClaim credential : holder.getCredentials()) {
            String content = credential.getProvider() + "|" + credential.getSubject() + "|" + credential.getIssuedAt()
                    + "|" + credential.getExpiresAt() + "|" + new TreeMap<>(credential.getValues());
            show(
                    record,
                    "credential",
                    key + ": " + credential.getKind() + ", " + credential.getStanding() + ", SHA-256 "
                            + SecureHash.sha256(content));
        }
        if (holder.getCredentials().isEmpty()) {
            show(record, "credential", key + ": none");
        }
    }

    private static String words(RegisterTold told) {
        StringBuilder words = new StringBuilder("in issue ").append(told.getOutstanding());
        for (RegisteredLot lot : told.getLots()) {
            words.append("; input of ")
                    .append(lot.getQuantity())
                    .append(" by ")
                    .append(CryptoUtils.toStringShort(lot.getHolder()))
                    .append(" since ")
                    .append(lot.getAcquired());
        }
        return words.append("; held by those asked for ")
                .append(told.getHeld())
                .append("; passed on ")
                .append(told.getDisposed())
                .append("; others ")
                .append(told.getOthers())
                .toString();
    }

    private static JournalRecord shown(AdmissibleRequest request) {
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
        record.shown(
                kind,
                text.length() <= LONGEST
                        ? text
                        : text.substring(0, LONGEST) + "..., SHA-256 of all " + SecureHash.sha256(text));
    }
}
