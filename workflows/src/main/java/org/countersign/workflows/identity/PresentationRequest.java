package org.countersign.workflows.identity;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;
import net.corda.core.transactions.FilteredTransaction;
import org.countersign.contracts.validation.Aspect;

/**
 * The question of an authority to a holder: show the credentials of these keys, for this transaction. With the tear-off
 * that the authority judges, so that the holder sees that it is asked by who has to judge a transaction of its own.
 */
@CordaSerializable
public final class PresentationRequest {
    private final Aspect aspect;
    private final FilteredTransaction tearOff;
    private final List<PublicKey> holders;

    /**
     * Creates a request.
     *
     * @param aspect what the authority judges
     * @param tearOff the transaction as the aspect sees it
     * @param holders keys of the member that is asked
     */
    public PresentationRequest(Aspect aspect, FilteredTransaction tearOff, List<PublicKey> holders) {
        this.aspect = Objects.requireNonNull(aspect, "aspect");
        this.tearOff = Objects.requireNonNull(tearOff, "tearOff");
        this.holders = Collections.unmodifiableList(new ArrayList<>(holders));
    }

    /** What the authority judges. */
    public Aspect getAspect() {
        return aspect;
    }

    /** The transaction as the aspect sees it. */
    public FilteredTransaction getTearOff() {
        return tearOff;
    }

    /** Keys of the member that is asked. */
    public List<PublicKey> getHolders() {
        return holders;
    }
}
