package org.countersign.language.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.countersign.language.CheckedSource;
import org.countersign.language.Sources;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sources that are made to be checked for long: whoever is proposed one compiles it. */
class CheckingCostTest {
    private static CheckedSource check(String... compliance) {
        // Before there was a bound on the work as a whole, these took from minutes to hours.
        return assertTimeoutPreemptively(
                Duration.ofMinutes(1), () -> Sources.checkWithLedger(Sources.share(compliance)));
    }

    private static String each(int count, String separator, String text) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> text.replace("#", String.valueOf(number)))
                .collect(Collectors.joining(separator));
    }

    @Test
    @Tag("attack-32")
    @DisplayName("One block of as many rules as there can be, under as many conditions, is checked soon")
    void oneBlock() {
        assertThat(check(
                                "on transfer when " + each(230, " and ", "maximum-holders #"),
                                each(230, "\n", "require maximum-holding 100# units"))
                        .getDiagnostics())
                .isEmpty();
    }

    @Test
    @Tag("attack-32")
    @DisplayName("As many blocks as there can be, each with a condition, are checked soon")
    void manyBlocks() {
        assertThat(check(each(
                                95,
                                "\n",
                                "when allowed-persons \"#\"\n"
                                        + "require allowed-persons \"a#\" or allowed-persons \"b#\""))
                        .getDiagnostics())
                .isEmpty();
    }

    @Test
    @Tag("attack-32")
    @DisplayName("Alternatives that nearly exclude each other are checked soon")
    void alternatives() {
        assertThat(check(each(
                                80,
                                "\n",
                                "require allowed-persons \"#\" or allowed-persons \"x#\"\n"
                                        + "require denied-persons \"#\" or denied-persons \"x#\""))
                        .getDiagnostics())
                .isEmpty();
    }
}
