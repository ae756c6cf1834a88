package org.countersign.oracles.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countersign.oracles.position.Trade;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketDataTest {
    @TempDir
    Path directory;

    private MarketFiles files;
    private MarketData data;

    @BeforeEach
    void configure() throws Exception {
        files = new MarketFiles(directory);
        data = new MarketData(Trade.settings(files.section()).section("data"));
    }

    private Rational value(String quantity, String currency) throws MarketDataException {
        return data.at(Trade.NOW).value(Trade.ACME, new BigDecimal(quantity), currency);
    }

    @Test
    @DisplayName("shares are worth their price each, debt the percentage of its nominal value")
    void quotations() throws Exception {
        assertThat(value("1000", "GBP")).isEqualTo(Rational.of(new BigDecimal("2500")));
        assertThat(data.at(Trade.NOW).value(Trade.NOTE, new BigDecimal("10"), "EUR"))
                .isEqualTo(Rational.of(new BigDecimal("9850")));
    }

    @Test
    @DisplayName("currencies are converted through the euro and without rounding")
    void conversion() throws Exception {
        // 2500 GBP / 0.80 = 3125 EUR, and 3125 EUR × 1.10 = 3437.50 USD
        assertThat(value("1000", "EUR")).isEqualTo(Rational.of(new BigDecimal("3125")));
        assertThat(value("1000", "USD")).isEqualTo(Rational.of(new BigDecimal("3437.5")));
    }

    @Test
    @DisplayName("the European Central Bank's own file of a day and of its history are understood")
    void publishedRates() throws Exception {
        // The beginnings of eurofxref.csv of 10 February 2023 and of eurofxref-hist.csv of 10 April 2019.
        files.write(
                "rates.csv",
                "Date, USD, JPY, BGN, CZK, DKK, GBP, \n10 February 2023, 1.0690, 139.88, 1.9558, 23.692, 7.4445, "
                        + "0.88348, \n");
        Rational million = Rational.of(new BigDecimal("1000000"));
        assertThat(data.at(java.time.Instant.parse("2023-02-13T08:00:00Z")).convert(million, "USD", "GBP"))
                .isEqualTo(million.times(new BigDecimal("0.88348")).dividedBy(new BigDecimal("1.0690")));
        files.write(
                "rates.csv",
                "Date,USD,JPY,BGN,CYP,CZK,\n2019-04-10,1.1279,125.38,1.9558,N/A,25.608,\n"
                        + "2019-04-09,1.1277,125.43,1.9558,N/A,25.607,\n");
        assertThat(data.at(java.time.Instant.parse("2019-04-10T16:00:00Z")).convert(million, "EUR", "USD"))
                .isEqualTo(Rational.of(new BigDecimal("1127900")));
        assertThatThrownBy(() ->
                        data.at(java.time.Instant.parse("2019-04-10T16:00:00Z")).convert(million, "EUR", "CYP"))
                .hasMessageContaining("no exchange rate of CYP");
    }

    @ParameterizedTest(name = "a price of {0} counts: {1}")
    @CsvSource({"2026-11-15,true", "2026-11-14,false", "2026-11-21,false", "2026-11-20,true"})
    void pricesGoStaleAtTheirAge(String date, boolean counts) throws Exception {
        files.write("prices.csv", "isin,symbol,price,currency,quotation,date\n,ACME,2.50,GBP,per-unit," + date + "\n");
        if (counts) {
            assertThat(value("1", "GBP")).isEqualTo(Rational.of(new BigDecimal("2.5")));
        } else {
            assertThatThrownBy(() -> value("1", "GBP")).isInstanceOf(MarketDataException.class);
        }
    }

    @Test
    @DisplayName("a file that changes is read again, and one that breaks is not replaced by what it said before")
    void filesAreReadAgain() throws Exception {
        assertThat(value("1", "GBP")).isEqualTo(Rational.of(new BigDecimal("2.5")));
        files.write("prices.csv", "isin,symbol,price,currency,quotation,date\n,ACME,3,GBP,per-unit,2026-11-20\n");
        assertThat(value("1", "GBP")).isEqualTo(Rational.of(new BigDecimal("3")));
        files.write("prices.csv", "isin,symbol,price,currency,quotation,date\n,ACME,-3,GBP,per-unit,2026-11-20\n");
        for (int again = 0; again < 2; again++) {
            assertThatThrownBy(() -> value("1", "GBP"))
                    .hasMessage("The file prices.csv, line 2, column price, is '-3'. Give a number above zero.");
        }
        Files.delete(directory.resolve("prices.csv"));
        assertThatThrownBy(() -> value("1", "GBP")).hasMessageContaining("prices.csv, cannot be read");
        Files.write(directory.resolve("prices.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> value("1", "GBP")).hasMessageContaining("not text in UTF-8");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "instruments.csv|symbol,isin,cfi,issuer,rating,currency;ACME,,XSVUFR,5493000IBP32UQZ0KL24,,GBP"
                        + "|line 2, column cfi",
                "instruments.csv|symbol,isin,cfi,issuer,rating,currency;ACME,,ESVUFR,5493000IBP32UQZ0KL25,,GBP"
                        + "|line 2, column issuer, is wrong: '5493000IBP32UQZ0KL25' has check digits 25",
                "instruments.csv|symbol,isin,cfi,issuer,rating,currency;ACME,US0378331004,ESVUFR,"
                        + "5493000IBP32UQZ0KL24,,GBP|line 2, column isin, is wrong",
                "instruments.csv|symbol,isin,cfi,issuer,rating,currency;ACME,,ESVUFR,5493000IBP32UQZ0KL24,,POUND"
                        + "|line 2, column currency, is 'POUND'",
                "prices.csv|isin,symbol,price,currency,quotation,date;,ACME,1,GBP,each,2026-11-20"
                        + "|line 2, column quotation",
                "prices.csv|isin,symbol,price,currency,quotation,date;,ACME,1,GBP,per-unit,20.11.2026"
                        + "|line 2, column date",
                "prices.csv|isin,symbol,price,currency,quotation,date;,ACME,1,GBP,per-unit,2026-11-20;,ACME,2,GBP,"
                        + "per-unit,2026-11-20|line 3, column date, has a second price",
                "rates.csv|Day,USD;20 November 2026,1|line 1, column Day",
                "rates.csv|Date,USD;20 November 2026,0|line 2, column USD"
            })
    void wrongFilesAreNamedWithTheirPlace(String file, String text, String told) {
        files.write(file, text.replace(';', '\n'));
        assertThatThrownBy(() -> data.at(Trade.NOW))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining(file)
                .hasMessageContaining(told);
    }
}
