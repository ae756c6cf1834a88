package org.countersign.contracts.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.corda.core.crypto.SecureHash;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MerkleHashTreeTest {
    /** The entries and roots that implementations of RFC 6962 have in common as test vectors. */
    private static final List<byte[]> KNOWN_ENTRIES = Arrays.asList(
            hex(""),
            hex("00"),
            hex("10"),
            hex("2021"),
            hex("3031"),
            hex("40414243"),
            hex("5051525354555657"),
            hex("606162636465666768696a6b6c6d6e6f"));

    private static final List<String> KNOWN_ROOTS = Arrays.asList(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Example
    void theRootsOfKnownEntriesAreTheKnownRoots() {
        for (int size = 0; size < KNOWN_ROOTS.size(); size++) {
            assertThat(MerkleHashTree.of(KNOWN_ENTRIES.subList(0, size)).root())
                    .as("root of %s entries", size)
                    .isEqualTo(SecureHash.create(KNOWN_ROOTS.get(size)));
        }
    }

    @Property
    void everyEntryHasAProofThatHoldsForItAloneAtItsPlaceAlone(
            @ForAll @IntRange(min = 1, max = 70) int size, @ForAll @IntRange(max = 69) int any) {
        MerkleHashTree tree = tree(size);
        int index = any % size;
        InclusionProof proof = tree.inclusionProof(index);
        assertThat(proof.proves(entry(index), tree.root())).isTrue();
        assertThat(proof.proves(entry(size), tree.root())).isFalse();
        assertThat(proof.proves(entry(index), tree(size + 1).root())).isFalse();
        for (int other = 0; other < size; other++) {
            assertThat(new InclusionProof(other, size, proof.getPath()).proves(entry(index), tree.root()))
                    .isEqualTo(other == index);
        }
    }

    @Property
    void aProofThatWasTouchedHoldsNoMore(
            @ForAll @IntRange(min = 2, max = 70) int size,
            @ForAll @IntRange(max = 69) int any,
            @ForAll @IntRange(max = 255) int bit) {
        MerkleHashTree tree = tree(size);
        int index = any % size;
        InclusionProof proof = tree.inclusionProof(index);
        for (List<SecureHash> touched : touched(proof.getPath(), bit)) {
            assertThat(new InclusionProof(index, size, touched).proves(entry(index), tree.root()))
                    .isFalse();
        }
    }

    @Property
    void aLargerTreeIsProvedToContinueEverySmallerOne(
            @ForAll @IntRange(min = 1, max = 70) int size, @ForAll @IntRange(max = 69) int any) {
        int older = 1 + any % size;
        ConsistencyProof proof = tree(size).consistencyProof(older);
        assertThat(proof.proves(tree(older).root(), tree(size).root())).isTrue();
        assertThat(proof.proves(tree(older + 1).root(), tree(size).root())).isFalse();
        assertThat(proof.proves(tree(older).root(), tree(size + 1).root())).isFalse();
    }

    @Property
    void aTreeThatChangedAnOlderEntryHasNoProof(
            @ForAll @IntRange(min = 2, max = 40) int size,
            @ForAll @IntRange(max = 39) int any,
            @ForAll @IntRange(max = 255) int bit) {
        int older = 1 + any % (size - 1);
        List<byte[]> entries = entries(size);
        entries.set(older - 1, entry(1_000));
        MerkleHashTree rewritten = MerkleHashTree.of(entries);
        assertThat(rewritten.consistencyProof(older).proves(tree(older).root(), rewritten.root()))
                .isFalse();
        ConsistencyProof proof = tree(size).consistencyProof(older);
        for (List<SecureHash> touched : touched(proof.getPath(), bit)) {
            assertThat(new ConsistencyProof(older, size, touched)
                            .proves(tree(older).root(), tree(size).root()))
                    .isFalse();
        }
    }

    @Example
    void aNodeIsNoLeaf() {
        MerkleHashTree two = tree(2);
        byte[] pair = new byte[64];
        System.arraycopy(MerkleHashTree.leafHash(entry(0)).getBytes(), 0, pair, 0, 32);
        System.arraycopy(MerkleHashTree.leafHash(entry(1)).getBytes(), 0, pair, 32, 32);
        assertThat(MerkleHashTree.of(Collections.singletonList(pair)).root()).isNotEqualTo(two.root());
    }

    @Example
    void placesAndSizesThatCannotBeAreRefused() {
        MerkleHashTree tree = tree(3);
        assertThatThrownBy(() -> tree.inclusionProof(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.inclusionProof(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.consistencyProof(0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.consistencyProof(4)).isInstanceOf(IndexOutOfBoundsException.class);
        List<SecureHash> longer = Collections.singletonList(
                SecureHash.create("SHA-512:" + String.join("", Collections.nCopies(64, "00"))));
        assertThatThrownBy(() -> new InclusionProof(0, 2, longer)).hasMessageContaining("is not of SHA-256");
    }

    // Every hash with a bit turned, one too few at either end, one too many at either end.
    private static List<List<SecureHash>> touched(List<SecureHash> path, int bit) {
        List<List<SecureHash>> touched = new ArrayList<>();
        for (int place = 0; place < path.size(); place++) {
            byte[] bytes = path.get(place).getBytes().clone();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            List<SecureHash> turned = new ArrayList<>(path);
            turned.set(place, new SecureHash.SHA256(bytes));
            touched.add(turned);
        }
        if (!path.isEmpty()) {
            touched.add(path.subList(1, path.size()));
            touched.add(path.subList(0, path.size() - 1));
        }
        List<SecureHash> before = new ArrayList<>(path);
        before.add(0, SecureHash.sha256("more"));
        touched.add(before);
        List<SecureHash> behind = new ArrayList<>(path);
        behind.add(SecureHash.sha256("more"));
        touched.add(behind);
        return touched;
    }

    private static MerkleHashTree tree(int size) {
        return MerkleHashTree.of(entries(size));
    }

    private static List<byte[]> entries(int size) {
        List<byte[]> entries = new ArrayList<>();
        for (int index = 0; index < size; index++) {
            entries.add(entry(index));
        }
        return entries;
    }

    private static byte[] entry(int index) {
        return ("entry " + index).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hex(String digits) {
        byte[] bytes = new byte[digits.length() / 2];
        for (int octet = 0; octet < bytes.length; octet++) {
            bytes[octet] = (byte) Integer.parseInt(digits.substring(2 * octet, 2 * octet + 2), 16);
        }
        return bytes;
    }
}
