package org.countersign.workflows.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;
import net.corda.core.transactions.FilteredTransaction;
import org.countersign.contracts.validation.Aspect;

/** The question to an authority: attest this aspect of the transaction that the tear-off belongs to. */
@CordaSerializable
public final class AttestationRequest {
    private final Aspect aspect;
    private final FilteredTransaction tearOff;
    private final List<PresentedEvidence> evidence;

    /**
     * Creates a request.
     *
     * @param aspect what is to be attested
     * @param tearOff the transaction as the aspect may see it, from {@link AspectDisclosure#tearOff}
     * @param evidence what the proposer presents for this aspect; may be empty
     */
    public AttestationRequest(Aspect aspect, FilteredTransaction tearOff, List<PresentedEvidence> evidence) {
        this.aspect = Objects.requireNonNull(aspect, "aspect");
        this.tearOff = Objects.requireNonNull(tearOff, "tearOff");
        this.evidence = Collections.unmodifiableList(new ArrayList<>(evidence));
    }

    /** What is to be attested. */
    public Aspect getAspect() {
        return aspect;
    }

    /** The transaction as the aspect may see it. */
    public FilteredTransaction getTearOff() {
        return tearOff;
    }

    /** What the proposer presents for this aspect. */
    public List<PresentedEvidence> getEvidence() {
        return evidence;
    }
}
