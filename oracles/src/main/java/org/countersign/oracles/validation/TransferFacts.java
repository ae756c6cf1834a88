package org.countersign.oracles.validation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.Party;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.validation.PresentedEvidence;

/**
 * What an authority may see of a transaction, for its checks: the tear-off in the words of the business, the evidence
 * presented with it, and what a check asked to be gathered beside it. Everything here has been checked to belong to the
 * transaction, except evidence, which is as it was presented.
 */
public final class TransferFacts {
    private final SecureHash transactionId;
    private final Aspect aspect;
    private final Operation operation;
    private final SecurityDefinitionState security;
    private final TimeWindow timeWindow;
    private final Instant now;
    private final Party proposer;
    private final List<Party> parties;
    private final List<HoldingFact> outputs;
    private final List<PresentedEvidence> evidence;
    private final List<Position> positions;

    /**
     * Creates the facts.
     *
     * @param transactionId the transaction
     * @param aspect the aspect that is judged
     * @param operation what the transaction does with the security
     * @param security the definition that rules
     * @param timeWindow when the transaction can become final; both ends are there
     * @param now the authority's clock; checks read no other
     * @param proposer who asks
     * @param parties who gives or takes a token in the transaction, cash included, and who issues it or takes it back,
     *     each once
     * @param outputs the holdings of the security after the transaction, change included
     * @param evidence what was presented for the aspect
     * @param positions of each party, if a check asked for them; otherwise empty
     */
    public TransferFacts(
            SecureHash transactionId,
            Aspect aspect,
            Operation operation,
            SecurityDefinitionState security,
            TimeWindow timeWindow,
            Instant now,
            Party proposer,
            List<Party> parties,
            List<HoldingFact> outputs,
            List<PresentedEvidence> evidence,
            List<Position> positions) {
        this.transactionId = Objects.requireNonNull(transactionId, "transactionId");
        this.aspect = Objects.requireNonNull(aspect, "aspect");
        this.operation = Objects.requireNonNull(operation, "operation");
        this.security = Objects.requireNonNull(security, "security");
        this.timeWindow = Objects.requireNonNull(timeWindow, "timeWindow");
        this.now = Objects.requireNonNull(now, "now");
        this.proposer = Objects.requireNonNull(proposer, "proposer");
        this.parties = Collections.unmodifiableList(new ArrayList<>(parties));
        this.outputs = Collections.unmodifiableList(new ArrayList<>(outputs));
        this.evidence = Collections.unmodifiableList(new ArrayList<>(evidence));
        this.positions = Collections.unmodifiableList(new ArrayList<>(positions));
    }

    /**
     * The same facts with what was gathered beside the tear-off.
     *
     * @param gathered what each party holds before and after
     * @return the facts
     */
    public TransferFacts withPositions(List<Position> gathered) {
        return new TransferFacts(
                transactionId,
                aspect,
                operation,
                security,
                timeWindow,
                now,
                proposer,
                parties,
                outputs,
                evidence,
                gathered);
    }

    /** The transaction. */
    public SecureHash getTransactionId() {
        return transactionId;
    }

    /** The aspect that is judged. */
    public Aspect getAspect() {
        return aspect;
    }

    /** What the transaction does with the security. */
    public Operation getOperation() {
        return operation;
    }

    /** The definition that rules. */
    public SecurityDefinitionState getSecurity() {
        return security;
    }

    /** When the transaction can become final. */
    public TimeWindow getTimeWindow() {
        return timeWindow;
    }

    /** The authority's clock when it was asked. */
    public Instant getNow() {
        return now;
    }

    /** Who asks. */
    public Party getProposer() {
        return proposer;
    }

    /** Givers and takers of the security and of what is paid for it, and the issuer of what is issued or redeemed. */
    public List<Party> getParties() {
        return parties;
    }

    /** The holdings of the security after the transaction; who gives and keeps change is among the holders. */
    public List<HoldingFact> getOutputs() {
        return outputs;
    }

    /** What was presented for the aspect, as it was presented. */
    public List<PresentedEvidence> getEvidence() {
        return evidence;
    }

    /** What each party holds before and after, if a check asked for it. */
    public List<Position> getPositions() {
        return positions;
    }
}
