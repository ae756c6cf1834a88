package org.countersign.contracts.compliance;

import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Operation;

/**
 * What a policy is judged on: one movement of one security. The contract knows the public part only, for which the last
 * two questions are answered with nothing; an authority of COMPLIANCE answers all of them.
 */
public interface ComplianceFacts {
    /** What is done with the security. */
    Operation getOperation();

    /** The terms of the security. */
    SecurityTerms getTerms();

    /** The beginning of the transaction's time-window: it is not notarised before. */
    Instant getFrom();

    /** The end of the transaction's time-window: it is not notarised at or after it. */
    Instant getUntil();

    /** The holdings that the transaction consumes; empty for an issue. */
    List<Lot> getSurrendered();

    /** The holdings that the transaction creates, change included; empty for a full redemption. */
    List<Lot> getReceived();

    /**
     * Who gains and who loses by it. Nearly every rule asks for it, so that who can keeps it.
     *
     * @return what {@link NetMovement#of} makes of the holdings consumed and created
     */
    default NetMovement getMovement() {
        return NetMovement.of(this);
    }

    /**
     * What is attested of a holder.
     *
     * @param holder a key that holds before or after
     * @return nothing where claims are not known at all, as in the contract; an empty set of claims where they were
     *     asked for and there are none
     */
    Optional<HolderClaims> claimsOf(PublicKey holder);

    /**
     * The register of the security.
     *
     * @return nothing where it is not known, as in the contract
     */
    Optional<RegisterFigures> getRegister();
}
