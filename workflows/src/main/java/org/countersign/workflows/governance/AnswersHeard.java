package org.countersign.workflows.governance;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TransactionResolutionException;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.serialization.SerializationDefaults;
import net.corda.core.serialization.SerializationFactory;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.workflows.governance.MisbehaviourSchema.Heard;
import org.countersign.workflows.governance.MisbehaviourSchema.Misbehaviour;

/**
 * This node's memory of what authorities answered it, and of what was misbehaviour.
 *
 * <p>It is written by the small flows that ask, in the database transaction of their checkpoint: they go on when the
 * round that started them has ended, so that late answers count too, and a restart of the node loses none.
 */
public final class AnswersHeard {
    private final ServiceHub services;
    private final Party self;
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
        this.self = self;
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
        judgement.of(answer).ifPresent(kind -> record(member, seatKey.get(), kind, Collections.singletonList(answer)));
        judgement.contradicted(answer, earlier(seatKey.get())).ifPresent(other -> {
            List<HeardAnswer> both = new ArrayList<>();
            both.add(other);
            both.add(answer);
            record(member, seatKey.get(), MisbehaviourKind.EQUIVOCATION, both);
        });
        keep(seatKey.get(), answer);
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
            ContractState state = services.loadState(ref).getData();
            return state instanceof CommitteeState ? Optional.of((CommitteeState) state) : Optional.empty();
        } catch (TransactionResolutionException unknown) {
            return Optional.empty();
        }
    }

    private void record(Party member, PublicKey seatKey, MisbehaviourKind kind, List<HeardAnswer> answers) {
        String deed = new SelfCertifyingId("org.countersign.deed")
                .with(seatKey)
                .with(kind.name())
                .with(transactionId)
                .with(aspect.name())
                .digest()
                .toString();
        boolean known = services.withEntityManager(database -> {
            return database.find(Misbehaviour.class, deed) != null;
        });
        if (known) {
            return;
        }
        Instant now = services.getClock().instant();
        MisbehaviourRecord unsigned = new MisbehaviourRecord(
                member, seatKey, kind, transactionId, aspect, answers, now, self, OpaqueBytes.of((byte) 0));
        MisbehaviourRecord signed = unsigned.signed(new OpaqueBytes(services.getKeyManagementService()
                .sign(unsigned.statement(), self.getOwningKey())
                .getBytes()));
        String written = write(signed);
        services.withEntityManager(database -> {
            database.persist(new Misbehaviour(deed, signed.digest().toString(), now, written));
            return null;
        });
    }

    // One of each tenor is enough to be contradicted.
    private void keep(PublicKey seatKey, HeardAnswer answer) {
        String key = hash(seatKey);
        String id = new SelfCertifyingId("org.countersign.heard")
                .with(transactionId)
                .with(aspect.name())
                .with(key)
                .with(answer.getSignature() == null ? 0 : 1)
                .with(answer.getSeal() == null ? 0 : answer.getSeal().getAttested() ? 1 : 2)
                .digest()
                .toString();
        String written = write(answer);
        services.withEntityManager(database -> {
            if (database.find(Heard.class, id) == null) {
                database.persist(
                        new Heard(id, transactionId.toString(), aspect.name(), key, answer.getHeardAt(), written));
            }
            return null;
        });
    }

    private List<HeardAnswer> earlier(PublicKey seatKey) {
        List<String> written = services.withEntityManager(database -> {
            return database.createQuery(
                            "select h.answer from CountersignHeardAnswer h where h.transactionId = :transaction"
                                    + " and h.aspect = :aspect and h.seatKey = :key order by h.heardAt",
                            String.class)
                    .setParameter("transaction", transactionId.toString())
                    .setParameter("aspect", aspect.name())
                    .setParameter("key", hash(seatKey))
                    .getResultList();
        });
        List<HeardAnswer> earlier = new ArrayList<>();
        written.forEach(answer -> earlier.add(read(answer, HeardAnswer.class)));
        return earlier;
    }

    /** All records of this node, the oldest first. */
    static List<MisbehaviourRecord> records(ServiceHub services) {
        List<String> written = services.withEntityManager(database -> {
            return database.createQuery(
                            "select m.record from CountersignMisbehaviour m order by m.recordedAt", String.class)
                    .getResultList();
        });
        List<MisbehaviourRecord> records = new ArrayList<>();
        written.forEach(record -> records.add(read(record, MisbehaviourRecord.class)));
        return records;
    }

    private static String hash(PublicKey key) {
        return SecureHash.sha256(key.getEncoded()).toString();
    }

    private static String write(Object object) {
        return Base64.getEncoder()
                .encodeToString(SerializationFactory.Companion.getDefaultFactory()
                        .serialize(object, SerializationDefaults.INSTANCE.getSTORAGE_CONTEXT())
                        .getBytes());
    }

    private static <T> T read(String written, Class<T> type) {
        return SerializationFactory.Companion.getDefaultFactory()
                .deserialize(
                        new OpaqueBytes(Base64.getDecoder().decode(written)),
                        type,
                        SerializationDefaults.INSTANCE.getSTORAGE_CONTEXT());
    }
}
