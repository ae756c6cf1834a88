package org.countersign.contracts.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CredentialStatusesTest {
    private static byte[] zlib(byte... bytes) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        }
        return out.toByteArray();
    }

    // The bytes of the Token Status List's example with two bits, without its entries of the fourth value.
    @Test
    @DisplayName("the lower index stands in the lower bits of a byte")
    void order() throws Exception {
        CredentialStatuses statuses = CredentialStatuses.read(zlib((byte) 0b00_01_10_01, (byte) 0b10_00_00_00), 8);
        assertThat(statuses.get(0)).isEqualTo(CredentialStatus.REVOKED);
        assertThat(statuses.get(1)).isEqualTo(CredentialStatus.SUSPENDED);
        assertThat(statuses.get(2)).isEqualTo(CredentialStatus.REVOKED);
        assertThat(statuses.get(3)).isEqualTo(CredentialStatus.VALID);
        assertThat(statuses.get(7)).isEqualTo(CredentialStatus.SUSPENDED);
    }

    @Test
    @DisplayName("a value without a meaning is refused wherever it stands")
    void fourthValue() {
        for (int shift = 0; shift < 8; shift += 2) {
            byte four = (byte) (3 << shift);
            assertThatThrownBy(() -> CredentialStatuses.read(zlib(four), 4)).hasMessageContaining("no meaning");
        }
    }

    @Property(tries = 200)
    void whatIsWrittenIsRead(@ForAll @Size(max = 40) Map<@IntRange(max = 1_023) Integer, CredentialStatus> withdrawn) {
        CredentialStatuses statuses = CredentialStatuses.allValid(1_024);
        Map<Integer, CredentialStatus> expected = new HashMap<>(withdrawn);
        for (Map.Entry<Integer, CredentialStatus> one : withdrawn.entrySet()) {
            statuses = statuses.with(one.getKey(), CredentialStatus.REVOKED).with(one.getKey(), one.getValue());
        }
        CredentialStatuses read = CredentialStatuses.read(statuses.compressed(), 1_024);
        assertThat(read).isEqualTo(statuses).hasSameHashCodeAs(statuses);
        for (int index = 0; index < 1_024; index++) {
            assertThat(read.get(index)).isEqualTo(expected.getOrDefault(index, CredentialStatus.VALID));
        }
    }
}
