package org.countersign.oracles.validation;

import co.paralleluniverse.fibers.Suspendable;
import com.r3.corda.lib.tokens.contracts.commands.TokenCommand;
import com.r3.corda.lib.tokens.contracts.types.TokenPointer;
import com.r3.corda.lib.tokens.contracts.types.TokenType;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TransactionState;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.transactions.FilteredTransaction;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.ReportSeal;
import org.countersign.contracts.validation.ValidationReport;
import org.countersign.oracles.position.RegistrarPositions;
import org.countersign.workflows.definition.FindSecurityFlow;
import org.countersign.workflows.definition.UnknownSecurityException;
import org.countersign.workflows.validation.AttestationAnswer;
import org.countersign.workflows.validation.AttestationRequest;
import org.countersign.workflows.validation.Refusal;
import org.countersign.workflows.validation.ReportSeals;
import org.countersign.workflows.validation.RequestAttestationFlow;
import org.countersign.workflows.validation.journal.Journal;
import org.countersign.workflows.validation.journal.JournalRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An authority's answer to a request for attestation.
 *
 * <p>Steps: receive the request; see that it is asked rightly ({@link AdmissibleRequest}); find the security's
 * definition; gather what the checks need beside the tear-off; run all checks of the aspect; seal the report; sign with
 * the key of the seat if every requirement is met. Every other outcome is a reasoned refusal. Who is asked again about
 * a transaction gives the answer that it gave before.
 */
@InitiatedBy(RequestAttestationFlow.class)
public final class RequestAttestationFlowHandler extends FlowLogic<Void> {
    private static final Logger LOGGER = LoggerFactory.getLogger(RequestAttestationFlowHandler.class);

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

    @Suspendable
    private AttestationAnswer answer(AttestationRequest request) throws FlowException {
        try {
            AdmissibleRequest admissible =
                    AdmissibleRequest.of(getServiceHub(), getOurIdentity(), session.getCounterparty(), request);
            Optional<AttestationAnswer> given = given(admissible);
            if (given.isPresent()) {
                return repeated(admissible, given.get());
            }
            requireChecks(request.getAspect());
            SecurityDefinitionState security = security(admissible);
            return judge(admissible, FactsOfTearOff.read(getServiceHub(), admissible, security));
        } catch (InadmissibleException refusal) {
            Refusal why = new Refusal(getOurIdentity().getName(), refusal.getCode(), refusal.getMessage());
            enter(JournalRecords.inadmissible(session.getCounterparty().getName(), request, why));
            return AttestationAnswer.refused(why);
        }
    }

    // Whoever has no check to run would attest everything.
    private void requireChecks(Aspect aspect) throws InadmissibleException {
        if (!getServiceHub().cordaService(TransferChecks.class).isReady(aspect)) {
            throw new InadmissibleException(
                    Refusal.NO_CHECK,
                    getOurIdentity().getName().getOrganisation() + " judges no " + aspect
                            + ": no check of it is set up, or one is set up wrongly. Its operator finds in the node's"
                            + " log what to change in the settings.");
        }
    }

    @Suspendable
    private SecurityDefinitionState security(AdmissibleRequest request) throws FlowException, InadmissibleException {
        StateRef ref = request.attest().getDefinition();
        if (ref == null) {
            return registered(request.tearOff());
        }
        UniqueIdentifier id = identifier(request.tearOff());
        StateAndRef<SecurityDefinitionState> current;
        try {
            current = subFlow(new FindSecurityFlow.Referenced(id, ref));
        } catch (UnknownSecurityException unknown) {
            throw new InadmissibleException(Refusal.SUPERSEDED, "No registrar knows the security " + id.getId() + ".");
        }
        if (!current.getRef().equals(ref)) {
            throw new InadmissibleException(
                    Refusal.SUPERSEDED, "The definition " + ref + " is not the current one of its security.");
        }
        return current.getState().getData();
    }

