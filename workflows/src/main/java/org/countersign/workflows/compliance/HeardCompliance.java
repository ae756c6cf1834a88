package org.countersign.workflows.compliance;

import java.util.Objects;
import java.util.Optional;
import net.corda.core.identity.CordaX500Name;

/** What one authority has answered, or why it has not. */
final class HeardCompliance {
    private final CordaX500Name authority;
    private final int weight;
    private final ComplianceAnswer answer;
    private final String refusal;

    HeardCompliance(CordaX500Name authority, int weight, ComplianceAnswer answer, String refusal) {
        this.authority = Objects.requireNonNull(authority, "authority");
        this.weight = weight;
        this.answer = answer;
        this.refusal = refusal == null ? "" : refusal;
    }

    CordaX500Name getAuthority() {
        return authority;
    }

    int getWeight() {
        return weight;
    }

    Optional<ComplianceAnswer> getAnswer() {
        return Optional.ofNullable(answer);
    }

    /** Why there is no answer; empty if it just has not come. */
    String getRefusal() {
        return refusal;
    }
}
