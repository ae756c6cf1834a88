package org.countersign.client.cli.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.r3.corda.lib.tokens.contracts.types.TokenType;
import net.corda.core.contracts.Amount;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentTest {
    @ParameterizedTest
    @CsvSource({"1000.00 GBP,100000,GBP,2", "1000 GBP,100000,GBP,2", "1.5 EUR,150,EUR,2", "500 JPY,500,JPY,0"})
    void anAmountIsCountedInTheSmallestUnitOfItsCurrency(String text, long units, String currency, int digits) {
        Amount<TokenType> amount = Payment.parse(text);

        assertThat(amount.getQuantity()).isEqualTo(units);
        assertThat(amount.getToken()).isEqualTo(new TokenType(currency, digits));
    }

    @Test
    void anAmountIsWrittenWithTheDecimalsOfItsCurrency() {
        assertThat(Payment.text(Payment.parse("1000 GBP"))).isEqualTo("1000.00 GBP");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1000.001 GBP|has 3 decimals; GBP has 2",
                "0.5 JPY|JPY has 0",
                "1,000 GBP|thousands separators",
                "-5 GBP|negative",
                "0.00 GBP|more than zero",
                "1000|no amount of money",
                "GBP 1000|no currency",
                "1000 gbp|capital letters",
                "1000 ABC|no currency of ISO 4217",
                "1 XAU|no currency of ISO 4217",
                "1 000 GBP|no amount of money",
                "9223372036854775807 GBP|more than the ledger can count",
            })
    void aWrongAmountIsRefusedWithItsReason(String text, String reason) {
        assertThatThrownBy(() -> Payment.parse(text))
                .hasMessageContaining(reason)
                .isInstanceOfSatisfying(Failure.class, failure -> {
                    assertThat(failure.code()).isEqualTo(FailureCode.AMOUNT_WRONG);
                    assertThat(failure.remedy()).isNotEmpty();
                });
    }
}
