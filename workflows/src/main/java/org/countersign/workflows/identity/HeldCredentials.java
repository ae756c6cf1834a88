package org.countersign.workflows.identity;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.corda.core.crypto.SecureHash;
import net.corda.core.node.ServiceHub;
import org.countersign.workflows.identity.CredentialSchema.Held;
import org.countersign.workflows.identity.sdjwt.MalformedException;

/** The credentials of the keys of this node: its own, and those of its clients. */
final class HeldCredentials {
    private final ServiceHub services;

    HeldCredentials(ServiceHub services) {
        this.services = services;
    }

    /** Keeps a credential; once more is the same as once. */
    void keep(CredentialDocument credential, String provider) {
        services.withEntityManager(database -> {
            if (database.find(Held.class, credential.id()) == null) {
                database.persist(new Held(
                        credential.id(),
                        digest(credential.getHolder()),
                        provider,
                        services.getClock().instant(),
                        credential.getCompact()));
            }
            return null;
        });
    }

    /** The credentials of a key, oldest first. */
    List<CredentialDocument> of(PublicKey holder) throws MalformedException {
        return read(services.withEntityManager(database -> {
            return database.createQuery(
                            "select h.document from CountersignHeldCredential h where h.holderKey = :holder"
                                    + " order by h.receivedAt, h.id",
                            String.class)
                    .setParameter("holder", digest(holder))
                    .getResultList();
        }));
    }

    /** All credentials, oldest first. */
    List<CredentialDocument> all() throws MalformedException {
        return read(services.withEntityManager(database -> {
            return database.createQuery(
                            "select h.document from CountersignHeldCredential h order by h.receivedAt, h.id",
                            String.class)
                    .getResultList();
        }));
    }

    /** A credential by its id. */
    Optional<CredentialDocument> find(String id) throws MalformedException {
        String document = services.withEntityManager(database -> {
            Held held = database.find(Held.class, id);
            return held == null ? null : held.getDocument();
        });
        return document == null ? Optional.empty() : Optional.of(CredentialDocument.read(document));
    }

    private static List<CredentialDocument> read(List<String> documents) throws MalformedException {
        List<CredentialDocument> credentials = new ArrayList<>();
        for (String document : documents) {
            credentials.add(CredentialDocument.read(document));
        }
        return credentials;
    }

    private static String digest(PublicKey key) {
        return SecureHash.sha256(key.getEncoded()).toString();
    }
}
