package org.countersign.oracles.validation;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.Party;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.identity.claim.KnownHolder;
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
    private final Map<PublicKey, Party> keys;
    private final List<KnownHolder> holders;
    private final RegisterKnowledge register;

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
        this(
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
                positions,
                Collections.emptyMap(),
                Collections.emptyList(),
                null);
    }

    private TransferFacts(
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
            List<Position> positions,
            Map<PublicKey, Party> keys,
            List<KnownHolder> holders,
            RegisterKnowledge register) {
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
        this.keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        this.holders = Collections.unmodifiableList(new ArrayList<>(holders));
        this.register = register;
    }

    /**
     * The same facts with what was gathered beside the tear-off.
     *
     * @param gathered what each party holds before and after
     * @return the facts
     */
    public TransferFacts withPositions(List<Position> gathered) {
        return with(gathered, keys, holders, register);
    }

    /**
     * The same facts with the keys that give or take.
     *
     * @param found each key with the member whose it is
     * @return the facts
     */
    public TransferFacts withKeys(Map<PublicKey, Party> found) {
        return with(positions, found, holders, register);
    }

    /**
     * The same facts with what the holders have presented.
     *
     * @param gathered what is known of each key that gives or takes
     * @return the facts
     */
    public TransferFacts withHolders(List<KnownHolder> gathered) {
        return with(positions, keys, gathered, register);
    }

    /**
     * The same facts with what registrars have told for compliance.
     *
     * @param told the question with the answers to it
     * @return the facts
     */
    public TransferFacts withRegister(RegisterKnowledge told) {
        return with(positions, keys, holders, told);
    }

    private TransferFacts with(
            List<Position> held, Map<PublicKey, Party> found, List<KnownHolder> known, RegisterKnowledge told) {
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
                held,
                found,
                known,
                told);
    }

    /** The transaction. */
    public SecureHash getTransactionId() {
        return transactionId;
    }

    /** Whether there is no transaction, and somebody only wants to know what would come of one. */
    public boolean isQuestion() {
        return transactionId.equals(SecureHash.zeroHash);
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

    /** What registrars have told for compliance, if a check asked for it and the security's policy needs it. */
    public Optional<RegisterKnowledge> getRegister() {
        return Optional.ofNullable(register);
    }

    /** What each party holds before and after, if a check asked for it. */
    public List<Position> getPositions() {
        return positions;
    }

    /**
     * The keys that give or take a token in the transaction, each with the member whose it is. Several keys may be one
     * member's: its own, and those of clients for whom it is custodian.
     */
    public Map<PublicKey, Party> getKeys() {
        return keys;
    }

    /** What is known of each key that gives or takes, if a check asked for it. */
    public List<KnownHolder> getHolders() {
        return holders;
    }

    /**
     * What is known of one key.
     *
     * @param key a key that gives or takes
     * @param party the member whose it is
     * @return what credentials say, or that nothing is known because nothing was asked
     */
    public KnownHolder holder(PublicKey key, Party party) {
        return holders.stream()
                .filter(known -> known.getHolder().equals(key))
                .findFirst()
                .orElseGet(() -> KnownHolder.unknown(key, party, "Nothing was asked about this holder."));
    }
}