    private static SecurityDefinitionState registered(FilteredTransaction tearOff) throws InadmissibleException {
        for (TransactionState<ContractState> output : tearOff.getOutputs()) {
            if (output.getData() instanceof SecurityDefinitionState) {
                return (SecurityDefinitionState) output.getData();
            }
        }
        throw noSecurity();
    }

    private static UniqueIdentifier identifier(FilteredTransaction tearOff) throws InadmissibleException {
        for (TransactionState<ContractState> output : tearOff.getOutputs()) {
            if (output.getData() instanceof SecurityDefinitionState) {
                return ((SecurityDefinitionState) output.getData()).getLinearId();
            }
        }
        for (Command<?> command : tearOff.getCommands()) {
            if (command.getValue() instanceof TokenCommand) {
                TokenType type = ((TokenCommand) command.getValue()).getToken().getTokenType();
                if (type instanceof TokenPointer) {
                    return ((TokenPointer<?>) type).getPointer().getPointer();
                }
            }
        }
        throw noSecurity();
    }

    private static InadmissibleException noSecurity() {
        return new InadmissibleException(Refusal.BAD_REQUEST, "The transaction deals with no security.");
    }

    @Suspendable
    private AttestationAnswer judge(AdmissibleRequest request, TransferFacts known) {
        TransferFacts facts = known;
        Set<FactKind> missing = Collections.emptySet();
        if (getServiceHub()
                .cordaService(TransferChecks.class)
                .needs(known.getAspect())
                .contains(FactKind.POSITIONS)) {
            try {
                facts = known.withPositions(RegistrarPositions.gather(this, request.tearOff(), known));
            } catch (FlowException untold) {
                LOGGER.error("Positions for {} could not be gathered.", known.getTransactionId(), untold);
                missing = Collections.singleton(FactKind.POSITIONS);
            }
        }
        List<Finding> findings = await(new CheckRound(getServiceHub(), facts, missing));
        // Asked for twice at once, the other flow may have been faster. From here on nothing is awaited any more.
        Optional<AttestationAnswer> given = given(request);
        if (given.isPresent()) {
            return repeated(request, given.get());
        }
        AttestationAnswer answer =
                sealed(request, new ValidationReport(facts.getTransactionId(), facts.getAspect(), findings));
        GivenAnswers.keep(getServiceHub(), answer, facts.getTimeWindow().getUntilTime());
        return answer;
    }

    private AttestationAnswer repeated(AdmissibleRequest request, AttestationAnswer answer) {
        enter(JournalRecords.repeated(request, answer));
        return answer;
    }

    private Optional<AttestationAnswer> given(AdmissibleRequest request) {
        return GivenAnswers.find(
                getServiceHub(), request.tearOff().getId(), request.attest().getAspect(), request.attestationKey());
    }

    private AttestationAnswer sealed(AdmissibleRequest request, ValidationReport report) {
        ValidationReport told = report.withoutFigures();
        if (report.isPassed()) {
            SecureHash entry = enter(JournalRecords.judged(request).found(report));
            return AttestationAnswer.signed(
                    getServiceHub().createSignature(request.tearOff(), request.attestationKey()),
                    told,
                    seal(request, told, entry));
        }
        String reasons = report.objections().stream().map(Finding::getReason).collect(Collectors.joining(" "));
        Refusal refusal = new Refusal(getOurIdentity().getName(), Refusal.CHECK_FAILED, reasons);
        SecureHash entry = enter(JournalRecords.judged(request).found(report).refused(refusal));
        return AttestationAnswer.refused(refusal, told, seal(request, told, entry));
    }

    // Of the report as it is told: from the digest of one with figures, figures could be guessed.
    private ReportSeal seal(AdmissibleRequest request, ValidationReport told, SecureHash entry) {
        return ReportSeals.sign(getServiceHub(), told, entry, request.attestationKey());
    }

    private SecureHash enter(JournalRecord record) {
        return Journal.enter(getServiceHub(), record).digest();
    }
}
