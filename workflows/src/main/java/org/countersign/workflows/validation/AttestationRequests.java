package org.countersign.workflows.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.corda.core.crypto.SecureHash;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.validation.Aspect;

/**
 * All that one authority is asked about one transaction: a request for each aspect for which it is asked. Each has a
 * tear-off and evidence of its own, and is judged as if it had come alone; they travel together because a message costs
 * more than what is in it.
 */
@CordaSerializable
public final class AttestationRequests {
    private final List<AttestationRequest> requests;

    /**
     * Creates the question.
     *
     * @param requests at least one, all about the same transaction, and no two for the same aspect
     */
    public AttestationRequests(List<AttestationRequest> requests) {
        this.requests = Collections.unmodifiableList(new ArrayList<>(requests));
        Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
        for (AttestationRequest request : this.requests) {
            if (!aspects.add(request.getAspect())) {
                throw new IllegalArgumentException("An authority is asked twice for " + request.getAspect() + ".");
            }
            if (!request.getTearOff().getId().equals(transactionId())) {
                throw new IllegalArgumentException("An authority is asked about several transactions at once.");
            }
        }
        if (aspects.isEmpty()) {
            throw new IllegalArgumentException("An authority is asked for no aspect.");
        }
    }

    /**
     * The question for one aspect alone.
     *
     * @param request what is asked
     * @return the question
     */
    public static AttestationRequests of(AttestationRequest request) {
        return new AttestationRequests(Collections.singletonList(request));
    }

    /** The requests, one for each aspect. */
    public List<AttestationRequest> getRequests() {
        return requests;
    }

    /** The transaction that they are about. */
    SecureHash transactionId() {
        return requests.get(0).getTearOff().getId();
    }

    /** The aspects that they are for. */
    List<Aspect> aspects() {
        return requests.stream().map(AttestationRequest::getAspect).collect(Collectors.toList());
    }
}
