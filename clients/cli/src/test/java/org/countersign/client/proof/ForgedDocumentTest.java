package org.countersign.client.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import net.corda.core.contracts.PrivacySalt;
import net.corda.core.crypto.DigestService;
import net.corda.core.crypto.SecureHash;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.transactions.ComponentGroup;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.WireTransaction;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.workflows.ownership.proof.BatchPath;
import org.countersign.workflows.ownership.proof.OwnershipProof;
import org.countersign.workflows.ownership.proof.ProofSignature;
import org.countersign.workflows.ownership.proof.RevealedComponent;
import org.countersign.workflows.ownership.proof.TornGroup;
import org.countersign.workflows.ownership.proof.TornTransaction;
import org.junit.jupiter.api.Test;

/** Forgers who change a true proof. */
class ForgedDocumentTest extends Scene {
    private static final int OUTPUTS = 1;
    private static final int COMMANDS = 2;
    private static final int SIGNERS = 6;

    private final SignedTransaction sale = sale();
    private final OwnershipProof proof = world.prove(sale, 1);

    @Test
    void anotherOutputsIndexIsRefused() {
        OwnershipProof forged = Forgery.components(proof, OUTPUTS, components -> {
            RevealedComponent own = components.get(0);
            return List.of(new RevealedComponent(0, own.getNonce(), own.getBytes()));
        });

        assertThat(refusal(forged)).contains("What is revealed of outputs group of transaction");
    }

    @Test
    void anotherHoldingInPlaceOfTheProvenOneIsRefused() {
        RevealedComponent other = world.prove(sale, 0).getTransactions().get(0).getGroups().stream()
                .filter(group -> group.getGroup() == OUTPUTS)
                .findFirst()
                .orElseThrow()
                .getComponents()
                .get(0);
        OwnershipProof forged = Forgery.components(
                proof, OUTPUTS, any -> List.of(new RevealedComponent(1, other.getNonce(), other.getBytes())));

        assertThat(refusal(forged)).contains("does not lead to the group's hash");
    }

    @Test
    void aTearOffThatRevealsAnotherOutputIsRefused() {
        assertThat(refusal(showing(OUTPUTS, 0, 1))).contains("must reveal");
    }

    @Test
    void aTearOffThatRevealsAnotherCommandIsRefused() {
        assertThat(refusal(showingCommands(0, 1, 2)))
                .isEqualTo("The proven transaction reveals a command that is no attestation.");
    }

    @Test
    void aTearOffThatRevealsTheSignersOfAHiddenCommandIsRefused() {
        assertThat(refusal(showing(SIGNERS, 0, 1, 2)))
                .contains("does not reveal the signers of exactly the commands that it reveals");
    }

    @Test
    void aTearOffThatRevealsAnInputIsRefused() {
        assertThat(refusal(showing(0, 1))).isEqualTo("The proven transaction reveals inputs.");
    }

    @Test
    void aTearOffThatRevealsTheTimeWindowIsRefused() {
        assertThat(refusal(showing(5, 0))).contains("reveals timewindow group, which a proof has no use for");
    }

    @Test
    void aTearOffWithoutAnAttestationIsRefused() {
        OwnershipProof forged = showingCommands(2);

        assertThat(refusal(forged)).contains("has no attestation of IDENTITY, which the policy demands");
    }

    @Test
    void aTearOffWithAHeightOfItsOwnIsRefused() {
        OwnershipProof forged = Forgery.groups(proof, groups -> {
            groups.replaceAll(group ->
                    new TornGroup(group.getGroup(), group.getHeight() + 1, group.getComponents(), group.getHidden()));
            return groups;
        });

        assertThat(refusal(forged)).contains("lacks a hash");
    }

    @Test
    void aHashToSpareIsRefused() {
        OwnershipProof forged = Forgery.hidden(proof, OUTPUTS, hidden -> {
            hidden.add(SecureHash.zeroHash);
            return hidden;
        });

        assertThat(refusal(forged)).contains("hashes to spare");
    }

    @Test
    void aMissingHashIsRefused() {
        OwnershipProof forged = Forgery.hidden(proof, SIGNERS, hidden -> hidden.subList(1, hidden.size()));

        assertThat(refusal(forged)).contains("signers group of transaction");
    }

    @Test
    void anotherTransactionsIdIsRefused() {
        OwnershipProof forged = Forgery.transactions(proof, all -> {
            TornTransaction first = all.get(0);
            all.set(
                    0,
                    new TornTransaction(
                            SecureHash.sha256("another"),
                            first.getGroupHashes(),
                            first.getGroups(),
                            first.getSignatures()));
            return all;
        });

        assertThat(refusal(forged)).contains("The group hashes of transaction").contains("do not lead to its id");
    }

    @Test
    void aSignatureByAnotherKeyIsRefused() {
        OwnershipProof forged = Forgery.signatures(proof, signatures -> {
            ProofSignature first = signatures.get(0);
            signatures.set(0, with(first, signatures.get(1).getBytes().getBytes()));
            return signatures;
        });

        assertThat(refusal(forged)).contains("is not by the key it names");
    }

