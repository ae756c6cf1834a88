package org.countersign.client.proof;

import static org.countersign.client.proof.ProofRefusedException.require;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import net.corda.core.crypto.SecureHash;
import net.corda.core.crypto.SignableData;
import net.corda.core.crypto.SignatureMetadata;
import net.corda.core.serialization.EncodingWhitelist;
import net.corda.core.serialization.SerializationContext;
import net.corda.core.serialization.internal.SerializationEnvironment;
import net.corda.core.utilities.OpaqueBytes;
import net.corda.nodeapi.internal.rpc.client.AMQPClientSerializationScheme;
import net.corda.serialization.internal.amqp.SerializationFactoryCacheKey;
import net.corda.serialization.internal.amqp.SerializerFactory;

/**
 * Turns a component's bytes into the ledger object they stand for; the one place where the verifier uses Corda's
 * serialisation, which has no public entry outside a node.
 *
 * <p>The bytes may come from anybody. Corda creates objects of classes on the class path only, and of those only what
 * is marked {@code CordaSerializable}; on top of that no class is synthesised from the bytes' own schema, compressed
 * bytes and a schema with more fields than the class has are refused, and so are large components. The environment is
 * the verifier's own and leaves the process's as it is.
 */
final class LedgerDecoder {
    /** The size of the largest component that is decoded, in bytes. */
    static final int LARGEST = 512 * 1024;

    private static final EncodingWhitelist NO_ENCODING = encoding -> false;
    private static final SerializationEnvironment ENVIRONMENT = environment();
    private static final SerializationContext CONTEXT = ENVIRONMENT
            .getP2pContext()
            .withClassLoader(LedgerDecoder.class.getClassLoader())
            .withEncodingWhitelist(NO_ENCODING)
            .withPreventDataLoss()
            .withoutCarpenter();

    private LedgerDecoder() {}

    private static SerializationEnvironment environment() {
        Map<SerializationFactoryCacheKey, SerializerFactory> cache = Collections.synchronizedMap(new LinkedHashMap<>());
        return AMQPClientSerializationScheme.Companion.createSerializationEnv(
                null, Collections.emptySet(), Collections.emptySet(), cache);
    }

    /**
     * Decodes a component.
     *
     * @param bytes the component
     * @param type what it must be
     * @param what the component in words, for the refusal
     */
    static <T> T decode(OpaqueBytes bytes, Class<T> type, String what) throws ProofRefusedException {
        require(
                bytes.getSize() <= LARGEST,
                "%s has %d bytes; a component may have %d.",
                what,
                bytes.getSize(),
                LARGEST);
        try {
            return ENVIRONMENT.getSerializationFactory().deserialize(bytes, type, CONTEXT);
        } catch (Exception | StackOverflowError | OutOfMemoryError unreadable) {
            // Corda throws checked exceptions that its Kotlin signatures do not declare; and AMQP can announce depths
            // and lengths that it does not contain, whose remains are garbage as soon as this method ends.
            throw new ProofRefusedException(what + " is no " + type.getSimpleName() + ".", unreadable);
        }
    }

    /** The bytes that a signature on a transaction is over: its id and the metadata, as Corda serialises them. */
    static byte[] signedBytes(SecureHash id, SignatureMetadata metadata) {
        return ENVIRONMENT
                .getSerializationFactory()
                .serialize(new SignableData(id, metadata), ENVIRONMENT.getP2pContext())
                .getBytes();
    }
}
