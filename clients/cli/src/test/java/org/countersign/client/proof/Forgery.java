package org.countersign.client.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.corda.core.crypto.DigestService;
import net.corda.core.crypto.SecureHash;
import net.corda.core.transactions.ComponentGroup;
import net.corda.core.transactions.WireTransaction;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.contracts.validation.ReportSeal;
import org.countersign.workflows.ownership.proof.CertifiedIdentity;
import org.countersign.workflows.ownership.proof.OwnershipProof;
import org.countersign.workflows.ownership.proof.ProofSignature;
import org.countersign.workflows.ownership.proof.RevealedComponent;
import org.countersign.workflows.ownership.proof.TornGroup;
import org.countersign.workflows.ownership.proof.TornTransaction;

/** Changes to a proof that its makers would not make. */
final class Forgery {
    private Forgery() {}

    static OwnershipProof transactions(OwnershipProof proof, UnaryOperator<List<TornTransaction>> change) {
        return new OwnershipProof(
                proof.getStatement(),
                change.apply(new ArrayList<>(proof.getTransactions())),
                proof.getReports(),
                proof.getIdentities(),
                proof.getTrustRoot());
    }

    static OwnershipProof reports(OwnershipProof proof, UnaryOperator<List<ReportSeal>> change) {
        return new OwnershipProof(
                proof.getStatement(),
                proof.getTransactions(),
                change.apply(new ArrayList<>(proof.getReports())),
                proof.getIdentities(),
                proof.getTrustRoot());
    }

    static OwnershipProof identities(OwnershipProof proof, UnaryOperator<List<CertifiedIdentity>> change) {
        return new OwnershipProof(
                proof.getStatement(),
                proof.getTransactions(),
                proof.getReports(),
                change.apply(new ArrayList<>(proof.getIdentities())),
                proof.getTrustRoot());
    }

    static OwnershipProof signatures(OwnershipProof proof, UnaryOperator<List<ProofSignature>> change) {
        return transactions(proof, all -> {
            TornTransaction first = all.get(0);
            all.set(
                    0,
                    new TornTransaction(
                            first.getId(),
                            first.getGroupHashes(),
                            first.getGroups(),
                            change.apply(new ArrayList<>(first.getSignatures()))));
            return all;
        });
    }

    static OwnershipProof groups(OwnershipProof proof, UnaryOperator<List<TornGroup>> change) {
        return transactions(proof, all -> {
            TornTransaction first = all.get(0);
            all.set(
                    0,
                    new TornTransaction(
                            first.getId(),
                            first.getGroupHashes(),
                            change.apply(new ArrayList<>(first.getGroups())),
                            first.getSignatures()));
            return all;
        });
    }

    static OwnershipProof components(OwnershipProof proof, int group, UnaryOperator<List<RevealedComponent>> change) {
        return groups(proof, groups -> {
            groups.replaceAll(torn -> torn.getGroup() == group
                    ? new TornGroup(
                            group,
                            torn.getHeight(),
                            change.apply(new ArrayList<>(torn.getComponents())),
                            torn.getHidden())
                    : torn);
            return groups;
        });
    }

    static OwnershipProof hidden(OwnershipProof proof, int group, UnaryOperator<List<SecureHash>> change) {
        return groups(proof, groups -> {
            groups.replaceAll(torn -> torn.getGroup() == group
                    ? new TornGroup(
                            group,
                            torn.getHeight(),
                            torn.getComponents(),
                            change.apply(new ArrayList<>(torn.getHidden())))
                    : torn);
            return groups;
        });
    }

    /** Shows chosen components of a group, by a second implementation of the tear-off. */
    static TornGroup tear(WireTransaction transaction, int group, Set<Integer> shown) {
        List<OpaqueBytes> components = List.of();
        for (ComponentGroup candidate : transaction.getComponentGroups()) {
            components = candidate.getGroupIndex() == group ? List.copyOf(candidate.getComponents()) : components;
        }
        List<SecureHash> level = new ArrayList<>();
        List<RevealedComponent> revealed = new ArrayList<>();
        for (int index = 0; index < components.size(); index++) {
            OpaqueBytes bytes = new OpaqueBytes(components.get(index).getBytes());
            DigestService digests = transaction.getDigestService();
            SecureHash nonce = digests.componentHash(bytes, transaction.getPrivacySalt(), group, index);
            level.add(digests.componentHash(nonce, bytes));
            if (shown.contains(index)) {
                revealed.add(new RevealedComponent(index, nonce, bytes));
            }
        }
        int height = 0;
        while (1 << height < level.size()) {
            height++;
        }
        while (level.size() < 1 << height) {
            level.add(SecureHash.zeroHash);
        }
        List<SecureHash> hidden = new ArrayList<>();
        hide(level, 0, shown, hidden);
        return new TornGroup(group, height, revealed, hidden);
    }

    static SecureHash root(List<SecureHash> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int half = leaves.size() / 2;
        return root(leaves.subList(0, half)).hashConcat(root(leaves.subList(half, leaves.size())));
    }

    private static void hide(List<SecureHash> leaves, int first, Set<Integer> shown, List<SecureHash> hidden) {
        if (shown.stream().noneMatch(index -> index >= first && index < first + leaves.size())) {
            hidden.add(root(leaves));
        } else if (leaves.size() > 1) {
            int half = leaves.size() / 2;
            hide(leaves.subList(0, half), first, shown, hidden);
            hide(leaves.subList(half, leaves.size()), first + half, shown, hidden);
        }
    }
}