    @Test
    void aSignatureOverAnotherTransactionIsRefused() {
        TransactionSignature elsewhere = Draft.signature(SecureHash.sha256("another"), world.notary.keys());
        OwnershipProof forged = Forgery.signatures(proof, signatures -> {
            signatures.replaceAll(one -> isNotarys(one) ? with(one, elsewhere.getBytes()) : one);
            return signatures;
        });

        assertThat(refusal(forged)).contains("is not by the key it names");
    }

    @Test
    void aSignatureThatNothingDemandsIsRefused() {
        TransactionSignature sellers = Draft.signature(sale.getId(), world.seller.keys());
        OwnershipProof forged = Forgery.signatures(proof, signatures -> {
            signatures.add(new ProofSignature(
                    new OpaqueBytes(sellers.getBy().getEncoded()), 12, 4, new OpaqueBytes(sellers.getBytes()), null));
            signatures.sort((left, right) ->
                    left.getKey().toString().compareTo(right.getKey().toString()));
            return signatures;
        });

        assertThat(refusal(forged)).contains("carries a signature that nothing in the proof demands");
    }

    @Test
    void aMissingNotarysSignatureIsRefused() {
        OwnershipProof forged = Forgery.signatures(proof, signatures -> {
            signatures.removeIf(this::isNotarys);
            return signatures;
        });

        assertThat(refusal(forged)).contains("is not signed by its notary");
    }

    @Test
    void signaturesOutOfOrderAreRefused() {
        OwnershipProof forged = Forgery.signatures(proof, signatures -> {
            Collections.reverse(signatures);
            return signatures;
        });

        assertThat(refusal(forged)).contains("not in the order of their keys");
    }

    @Test
    void aDoubledSignatureIsRefused() {
        OwnershipProof forged = Forgery.signatures(proof, signatures -> {
            signatures.add(1, signatures.get(0));
            return signatures;
        });

        assertThat(refusal(forged)).contains("one per key");
    }

    @Test
    void aSignatureWithItsScalarBeyondTheOrderIsRefused() {
        OwnershipProof forged = Forgery.signatures(proof, signatures -> {
            signatures.set(
                    0,
                    with(
                            signatures.get(0),
                            malleated(signatures.get(0).getBytes().getBytes())));
            return signatures;
        });

        assertThat(refusal(forged)).contains("is not in canonical form");
    }

    @Test
    void aBatchThatDoesNotContainTheTransactionIsRefused() {
        OwnershipProof forged = Forgery.signatures(proof, signatures -> {
            signatures.replaceAll(one -> isNotarys(one)
                    ? new ProofSignature(
                            one.getKey(),
                            one.getPlatformVersion(),
                            one.getScheme(),
                            one.getBytes(),
                            new BatchPath(0, List.of(SecureHash.zeroHash)))
                    : one);
            return signatures;
        });

        assertThat(refusal(forged)).contains("is not by the key it names");
    }

    @Test
    void aTransactionThatNothingNeedsIsRefused() {
        OwnershipProof other = world.prove(sale(), 1);
        OwnershipProof forged = Forgery.transactions(proof, all -> {
            all.add(other.getTransactions().get(0));
            all.subList(1, all.size())
                    .sort((left, right) ->
                            left.getId().toString().compareTo(right.getId().toString()));
            return all;
        });

        assertThat(refusal(forged)).contains("which nothing in the proof needs");
    }

    @Test
    void aMissingTransactionIsRefused() {
        for (int index = 1; index < proof.getTransactions().size(); index++) {
            int missing = index;
            OwnershipProof forged = Forgery.transactions(proof, all -> {
                all.remove(missing);
                return all;
            });

            assertThat(refusal(forged)).contains("The document lacks transaction");
        }
    }

    @Test
    void anIdentityThatNothingNeedsIsRefused() {
        OwnershipProof sellers = world.prove(sale, 0);
        OwnershipProof forged = Forgery.identities(proof, any -> {
            any.addAll(sellers.getIdentities().stream()
                    .filter(identity -> identity.getName().equals(Actor.name("Seller Bank")))
                    .toList());
            return any;
        });

        assertThat(refusal(forged)).contains("an identity that nothing in the proof needs: O=Seller Bank");
    }

    @Test
    void aMissingIdentityIsRefused() {
        for (int index = 0; index < proof.getIdentities().size(); index++) {
            int missing = index;
            OwnershipProof forged = Forgery.identities(proof, all -> {
                all.remove(missing);
                return all;
            });

            assertThat(refusal(forged)).contains("no certificate path for the key of");
        }
    }

