package org.countersign.workflows.validation.journal;

import java.security.GeneralSecurityException;
import java.util.Objects;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.Party;
import net.corda.core.serialization.CordaSerializable;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.contracts.SelfCertifyingId;

/**
 * An authority's signature, by its legal identity, under its journal as far as it goes. Who has kept one can tell later
 * whether the journal that is shown is the same.
 */
@CordaSerializable
public final class JournalHead {
    private final Party authority;
    private final long sequence;
    private final SecureHash digest;
    private final OpaqueBytes signature;

    /**
     * Creates a head as it was received.
     *
     * @param authority whose journal it is
     * @param sequence the number of the last entry, 0 if there is none
     * @param digest the digest of the last entry
     * @param signature over {@link #statement}
     */
    public JournalHead(Party authority, long sequence, SecureHash digest, OpaqueBytes signature) {
        this.authority = Objects.requireNonNull(authority, "authority");
        this.sequence = sequence;
        this.digest = Objects.requireNonNull(digest, "digest");
        this.signature = Objects.requireNonNull(signature, "signature");
    }

    /**
     * The bytes that are signed.
     *
     * @param authority whose journal it is
     * @param sequence the number of the last entry
     * @param digest the digest of the last entry
     * @return 32 bytes
     */
    public static byte[] statement(Party authority, long sequence, SecureHash digest) {
        return new SelfCertifyingId("org.countersign.journal-head")
                .with(authority)
                .with(sequence)
                .with(digest)
                .digest()
                .getBytes();
    }

    /** Whether the signature is that of the authority's key under this statement. */
    public boolean isValid() {
        try {
            return Crypto.isValid(
                    authority.getOwningKey(), signature.getBytes(), statement(authority, sequence, digest));
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            return false;
        }
    }

    /** Whose journal it is. */
    public Party getAuthority() {
        return authority;
    }

    /** The number of the last entry, 0 if there is none. */
    public long getSequence() {
        return sequence;
    }

    /** The digest of the last entry. */
    public SecureHash getDigest() {
        return digest;
    }

    /** The signature over the statement. */
    public OpaqueBytes getSignature() {
        return signature;
    }
}
