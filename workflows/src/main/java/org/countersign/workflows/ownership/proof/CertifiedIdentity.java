package org.countersign.workflows.ownership.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.serialization.CordaSerializable;
import net.corda.core.utilities.OpaqueBytes;

/** Who stands behind a key: a name and the certificates that lead from its key to the network's root. */
@CordaSerializable
public final class CertifiedIdentity {
    private final CordaX500Name name;
    private final List<OpaqueBytes> certificates;

    /**
     * Creates an identity.
     *
     * @param name the subject of the first certificate
     * @param certificates X.509 certificates in DER, from the identity's own up to the one that the root issued; the
     *     root itself is not among them
     */
    public CertifiedIdentity(CordaX500Name name, List<OpaqueBytes> certificates) {
        this.name = Objects.requireNonNull(name, "name");
        this.certificates = Collections.unmodifiableList(new ArrayList<>(certificates));
    }

    /** The subject of the first certificate. */
    public CordaX500Name getName() {
        return name;
    }

    /** The certificates in DER, without the root. */
    public List<OpaqueBytes> getCertificates() {
        return certificates;
    }
}
