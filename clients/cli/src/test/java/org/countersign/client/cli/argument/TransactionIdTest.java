package org.countersign.client.cli.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.corda.core.crypto.SecureHash;
import org.countersign.client.cli.answer.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionIdTest {
    @Test
    void anIdIsReadInCapitalsOrNot() {
        SecureHash id = SecureHash.sha256("a transaction");

        assertThat(TransactionId.parse(id.toString())).isEqualTo(id);
        assertThat(TransactionId.parse(id.toString().toLowerCase(java.util.Locale.ROOT)))
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ABC", "ZZ", "0x12"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> TransactionId.parse(text))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("64 hexadecimal digits");
    }
}
