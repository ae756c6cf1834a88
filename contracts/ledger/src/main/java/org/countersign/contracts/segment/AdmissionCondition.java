package org.countersign.contracts.segment;

import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;

/**
 * Something that whoever wants to be a member of a segment has to show evidence of. Whether the evidence shows it, the
 * authorities judge; the contract sees only that there is one.
 */
@CordaSerializable
public final class AdmissionCondition {
    private final String code;
    private final String sentence;

    /**
     * Creates a condition.
     *
     * @param code its name, 1 to 40 capital letters, digits, hyphens or underscores, for example {@code LICENCE}
     * @param sentence what is to be shown, 1 to 500 readable characters, for example {@code The member is licensed to
     *     deal in transferable securities.}
     */
    public AdmissionCondition(String code, String sentence) {
        this.code = Objects.requireNonNull(code, "code");
        this.sentence = Objects.requireNonNull(sentence, "sentence");
    }

    /** Its name. */
    public String getCode() {
        return code;
    }

    /** What is to be shown. */
    public String getSentence() {
        return sentence;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AdmissionCondition
                && code.equals(((AdmissionCondition) other).code)
                && sentence.equals(((AdmissionCondition) other).sentence);
    }

    @Override
    public int hashCode() {
        return Objects.hash(code, sentence);
    }

    @Override
    public String toString() {
        return code + ": " + sentence;
    }
}
