package org.countersign.client.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever byte of a proof changes, the proof is refused. */
class EveryByteCountsTest {
    private static final Scene SCENE = new Scene();
    private static final OwnershipProofDocument DOCUMENT =
            OwnershipProofDocument.from(SCENE.world.prove(SCENE.sale(), 1));
    private static final byte[] FILE = DOCUMENT.toJson().getBytes(StandardCharsets.UTF_8);

    @Example
    void theUnchangedProofIsAccepted() {
        assertThat(isAccepted(FILE)).isTrue();
    }

    @Example
    void aFlipOfABitOfEveryTwentyThirdByteIsRefused() {
        List<String> accepted = new ArrayList<>();
        int bit = 0;
        for (int position = 0; position < FILE.length; position += 23) {
            byte[] flipped = FILE.clone();
            flipped[position] ^= (byte) (1 << bit);
            bit = (bit + 1) % 8;
            if (isAccepted(flipped)) {
                accepted.add("byte " + position);
            }
        }
        assertThat(accepted).isEmpty();
    }

    @Property(tries = 500)
    void aRandomByteInPlaceOfAnyIsRefused(@ForAll @IntRange(max = 10_000_000) int place, @ForAll byte value) {
        int position = place % FILE.length;
        byte[] changed = FILE.clone();
        changed[position] = value == changed[position] ? (byte) ~value : value;

        assertThat(isAccepted(changed)).isFalse();
    }

    @Property(tries = 100)
    void aByteLessOrMoreIsRefused(@ForAll @IntRange(max = 10_000_000) int place, @ForAll boolean more) {
        int position = place % FILE.length;
        byte[] changed = new byte[more ? FILE.length + 1 : FILE.length - 1];
        System.arraycopy(FILE, 0, changed, 0, position);
        if (more) {
            changed[position] = FILE[position];
            System.arraycopy(FILE, position, changed, position + 1, FILE.length - position);
        } else {
            System.arraycopy(FILE, position + 1, changed, position, FILE.length - position - 1);
        }

        assertThat(isAccepted(changed)).isFalse();
    }

    @Example
    void anotherValueInPlaceOfAnyIsRefusedThoughTheDocumentIsWellFormed() throws Exception {
        int values = count(JsonReader.read(FILE));
        assertThat(values).isGreaterThan(200);
        for (int index = 0; index < values; index++) {
            Changer changer = new Changer(index);
            Json changed = changer.change(JsonReader.read(FILE));

            assertThat(isAccepted(changed.document().getBytes(StandardCharsets.UTF_8)))
                    .as("value %d, %s", index, changer.what)
                    .isFalse();
        }
    }

    private static boolean isAccepted(byte[] file) {
        try {
            OwnershipProofVerifier.verify(OwnershipProofDocument.parse(file), Optional.of(SCENE.world.trustRoot()));
            return true;
        } catch (ProofRefusedException refused) {
            return false;
        }
    }

    private static int count(Json value) {
        if (value instanceof Json.Structure structure) {
            return structure.fields().values().stream()
                    .mapToInt(EveryByteCountsTest::count)
                    .sum();
        } else if (value instanceof Json.Sequence sequence) {
            return sequence.elements().stream()
                    .mapToInt(EveryByteCountsTest::count)
                    .sum();
        }
        return 1;
    }

    /** Copies a document with its n-th value changed. */
    private static final class Changer {
        private int left;
        private String what;

        Changer(int index) {
            left = index;
        }

        Json change(Json value) {
            if (value instanceof Json.Structure structure) {
                Json.Structure copy = new Json.Structure();
                for (Map.Entry<String, Json> field : structure.fields().entrySet()) {
                    copy.with(field.getKey(), change(field.getValue()));
                }
                return copy;
            } else if (value instanceof Json.Sequence sequence) {
                Json.Sequence copy = new Json.Sequence();
                sequence.elements().forEach(element -> copy.with(change(element)));
                return copy;
            }
            if (left-- != 0) {
                return value;
            }
            what = value.toString();
            if (value instanceof Json.Number number) {
                return new Json.Number(number.value() + 1);
            } else if (value instanceof Json.Text text) {
                // Base64, hexadecimal digits, names and instants all stay well formed.
                int middle = text.value().length() / 2;
                char found = text.value().charAt(middle);
                char other = found == 'A' || found == '1' ? 'B' : Character.isDigit(found) ? '1' : 'A';
                return new Json.Text(
                        text.value().substring(0, middle) + other + text.value().substring(middle + 1));
            }
            return new Json.Text("A");
        }
    }
}
