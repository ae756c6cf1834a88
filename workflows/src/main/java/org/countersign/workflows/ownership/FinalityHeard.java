package org.countersign.workflows.ownership;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.ReportSeal;
import org.countersign.workflows.governance.HeardAnswer;
import org.countersign.workflows.governance.MisbehaviourBook;
import org.countersign.workflows.governance.MisbehaviourKind;
import org.countersign.workflows.validation.Refusal;

/**
 * What registrars answer a proposer that asks them to make a transaction final: judged when it comes, and compared with
 * what is seen later. Beside it {@link org.countersign.workflows.governance.AnswersHeard} does so for votes.
 *
 * <p>An answer that is none, and signatures that make nothing final, are recorded at once. A registrar's own refusal
 * binds it until the time-window has closed; it is recorded when the transaction becomes final with its vote. What a
 * registrar repeats of others' words, the notary's among them, is not held against it.
 */
final class FinalityHeard {
    /** The name of the question in the book of what was heard. */
    private static final String QUESTION = "FINALITY";

    private static final Set<String> BINDING = new HashSet<>(Arrays.asList(Refusal.CHECK_FAILED, Refusal.SUPERSEDED));

    private final ServiceHub services;
    private final Party self;
    private final SignedTransaction transaction;
    private boolean isFinal;

    /**
     * Creates the memory of what is said of one transaction.
     *
     * @param services the node's services
     * @param self this node's identity, which signs records
     * @param transaction complete but for the registrars' and the notary's signatures
     */
    FinalityHeard(ServiceHub services, Party self, SignedTransaction transaction) {
        this.services = services;
        this.self = self;
        this.transaction = transaction;
    }

    /**
     * Takes an answer in.
     *
     * @param registrar who answered
     * @param came the answer, whatever it is
     * @return the answer, or a refusal that says that it is none
     */
    FinalityAnswer hear(Party registrar, Object came) throws FlowException {
        FinalityAnswer answer = isReadable(came) ? (FinalityAnswer) came : null;
        isFinal = answer != null
                && !answer.getSignatures().isEmpty()
                && FinaliseFlow.isFinal(transaction, answer.getSignatures());
        CommitteeMember seat = Registrars.of(services, transaction)
                .committee()
                .seatOf(registrar)
                .orElse(null);
        if (seat != null) {
            judge(seat, came, answer);
        }
        // Not thrown, which would undo what was just written down.
        return answer != null
                ? answer
                : FinalityAnswer.refused(new Refusal(
                        registrar.getName(),
                        Refusal.MISBEHAVED,
                        registrar.getName().getOrganisation() + " answered with something that is no answer."));
    }

    /** Whether the answer that was heard last makes the transaction final. */
    boolean isFinal() {
        return isFinal;
    }

    private void judge(CommitteeMember seat, Object came, FinalityAnswer answer) throws FlowException {
        Instant now = services.getClock().instant();
        if (answer == null) {
            record(seat, MisbehaviourKind.UNREADABLE, words(came.getClass().getName(), now));
        } else if (answer.getSignatures().isEmpty()) {
            for (Refusal refusal : answer.getRefusals()) {
                if (binds(refusal, seat.getParty().getName(), now)) {
                    keep(seat, refusal, now);
                }
            }
        } else if (!isFinal) {
            record(
                    seat,
                    MisbehaviourKind.FALSE_FINALITY,
                    words(answer.getSignatures().size() + " signatures that do not make the transaction final", now));
        }
    }

    private void keep(CommitteeMember seat, Refusal refusal, Instant now) throws FlowException {
        Refusal heard = Refusal.heard(refusal.getMember(), refusal.getCode(), refusal.getReason());
        new MisbehaviourBook(services, self)
                .keep(
                        transaction.getId(),
                        QUESTION,
                        seat.getAttestationKey(),
                        new HeardAnswer(null, heard.getCode() + ": " + heard.getReason(), null, null, now));
        SignedTransaction settled = services.getValidatedTransactions().getTransaction(transaction.getId());
        if (settled != null) {
            compare(services, self, settled);
        }
    }

    // A registrar remembers its refusal until the time-window closes, and no longer than an hour.
    private boolean binds(Refusal refusal, CordaX500Name registrar, Instant now) {
        TimeWindow window = transaction.getTx().getTimeWindow();
        Instant until = window == null ? null : window.getUntilTime();
        return refusal.getMember().equals(registrar)
                && BINDING.contains(refusal.getCode())
                && until != null
                && now.isBefore(until)
                && !until.isAfter(now.plus(Verdicts.LONGEST_REFUSAL));
    }

    /**
     * Compares what was heard of a transaction with its signatures, now that it is final.
     *
     * @param services the node's services
     * @param self this node's identity, which signs records
     * @param settled verified and fully signed
     */
    static void compare(ServiceHub services, Party self, SignedTransaction settled) throws FlowException {
        MisbehaviourBook book = new MisbehaviourBook(services, self);
        if (!book.hasHeard(settled.getId(), QUESTION)) {
            return;
        }
        for (CommitteeMember seat : Registrars.of(services, settled).inTurn()) {
            PublicKey key = seat.getAttestationKey();
            for (TransactionSignature vote : settled.getSigs()) {
                List<HeardAnswer> refused = vote.getBy().equals(key)
                        ? book.earlier(settled.getId(), QUESTION, key)
                        : Collections.emptyList();
                if (!refused.isEmpty()) {
                    HeardAnswer given = new HeardAnswer(
                            vote, null, null, null, services.getClock().instant());
                    book.record(
                            seat.getParty(),
                            key,
                            MisbehaviourKind.BROKEN_REFUSAL,
                            settled.getId(),
                            Aspect.OWNERSHIP,
                            Arrays.asList(refused.get(0), given));
                }
            }
        }
    }

    private void record(CommitteeMember seat, MisbehaviourKind kind, HeardAnswer answer) {
        new MisbehaviourBook(services, self)
                .record(
                        seat.getParty(),
                        seat.getAttestationKey(),
                        kind,
                        transaction.getId(),
                        Aspect.OWNERSHIP,
                        Collections.singletonList(answer));
    }

    private static HeardAnswer words(String inPlaceOfAnAnswer, Instant now) {
        return new HeardAnswer(null, null, null, inPlaceOfAnAnswer, now);
    }

    // By raw types: what stands in a stranger's list is not what its declaration says.
    private static boolean isReadable(Object came) {
        if (!(came instanceof FinalityAnswer)) {
            return false;
        }
        FinalityAnswer answer = (FinalityAnswer) came;
        return areAll(answer.getSignatures(), TransactionSignature.class)
                && areAll(answer.getRefusals(), Refusal.class)
                && areAll(answer.getSilent(), CordaX500Name.class)
                && areAll(answer.getSeals(), ReportSeal.class);
    }

    private static boolean areAll(List<?> items, Class<?> type) {
        for (Object item : items) {
            if (!type.isInstance(item)) {
                return false;
            }
        }
        return true;
    }
}
