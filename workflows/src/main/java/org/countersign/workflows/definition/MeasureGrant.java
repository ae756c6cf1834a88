package org.countersign.workflows.definition;

import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.validation.Operation;

/**
 * What a definition is to let be done to a holder on an order, without its signature, and who has to agree to it beside
 * the registrars.
 */
@CordaSerializable
public final class MeasureGrant {
    private final Operation measure;
    private final String committee;

    /**
     * Creates a grant.
     *
     * @param measure FREEZE, FORCE_TRANSFER, FORCE_REDEEM or RECOVER
     * @param committee the name of a committee of the security, whose operators have to agree as well; or null
     */
    public MeasureGrant(Operation measure, String committee) {
        this.measure = Objects.requireNonNull(measure, "measure");
        this.committee = committee;
    }

    /** What is granted. */
    public Operation getMeasure() {
        return measure;
    }

    /** Who has to agree to it beside the registrars, or null. */
    public String getCommittee() {
        return committee;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MeasureGrant
                && measure == ((MeasureGrant) other).measure
                && Objects.equals(committee, ((MeasureGrant) other).committee);
    }

    @Override
    public int hashCode() {
        return Objects.hash(measure, committee);
    }

    @Override
    public String toString() {
        return committee == null ? measure.name() : measure + ":" + committee;
    }
}
