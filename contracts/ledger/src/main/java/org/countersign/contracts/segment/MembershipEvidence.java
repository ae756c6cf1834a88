package org.countersign.contracts.segment;

import java.util.Objects;
import net.corda.core.crypto.SecureHash;
import net.corda.core.serialization.CordaSerializable;

/** What a member-to-be refers to for one condition of admission: a document, which the authorities are given apart. */
@CordaSerializable
public final class MembershipEvidence {
    private final String condition;
    private final SecureHash document;
    private final String description;

    /**
     * Creates a piece of evidence.
     *
     * @param condition the code of the condition that it is for
     * @param document the SHA-256 digest of the document
     * @param description what the document is, 1 to 200 readable characters, for example {@code Licence 204503 of the
     *     Financial Conduct Authority}
     */
    public MembershipEvidence(String condition, SecureHash document, String description) {
        this.condition = Objects.requireNonNull(condition, "condition");
        this.document = Objects.requireNonNull(document, "document");
        this.description = Objects.requireNonNull(description, "description");
    }

    /** The code of the condition that it is for. */
    public String getCondition() {
        return condition;
    }

    /** The digest of the document. */
    public SecureHash getDocument() {
        return document;
    }

    /** What the document is. */
    public String getDescription() {
        return description;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof MembershipEvidence)) {
            return false;
        }
        MembershipEvidence that = (MembershipEvidence) other;
        return condition.equals(that.condition)
                && document.equals(that.document)
                && description.equals(that.description);
    }

    @Override
    public int hashCode() {
        return Objects.hash(condition, document, description);
    }

    @Override
    public String toString() {
        return condition + ": " + description + ", SHA-256 " + document;
    }
}
