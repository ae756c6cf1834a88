package org.countersign.workflows.governance;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.serialization.SerializationDefaults;
import net.corda.core.serialization.SerializationFactory;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.governance.MisbehaviourSchema.Heard;
import org.countersign.workflows.governance.MisbehaviourSchema.Misbehaviour;

/**
 * This node's book of what members of committees told it and of what was misbehaviour. It judges nothing: those who
 * hear an answer do ({@link AnswersHeard} for attestations and votes), and keep what may be contradicted later.
 *
 * <p>It is written in the database transaction of the flow that writes.
 */
public final class MisbehaviourBook {
    private final ServiceHub services;
    private final Party self;

    /**
     * Opens the book.
     *
     * @param services the node's services
     * @param self this node's identity, which signs records
     */
    public MisbehaviourBook(ServiceHub services, Party self) {
        this.services = services;
        this.self = self;
    }

    /**
     * Records and signs a deed, once for each kind, seat, transaction and aspect.
     *
     * @param accused who did it
     * @param seatKey the key of its seat
     * @param kind what it did
     * @param transactionId what it was asked about
     * @param aspect the side of it
     * @param answers what it answered, one answer or two that contradict each other
     */
    public void record(
            Party accused,
            PublicKey seatKey,
            MisbehaviourKind kind,
            SecureHash transactionId,
            Aspect aspect,
            List<HeardAnswer> answers) {
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
                accused, seatKey, kind, transactionId, aspect, answers, now, self, OpaqueBytes.of((byte) 0));
        MisbehaviourRecord signed = unsigned.signed(new OpaqueBytes(services.getKeyManagementService()
                .sign(unsigned.statement(), self.getOwningKey())
                .getBytes()));
        String written = write(signed);
        services.withEntityManager(database -> {
            database.persist(new Misbehaviour(deed, signed.digest().toString(), now, written));
            return null;
        });
    }

    /**
     * Keeps an answer that a later one may contradict. One of each tenor is enough.
     *
     * @param transactionId what was asked about
     * @param question what was asked about it, at most 32 characters
     * @param seatKey the key of the seat that answered
     * @param answer what it answered
     */
    public void keep(SecureHash transactionId, String question, PublicKey seatKey, HeardAnswer answer) {
        String key = hash(seatKey);
        String id = new SelfCertifyingId("org.countersign.heard")
                .with(transactionId)
                .with(question)
                .with(key)
                .with(answer.getSignature() == null ? 0 : 1)
                .with(tenor(answer))
                .digest()
                .toString();
        String written = write(answer);
        services.withEntityManager(database -> {
            if (database.find(Heard.class, id) == null) {
                database.persist(new Heard(id, transactionId.toString(), question, key, answer.getHeardAt(), written));
            }
            return null;
        });
    }

    private static int tenor(HeardAnswer answer) {
        if (answer.getSeal() != null) {
            return answer.getSeal().getAttested() ? 1 : 2;
        }
        return answer.refusesUnsealed() ? 3 : 0;
    }

    /**
     * What a seat answered before.
     *
     * @param transactionId what was asked about
     * @param question what was asked about it
     * @param seatKey the key of the seat
     * @return one answer of each tenor, the oldest first
     */
    public List<HeardAnswer> earlier(SecureHash transactionId, String question, PublicKey seatKey) {
        List<String> written = services.withEntityManager(database -> {
            return database.createQuery(
                            "select h.answer from CountersignHeardAnswer h where h.transactionId = :transaction"
                                    + " and h.aspect = :question and h.seatKey = :key order by h.heardAt",
                            String.class)
                    .setParameter("transaction", transactionId.toString())
                    .setParameter("question", question)
                    .setParameter("key", hash(seatKey))
                    .getResultList();
        });
        List<HeardAnswer> earlier = new ArrayList<>();
        written.forEach(answer -> earlier.add(read(answer, HeardAnswer.class)));
        return earlier;
    }

    /**
     * Whether anybody's answer to a question about a transaction was kept.
     *
     * @param transactionId what was asked about
     * @param question what was asked about it
     */
    public boolean hasHeard(SecureHash transactionId, String question) {
        return services.withEntityManager(database -> {
                    return database.createQuery(
                                    "select count(h) from CountersignHeardAnswer h"
                                            + " where h.transactionId = :transaction and h.aspect = :question",
                                    Long.class)
                            .setParameter("transaction", transactionId.toString())
                            .setParameter("question", question)
                            .getSingleResult();
                })
                > 0;
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
