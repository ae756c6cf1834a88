package org.countersign.deploy.founding;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.nodeapi.internal.crypto.CertificateAndKeyPair;

/** What a node identifies itself with. */
final class MemberCertificates {
    private final CertificateAndKeyPair nodeAuthority;
    private final CertificateAndKeyPair identity;
    private final CertificateAndKeyPair tls;
    private final List<X509Certificate> above;

    /** The last argument is the path above the node's own authority, up to the root. */
    MemberCertificates(
            CertificateAndKeyPair nodeAuthority,
            CertificateAndKeyPair identity,
            CertificateAndKeyPair tls,
            List<X509Certificate> above) {
        this.nodeAuthority = nodeAuthority;
        this.identity = identity;
        this.tls = tls;
        this.above = Collections.unmodifiableList(new ArrayList<>(above));
    }

    /** The authority that certifies for this node alone. */
    CertificateAndKeyPair getNodeAuthority() {
        return nodeAuthority;
    }

    /** The legal identity that signs transactions. */
    CertificateAndKeyPair getIdentity() {
        return identity;
    }

    /** The node's end of its connections. */
    CertificateAndKeyPair getTls() {
        return tls;
    }

    /** The path of the node authority's own certificate. */
    List<X509Certificate> nodeAuthorityPath() {
        List<X509Certificate> path = new ArrayList<>();
        path.add(nodeAuthority.getCertificate());
        path.addAll(above);
        return path;
    }

    /** The path of a certificate that the node authority issued. */
    List<X509Certificate> pathOf(CertificateAndKeyPair issued) {
        List<X509Certificate> path = new ArrayList<>();
        path.add(issued.getCertificate());
        path.addAll(nodeAuthorityPath());
        return path;
    }
}
