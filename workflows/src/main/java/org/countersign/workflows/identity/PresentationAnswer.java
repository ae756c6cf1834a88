package org.countersign.workflows.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.serialization.CordaSerializable;

/** What a holder presents: credentials as documents, each bound to the authority and the transaction. */
@CordaSerializable
public final class PresentationAnswer {
    /** How many credentials can be presented at once. */
    public static final int MOST = 100;

    private final List<String> documents;

    /**
     * Creates an answer.
     *
     * @param documents the credentials; may be empty
     */
    public PresentationAnswer(List<String> documents) {
        this.documents = Collections.unmodifiableList(new ArrayList<>(documents));
    }

    /** The credentials. */
    public List<String> getDocuments() {
        return documents;
    }
}
