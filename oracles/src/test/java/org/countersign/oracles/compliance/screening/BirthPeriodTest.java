package org.countersign.oracles.compliance.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BirthPeriodTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "10 Dec 1948, 1948-12-10",
        "Dec 1948, 1948-12-01..1948-12-31",
        "1948, 1948-01-01..1948-12-31",
        "circa 1948, 1947-01-01..1949-12-31",
        "circa Dec 1948, 1947-12-01..1949-12-31",
        "1963 to 1965, 1963-01-01..1965-12-31",
        "1963-1965, 1963-01-01..1965-12-31",
        "12 Aug 1962 to 12 Aug 1963, 1962-08-12..1963-08-12",
        "1948-12-10, 1948-12-10",
        "1948-12, 1948-12-01..1948-12-31",
        "1948-00-00, 1948-01-01..1948-12-31",
        "1965 to 1963, 1963-01-01..1965-12-31"
    })
    void whatListsWrite(String text, String period) {
        assertThat(BirthPeriod.parse(text).map(BirthPeriod::toString)).contains(period);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "30 Feb 1948", "48", "10 Xyz 1948", " to ", "1948-13-01"})
    void whatTellsNothing(String text) {
        assertThat(BirthPeriod.parse(text)).isEmpty();
    }

    @Test
    @DisplayName("a day is within a period or not, and so is its year")
    void contains() {
        BirthPeriod period = BirthPeriod.parse("10 Dec 1948").get();
        assertThat(period.contains(LocalDate.of(1948, 12, 10))).isTrue();
        assertThat(period.contains(LocalDate.of(1948, 10, 12))).isFalse();
        assertThat(period.containsYearOf(LocalDate.of(1948, 10, 12))).isTrue();
        assertThat(period.containsYearOf(LocalDate.of(1949, 1, 1))).isFalse();
    }
}
