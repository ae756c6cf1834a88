package org.countersign.oracles.compliance;

import co.paralleluniverse.fibers.Suspendable;
import java.math.BigDecimal;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.identity.Party;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationReport;
import org.countersign.oracles.validation.HoldingFact;
import org.countersign.oracles.validation.TransferChecks;
import org.countersign.oracles.validation.TransferFacts;
import org.countersign.workflows.WellKnown;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.compliance.AskComplianceFlow;
import org.countersign.workflows.compliance.ComplianceAnswer;
import org.countersign.workflows.compliance.ComplianceQuestion;
import org.countersign.workflows.compliance.ProposedLot;
import org.countersign.workflows.compliance.RegisteredLot;
import org.countersign.workflows.definition.FindSecurityFlow;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.validation.Refusal;
import org.countersign.workflows.validation.journal.Journal;
import org.countersign.workflows.validation.journal.JournalRecord;

/**
 * An authority's answer to the question what would come of a transaction.
 *
 * <p>Steps: receive the question; see that the asker would give and only what is its own, that this authority judges
 * the security's COMPLIANCE, and that the asker has not asked too often; ask the registrars; run all checks of
 * COMPLIANCE; enter it into the journal; answer without figures. Holders present nothing, since there is no
 * transaction: what they presented before counts as far as it has neither expired nor been withdrawn, and of who never
 * presented anything it is open what it has. Nothing is signed.
 */
@InitiatedBy(AskComplianceFlow.class)
public final class AskComplianceFlowHandler extends FlowLogic<Void> {
    private final FlowSession session;

    /**
     * Created by the node.
     *
     * @param session with who asks
     */
    public AskComplianceFlowHandler(FlowSession session) {
        this.session = session;
    }

    @Suspendable
    @Override
    public Void call() throws FlowException {
        ComplianceQuestion question = session.receive(ComplianceQuestion.class).unwrap(received -> received);
        if (!getServiceHub()
                .cordaService(QuestionLimit.class)
                .take(session.getCounterparty().getName())) {
            throw refused(
                    "answers "
                            + getServiceHub().cordaService(QuestionLimit.class).perHour()
                            + " questions of a member in an hour.",
                    "Ask later, or propose the transaction.");
        }
        StateAndRef<SecurityDefinitionState> definition =
                subFlow(new FindSecurityFlow.Referenced(question.getSecurity(), question.getDefinition()));
        SecurityDefinitionState security = definition.getState().getData();
        requireAnswerable(question, definition);
        TransferFacts facts = facts(question, security);
        facts = facts.withRegister(RegisterInquiry.about(this, facts, lots(question, security)));
        List<Finding> findings = await(new QuestionRound(getServiceHub(), facts));
        session.send(answer(question, security, findings));
        return null;
    }

    private void requireAnswerable(ComplianceQuestion question, StateAndRef<SecurityDefinitionState> definition)
            throws FlowException {
        SecurityDefinitionState security = definition.getState().getData();
        if (!definition.getRef().equals(question.getDefinition())
                || !question.isSound(security.getTerms().getFractionDigits())) {
            throw refused(
                    "cannot answer: the question is malformed, about more than the ledger can count, or about another"
                            + " definition.",
                    "Ask about at most " + Long.MAX_VALUE + " smallest units, by the current definition.");
        }
        if (!judges(security, question.getOperation())
                || !getServiceHub().cordaService(TransferChecks.class).isReady(Aspect.COMPLIANCE)) {
            throw refused("judges no COMPLIANCE of " + security.getTerms().getSymbol() + ".", "Ask another authority.");
        }
        Party asker = session.getCounterparty();
        boolean gives = question.getOperation() == Operation.ISSUE
                ? security.getIssuer().equals(asker)
                : question.getSurrendered().stream()
                        .allMatch(lot -> asker.equals(WellKnown.of(getServiceHub(), lot.getHolder())));
        if (!gives) {
            throw refused("answers only who would give, about its own holdings.", "Ask as the giver.");
        }
    }

