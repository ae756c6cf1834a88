package org.countersign.contracts.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterTypeTest {
    static Stream<Arguments> written() {
        return Stream.of(
                Arguments.of(ParameterType.COUNT, 2000, "2000"),
                Arguments.of(ParameterType.QUANTITY, new BigDecimal("1E+3"), "1000"),
                Arguments.of(ParameterType.QUANTITY, new BigDecimal("0.500"), "0.5"),
                Arguments.of(ParameterType.PERCENTAGE, new BigDecimal("0.1"), "10%"),
                Arguments.of(ParameterType.PERCENTAGE, BigDecimal.ONE, "100%"),
                Arguments.of(ParameterType.PERCENTAGE, new BigDecimal("0.0025"), "0.25%"),
                Arguments.of(ParameterType.PERIOD, Period.ofYears(1), "12 months"),
                Arguments.of(ParameterType.PERIOD, Period.ofDays(1), "1 day"),
                Arguments.of(ParameterType.PERIOD, Period.of(1, 6, 40), "18 months 40 days"),
                Arguments.of(ParameterType.DATE, LocalDate.of(2027, 1, 31), "2027-01-31"),
                Arguments.of(ParameterType.TIME, LocalTime.of(17, 30), "17:30"),
                Arguments.of(ParameterType.ZONE, "Europe/Berlin", "Europe/Berlin"),
                Arguments.of(ParameterType.JURISDICTIONS, Arrays.asList("US-NY", "CH", "CH"), "CH US-NY"),
                Arguments.of(ParameterType.WEEKDAYS, Arrays.asList("FRIDAY", "MONDAY"), "MONDAY FRIDAY"),
                Arguments.of(ParameterType.DATES, Collections.emptyList(), "none"),
                Arguments.of(ParameterType.TEXT, "a \"b\"", "\"a \"\"b\"\"\""));
    }

    @ParameterizedTest
    @MethodSource("written")
    @DisplayName("Equal values are written alike")
    void valuesAreWritten(ParameterType type, Object value, String text) {
        assertThat(type.write(type.checked(value))).isEqualTo(text);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(ParameterType.COUNT, -1),
                Arguments.of(ParameterType.COUNT, 1_000_000_001),
                Arguments.of(ParameterType.QUANTITY, new BigDecimal("-0.1")),
                Arguments.of(ParameterType.QUANTITY, new BigDecimal("1E+41")),
                Arguments.of(ParameterType.QUANTITY, new BigDecimal("1E-41")),
                Arguments.of(ParameterType.PERCENTAGE, new BigDecimal("1.01")),
                Arguments.of(ParameterType.PERIOD, Period.ZERO),
                Arguments.of(ParameterType.PERIOD, Period.of(1, -1, 0)),
                Arguments.of(ParameterType.PERIOD, Period.ofYears(101)),
                Arguments.of(ParameterType.PERIOD, Period.of(Integer.MAX_VALUE, Integer.MAX_VALUE, 1)),
                Arguments.of(ParameterType.DATE, LocalDate.of(3000, 1, 1)),
                Arguments.of(ParameterType.TIME, LocalTime.of(9, 0, 1)),
                Arguments.of(ParameterType.ZONE, "Europe/Atlantis"),
                Arguments.of(ParameterType.ZONE, "CET"),
                Arguments.of(ParameterType.ZONE, "+01:00"),
                Arguments.of(ParameterType.JURISDICTIONS, Collections.singletonList("UK")),
                Arguments.of(ParameterType.JURISDICTIONS, Collections.singletonList("us")),
                Arguments.of(ParameterType.JURISDICTIONS, Collections.emptyList()),
                Arguments.of(ParameterType.CATEGORIES, Collections.singletonList("RICH")),
                Arguments.of(ParameterType.OPERATIONS, Collections.singletonList("SELL")),
                Arguments.of(ParameterType.WEEKDAYS, Collections.singletonList("Monday")),
                Arguments.of(ParameterType.DATES, Collections.singletonList("2026-02-30")),
                Arguments.of(ParameterType.NAMES, Collections.singletonList("two words")),
                Arguments.of(ParameterType.NAMES, Collections.nCopies(1_001, "x")),
                Arguments.of(ParameterType.NAMES, (Object) Collections.singletonList(7)),
                Arguments.of(ParameterType.TEXT, " "));
    }

    @ParameterizedTest
    @MethodSource("refused")
    @DisplayName("What a type does not take is refused with what it takes")
    void valuesAreRefused(ParameterType type, Object value) {
        assertThatThrownBy(() -> type.checked(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(".");
    }

    @Test
    @DisplayName("The countries are those of ISO 3166-1, 249 of them")
    void countriesAreThoseOfIso() {
        List<String> platform = Arrays.asList(Locale.getISOCountries());
        assertThat(Jurisdictions.countries()).hasSize(249);
        // The platform still knows the Netherlands Antilles, which ISO withdrew.
        assertThat(platform)
                .containsAll(Jurisdictions.countries())
                .filteredOn(code -> !code.equals("AN"))
                .hasSize(249);
    }

    @Test
    @DisplayName("A country contains its parts, and not the other way round")
    void countriesContainTheirParts() {
        List<String> list = Arrays.asList("CH", "US-NY");
        assertThat(Jurisdictions.contain(list, "CH-ZH")).isTrue();
        assertThat(Jurisdictions.contain(list, "US-NY")).isTrue();
        assertThat(Jurisdictions.contain(list, "US")).isFalse();
        assertThat(Jurisdictions.mayContain(list, "US")).isTrue();
        assertThat(Jurisdictions.mayContain(list, "US-CA")).isFalse();
        assertThat(Jurisdictions.mayContain(list, "CHX")).isFalse();
    }
}
