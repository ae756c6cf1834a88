package org.countersign.client.proof;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;
import net.corda.core.crypto.Crypto;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes certificates like those of a Corda network, and such as no network would make. */
record CertificateForge(X509Certificate certificate, KeyPair keys) {
    /** When a certificate is valid. */
    record Period(Instant from, Instant until) {}

    private static final AtomicLong SERIAL = new AtomicLong(1);
    private static final Provider PROVIDER = Crypto.findProvider("BC");

    /** A root of its own. */
    static CertificateForge root(String name, Period period) {
        KeyPair keys = Crypto.generateKeyPair(Crypto.ECDSA_SECP256R1_SHA256);
        X500Principal subject = new X500Principal(name);
        return new CertificateForge(make(subject, keys.getPrivate(), subject, keys.getPublic(), 0, period), keys);
    }

    /** An authority below this one, with a role. */
    CertificateForge authority(String name, int role, Period period) {
        KeyPair below = Crypto.generateKeyPair(Crypto.ECDSA_SECP256R1_SHA256);
        return new CertificateForge(certify(name, below.getPublic(), role, period), below);
    }

    /** A certificate for a key, with a role; 0 for none. */
    X509Certificate certify(String name, PublicKey key, int role, Period period) {
        return make(
                certificate.getSubjectX500Principal(), keys.getPrivate(), new X500Principal(name), key, role, period);
    }

    private static X509Certificate make(
            X500Principal issuer, PrivateKey signer, X500Principal subject, PublicKey key, int role, Period period) {
        try {
            boolean authority = role != 3;
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    BigInteger.valueOf(SERIAL.getAndIncrement()),
                    Date.from(period.from()),
                    Date.from(period.until()),
                    subject,
                    key);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(
                    Extension.keyUsage,
                    false,
                    new KeyUsage(KeyUsage.digitalSignature | (authority ? KeyUsage.keyCertSign : 0)));
            if (role != 0) {
                builder.addExtension(new ASN1ObjectIdentifier("1.3.6.1.4.1.50530.1.1"), false, new ASN1Integer(role));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA")
                            .setProvider(PROVIDER)
                            .build(signer)));
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
