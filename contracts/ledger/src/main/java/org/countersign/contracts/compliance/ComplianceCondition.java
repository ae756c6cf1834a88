package org.countersign.contracts.compliance;

import java.util.List;
import net.corda.core.serialization.CordaSerializable;

/**
 * A node of a compliance policy: a {@link ComplianceRule}, or a composition of others.
 *
 * <p>Compositions obey Kleene's strong three-valued logic: what is undecided stays so unless the rest decides without
 * it. Every rule below a condition is judged, also when the result is known before, so that a report is complete.
 */
@CordaSerializable
public interface ComplianceCondition {
    /**
     * Judges a transaction.
     *
     * @param facts what is known of it
     * @param findings takes in one finding for each rule below, in the order of the policy's text
     * @return whether the condition holds
     */
    Decision judge(ComplianceFacts facts, List<RuleFinding> findings);

    /**
     * The conditions that this one is composed of.
     *
     * @return empty for a rule
     */
    List<ComplianceCondition> getParts();

    /**
     * The condition in the words of the rule catalogue, canonical: equal conditions have equal texts and different ones
     * different texts. The security's identifier is a digest of it.
     *
     * @return one line
     */
    String describe();
}
