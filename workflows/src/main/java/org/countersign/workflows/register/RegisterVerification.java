package org.countersign.workflows.register;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.workflows.register.RegisterComparison.Outcome;

/**
 * Whether the register of one security holds: against the ledger that is recorded here, and against other registrars.
 */
@CordaSerializable
public final class RegisterVerification {
    private final RegisterExamination examination;
    private final List<RegisterComparison> comparisons;

    /**
     * Creates a verification.
     *
     * @param examination the register against this node's ledger
     * @param comparisons the register against each other registrar's
     */
    public RegisterVerification(RegisterExamination examination, List<RegisterComparison> comparisons) {
        this.examination = Objects.requireNonNull(examination, "examination");
        this.comparisons = Collections.unmodifiableList(new ArrayList<>(comparisons));
    }

    /** The register against this node's ledger. */
    public RegisterExamination getExamination() {
        return examination;
    }

    /** The register against each other registrar's. */
    public List<RegisterComparison> getComparisons() {
        return comparisons;
    }

    /**
     * Whether the register is what the ledger gives and equals that of every registrar that answered, and at least one
     * answered if there are others. A registrar that is down makes no register wrong; it is named.
     */
    public boolean holds() {
        boolean compared = comparisons.isEmpty();
        for (RegisterComparison comparison : comparisons) {
            if (comparison.getOutcome() == Outcome.EQUAL) {
                compared = true;
            } else if (comparison.getOutcome() != Outcome.SILENT) {
                return false;
            }
        }
        return compared && examination.getDifference() == null;
    }

    /** Whether another registrar has transactions that are lacking here. */
    public boolean isBehind() {
        return comparisons.stream().anyMatch(comparison -> comparison.getLackedHere() > 0);
    }
}
