package org.countersign.workflows.compliance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.validation.FindingResult;

/** What would come of one rule of a policy, or of another requirement of an authority, and who says so. */
@CordaSerializable
public final class ExplainedRequirement {
    private final String text;
    private final FindingResult result;
    private final String reasonCode;
    private final String reason;
    private final List<String> decidedBy;

    /**
     * Creates one.
     *
     * @param text the rule with its parameters in the words of the catalogue, or the name of the requirement
     * @param result what would come of it
     * @param reasonCode why, for programs
     * @param reason why, in a sentence
     * @param decidedBy {@code ledger} for what everybody can decide, otherwise the authorities that say so by X.500
     *     name; empty if nobody has decided it
     */
    public ExplainedRequirement(
            String text, FindingResult result, String reasonCode, String reason, List<String> decidedBy) {
        this.text = Objects.requireNonNull(text, "text");
        this.result = Objects.requireNonNull(result, "result");
        this.reasonCode = Objects.requireNonNull(reasonCode, "reasonCode");
        this.reason = Objects.requireNonNull(reason, "reason");
        this.decidedBy = Collections.unmodifiableList(new ArrayList<>(decidedBy));
    }

    /** The rule with its parameters, or the name of the requirement. */
    public String getText() {
        return text;
    }

    /** What would come of it. */
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

    /** Who says so. */
    public List<String> getDecidedBy() {
        return decidedBy;
    }
}
