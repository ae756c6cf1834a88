package org.countersign.client.proof;

import static org.countersign.client.proof.ProofRefusedException.require;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.corda.core.utilities.OpaqueBytes;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Certificate;

/**
 * Certificate paths as Corda builds them, judged at the time of what they are to vouch for, not now.
 *
 * <p>Corda marks each certificate with a role in an extension of its own, and says which role may issue which.
 */
final class Certificates {
    /** A role that has no certificate of its own in a proof: the root, which carries no role extension. */
    static final int ROOT = 0;
    /** The authority that certifies identities. */
    static final int IDENTITY_CA = 1;
    /** The identity of a service, such as a notary cluster. */
    static final int SERVICE_IDENTITY = 3;
    /** The authority of one node. */
    static final int NODE_CA = 4;
    /** The legal identity of a member. */
    static final int LEGAL_IDENTITY = 6;

    private static final String ROLE_EXTENSION = "1.3.6.1.4.1.50530.1.1";
    private static final String ED25519 = "1.3.101.112";
    private static final String ECDSA = "1.2.840.10045.4.";
    private static final int LONGEST_PATH = 6;
    private static final Map<Integer, Set<Integer>> ISSUERS = Map.of(
            IDENTITY_CA, Set.of(ROOT),
            SERVICE_IDENTITY, Set.of(IDENTITY_CA),
            NODE_CA, Set.of(IDENTITY_CA),
            LEGAL_IDENTITY, Set.of(IDENTITY_CA, NODE_CA));

    private final X509Certificate root;

    Certificates(X509Certificate root) throws ProofRefusedException {
        this.root = root;
        require(
                root.getBasicConstraints() >= 0 && role(root) == ROOT,
                "The trust root is no certificate authority without a Corda role.");
        try {
            root.verify(root.getPublicKey());
        } catch (GeneralSecurityException forged) {
            throw new ProofRefusedException("The trust root is not signed by itself.", forged);
        }
    }

    /** Reads a certificate, which must be written in its canonical form. */
    static X509Certificate read(OpaqueBytes encoded, String whose) throws ProofRefusedException {
        byte[] bytes = encoded.getBytes();
        try {
            Certificate structure = Certificate.getInstance(bytes);
            byte[] signature = structure.getSignature().getOctets();
            String algorithm = structure.getSignatureAlgorithm().getAlgorithm().getId();
            require(
                    CanonicalSignature.isDer(bytes)
                            && (!algorithm.equals(ED25519) || CanonicalSignature.isEd25519(signature))
                            && (!algorithm.startsWith(ECDSA) || CanonicalSignature.isDer(signature)),
                    "The certificate of %s is not in canonical form.",
                    whose);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        } catch (GeneralSecurityException | RuntimeException malformed) {
            throw new ProofRefusedException("The certificate of " + whose + " cannot be read.", malformed);
        }
    }

    /** Reads the certificates of a path, from the identity's own upwards. */
    static List<X509Certificate> path(List<OpaqueBytes> encoded, String whose) throws ProofRefusedException {
        require(
                !encoded.isEmpty() && encoded.size() <= LONGEST_PATH,
                "The certificate path of %s has %d certificates.",
                whose,
                encoded.size());
        List<X509Certificate> path = new ArrayList<>();
        for (OpaqueBytes bytes : encoded) {
            path.add(read(bytes, whose));
        }
        return path;
    }

    /**
     * Verifies a path up to the root.
     *
     * @param path from the identity's certificate upwards, without the root
     * @param roles what the identity may be
     * @param at when every certificate of the path and the root must have been valid
     * @param whose the identity in words
     */
    void verify(List<X509Certificate> path, Set<Integer> roles, Instant at, String whose) throws ProofRefusedException {
        int issuer = ROOT;
        for (int index = path.size() - 1; index >= 0; index--) {
            int role = role(path.get(index));
            require(
                    ISSUERS.getOrDefault(role, Set.of()).contains(issuer),
                    "In the certificate path of %s the role %d is issued by the role %d.",
                    whose,
                    role,
                    issuer);
            issuer = role;
        }
        require(roles.contains(issuer), "The certificate of %s has the role %d, not one of %s.", whose, issuer, roles);
        try {
            root.checkValidity(Date.from(at));
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
        } catch (GeneralSecurityException broken) {
            throw new ProofRefusedException(
                    "The certificate path of " + whose + " does not lead to the trust root, judged at " + at + ": "
                            + broken.getMessage(),
                    broken);
        }
    }

    /** The last instant, no later than the given one, at which every certificate of the path and the root was valid. */
    Instant lastValid(List<X509Certificate> path, Instant noLaterThan) {
        Instant last = noLaterThan;
        List<X509Certificate> all = new ArrayList<>(path);
        all.add(root);
        for (X509Certificate certificate : all) {
            Instant end = certificate.getNotAfter().toInstant();
            last = end.isBefore(last) ? end : last;
        }
        return last;
    }

    private static int role(X509Certificate certificate) throws ProofRefusedException {
        byte[] extension = certificate.getExtensionValue(ROLE_EXTENSION);
        if (extension == null) {
            return ROOT;
        }
        try {
            byte[] value = ASN1OctetString.getInstance(extension).getOctets();
            return ASN1Integer.getInstance(value).getValue().intValueExact();
        } catch (RuntimeException malformed) {
            throw new ProofRefusedException(
                    "The certificate of " + certificate.getSubjectX500Principal() + " has an unreadable role.",
                    malformed);
        }
    }

    /** The key of a certificate in its encoded form, as hexadecimal digits. */
    static String key(X509Certificate certificate) throws ProofRefusedException {
        try {
            return key(Certificate.getInstance(certificate.getEncoded())
                    .getSubjectPublicKeyInfo()
                    .getEncoded());
        } catch (GeneralSecurityException | IOException malformed) {
            throw new ProofRefusedException("A certificate cannot be encoded.", malformed);
        }
    }

    /** An encoded key as hexadecimal digits. */
    static String key(byte[] encoded) {
        return HexFormat.of().withUpperCase().formatHex(encoded);
    }
}
