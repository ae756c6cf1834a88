package org.countersign.workflows.validation;

import co.paralleluniverse.fibers.Suspendable;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.corda.core.contracts.Command;
import net.corda.core.crypto.CryptoUtils;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.governance.Committees;

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
    private final List<Exhibit> exhibits;

    /**
     * Creates the flow for a transaction that speaks for itself.
     *
     * @param transaction signed by the parties
     */
    public CollectAttestationsFlow(SignedTransaction transaction) {
        this(transaction, Collections.emptyList());
    }

    /**
     * Creates the flow.
     *
     * @param transaction signed by the parties
     * @param exhibits what authorities are shown beside it, see {@link Exhibit#check}
     */
    public CollectAttestationsFlow(SignedTransaction transaction, List<Exhibit> exhibits) {
        this.transaction = transaction;
        this.exhibits = new ArrayList<>(exhibits);
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
                new TearOffQuestion(transaction, exhibits),
                WorkflowSettings.of(getServiceHub()).attestationTimeout()));
        if (!outcome.isQuorate()) {
            if (outcome.isSuperseded()) {
                throw new SupersededException(
                        outcome.getRefusals(),
                        outcome.getSilent(),
                        transaction.getTx().getReferences());
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
                CommitteeState committee = Committees.at(getServiceHub(), attest.getCommittee());
                // A decision about a segment comes with its attestation, which no check of transfers could give.
                if (!isAttested(committee)) {
                    benches.add(Bench.of(committee));
                }
            }
        }
        return benches;
    }

    private boolean isAttested(CommitteeState committee) {
        List<PublicKey> keys = new ArrayList<>();
        transaction.getSigs().forEach(signature -> keys.add(signature.getBy()));
        return CryptoUtils.isFulfilledBy(committee.attestationKey(), keys);
    }

    /** Asks a member with the tear-offs of the aspects for which it has seats, each beside the others. */
    private static final class TearOffQuestion implements AttestationRound.Question {
        private final SignedTransaction transaction;
        private final List<Exhibit> exhibits;
        // Made anew after a restart, so that checkpoints need not hold them.
        private transient Map<Aspect, AttestationRequest> requests;

        private TearOffQuestion(SignedTransaction transaction, List<Exhibit> exhibits) {
            this.transaction = transaction;
            this.exhibits = exhibits;
        }

        @Override
        public FlowLogic<AttestationAnswers> flow(Party member, List<Aspect> aspects, UUID listener) {
            return new RequestAttestationFlow(
                    member,
                    new AttestationRequests(aspects.stream().map(this::request).collect(Collectors.toList())),
                    listener);
        }

        private AttestationRequest request(Aspect aspect) {
            if (requests == null) {
                requests = new HashMap<>();
            }
            return requests.computeIfAbsent(
                    aspect,
                    first -> new AttestationRequest(
                            first, AspectDisclosure.tearOff(transaction.getTx(), first), Exhibit.of(exhibits, first)));
        }
    }
}
