package org.countersign.workflows.ownership.proof;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.corda.core.crypto.PartialMerkleTree;
import net.corda.core.crypto.PartialMerkleTree.PartialTree;
import net.corda.core.crypto.SecureHash;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.utilities.ByteArrays;
import net.corda.core.utilities.OpaqueBytes;

/** Picks the signatures that speak about what a tear-off shows, and leaves out everybody else's. */
final class ProofSignatures {
    private ProofSignatures() {}

    /**
     * The signatures by any of the keys, one per key, by ascending key bytes.
     *
     * @param transaction a recorded transaction
     * @param signers plain keys
     */
    static List<ProofSignature> by(SignedTransaction transaction, Collection<PublicKey> signers)
            throws OwnershipProofException {
        Set<String> wanted = signers.stream()
                .map(key -> ByteArrays.toHexString(key.getEncoded()))
                .collect(Collectors.toSet());
        Map<String, ProofSignature> found = new TreeMap<>();
        for (TransactionSignature signature : transaction.getSigs()) {
            String key = ByteArrays.toHexString(signature.getBy().getEncoded());
            if (wanted.contains(key) && !found.containsKey(key)) {
                found.put(key, proofSignature(transaction.getId(), signature));
            }
        }
        return new ArrayList<>(found.values());
    }

    private static ProofSignature proofSignature(SecureHash id, TransactionSignature signature)
            throws OwnershipProofException {
        return new ProofSignature(
                new OpaqueBytes(signature.getBy().getEncoded()),
                signature.getSignatureMetadata().getPlatformVersion(),
                signature.getSignatureMetadata().getSchemeNumberID(),
                new OpaqueBytes(signature.getBytes()),
                signature.getPartialMerkleTree() == null ? null : batchPath(id, signature.getPartialMerkleTree()));
    }

    private static BatchPath batchPath(SecureHash id, PartialMerkleTree batch) throws OwnershipProofException {
        SecureHash leaf = SecureHash.sha256(id.getBytes());
        List<SecureHash> siblings = new ArrayList<>();
        int index = descend(batch.getRoot(), leaf, siblings);
        if (index < 0) {
            throw new OwnershipProofException(
                    "A signature over a batch of transactions does not contain transaction " + id + ".",
                    "Ask the notary's operator for its record of this transaction.");
        }
        return new BatchPath(index, siblings);
    }

    /** Returns the leaf's index within the subtree and fills in the siblings from the leaf up, or returns -1. */
    private static int descend(PartialTree tree, SecureHash leaf, List<SecureHash> siblings) {
        if (tree instanceof PartialTree.IncludedLeaf) {
            return ((PartialTree.IncludedLeaf) tree).getHash().equals(leaf) ? 0 : -1;
        }
        if (!(tree instanceof PartialTree.Node)) {
            return -1;
        }
        PartialTree left = ((PartialTree.Node) tree).getLeft();
        PartialTree right = ((PartialTree.Node) tree).getRight();
        int index = descend(left, leaf, siblings);
        if (index >= 0) {
            siblings.add(root(right));
            return index;
        }
        index = descend(right, leaf, siblings);
        if (index < 0) {
            return -1;
        }
        siblings.add(root(left));
        return index + (1 << (siblings.size() - 1));
    }

    private static SecureHash root(PartialTree tree) {
        return PartialMerkleTree.Companion.rootAndUsedHashes(tree, new ArrayList<>());
    }
}
