package org.countersign.workflows.governance;

import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import net.corda.core.crypto.SecureHash;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.ReportSeal;
import org.countersign.workflows.validation.SignatureCheck;

/** Says what is wrong with an answer that no honest member gives. Pure, so that it can be tested without a node. */
final class AnswerJudgement {
    private final PublicKey seatKey;
    private final SecureHash transactionId;
    private final Aspect aspect;

    AnswerJudgement(PublicKey seatKey, SecureHash transactionId, Aspect aspect) {
        this.seatKey = seatKey;
        this.transactionId = transactionId;
        this.aspect = aspect;
    }

    /** What an answer is evidence of by itself. */
    Optional<MisbehaviourKind> of(HeardAnswer answer) {
        if (answer.getUnreadable() != null) {
            return Optional.of(MisbehaviourKind.UNREADABLE);
        }
        if (attests(answer) && refuses(answer)) {
            return Optional.of(MisbehaviourKind.EQUIVOCATION);
        }
        if (answer.getSignature() != null && !answer.getSignature().getBy().equals(seatKey)) {
            return Optional.of(MisbehaviourKind.WRONG_KEY);
        }
        if (answer.getSignature() != null && !SignatureCheck.holds(answer.getSignature(), seatKey, transactionId)) {
            return Optional.of(MisbehaviourKind.WRONG_TRANSACTION);
        }
        // Registrars do not seal what they refuse: they may vote later, when no rival is in flight any more.
        if (aspect != Aspect.OWNERSHIP && answer.refusesUnsealed()) {
            return Optional.of(MisbehaviourKind.UNSEALED_REFUSAL);
        }
        return Optional.ofNullable(answer.getSeal()).flatMap(seal -> of(seal, answer.getSignature() != null));
    }

    private Optional<MisbehaviourKind> of(ReportSeal seal, boolean attested) {
        if (!seal.getBy().equals(seatKey) || !seal.isValid()) {
            return Optional.of(MisbehaviourKind.INVALID_SEAL);
        }
        if (!seal.getTransactionId().equals(transactionId)) {
            return Optional.of(MisbehaviourKind.WRONG_TRANSACTION);
        }
        boolean fits = seal.getAspect() == aspect && seal.getAttested() == attested;
        return fits ? Optional.empty() : Optional.of(MisbehaviourKind.INVALID_SEAL);
    }

    /** An earlier answer that this one contradicts. */
    Optional<HeardAnswer> contradicted(HeardAnswer answer, List<HeardAnswer> earlier) {
        for (HeardAnswer other : earlier) {
            if (attests(answer) && refuses(other) || refuses(answer) && attests(other)) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    /** An earlier refusal without a seal that this one breaks. */
    Optional<HeardAnswer> broken(HeardAnswer answer, List<HeardAnswer> earlier) {
        return aspect == Aspect.OWNERSHIP || !attests(answer)
                ? Optional.empty()
                : earlier.stream().filter(HeardAnswer::refusesUnsealed).findFirst();
    }

    private boolean attests(HeardAnswer answer) {
        return answer.attests(
                seatKey, transactionId, aspect, signature -> SignatureCheck.holds(signature, seatKey, transactionId));
    }

    private boolean refuses(HeardAnswer answer) {
        return answer.refuses(seatKey, transactionId, aspect);
    }
}
