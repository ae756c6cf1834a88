package org.countersign.workflows.compliance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.validation.Operation;

/** What would come of a transaction at a time, rule by rule, by what is known now. */
@CordaSerializable
public final class ComplianceExplanation {
    private final Operation operation;
    private final Instant at;
    private final boolean passes;
    private final String conclusion;
    private final List<ExplainedRequirement> rules;
    private final List<ExplainedRequirement> others;

    /**
     * Creates an explanation.
     *
     * @param operation what would be done
     * @param at when the transaction's time-window would begin
     * @param passes whether ledger and authorities would let it pass
     * @param conclusion the same in a sentence, with the reason if they would not
     * @param rules every rule of the policy once, in the order of its text
     * @param others what the security's status demands, and what else authorities would
     */
    public ComplianceExplanation(
            Operation operation,
            Instant at,
            boolean passes,
            String conclusion,
            List<ExplainedRequirement> rules,
            List<ExplainedRequirement> others) {
        this.operation = Objects.requireNonNull(operation, "operation");
        this.at = Objects.requireNonNull(at, "at");
        this.passes = passes;
        this.conclusion = Objects.requireNonNull(conclusion, "conclusion");
        this.rules = Collections.unmodifiableList(new ArrayList<>(rules));
        this.others = Collections.unmodifiableList(new ArrayList<>(others));
    }

    /** What would be done. */
    public Operation getOperation() {
        return operation;
    }

    /** When the transaction's time-window would begin. */
    public Instant getAt() {
        return at;
    }

    /** Whether ledger and authorities would let it pass. */
    public boolean getPasses() {
        return passes;
    }

    /** The same in a sentence. */
    public String getConclusion() {
        return conclusion;
    }

    /** Every rule of the policy once. */
    public List<ExplainedRequirement> getRules() {
        return rules;
    }

    /** What the security's status demands, and what else authorities would. */
    public List<ExplainedRequirement> getOthers() {
        return others;
    }
}
