package org.countersign.client.cli.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({"1000,1000", "0.25,0.25", "1.50,1.50", "007,7"})
    void plainDecimalNumbersAreRead(String text, BigDecimal expected) {
        assertThat(Quantity.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,000|thousands separators",
                "1'000|thousands separators",
                "1_000_000|thousands separators",
                "1,000.50|thousands separators",
                "-5|negative",
                "0,5|the decimal mark is a point",
            })
    void aFrequentMistakeIsNamed(String text, String named) {
        assertThatThrownBy(() -> Quantity.parse(text))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(text)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "x", "1e3", "+5", ".5", "5.", "0x10", "1 000", "NaN", "٣", "1.12345678901", "0", "0.00"
            })
    void everythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Quantity.parse(text)).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.code()).isEqualTo(FailureCode.AMOUNT_WRONG);
            assertThat(failure.code().exitCode()).isEqualTo(1);
            assertThat(failure.remedy()).contains("1000");
        });
    }

    @Test
    void numbersTooLongToBeMeantAreRefused() {
        assertThatThrownBy(() -> Quantity.parse("1".repeat(20))).isInstanceOf(Failure.class);
    }
}
