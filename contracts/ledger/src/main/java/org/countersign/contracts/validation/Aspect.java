package org.countersign.contracts.validation;

import net.corda.core.serialization.CordaSerializable;

/**
 * A side of a transaction that a committee of authorities is competent for.
 *
 * <p>What a member of a committee gets to see of a transaction follows from the aspect; the workflows module says so in
 * one place, {@code AspectDisclosure}.
 */
@CordaSerializable
public enum Aspect {
    /** Are the parties who they say they are, and admitted as holders? Judged on a tear-off. */
    IDENTITY,
    /** Does the seller own what is sold? Judged by the registrars, on the whole transaction and its back-chain. */
    OWNERSHIP,
    /** May these parties deal in this security: know-your-customer, eligibility, jurisdiction? Judged on a tear-off. */
    COMPLIANCE,
    /** Do exposures, concentrations and counterparties stay within limits? Judged on a tear-off. */
    RISK,
    /** Does the acquiring institution hold the capital that its holdings require? Judged on a tear-off. */
    CAPITAL
}
