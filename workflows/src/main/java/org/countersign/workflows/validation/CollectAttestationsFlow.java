package org.countersign.workflows.validation;

import co.paralleluniverse.fibers.Suspendable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.corda.core.contracts.Command;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.workflows.WorkflowSettings;

/**
 * Step 3 of a transfer: asks the committees of every aspect but ownership, all members at once, and adds what a quorum
 * answered to the transaction. The seals that came with it are kept, see {@link ReportSeals}. Inline; the caller has
 * signed the transaction and had it signed by the counterparty.
 *
 * <p>Fails with {@link QuorumException} when a committee refuses or does not answer in time, with
 * {@link SupersededException} when a member says that the transaction is built on superseded facts.
 */
public final class CollectAttestationsFlow extends FlowLogic<SignedTransaction> {
    private final SignedTransaction transaction;

    /**
     * Creates the flow.
     *
     * @param transaction signed by the parties
     */
    public CollectAttestationsFlow(SignedTransaction transaction) {
        this.transaction = transaction;
    }

    @Suspendable
    @Override
    public SignedTransaction call() throws FlowException {
        List<Bench> benches = benches();
        if (benches.isEmpty()) {
            return transaction;
        }
        RoundOutcome outcome = await(new AttestationRound(
                getServiceHub(),
                transaction.getId(),
                benches,
                new TearOffQuestion(requests(benches)),
                WorkflowSettings.of(getServiceHub()).attestationTimeout()));
        if (!outcome.isQuorate()) {
            if (outcome.isSuperseded()) {
                throw new SupersededException(
                        outcome.getRefusals().toString(), transaction.getTx().getReferences());
            }
            throw new QuorumException(outcome.getOpenCommittees(), outcome.getRefusals(), outcome.getSilent());
        }
        ReportSeals.record(getServiceHub(), transaction, outcome.getSeals());
        return transaction.withAdditionalSignatures(outcome.getSignatures());
    }

    private List<Bench> benches() throws FlowException {
        List<Bench> benches = new ArrayList<>();
        for (Command<?> command : transaction.getTx().getCommands()) {
            if (command.getValue() instanceof Attest && ((Attest) command.getValue()).getAspect() != Aspect.OWNERSHIP) {
                Attest attest = (Attest) command.getValue();
                CommitteeState committee = (CommitteeState)
                        getServiceHub().loadState(attest.getCommittee()).getData();
                benches.add(Bench.of(committee));
            }
        }
        return benches;
    }

    private Map<Aspect, AttestationRequest> requests(List<Bench> benches) {
        // No EnumMap: a checkpoint that has one cannot be read after a restart of the node.
        Map<Aspect, AttestationRequest> requests = new LinkedHashMap<>();
        for (Bench bench : benches) {
            Aspect aspect = bench.getAspect();
            requests.put(
                    aspect,
                    new AttestationRequest(
                            aspect, AspectDisclosure.tearOff(transaction.getTx(), aspect), Collections.emptyList()));
        }
        return requests;
    }

    /** Asks a seat with the tear-off of its aspect. */
    private static final class TearOffQuestion implements AttestationRound.Question {
        private final Map<Aspect, AttestationRequest> requests;

        private TearOffQuestion(Map<Aspect, AttestationRequest> requests) {
            this.requests = requests;
        }

        @Override
        public FlowLogic<AttestationAnswer> flow(Seat seat) {

            return new RequestAttestationFlow(seat.getParty(), requests.get(seat.getAspect()));
        }
    }
}
