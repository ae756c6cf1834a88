package org.countersign.workflows.governance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;
import net.corda.core.utilities.OpaqueBytes;

/** A record of misbehaviour with the certificates of its recorder, so that it can be checked without a node. */
@CordaSerializable
public final class MisbehaviourEvidence {
    private final MisbehaviourRecord record;
    private final List<OpaqueBytes> certificates;

    /**
     * Creates the evidence.
     *
     * @param record what was recorded
     * @param certificates X.509 certificates of the recorder in DER, from its own up to the one that the network's root
     *     issued; the root is not among them
     */
    public MisbehaviourEvidence(MisbehaviourRecord record, List<OpaqueBytes> certificates) {
        this.record = Objects.requireNonNull(record, "record");
        this.certificates = Collections.unmodifiableList(new ArrayList<>(certificates));
    }

    /** What was recorded. */
    public MisbehaviourRecord getRecord() {
        return record;
    }

    /** The recorder's certificates, without the root. */
    public List<OpaqueBytes> getCertificates() {
        return certificates;
    }
}
