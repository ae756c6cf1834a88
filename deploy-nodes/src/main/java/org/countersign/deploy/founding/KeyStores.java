package org.countersign.deploy.founding;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import net.corda.nodeapi.internal.crypto.CertificateAndKeyPair;
import net.corda.nodeapi.internal.crypto.X509KeyStore;
import net.corda.nodeapi.internal.crypto.X509Utilities;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** Writes key stores and trust stores as the node looks for them. */
final class KeyStores {
    private KeyStores() {}

    /** The three stores of a node. */
    static void writeForNode(NodeDirectory node, MemberCertificates certificates, X509Certificate root)
            throws IOException {
        Path directory = PrivateFiles.makeDirectories(node.getCertificates());
        String keyPassword = node.keyStorePassword();

        X509KeyStore identities = create(directory.resolve("nodekeystore.jks"), keyPassword);
        put(
                identities,
                X509Utilities.CORDA_CLIENT_CA,
                certificates.getNodeAuthority(),
                certificates.nodeAuthorityPath(),
                keyPassword);
        put(
                identities,
                X509Utilities.NODE_IDENTITY_KEY_ALIAS,
                certificates.getIdentity(),
                certificates.pathOf(certificates.getIdentity()),
                keyPassword);
        PrivateFiles.protect(directory.resolve("nodekeystore.jks"));

        X509KeyStore connections = create(directory.resolve("sslkeystore.jks"), keyPassword);
        put(
                connections,
                X509Utilities.CORDA_CLIENT_TLS,
                certificates.getTls(),
                certificates.pathOf(certificates.getTls()),
                keyPassword);
        PrivateFiles.protect(directory.resolve("sslkeystore.jks"));

        X509KeyStore trust = create(directory.resolve("truststore.jks"), node.trustStorePassword());
        trust.setCertificate(X509Utilities.CORDA_ROOT_CA, root);
        PrivateFiles.protect(directory.resolve("truststore.jks"));
    }

    /** Adds the shared identity of a notary cluster to a member's store. */
    static void addServiceIdentity(NodeDirectory node, CertificateAndKeyPair service, List<X509Certificate> above)
            throws IOException {
        String password = node.keyStorePassword();
        Path file = node.getCertificates().resolve("nodekeystore.jks");
        X509KeyStore identities = X509KeyStore.Companion.fromFile(file, password, false);
        X509Certificate[] path = new X509Certificate[above.size() + 1];
        path[0] = service.getCertificate();
        for (int i = 0; i < above.size(); i++) {
            path[i + 1] = above.get(i);
        }
        put(identities, X509Utilities.DISTRIBUTED_NOTARY_KEY_ALIAS, service, Arrays.asList(path), password);
        PrivateFiles.protect(file);
    }

    /** The keys of the hierarchy's upper part: the root in one store, the authorities that work in another. */
    static void writeAuthority(Path directory, CertificateAuthority authority) throws IOException {
        PrivateFiles.makeDirectories(directory);
        X509Certificate root = authority.getRoot().getCertificate();
        String rootPassword = PrivateFiles.password(directory.resolve("root-password"));
        X509KeyStore rootStore = create(directory.resolve("root.jks"), rootPassword);
        put(rootStore, X509Utilities.CORDA_ROOT_CA, authority.getRoot(), Arrays.asList(root), rootPassword);
        PrivateFiles.protect(directory.resolve("root.jks"));

        String password = PrivateFiles.password(directory.resolve("authorities-password"));
        X509KeyStore store = create(directory.resolve("authorities.jks"), password);
        put(store, "identity", authority.getIdentity(), authority.nodeAuthorityPath(), password);
        put(
                store,
                "network-map",
                authority.getNetworkMap(),
                Arrays.asList(authority.getNetworkMap().getCertificate(), root),
                password);
        put(
                store,
                "network-parameters",
                authority.getNetworkParameters(),
                Arrays.asList(authority.getNetworkParameters().getCertificate(), root),
                password);
        PrivateFiles.protect(directory.resolve("authorities.jks"));
        PrivateFiles.write(directory.resolve("root.pem"), pem(root));
    }

    private static String pem(X509Certificate certificate) throws IOException {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject("CERTIFICATE", certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IOException("The root certificate cannot be encoded", e);
        }
        return text.toString();
    }

    private static X509KeyStore create(Path file, String password) {
        return X509KeyStore.Companion.fromFile(file, password, true);
    }

    private static void put(
            X509KeyStore store,
            String alias,
            CertificateAndKeyPair entry,
            List<X509Certificate> path,
            String password) {
        store.setPrivateKey(alias, entry.getKeyPair().getPrivate(), path, password);
    }
}
