package org.countersign.oracles.validation;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.ReportSeal;
import org.countersign.contracts.validation.ValidationReport;
import org.countersign.workflows.validation.AttestationAnswer;
import org.countersign.workflows.validation.AttestationRequest;
import org.countersign.workflows.validation.Refusal;
import org.countersign.workflows.validation.ReportSeals;
import org.countersign.workflows.validation.journal.Journal;
import org.countersign.workflows.validation.journal.JournalRecord;

/**
 * One aspect of what an authority is asked, on its way from the request to the answer. It knows its own request and
 * facts only, however many aspects of the same transaction are judged beside it, and each answer has an entry of its
 * own in the journal.
 */
final class AspectCase {
    private final Party self;
    private final AdmissibleRequest request;
    private TransferFacts facts;
    private boolean lacksPositions;
    private boolean awaitsPositions;
    private boolean awaitsHolders;
    private boolean lacksRegister;
    private boolean awaitsRegister;

    /**
     * A case that nothing is known of yet but the request.
     *
     * @param self the authority
     * @param request fit to be judged
     */
    AspectCase(Party self, AdmissibleRequest request) {
        this.self = self;
        this.request = request;
    }

    /** The request. */
    AdmissibleRequest request() {
        return request;
    }

    /** What is judged. */
    Aspect aspect() {
        return request.attest().getAspect();
    }

    /** What is known of the transaction, once it is. */
    TransferFacts facts() {
        return facts;
    }

    /** What a check needs to know and could not be gathered. */
    Set<FactKind> missing() {
        Set<FactKind> missing = EnumSet.noneOf(FactKind.class);
        if (lacksPositions) {
            missing.add(FactKind.POSITIONS);
        }
        if (lacksRegister) {
            missing.add(FactKind.REGISTER);
        }
        return missing;
    }

    void know(TransferFacts known) {
        this.facts = known;
    }

    void lackPositions() {
        this.lacksPositions = true;
    }

    void lackRegister() {
        this.lacksRegister = true;
    }

    /** Whether registrars have to be asked for positions. */
    boolean awaitsPositions() {
        return awaitsPositions;
    }

    /** Whether holders have to be asked for their credentials. */
    boolean awaitsHolders() {
        return awaitsHolders;
    }

    /** Whether registrars have to be asked for what compliance is judged by. */
    boolean awaitsRegister() {
        return awaitsRegister;
    }

    /** Says what has to be waited for. */
    void await(boolean positions, boolean holders, boolean register) {
        this.awaitsPositions = positions;
        this.awaitsHolders = holders;
        this.awaitsRegister = register;
    }

    /**
     * The answer that was given to the same question before, if one was. It is entered into the journal as given again.
     */
    Optional<AttestationAnswer> given(ServiceHub services) {
        Optional<AttestationAnswer> given =
                GivenAnswers.find(services, request.tearOff().getId(), aspect(), request.attestationKey());
        given.ifPresent(answer -> Journal.enter(services, JournalRecords.repeated(request, answer)));
        return given;
    }

    /**
     * The answer that follows from what the checks have found, entered into the journal and kept. Call it after the
     * last suspension before the answer leaves the node.
     */
    AttestationAnswer answer(ServiceHub services, List<Finding> findings) {
        // Asked for twice at once, the other flow may have been faster.
        Optional<AttestationAnswer> given = given(services);
        if (given.isPresent()) {
            return given.get();
        }
        AttestationAnswer answer =
                sealed(services, new ValidationReport(facts.getTransactionId(), facts.getAspect(), findings));
        GivenAnswers.keep(services, answer, facts.getTimeWindow().getUntilTime());
        services.cordaService(TransferChecks.class).remember(facts, services);
        return answer;
    }

    private AttestationAnswer sealed(ServiceHub services, ValidationReport report) {
        ValidationReport told = report.withoutFigures();
        JournalRecord record =
                JournalRecords.judged(request, facts).found(report).concerning(facts.getSecurity());
        if (report.isPassed()) {
            MeasureConsent.use(services, request.tearOff(), aspect());
            AmendmentConsent.use(services, request.tearOff());
            return AttestationAnswer.signed(
                    services.createSignature(request.tearOff(), request.attestationKey()),
                    told,
                    seal(services, told, record));
        }
        String reasons = report.objections().stream().map(Finding::getReason).collect(Collectors.joining(" "));
        Refusal refusal = new Refusal(self.getName(), Refusal.CHECK_FAILED, reasons);
        return AttestationAnswer.refused(refusal, told, seal(services, told, record.refused(refusal)));
    }

    // Of the report as it is told: from the digest of one with figures, figures could be guessed.
    private ReportSeal seal(ServiceHub services, ValidationReport told, JournalRecord record) {
        SecureHash entry = Journal.enter(services, record).digest();
        return ReportSeals.sign(services, told, entry, request.attestationKey());
    }

    /**
     * The answer to a request that is not fit to be judged, entered into the journal.
     *
     * @param services the authority's node
     * @param self the authority
     * @param asker who asks
     * @param request what was asked
     * @param why why it is not judged
     * @return a refusal without a report
     */
    static AttestationAnswer inadmissible(
            ServiceHub services, Party self, Party asker, AttestationRequest request, InadmissibleException why) {
        Refusal refusal = new Refusal(self.getName(), why.getCode(), why.getMessage());
        Journal.enter(services, JournalRecords.inadmissible(asker.getName(), request, refusal));
        return AttestationAnswer.refused(refusal);
    }
}
