package org.countersign.client.proof;

import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import net.corda.client.rpc.CordaRPCClient;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.CommandData;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.PrivacySalt;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.contracts.TransactionState;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.DigestService;
import net.corda.core.crypto.MerkleTree;
import net.corda.core.crypto.MerkleTreeException;
import net.corda.core.crypto.PartialMerkleTree;
import net.corda.core.crypto.SecureHash;
import net.corda.core.crypto.SignableData;
import net.corda.core.crypto.SignatureMetadata;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.identity.Party;
import net.corda.core.internal.TransactionUtilsKt;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.WireTransaction;
import net.corda.core.utilities.NetworkHostAndPort;

/** A transaction being put together by hand; nothing verifies it. */
final class Draft {
    static {
        // Connects to nobody: it prepares Corda's serialisation, unless another test of this process has done so.
        CordaRPCClient unused = new CordaRPCClient(NetworkHostAndPort.parse("127.0.0.1:1"));
    }

    private final List<StateRef> inputs = new ArrayList<>();
    private final List<TransactionState<ContractState>> outputs = new ArrayList<>();
    private final List<Command<?>> commands = new ArrayList<>();
    private final List<StateRef> references = new ArrayList<>();
    private final Party notary;
    private TimeWindow window;

    Draft(Party notary) {
        this.notary = notary;
    }

    Draft input(StateRef ref) {
        inputs.add(ref);
        return this;
    }

    Draft output(TransactionState<ContractState> state) {
        outputs.add(state);
        return this;
    }

    Draft command(CommandData data, List<PublicKey> signers) {
        commands.add(new Command<>(data, signers));
        return this;
    }

    Draft reference(StateRef ref) {
        references.add(ref);
        return this;
    }

    Draft window(TimeWindow bounds) {
        window = bounds;
        return this;
    }

    SignedTransaction sign(List<KeyPair> signers) {
        WireTransaction wire = new WireTransaction(
                TransactionUtilsKt.createComponentGroups(
                        inputs,
                        outputs,
                        commands,
                        List.of(SecureHash.sha256("a jar")),
                        notary,
                        window,
                        references,
                        SecureHash.sha256("parameters")),
                new PrivacySalt(),
                DigestService.Companion.getSha2_256());
        List<TransactionSignature> signatures = new ArrayList<>();
        for (KeyPair signer : signers) {
            signatures.add(signature(wire.getId(), signer));
        }
        return new SignedTransaction(wire, signatures);
    }

    static TransactionSignature signature(SecureHash id, KeyPair signer) {
        SignatureMetadata metadata = new SignatureMetadata(
                12, Crypto.findSignatureScheme(signer.getPublic()).getSchemeNumberID());
        try {
            return Crypto.doSign(signer, new SignableData(id, metadata));
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** A signature over a batch of transactions, this one at a position among others. */
    static TransactionSignature batchSignature(SecureHash id, int position, int size, KeyPair signer) {
        List<SecureHash> leaves = new ArrayList<>();
        for (int index = 0; index < size; index++) {
            leaves.add(SecureHash.sha256(index == position ? id.getBytes() : new byte[] {(byte) index}));
        }
        try {
            MerkleTree tree = MerkleTree.Companion.getMerkleTree(leaves);
            TransactionSignature root = signature(tree.getHash(), signer);
            return new TransactionSignature(
                    root.getBytes(),
                    root.getBy(),
                    root.getSignatureMetadata(),
                    PartialMerkleTree.Companion.build(tree, List.of(leaves.get(position))));
        } catch (MerkleTreeException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
