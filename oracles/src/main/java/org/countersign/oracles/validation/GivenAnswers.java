package org.countersign.oracles.validation;

import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import net.corda.core.crypto.SecureHash;
import net.corda.core.node.ServiceHub;
import net.corda.core.serialization.SerializationAPIKt;
import net.corda.core.serialization.SerializationFactory;
import net.corda.core.utilities.ByteSequence;
import org.countersign.contracts.validation.Aspect;
import org.countersign.oracles.validation.GivenAnswerSchema.Row;
import org.countersign.workflows.validation.AttestationAnswer;

/**
 * The sealed answers that this authority has given, until the time-window of what they are about has closed.
 *
 * <p>A proposer asks again, for example after a restart of its node. What a check finds may have changed meanwhile, and
 * two seals of which one attests and one refuses would prove an equivocation that was none. So the first answer stands;
 * what is proposed anew is another transaction.
 */
final class GivenAnswers {
    // Clocks differ; and nobody asks any more when the notary has closed the door by any clock.
    private static final Duration AFTERMATH = Duration.ofHours(1);

    private GivenAnswers() {}

    /** The answer that was given before, if one was. */
    static Optional<AttestationAnswer> find(
            ServiceHub services, SecureHash transactionId, Aspect aspect, PublicKey key) {
        return services.withEntityManager(database -> {
            Row row = database.find(Row.class, id(transactionId, aspect, key));
            return Optional.ofNullable(row).map(given -> read(given.getAnswer()));
        });
    }

    /** Keeps an answer in the database transaction in which it leaves, and forgets those that are out of date. */
    static void keep(ServiceHub services, AttestationAnswer answer, Instant until) {
        SecureHash transactionId = answer.getSeal().getTransactionId();
        String id =
                id(transactionId, answer.getSeal().getAspect(), answer.getSeal().getBy());
        Instant now = services.getClock().instant();
        services.withEntityManager(database -> {
            database.createQuery("delete from CountersignGivenAnswer r where r.until < :now")
                    .setParameter("now", now)
                    .executeUpdate();
            database.persist(new Row(id, until.plus(AFTERMATH), write(answer)));
            return null;
        });
    }

    private static String id(SecureHash transactionId, Aspect aspect, PublicKey key) {
        return transactionId
                .concatenate(SecureHash.sha256(aspect.name()))
                .concatenate(SecureHash.sha256(key.getEncoded()))
                .toString();
    }

    private static String write(AttestationAnswer answer) {
        SerializationFactory factory = SerializationFactory.Companion.getDefaultFactory();
        return Base64.getEncoder()
                .encodeToString(SerializationAPIKt.serialize(answer, factory, factory.getDefaultContext())
                        .getBytes());
    }

    private static AttestationAnswer read(String text) {
        SerializationFactory factory = SerializationFactory.Companion.getDefaultFactory();
        return factory.deserialize(
                ByteSequence.of(Base64.getDecoder().decode(text)),
                AttestationAnswer.class,
                factory.getDefaultContext());
    }
}
