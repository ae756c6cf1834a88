package org.countersign.workflows.ownership.proof;

import java.util.Objects;
import net.corda.core.crypto.SecureHash;
import net.corda.core.serialization.CordaSerializable;
import net.corda.core.utilities.OpaqueBytes;

/** One component of a transaction that a tear-off shows: where it stands in its group, its nonce, and its bytes. */
@CordaSerializable
public final class RevealedComponent {
    private final int index;
    private final SecureHash nonce;
    private final OpaqueBytes bytes;

    /**
     * Creates a component.
     *
     * @param index the position in the group, from 0
     * @param nonce the component's nonce, which keeps the hashes of its neighbours from being guessed
     * @param bytes the component as it was serialised when the transaction was built
     */
    public RevealedComponent(int index, SecureHash nonce, OpaqueBytes bytes) {
        this.index = index;
        this.nonce = Objects.requireNonNull(nonce, "nonce");
        this.bytes = Objects.requireNonNull(bytes, "bytes");
    }

    /** The position in the group, from 0. */
    public int getIndex() {
        return index;
    }

    /** The component's nonce. */
    public SecureHash getNonce() {
        return nonce;
    }

    /** The serialised component. */
    public OpaqueBytes getBytes() {
        return bytes;
    }
}