    @Test
    void anotherRootIsRefused() throws Exception {
        CertificateForge other = CertificateForge.root("O=Root,L=London,C=GB", World.USUAL);
        OwnershipProof forged = new OwnershipProof(
                proof.getStatement(),
                proof.getTransactions(),
                proof.getReports(),
                proof.getIdentities(),
                new OpaqueBytes(other.certificate().getEncoded()));

        assertThat(refusal(forged)).contains("The document is of another network");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() ->
                        OwnershipProofVerifier.verify(OwnershipProofDocument.from(forged), java.util.Optional.empty())))
                .isInstanceOf(ProofRefusedException.class)
                .hasMessageContaining("does not lead to the trust root");
    }

    @Test
    void aStatementThatSaysMoreThanTheEvidenceIsRefused() throws Exception {
        String file = OwnershipProofDocument.from(proof).toJson();
        String inflated = file.replaceFirst("\"quantity\": \"25.00\"", "\"quantity\": \"2500.00\"");
        String renamed = file.replaceFirst("\"holder\": \"O=Buyer Bank", "\"holder\": \"O=Central Bank");
        String shifted = file.replaceFirst("\"validUntil\": \"2025", "\"validUntil\": \"2035");

        assertThat(refusal(reread(inflated)))
                .isEqualTo("The statement's \"quantity\" differs from the evidence, which says \"25.00\".");
        assertThat(refusal(reread(renamed))).contains("The statement's \"holder\" differs from the evidence");
        assertThat(refusal(reread(shifted))).contains("The statement's \"validUntil\" differs from the evidence");
    }

    @Test
    void aComponentBeyondAllMeasureIsRefusedUndecoded() {
        OpaqueBytes huge = new OpaqueBytes(new byte[LedgerDecoder.LARGEST + 1]);

        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> LedgerDecoder.decode(huge, List.class, "The component")))
                .isInstanceOf(ProofRefusedException.class)
                .hasMessage("The component has 524289 bytes; a component may have 524288.");
    }

    private static OwnershipProof reread(String file) throws ProofRefusedException {
        return OwnershipProofDocument.parse(file.getBytes(StandardCharsets.UTF_8))
                .proof();
    }

    @Test
    void bytesThatAreNoLedgerObjectAreRefusedThoughTheirPathHolds() {
        OpaqueBytes garbage = new OpaqueBytes("corda\u0001\u0000\u0000garbage".getBytes(StandardCharsets.UTF_8));
        WireTransaction wire = new WireTransaction(
                sale.getTx().getComponentGroups().stream()
                        .map(group -> group.getGroupIndex() == COMMANDS
                                ? new ComponentGroup(COMMANDS, Collections.nCopies(3, garbage))
                                : group)
                        .toList(),
                new PrivacySalt(),
                DigestService.Companion.getSha2_256());
        List<SecureHash> roots = new ArrayList<>();
        for (int group = 0; group < 9; group++) {
            // Every group of this transaction has components.
            List<SecureHash> root = Forgery.tear(wire, group, Set.of()).getHidden();
            roots.add(root.get(0));
        }
        OwnershipProof forged = Forgery.transactions(proof, all -> {
            all.set(
                    0,
                    new TornTransaction(
                            wire.getId(),
                            roots,
                            List.of(
                                    Forgery.tear(wire, OUTPUTS, Set.of(1)),
                                    Forgery.tear(wire, COMMANDS, Set.of(1)),
                                    Forgery.tear(wire, SIGNERS, Set.of(1))),
                            List.of()));
            return all;
        });

        assertThat(refusal(forged)).isEqualTo("Command 1 of transaction " + wire.getId() + " is no CommandData.");
    }

    /** The proof with a group torn off anew. */
    private OwnershipProof showing(int group, Integer... indices) {
        TornGroup torn = Forgery.tear(sale.getTx(), group, Set.of(indices));
        return Forgery.groups(proof, groups -> {
            groups.removeIf(old -> old.getGroup() == group);
            groups.add(torn);
            groups.sort(Comparator.comparing(TornGroup::getGroup));
            return groups;
        });
    }

    /** The proof with both groups that a command consists of torn off anew. */
    private OwnershipProof showingCommands(Integer... indices) {
        TornGroup commands = Forgery.tear(sale.getTx(), COMMANDS, Set.of(indices));
        TornGroup signers = Forgery.tear(sale.getTx(), SIGNERS, Set.of(indices));
        return Forgery.groups(proof, groups -> List.of(groups.get(0), commands, signers));
    }

    private boolean isNotarys(ProofSignature signature) {
        return Arrays.equals(
                signature.getKey().getBytes(), world.notary.keys().getPublic().getEncoded());
    }

    private static ProofSignature with(ProofSignature signature, byte[] bytes) {
        return new ProofSignature(
                signature.getKey(),
                signature.getPlatformVersion(),
                signature.getScheme(),
                new OpaqueBytes(bytes),
                signature.getBatch());
    }

    /** Adds the group's order to the scalar: the same signature to a lenient verifier. */
    private static byte[] malleated(byte[] signature) {
        BigInteger order = BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));
        byte[] reversed = new byte[32];
        for (int index = 0; index < 32; index++) {
            reversed[index] = signature[63 - index];
        }
        byte[] sum = new BigInteger(1, reversed).add(order).toByteArray();
        byte[] malleated = Arrays.copyOf(signature, 64);
        Arrays.fill(malleated, 32, 64, (byte) 0);
        for (int index = 0; index < sum.length && index < 32; index++) {
            malleated[32 + index] = sum[sum.length - 1 - index];
        }
        return malleated;
    }
}
