package org.countersign.contracts.compliance;

/**
 * A compliance policy as the compiler of the security language makes it: one class in a jar that a definition pins by
 * hash. Beside {@link CompliancePolicy}, which is data and walks over itself, it is code that does the work directly;
 * both say the same about every transaction between one giver and one taker. Of several, {@link CompliancePolicy#judge}
 * also refuses what rules cannot be asked about all of them at once, and the contract does so beside a compiled policy.
 *
 * <p>An implementation has a public constructor without parameters, no state and no input but the facts. It is found,
 * checked and loaded by whoever needs it; nothing here trusts that it comes from the compiler.
 */
public interface CompiledPolicy {
    /**
     * Judges a transaction by every rule of the policy.
     *
     * @param facts what is known of it
     * @return the result, with one finding a rule in the order of the policy's text
     */
    ComplianceReport judge(ComplianceFacts facts);

    /**
     * Judges a transaction without saying why, and by no more rules than it takes: the way to let pass what is in
     * order.
     *
     * @param facts what is known of it
     * @return the decision that {@link #judge} comes to
     */
    Decision decide(ComplianceFacts facts);

    /**
     * The model that the policy was made from.
     *
     * @return the SHA-256 digest of the canonical model, 64 hexadecimal digits in lower case
     */
    String modelDigest();
}
