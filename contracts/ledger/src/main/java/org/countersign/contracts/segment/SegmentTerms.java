package org.countersign.contracts.segment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.serialization.CordaSerializable;

/** What can be changed of a segment: who is admitted, who observes, which securities, what holds with others. */
@CordaSerializable
public final class SegmentTerms {
    private final AdmissionPolicy admission;
    private final List<Party> observers;
    private final PermittedSecurities permittedSecurities;
    private final CrossSegmentRules crossSegment;
    private final boolean freezeOnOrder;

    /**
     * Creates terms.
     *
     * @param admission who can become a member
     * @param observers the regulators to whom registrars send every transaction of the segment; may be empty
     * @param permittedSecurities which securities can be registered in the segment
     * @param crossSegment what holds with other segments
     * @param freezeOnOrder whether observers may order the registrars to freeze a security of the segment; whoever
     *     registers a security in it agrees
     */
    public SegmentTerms(
            AdmissionPolicy admission,
            List<Party> observers,
            PermittedSecurities permittedSecurities,
            CrossSegmentRules crossSegment,
            boolean freezeOnOrder) {
        this.admission = Objects.requireNonNull(admission, "admission");
        this.observers = Collections.unmodifiableList(new ArrayList<>(observers));
        this.permittedSecurities = Objects.requireNonNull(permittedSecurities, "permittedSecurities");
        this.crossSegment = Objects.requireNonNull(crossSegment, "crossSegment");
        this.freezeOnOrder = freezeOnOrder;
    }

    /** Who can become a member. */
    public AdmissionPolicy getAdmission() {
        return admission;
    }

    /** The regulators that get to see every transaction of the segment. */
    public List<Party> getObservers() {
        return observers;
    }

    /** Which securities can be registered in the segment. */
    public PermittedSecurities getPermittedSecurities() {
        return permittedSecurities;
    }

    /** What holds with other segments. */
    public CrossSegmentRules getCrossSegment() {
        return crossSegment;
    }

    /** Whether observers may order the freeze of a security of the segment. */
    public boolean getFreezeOnOrder() {
        return freezeOnOrder;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof SegmentTerms)) {
            return false;
        }
        SegmentTerms that = (SegmentTerms) other;
        return admission.equals(that.admission)
                && observers.equals(that.observers)
                // Corda compares parties by key only.
                && names(observers).equals(names(that.observers))
                && permittedSecurities.equals(that.permittedSecurities)
                && crossSegment.equals(that.crossSegment)
                && freezeOnOrder == that.freezeOnOrder;
    }

    static List<CordaX500Name> names(List<Party> parties) {
        return parties.stream().map(Party::getName).collect(Collectors.toList());
    }

    @Override
    public int hashCode() {
        return Objects.hash(admission, observers, permittedSecurities, crossSegment, freezeOnOrder);
    }

    @Override
    public String toString() {
        return "admission " + admission + ", " + permittedSecurities + ", observed by " + names(observers);
    }
}
