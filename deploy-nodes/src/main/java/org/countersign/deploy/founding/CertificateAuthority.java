package org.countersign.deploy.founding;

import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import kotlin.Pair;
import net.corda.core.crypto.Crypto;
import net.corda.core.identity.CordaX500Name;
import net.corda.nodeapi.internal.crypto.CertificateAndKeyPair;
import net.corda.nodeapi.internal.crypto.CertificateType;
import net.corda.nodeapi.internal.crypto.X509Utilities;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;

/**
 * The certificate hierarchy of one network, from its own root down to each node.
 *
 * <p>The root certifies the identity authority and the two network services; the identity authority certifies node
 * authorities, each bound to the legal name of its member, and notary services; a node authority certifies its member's
 * identity and its end of TLS connections. This is the one place that makes certificates, and so the one that uses the
 * platform's internal certificate library.
 */
final class CertificateAuthority {
    private static final Duration ROOT_VALIDITY = Duration.ofDays(365 * 25);
    private static final Duration VALIDITY = Duration.ofDays(365 * 20);

    private final CertificateAndKeyPair root;
    private final CertificateAndKeyPair identity;
    private final CertificateAndKeyPair networkMap;
    private final CertificateAndKeyPair networkParameters;

    private CertificateAuthority(
            CertificateAndKeyPair root,
            CertificateAndKeyPair identity,
            CertificateAndKeyPair networkMap,
            CertificateAndKeyPair networkParameters) {
        this.root = root;
        this.identity = identity;
        this.networkMap = networkMap;
        this.networkParameters = networkParameters;
    }

    /** Makes the hierarchy of a new network with fresh keys. */
    static CertificateAuthority found(String network) {
        KeyPair rootKeys = newTlsKeys();
        X509Certificate rootCertificate = X509Utilities.createSelfSignedCACertificate(
                serviceName("Root CA", network), rootKeys, new Pair<>(Duration.ZERO, ROOT_VALIDITY));
        CertificateAndKeyPair root = new CertificateAndKeyPair(rootCertificate, rootKeys);
        return new CertificateAuthority(
                root,
                issue(root, CertificateType.INTERMEDIATE_CA, serviceName("Identity CA", network)),
                issue(root, CertificateType.NETWORK_MAP, serviceName("Network Map", network)),
                issue(root, CertificateType.NETWORK_PARAMETERS, serviceName("Network Parameters", network)));
    }

    private static X500Principal serviceName(String service, String network) {
        return new CordaX500Name(null, service, "Countersign " + network, "London", null, "GB").getX500Principal();
    }

    /** The certificates and keys of a member's node: its authority, its identity, its end of TLS. */
    MemberCertificates certify(CordaX500Name legalName) {
        X500Principal subject = legalName.getX500Principal();
        KeyPair nodeKeys = newTlsKeys();
        X509Certificate nodeCertificate =
                certificate(identity, CertificateType.NODE_CA, subject, nodeKeys.getPublic(), onlyFor(subject));
        CertificateAndKeyPair node = new CertificateAndKeyPair(nodeCertificate, nodeKeys);
        KeyPair identityKeys = Crypto.generateKeyPair(Crypto.EDDSA_ED25519_SHA512);
        X509Certificate identityCertificate =
                certificate(node, CertificateType.LEGAL_IDENTITY, subject, identityKeys.getPublic(), null);
        return new MemberCertificates(
                node,
                new CertificateAndKeyPair(identityCertificate, identityKeys),
                issue(node, CertificateType.TLS, subject),
                nodeAuthorityPath());
    }

    /** The key that all members of a notary cluster share, certified for the name of the service. */
    CertificateAndKeyPair certifyService(CordaX500Name serviceName) {
        KeyPair keys = Crypto.generateKeyPair(Crypto.EDDSA_ED25519_SHA512);
        X509Certificate certificate = certificate(
                identity, CertificateType.SERVICE_IDENTITY, serviceName.getX500Principal(), keys.getPublic(), null);
        return new CertificateAndKeyPair(certificate, keys);
    }

    /** The path above a certificate that the identity authority has issued, up to the root. */
    List<X509Certificate> nodeAuthorityPath() {
        return Collections.unmodifiableList(Arrays.asList(identity.getCertificate(), root.getCertificate()));
    }

    CertificateAndKeyPair getRoot() {
        return root;
    }

    CertificateAndKeyPair getIdentity() {
        return identity;
    }

    CertificateAndKeyPair getNetworkMap() {
        return networkMap;
    }

    CertificateAndKeyPair getNetworkParameters() {
        return networkParameters;
    }

    private static NameConstraints onlyFor(X500Principal subject) {
        GeneralName name = new GeneralName(GeneralName.directoryName, X500Name.getInstance(subject.getEncoded()));
        return new NameConstraints(new GeneralSubtree[] {new GeneralSubtree(name)}, new GeneralSubtree[0]);
    }

    private static CertificateAndKeyPair issue(
            CertificateAndKeyPair issuer, CertificateType type, X500Principal subject) {
        KeyPair keys = newTlsKeys();
        return new CertificateAndKeyPair(certificate(issuer, type, subject, keys.getPublic(), null), keys);
    }

    private static X509Certificate certificate(
            CertificateAndKeyPair issuer,
            CertificateType type,
            X500Principal subject,
            PublicKey key,
            NameConstraints constraints) {
        return X509Utilities.createCertificate(
                type,
                issuer.getCertificate(),
                issuer.getKeyPair(),
                subject,
                key,
                new Pair<>(Duration.ZERO, VALIDITY),
                constraints,
                null,
                null);
    }

    private static KeyPair newTlsKeys() {
        return Crypto.generateKeyPair(Crypto.ECDSA_SECP256R1_SHA256);
    }
}
