package org.countersign.deploy.founding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.cert.CertPathValidatorException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import kotlin.Pair;
import net.corda.core.crypto.Crypto;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.internal.CertRole;
import net.corda.nodeapi.internal.crypto.CertificateAndKeyPair;
import net.corda.nodeapi.internal.crypto.CertificateType;
import net.corda.nodeapi.internal.crypto.X509Utilities;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CertificateAuthorityTest {
    private static final CordaX500Name BANK = CordaX500Name.parse("O=Bank,L=London,C=GB");
    private static final CordaX500Name OTHER = CordaX500Name.parse("O=Other Bank,L=London,C=GB");
    private static final Instant END_OF_DEVELOPMENT_CERTIFICATES = Instant.parse("2027-05-20T00:00:00Z");

    private static CertificateAuthority authority;
    private static MemberCertificates bank;
    private static CertificateAndKeyPair notary;

    @BeforeAll
    static void found() {
        authority = CertificateAuthority.found("test");
        bank = authority.certify(BANK);
        notary = authority.certifyService(CordaX500Name.parse("O=Notary,L=London,C=GB"));
    }

    @Test
    void everyCertificateHasTheRoleThatThePlatformExpects() {
        assertThat(role(authority.getRoot())).isNull();
        assertThat(role(authority.getIdentity())).isEqualTo(CertRole.DOORMAN_CA);
        assertThat(role(authority.getNetworkMap())).isEqualTo(CertRole.NETWORK_MAP);
        assertThat(role(authority.getNetworkParameters())).isEqualTo(CertRole.NETWORK_PARAMETERS);
        assertThat(role(notary)).isEqualTo(CertRole.SERVICE_IDENTITY);
        assertThat(role(bank.getNodeAuthority())).isEqualTo(CertRole.NODE_CA);
        assertThat(role(bank.getIdentity())).isEqualTo(CertRole.LEGAL_IDENTITY);
        assertThat(role(bank.getTls())).isEqualTo(CertRole.TLS);
    }

    @Test
    void everyPathLeadsToTheRoot() {
        assertThatCode(() -> validate(bank.pathOf(bank.getIdentity()))).doesNotThrowAnyException();
        assertThatCode(() -> validate(bank.pathOf(bank.getTls()))).doesNotThrowAnyException();
        assertThatCode(() -> validate(pathOfService(notary))).doesNotThrowAnyException();
    }

    @Test
    void anotherNetworksRootDoesNotAccept() {
        X509Certificate foreign = CertificateAuthority.found("test").getRoot().getCertificate();
        assertThatThrownBy(() -> X509Utilities.INSTANCE.validateCertificateChain(
                        Collections.singleton(foreign), bank.pathOf(bank.getIdentity())))
                .isInstanceOf(CertPathValidatorException.class);
    }

    @Test
    void aNodeAuthorityCannotCertifyAnotherName() {
        KeyPair keys = Crypto.generateKeyPair(Crypto.EDDSA_ED25519_SHA512);
        X509Certificate forged = X509Utilities.createCertificate(
                CertificateType.LEGAL_IDENTITY,
                bank.getNodeAuthority().getCertificate(),
                bank.getNodeAuthority().getKeyPair(),
                OTHER.getX500Principal(),
                keys.getPublic(),
                new Pair<>(Duration.ZERO, Duration.ofDays(1)),
                null,
                null,
                null);
        List<X509Certificate> path = bank.pathOf(new CertificateAndKeyPair(forged, keys));
        assertThatThrownBy(() -> validate(path)).isInstanceOf(CertPathValidatorException.class);
    }

    @Test
    void everyCertificateHoldsLongAfterThePlatformsDevelopmentCertificates() {
        Date later = Date.from(END_OF_DEVELOPMENT_CERTIFICATES.plus(Duration.ofDays(3650)));
        List<CertificateAndKeyPair> all = new ArrayList<>();
        Collections.addAll(
                all,
                authority.getRoot(),
                authority.getIdentity(),
                authority.getNetworkMap(),
                authority.getNetworkParameters(),
                notary,
                bank.getNodeAuthority(),
                bank.getIdentity(),
                bank.getTls());
        for (CertificateAndKeyPair each : all) {
            assertThat(each.getCertificate().getNotAfter()).isAfter(later);
        }
    }

    @Test
    void identitiesSignWithEd25519AndConnectionsUseP256() {
        assertThat(Crypto.findSignatureScheme(
                        bank.getIdentity().getCertificate().getPublicKey()))
                .isEqualTo(Crypto.EDDSA_ED25519_SHA512);
        assertThat(Crypto.findSignatureScheme(bank.getTls().getCertificate().getPublicKey()))
                .isEqualTo(Crypto.ECDSA_SECP256R1_SHA256);
    }

    private static List<X509Certificate> pathOfService(CertificateAndKeyPair service) {
        List<X509Certificate> path = new ArrayList<>();
        path.add(service.getCertificate());
        path.addAll(authority.nodeAuthorityPath());
        return path;
    }

    private static void validate(List<X509Certificate> path) {
        X509Utilities.INSTANCE.validateCertificateChain(
                Collections.singleton(authority.getRoot().getCertificate()), path);
    }

    private static CertRole role(CertificateAndKeyPair entry) {
        return CertRole.Companion.extract(entry.getCertificate());
    }
}
