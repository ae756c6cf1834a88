package org.countersign.workflows.identity.sdjwt;

import java.security.PublicKey;
import net.corda.core.node.ServiceHub;

/** Signs documents with one key. The key itself stays where it is kept. */
public interface DocumentSigner {
    /** The public half of the key. */
    PublicKey key();

    /**
     * Signs.
     *
     * @param content the bytes
     * @return the signature in the platform's form
     */
    byte[] sign(byte[] content);

    /**
     * A signer with a key of this node.
     *
     * @param services the node's services
     * @param key one of the node's own keys
     * @return the signer
     */
    static DocumentSigner of(ServiceHub services, PublicKey key) {
        return new DocumentSigner() {
            @Override
            public PublicKey key() {
                return key;
            }

            @Override
            public byte[] sign(byte[] content) {
                return services.getKeyManagementService().sign(content, key).getBytes();
            }
        };
    }
}
