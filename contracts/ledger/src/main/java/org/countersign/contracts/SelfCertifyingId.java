package org.countersign.contracts;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.UUID;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.Party;

/**
 * Builds the identifier of a ledger object out of what the object was founded with.
 *
 * <p>Corda does not stop anybody from creating a second state under a {@code linearId} that is already in use, and it
 * compares identifiers by their 128-bit half only. A security or a committee whose identifier is a digest of its
 * founding facts cannot be imitated: the imitation would have to be founded with the same facts, and so by the same
 * signers. The external id carries the whole SHA-256 digest in hexadecimal, the UUID its first 128 bits with the
 * version and variant bits of an RFC 9562 version 8 identifier. Contracts compare both, see {@link #same}.
 */
public final class SelfCertifyingId {
    private static final long VERSION_MASK = 0xFFFFFFFFFFFF0FFFL;
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT_MASK = 0x3FFFFFFFFFFFFFFFL;
    private static final long VARIANT_RFC = 0x8000000000000000L;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    /**
     * Starts an identifier.
     *
     * @param kind what is being founded; keeps the identifiers of different kinds of object apart
     */
    public SelfCertifyingId(String kind) {
        with(kind);
    }

    /**
     * Adds a text; every part is written with its length, so that no two lists of parts look alike.
     *
     * @param text the text, or null where the fact is absent
     * @return this
     * @throws IllegalArgumentException if the text has one half of a surrogate pair without the other
     */
    public SelfCertifyingId with(String text) {
        try {
            out.writeBoolean(text != null);
            if (text != null) {
                // A lenient encoder would write every lone surrogate as the same question mark.
                ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
                out.writeInt(encoded.remaining());
                out.write(encoded.array(), encoded.arrayOffset() + encoded.position(), encoded.remaining());
            }
        } catch (CharacterCodingException malformed) {
            throw new IllegalArgumentException("A text with half a character has no digest.", malformed);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    /**
     * Adds a whole number.
     *
     * @param number any value
     * @return this
     */
    public SelfCertifyingId with(long number) {
        return with(Long.toString(number));
    }

    /**
     * Adds a decimal; {@code 1.0} and {@code 1.00} are the same number here.
     *
     * @param number any value
     * @return this
     */
    public SelfCertifyingId with(BigDecimal number) {
        // Not the plain string: a number with a huge exponent would fill the memory of whoever verifies it.
        return with(number.stripTrailingZeros().toString());
    }

    /**
     * Adds a key in its encoded form.
     *
     * @param key any public key
     * @return this
     */
    public SelfCertifyingId with(PublicKey key) {
        return with(SecureHash.sha256(key.getEncoded()).toString());
    }

    /**
     * Adds a party by name and key.
     *
     * @param party a well-known party
     * @return this
     */
    public SelfCertifyingId with(Party party) {
        return with(party.getName().toString()).with(party.getOwningKey());
    }

    /**
     * Adds a digest.
     *
     * @param hash any secure hash
     * @return this
     */
    public SelfCertifyingId with(SecureHash hash) {
        return with(hash.toString());
    }

    /**
     * The SHA-256 digest of what was added; for what is not founded but only has to be named by its content.
     *
     * @return the digest, always the same for the same parts
     */
    public SecureHash digest() {
        return SecureHash.sha256(bytes.toByteArray());
    }

    /**
     * Finishes the identifier.
     *
     * @return the identifier of what was added, always the same for the same parts
     */
    public UniqueIdentifier build() {
        byte[] digest = digest().getBytes();
        ByteBuffer words = ByteBuffer.wrap(digest);
        long high = (words.getLong() & VERSION_MASK) | VERSION_8;
        long low = (words.getLong() & VARIANT_MASK) | VARIANT_RFC;
        StringBuilder hex = new StringBuilder();
        for (byte octet : digest) {
            hex.append(String.format("%02x", octet));
        }
        return new UniqueIdentifier(hex.toString(), new UUID(high, low));
    }

    /**
     * Compares two identifiers whole. {@link UniqueIdentifier#equals} looks at the UUID only.
     *
     * @param left one identifier
     * @param right another
     * @return whether UUID and digest agree
     */
    public static boolean same(UniqueIdentifier left, UniqueIdentifier right) {
        return left.getId().equals(right.getId())
                && left.getExternalId() != null
                && left.getExternalId().equals(right.getExternalId());
    }
}
