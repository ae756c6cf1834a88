package org.countersign.contracts;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.corda.core.contracts.AttachmentConstraint;
import net.corda.core.contracts.CommandData;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.SignatureAttachmentConstraint;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TransactionState;
import net.corda.core.contracts.TypeOnlyCommandData;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.SecureHash;
import net.corda.core.crypto.SignableData;
import net.corda.core.crypto.SignatureMetadata;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.node.NetworkParameters;
import net.corda.core.node.NotaryInfo;
import net.corda.core.transactions.LedgerTransaction;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.WireTransaction;
import net.corda.testing.core.TestIdentity;
import net.corda.testing.internal.InternalTestUtilsKt;
import net.corda.testing.internal.MockCordappProvider;
import net.corda.testing.node.MockServices;

/** The node that the transactions under test are resolved and verified by. */
public final class TestNode {
    private static final KeyPair NOTARY_KEYS = keys(1);
    private static final KeyPair CODE_KEYS = keys(2);
    /** The notary of every transaction. */
    public static final Party NOTARY = party("Notary Cluster", NOTARY_KEYS);
    /** What binds states to the ledger's code, as in a network with signed jars. */
    public static final AttachmentConstraint CODE =
            SignatureAttachmentConstraint.Companion.create(CODE_KEYS.getPublic());

    private static final MockServices SERVICES = new MockServices(
            Collections.emptyList(),
            new TestIdentity(new CordaX500Name("Test Node", "London", "GB"), keys(3)),
            parameters());
    private static final Map<String, SecureHash> ATTACHMENTS = new ConcurrentHashMap<>();

    private TestNode() {}

    /** A key pair, always the same for the same seed. */
    public static KeyPair keys(long seed) {
        return Crypto.deriveKeyPairFromEntropy(Crypto.EDDSA_ED25519_SHA512, BigInteger.valueOf(seed));
    }

    /** A party in London. */
    public static Party party(String organisation, KeyPair keys) {
        return new Party(new CordaX500Name(organisation, "London", "GB"), keys.getPublic());
    }

    /** Puts a state on the ledger, under its own contract. */
    public static <T extends ContractState> StateAndRef<T> onLedger(T state) {
        return onLedger(Draft.stateOf(state));
    }

    /** Puts a state on the ledger as it is, verified by nobody. */
    public static <T extends ContractState> StateAndRef<T> onLedger(TransactionState<T> state) {
        WireTransaction wire = new Draft()
                .output(state)
                .command(new Before(), NOTARY.getOwningKey())
                .toWire();
        SERVICES.recordTransactions(
                new SignedTransaction(wire, Collections.singletonList(signature(wire, NOTARY_KEYS))));
        return new StateAndRef<>(state, new StateRef(wire.getId(), 0));
    }

    /** The attachment that carries a contract's code, signed by the ledger's key. */
    public static SecureHash attachment(String contract) {
        return ATTACHMENTS.computeIfAbsent(
                contract,
                name -> ((MockCordappProvider) SERVICES.getCordappProvider())
                        .addMockCordapp(
                                name,
                                SERVICES.getAttachments(),
                                null,
                                Collections.singletonList(CODE_KEYS.getPublic()),
                                Collections.emptyMap()));
    }

    static SecureHash networkParametersHash() {
        return SERVICES.getNetworkParametersService().getCurrentHash();
    }

    static LedgerTransaction resolve(WireTransaction wire) throws FlowException {
        return wire.toLedgerTransaction(SERVICES);
    }

    /** A transaction with the signatures of the keys of these seeds. */
    public static SignedTransaction signed(WireTransaction wire, long... seeds) {
        List<TransactionSignature> signatures = new ArrayList<>();
        for (long seed : seeds) {
            signatures.add(signature(wire, keys(seed)));
        }
        return new SignedTransaction(wire, signatures);
    }

    /** A signature over a transaction. */
    public static TransactionSignature signature(WireTransaction wire, KeyPair keys) {
        int scheme = Crypto.findSignatureScheme(keys.getPublic()).getSchemeNumberID();
        try {
            return Crypto.doSign(keys, new SignableData(wire.getId(), new SignatureMetadata(12, scheme)));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("A fresh key signs.", unusable);
        }
    }

    /** Puts a jar among the node's attachments, as one that nobody has installed. */
    public static SecureHash attach(byte[] jar) {
        SecureHash id = SecureHash.sha256(jar);
        if (!SERVICES.getAttachments().hasAttachment(id)) {
            SERVICES.getAttachments().importAttachment(new ByteArrayInputStream(jar), "p2p", null);
        }
        return id;
    }

    /** An attachment of a stranger's that claims to be a contract's code, as an installed CorDapp's would be stored. */
    public static SecureHash strangersCode(String contract) {
        String path = contract.replace('.', '/') + ".class";
        byte[] jar = InternalTestUtilsKt.fakeAttachment(path, "a stranger's class", Collections.emptyMap());
        return SERVICES.getAttachments()
                .importContractAttachment(
                        Collections.singletonList(contract),
                        "app",
                        new ByteArrayInputStream(jar),
                        null,
                        Collections.singletonList(keys(66).getPublic()));
    }

    private static NetworkParameters parameters() {
        return new NetworkParameters(
                12,
                Collections.singletonList(new NotaryInfo(NOTARY, true)),
                10_485_760,
                10_485_760,
                Instant.EPOCH,
                1,
                Collections.emptyMap());
    }

    /** Stands for whatever brought a state onto the ledger. */
    public static final class Before extends TypeOnlyCommandData implements CommandData {}
}
