package org.countersign.deploy.founding;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.DigitalSignature;
import net.corda.core.identity.PartyAndCertificate;
import net.corda.core.node.NetworkParameters;
import net.corda.core.node.NodeInfo;
import net.corda.core.node.NotaryInfo;
import net.corda.core.serialization.internal.SerializationEnvironment;
import net.corda.core.serialization.internal.SerializationEnvironmentKt;
import net.corda.core.utilities.NetworkHostAndPort;
import net.corda.node.services.network.NodeInfoWatcher;
import net.corda.nodeapi.internal.NodeInfoAndSigned;
import net.corda.nodeapi.internal.crypto.CertificateAndKeyPair;
import net.corda.nodeapi.internal.crypto.X509Utilities;
import net.corda.nodeapi.internal.network.NetworkParametersCopier;
import net.corda.nodeapi.internal.serialization.amqp.AMQPServerSerializationScheme;
import net.corda.serialization.internal.SerializationFactoryImpl;
import net.corda.serialization.internal.SharedContexts;

/**
 * The records by which nodes know each other: who listens where with which identity, signed by the member, and the
 * parameters of the network, signed by its authority. The one place that uses the platform's formats for them.
 */
final class NetworkRecords {
    private static final int PLATFORM_VERSION = 12;
    private static final int GREATEST_MESSAGE = 10 << 20;
    private static final int GREATEST_TRANSACTION = 500 << 20;
    private static final Duration EVENT_HORIZON = Duration.ofDays(30);

    private final CertificateAuthority authority;
    private final CertificateAndKeyPair service;
    private final PartyAndCertificate serviceIdentity;

    /** The second argument is the identity that the members of the notary cluster share. */
    NetworkRecords(CertificateAuthority authority, CertificateAndKeyPair service) {
        this.authority = authority;
        this.service = service;
        List<X509Certificate> path = new ArrayList<>();
        path.add(service.getCertificate());
        path.addAll(authority.nodeAuthorityPath());
        this.serviceIdentity = new PartyAndCertificate(X509Utilities.INSTANCE.buildCertPath(path));
    }

    /** Lets this thread serialise records while something is done, and then no longer: nodes bring their own means. */
    static void whileSerialising(SerialisingWork work) throws IOException {
        SerializationFactoryImpl factory = new SerializationFactoryImpl();
        factory.registerScheme(new AMQPServerSerializationScheme());
        SerializationEnvironmentKt.get_contextSerializationEnv()
                .set(SerializationEnvironment.Companion.with(
                        factory, SharedContexts.getAMQP_P2P_CONTEXT(), null, null, null, null, null));
        try {
            work.run();
        } finally {
            SerializationEnvironmentKt.get_contextSerializationEnv().set(null);
        }
    }

    /** Describes a node, signed by all its identities. */
    NodeInfoAndSigned describe(int port, MemberCertificates certificates, boolean servesNotary) {
        CertificateAndKeyPair identity = certificates.getIdentity();
        List<PartyAndCertificate> identities = new ArrayList<>();
        identities.add(new PartyAndCertificate(X509Utilities.INSTANCE.buildCertPath(certificates.pathOf(identity))));
        Map<PublicKey, KeyPair> keys = new HashMap<>();
        keys.put(identities.get(0).getOwningKey(), identity.getKeyPair());
        if (servesNotary) {
            identities.add(serviceIdentity);
            keys.put(serviceIdentity.getOwningKey(), service.getKeyPair());
        }
        NodeInfo info = new NodeInfo(
                Collections.singletonList(new NetworkHostAndPort(NodeConfigurationWriter.LOOPBACK, port)),
                identities,
                PLATFORM_VERSION,
                System.currentTimeMillis());
        return new NodeInfoAndSigned(info, (key, serialised) -> {
            try {
                return new DigitalSignature(Crypto.doSign(keys.get(key).getPrivate(), serialised.getBytes()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("A fresh key does not sign", e);
            }
        });
    }

    /** Puts the description of a node where another node looks for it. */
    static void deliver(NodeInfoAndSigned description, NodeDirectory reader) {
        NodeInfoWatcher.Companion.saveToFile(reader.getNodeInfos(), description);
    }

    /** Writes the signed parameters of the network into the directories of its nodes. */
    void installParameters(boolean validatingNotary, Map<String, PublicKey> packageOwners, Iterable<Path> nodes) {
        NetworkParameters parameters = new NetworkParameters(
                PLATFORM_VERSION,
                Arrays.asList(new NotaryInfo(serviceIdentity.getParty(), validatingNotary)),
                GREATEST_MESSAGE,
                GREATEST_TRANSACTION,
                Instant.now(),
                1,
                Collections.emptyMap(),
                EVENT_HORIZON,
                packageOwners);
        NetworkParametersCopier copier =
                new NetworkParametersCopier(parameters, authority.getNetworkParameters(), false, false);
        nodes.forEach(copier::install);
    }

    /** Work that makes or writes records. */
    interface SerialisingWork {
        void run() throws IOException;
    }
}