    private boolean judges(SecurityDefinitionState security, Operation operation) throws FlowException {
        for (AspectRequirement requirement : security.getValidationPolicy().requirementsFor(operation)) {
            if (requirement.getAspect() == Aspect.COMPLIANCE
                    && Committees.current(getServiceHub(), requirement.getCommittee())
                            .getState()
                            .getData()
                            .seatOf(getOurIdentity())
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private TransferFacts facts(ComplianceQuestion question, SecurityDefinitionState security) throws FlowException {
        Map<PublicKey, Party> keys = new LinkedHashMap<>();
        for (ProposedLot lot : question.getSurrendered()) {
            keys.put(lot.getHolder(), party(lot.getHolder()));
        }
        List<HoldingFact> outputs = new ArrayList<>();
        for (ProposedLot lot : question.getReceived()) {
            Party holder = party(lot.getHolder());
            keys.put(lot.getHolder(), holder);
            outputs.add(
                    new HoldingFact(lot.getHolder(), holder, lot.getQuantity(), lot.getIssued(), lot.getAcquired()));
        }
        if (question.getOperation() != Operation.TRANSFER) {
            keys.put(security.getIssuer().getOwningKey(), security.getIssuer());
        }
        return new TransferFacts(
                        SecureHash.zeroHash,
                        Aspect.COMPLIANCE,
                        question.getOperation(),
                        security,
                        TimeWindow.between(question.getFrom(), question.getUntil()),
                        getServiceHub().getClock().instant(),
                        session.getCounterparty(),
                        new ArrayList<>(new LinkedHashSet<>(keys.values())),
                        outputs,
                        Collections.emptyList(),
                        Collections.emptyList())
                .withKeys(keys);
    }

    private Party party(PublicKey key) throws FlowException {
        Party party = WellKnown.of(getServiceHub(), key);
        if (party == null) {
            throw refused("does not know a party of the movement.", "Ask about members of the network.");
        }
        return party;
    }

    private static List<RegisteredLot> lots(ComplianceQuestion question, SecurityDefinitionState security) {
        List<RegisteredLot> lots = new ArrayList<>();
        for (ProposedLot lot : question.getSurrendered()) {
            BigDecimal smallest =
                    lot.getQuantity().scaleByPowerOfTen(security.getTerms().getFractionDigits());
            lots.add(new RegisteredLot(lot.getHolder(), smallest.longValueExact(), lot.getIssued(), lot.getAcquired()));
        }
        return lots;
    }

    private ComplianceAnswer answer(
            ComplianceQuestion question, SecurityDefinitionState security, List<Finding> findings) {
        ValidationReport report = new ValidationReport(SecureHash.zeroHash, Aspect.COMPLIANCE, findings);
        JournalRecord record = new JournalRecord(
                        session.getCounterparty().getName(), SecureHash.zeroHash, Aspect.COMPLIANCE)
                .shown(
                        "question",
                        question.getOperation() + " of " + security.getTerms().getSymbol() + " between "
                                + question.getFrom() + " and " + question.getUntil())
                .found(report);
        question.getSurrendered().forEach(lot -> record.shown("surrendered", text(lot)));
        question.getReceived().forEach(lot -> record.shown("received", text(lot)));
        if (!report.isPassed()) {
            record.refused(new Refusal(
                    getOurIdentity().getName(),
                    Refusal.CHECK_FAILED,
                    "It would not be attested as it stands; nothing was proposed."));
        }
        Journal.enter(getServiceHub(), record);
        return new ComplianceAnswer(report.withoutFigures().getFindings());
    }

    private String text(ProposedLot lot) {
        Party holder = WellKnown.of(getServiceHub(), lot.getHolder());
        return lot.getQuantity().toPlainString() + " of "
                + (holder == null ? "?" : holder.getName().getOrganisation()) + ", issued " + lot.getIssued()
                + ", acquired " + lot.getAcquired();
    }

    private WorkflowException refused(String why, String remedy) {
        return new WorkflowException(getOurIdentity().getName().getOrganisation() + " " + why, remedy);
    }
}
