package org.countersign.contracts.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;

/** One line of a {@link ValidationReport}: a requirement, what came of it, why, and the figures that were compared. */
@CordaSerializable
public final class Finding {
    private final String requirement;
    private final FindingResult result;
    private final String reasonCode;
    private final String reason;
    private final List<Figure> figures;

    /**
     * Creates a finding.
     *
     * @param requirement the stable name of what is required, for example {@code risk.counterparty-limit}
     * @param result what came of it
     * @param reasonCode why, for programs, in capitals, for example {@code LIMIT_EXCEEDED}
     * @param reason why, in a sentence that the proposer of the transaction is told: it gives away no secret of a party
     * @param figures the numbers that were compared; may be empty
     */
    public Finding(String requirement, FindingResult result, String reasonCode, String reason, List<Figure> figures) {
        this.requirement = Objects.requireNonNull(requirement, "requirement");
        this.result = Objects.requireNonNull(result, "result");
        this.reasonCode = Objects.requireNonNull(reasonCode, "reasonCode");
        this.reason = Objects.requireNonNull(reason, "reason");
        this.figures = Collections.unmodifiableList(new ArrayList<>(figures));
    }

    /** The stable name of what is required. */
    public String getRequirement() {
        return requirement;
    }

    /** What came of it. */
    public FindingResult getResult() {
        return result;
    }

    /** Why, for programs. */
    public String getReasonCode() {
        return reasonCode;
    }

    /** Why, for people. */
    public String getReason() {
        return reason;
    }

    /** The numbers that were compared. */
    public List<Figure> getFigures() {
        return figures;
    }

    /** Whether the requirement does not stand in the way. */
    public boolean isPassed() {
        return result == FindingResult.MET || result == FindingResult.NOT_APPLICABLE;
    }

    /** The same finding as it may be told to others. */
    Finding withoutFigures() {
        return new Finding(requirement, result, reasonCode, reason, Collections.emptyList());
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Finding)) {
            return false;
        }
        Finding that = (Finding) other;
        return requirement.equals(that.requirement)
                && result == that.result
                && reasonCode.equals(that.reasonCode)
                && reason.equals(that.reason)
                && figures.equals(that.figures);
    }

    @Override
    public int hashCode() {
        return Objects.hash(requirement, result, reasonCode, reason, figures);
    }

    @Override
    public String toString() {
        return requirement + ": " + result + " (" + reasonCode + ") " + reason + " " + figures;
    }
}
