package org.countersign.workflows.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.validation.ReportSeal;

/** The seals that are handed over with a transaction; the receiver keeps those that {@link ReportSeals} takes. */
@CordaSerializable
public final class ReportSealList {
    private final List<ReportSeal> seals;

    /**
     * Creates a list.
     *
     * @param seals of those who attested so far
     */
    public ReportSealList(List<ReportSeal> seals) {
        this.seals = Collections.unmodifiableList(new ArrayList<>(seals));
    }

    /** Of those who attested so far. */
    public List<ReportSeal> getSeals() {
        return seals;
    }
}
