package org.countersign.workflows.ownership;

import co.paralleluniverse.fibers.Suspendable;
import java.security.SignatureException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.corda.core.contracts.Command;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.validation.CollectAttestationsFlow;
import org.countersign.workflows.validation.Exhibit;
import org.countersign.workflows.validation.QuorumException;
import org.countersign.workflows.validation.Refusal;
import org.countersign.workflows.validation.SupersededException;

/**
 * Takes a transaction that the parties signed through attestation, the registrars' vote and the notary. Inline; every
 * operation on a security ends with it.
 *
 * <p>Fails with {@link QuorumException} when a committee does not attest, {@link SupersededException} when the
 * transaction was built on superseded facts, {@link FinalityUnknownException} when no registrar answered in time.
 */
public final class FinaliseFlow extends FlowLogic<TransactionReceipt> {
    private final SignedTransaction transaction;
    private final Operation operation;
    private final List<Exhibit> exhibits;

    /**
     * Creates the flow for a transaction that speaks for itself.
     *
     * @param transaction signed by the parties
     * @param operation what it does, for the receipt
     */
    public FinaliseFlow(SignedTransaction transaction, Operation operation) {
        this(transaction, operation, Collections.emptyList());
    }

    /**
     * Creates the flow.
     *
     * @param transaction signed by the parties
     * @param operation what it does, for the receipt
     * @param exhibits what authorities are shown beside it, see {@link Exhibit#check}
     */
    public FinaliseFlow(SignedTransaction transaction, Operation operation, List<Exhibit> exhibits) {
        this.transaction = transaction;
        this.operation = operation;
        this.exhibits = new ArrayList<>(exhibits);
    }

    @Suspendable
    @Override
    public TransactionReceipt call() throws FlowException {
        SignedTransaction attested = subFlow(new CollectAttestationsFlow(transaction, exhibits));
        FinalityOutcome outcome =
                await(new FinalityRound(getServiceHub(), attested, Registrars.of(getServiceHub(), attested)));
        if (outcome.getSignatures().isEmpty()) {
            throw failure(outcome);
        }
        SignedTransaction recorded = getServiceHub().getValidatedTransactions().getTransaction(transaction.getId());
        SignedTransaction settled = recorded != null ? recorded : record(withNew(attested, outcome.getSignatures()));
        FinalityHeard.compare(getServiceHub(), getOurIdentity(), settled);
        return receipt(settled);
    }

    private SignedTransaction record(SignedTransaction settled) throws WorkflowException {
        try {
            settled.verifyRequiredSignatures();
        } catch (SignatureException wrong) {
            throw new WorkflowException(
                    "A registrar's signatures do not make the transaction final: " + wrong.getMessage(),
                    "Report it to the governance of the network, and ask another registrar for the transaction.");
        }
        getServiceHub()
                .recordTransactions(
                        RecordedStates.scope(getServiceHub(), getOurIdentity()), Collections.singleton(settled));
        return settled;
    }

    private CommitteeState registrars() throws FlowException {
        return Registrars.of(getServiceHub(), transaction).committee();
    }

    private FlowException failure(FinalityOutcome outcome) throws FlowException {
        if (outcome.isOpen()) {
            return new FinalityUnknownException(
                    transaction.getId(),
                    transaction.getTx().getTimeWindow().getUntilTime(),
                    outcome.getSilent(),
                    outcome.getReported(),
                    outcome.getRefusals());
        }
        if (outcome.getRefusals().stream().anyMatch(Refusal::isSuperseded)) {
            return new SupersededException(
                    outcome.getRefusals(),
                    outcome.getSilent(),
                    transaction.getTx().getReferences());
        }
        return new QuorumException(
                Collections.singletonList(registrars().getName()),
                outcome.getRefusals(),
                outcome.getSilent(),
                transaction.getTx().getTimeWindow().getUntilTime());
    }

    /** Whether signatures make a transaction final that lacks only the registrars' and the notary's. */
    static boolean isFinal(SignedTransaction transaction, List<TransactionSignature> signatures) {
        try {
            withNew(transaction, signatures).verifyRequiredSignatures();
            return true;
        } catch (SignatureException | RuntimeException wrong) {
            return false;
        }
    }

    static SignedTransaction withNew(SignedTransaction transaction, List<TransactionSignature> signatures) {
        List<TransactionSignature> added = new ArrayList<>();
        for (TransactionSignature signature : signatures) {
            if (!transaction.getSigs().contains(signature)) {
                added.add(signature);
            }
        }
        return transaction.withAdditionalSignatures(added);
    }

    private TransactionReceipt receipt(SignedTransaction settled) throws FlowException {
        Map<Aspect, List<CordaX500Name>> attestedBy = new EnumMap<>(Aspect.class);
        for (Command<?> command : settled.getTx().getCommands()) {
            if (command.getValue() instanceof Attest) {
                Attest attest = (Attest) command.getValue();
                CommitteeState committee = Committees.at(getServiceHub(), attest.getCommittee());
                List<CordaX500Name> names = attestedBy.computeIfAbsent(attest.getAspect(), key -> new ArrayList<>());
                for (CommitteeMember member : committee.getTerms().getMembers()) {
                    if (settled.getSigs().stream()
                            .anyMatch(signature -> signature.getBy().equals(member.getAttestationKey()))) {
                        names.add(member.getParty().getName());
                    }
                }
            }
        }
        return new TransactionReceipt(
                settled.getId(),
                operation.name(),
                attestedBy,
                settled.getNotary().getName());
    }
}
