package org.countersign.workflows.ownership.proof;

import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;
import net.corda.core.utilities.OpaqueBytes;

/** A signature on a transaction with everything that was signed beside the transaction's id. */
@CordaSerializable
public final class ProofSignature {
    private final OpaqueBytes key;
    private final int platformVersion;
    private final int scheme;
    private final OpaqueBytes bytes;
    private final BatchPath batch;

    /**
     * Creates a signature.
     *
     * @param key the signer's public key, X.509 SubjectPublicKeyInfo in DER
     * @param platformVersion the platform version in the signed metadata
     * @param scheme the number of Corda's signature scheme in the signed metadata, 4 for Ed25519
     * @param bytes the signature
     * @param batch the way to the root that was signed, or null where the transaction's own id was signed
     */
    public ProofSignature(OpaqueBytes key, int platformVersion, int scheme, OpaqueBytes bytes, BatchPath batch) {
        this.key = Objects.requireNonNull(key, "key");
        this.platformVersion = platformVersion;
        this.scheme = scheme;
        this.bytes = Objects.requireNonNull(bytes, "bytes");
        this.batch = batch;
    }

    /** The signer's public key, X.509 SubjectPublicKeyInfo in DER. */
    public OpaqueBytes getKey() {
        return key;
    }

    /** The platform version in the signed metadata. */
    public int getPlatformVersion() {
        return platformVersion;
    }

    /** The number of Corda's signature scheme in the signed metadata. */
    public int getScheme() {
        return scheme;
    }

    /** The signature. */
    public OpaqueBytes getBytes() {
        return bytes;
    }

    /** The way to the root that was signed, or null where the transaction's own id was signed. */
    public BatchPath getBatch() {
        return batch;
    }
}
