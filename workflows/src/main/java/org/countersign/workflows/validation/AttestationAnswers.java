package org.countersign.workflows.validation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.validation.Aspect;

/**
 * What one authority answers about one transaction, aspect by aspect. It may come in parts: an aspect whose checks take
 * long does not hold up the others.
 */
@CordaSerializable
public final class AttestationAnswers {
    private final Map<Aspect, AttestationAnswer> answers;

    /**
     * Creates the answers.
     *
     * @param answers an answer for each aspect; not necessarily for all that were asked
     */
    public AttestationAnswers(Map<Aspect, AttestationAnswer> answers) {
        // No EnumMap: a checkpoint that has one cannot be read after a restart of the node.
        this.answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /**
     * The answer for one aspect alone.
     *
     * @param aspect the aspect
     * @param answer the answer
     * @return the answers
     */
    public static AttestationAnswers of(Aspect aspect, AttestationAnswer answer) {
        return new AttestationAnswers(Collections.singletonMap(aspect, answer));
    }

    /** The answers by their aspects. */
    public Map<Aspect, AttestationAnswer> getAnswers() {
        return answers;
    }

    /**
     * The answer for an aspect.
     *
     * @param aspect the aspect
     * @return the answer, or null if there is none
     */
    public AttestationAnswer to(Aspect aspect) {
        return answers.get(aspect);
    }
}
