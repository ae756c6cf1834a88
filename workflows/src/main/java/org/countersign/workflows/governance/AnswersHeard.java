package org.countersign.workflows.governance;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TransactionResolutionException;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;

/**
 * What authorities answer this node, as attestations and votes: judged when it comes, and kept.
 *
 * <p>It is written by the small flows that ask, in the database transaction of their checkpoint: they go on when the
 * round that started them has ended, so that late answers count too, and a restart of the node loses none.
 */
public final class AnswersHeard {
    private final ServiceHub services;
    private final MisbehaviourBook book;
    private final SecureHash transactionId;
    private final Aspect aspect;

    /**
     * Creates the memory of one aspect of one transaction.
     *
     * @param services the node's services
     * @param self this node's identity, which signs records
     * @param transactionId what was asked about
     * @param aspect the side of it
     */
    public AnswersHeard(ServiceHub services, Party self, SecureHash transactionId, Aspect aspect) {
        this.services = services;
        this.book = new MisbehaviourBook(services, self);
        this.transactionId = transactionId;
        this.aspect = aspect;
    }

    /**
     * Takes an answer in. An answer that no honest member gives is recorded once for each kind.
     *
     * @param member who answered
     * @param commands of the transaction, among them the {@link Attest} of the aspect, which names the committee
     * @param came the answer, whatever it is
     */
    public void hear(Party member, List<? extends Command<?>> commands, Object came) {
        Optional<PublicKey> seatKey = seatKey(member, commands);
        if (!seatKey.isPresent()) {
            // Who has no seat was not to be asked, and owes no answer.
            return;
        }
        HeardAnswer answer = HeardAnswer.of(came, member, services.getClock().instant());
        AnswerJudgement judgement = new AnswerJudgement(seatKey.get(), transactionId, aspect);
        judgement
                .of(answer)
                .ifPresent(kind -> book.record(
                        member, seatKey.get(), kind, transactionId, aspect, Collections.singletonList(answer)));
        List<HeardAnswer> earlier = book.earlier(transactionId, aspect.name(), seatKey.get());
        judgement
                .contradicted(answer, earlier)
                .ifPresent(other -> book.record(
                        member,
                        seatKey.get(),
                        MisbehaviourKind.EQUIVOCATION,
                        transactionId,
                        aspect,
                        Arrays.asList(other, answer)));
        judgement
                .broken(answer, earlier)
                .ifPresent(refusal -> book.record(
                        member,
                        seatKey.get(),
                        MisbehaviourKind.BROKEN_REFUSAL,
                        transactionId,
                        aspect,
                        Arrays.asList(refusal, answer)));
        book.keep(transactionId, aspect.name(), seatKey.get(), answer);
    }

    private Optional<PublicKey> seatKey(Party member, List<? extends Command<?>> commands) {
        for (Command<?> command : commands) {
            if (command.getValue() instanceof Attest && ((Attest) command.getValue()).getAspect() == aspect) {
                return committee(((Attest) command.getValue()).getCommittee())
                        .flatMap(committee -> committee.seatOf(member))
                        .map(CommitteeMember::getAttestationKey);
            }
        }
        return Optional.empty();
    }

    private Optional<CommitteeState> committee(StateRef ref) {
        try {
            return Optional.of(Committees.at(services, ref));
        } catch (TransactionResolutionException | ClassCastException unknown) {
            return Optional.empty();
        }
    }
}
