package org.countersign.workflows.validation;

import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;
import net.corda.core.transactions.FilteredTransaction;
import org.countersign.contracts.validation.Aspect;

/** The question to an authority: attest this aspect of the transaction that the tear-off belongs to. */
@CordaSerializable
public final class AttestationRequest {
    private final Aspect aspect;
    private final FilteredTransaction tearOff;

    /**
     * Creates a request.
     *
     * @param aspect what is to be attested
     * @param tearOff the transaction as the aspect may see it, from {@link AspectDisclosure#tearOff}
     */
    public AttestationRequest(Aspect aspect, FilteredTransaction tearOff) {
        this.aspect = Objects.requireNonNull(aspect, "aspect");
        this.tearOff = Objects.requireNonNull(tearOff, "tearOff");
    }

    /** What is to be attested. */
    public Aspect getAspect() {
        return aspect;
    }

    /** The transaction as the aspect may see it. */
    public FilteredTransaction getTearOff() {
        return tearOff;
    }
}
