package org.countersign.language.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.countersign.language.CheckedSource;
import org.countersign.language.SecurityLanguage;
import org.countersign.language.Sources;
import org.countersign.language.check.Catalogue;
import org.countersign.language.interpret.Programs;
import org.countersign.language.source.SourceText;
import org.countersign.language.source.UnreadableSourceException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SourceFormatterTest {
    private static final SecurityLanguage LANGUAGE = new SecurityLanguage(Catalogue.ofLedger());

    static Iterable<String> securities() {
        return Sources.SECURITIES;
    }

    @ParameterizedTest
    @MethodSource("securities")
    @DisplayName("The three securities are laid out canonically")
    void theThreeSecuritiesAreCanonical(String name) throws UnreadableSourceException {
        assertThat(format(Sources.security(name))).isEqualTo(Sources.security(name));
    }

    @Test
    @DisplayName("Blanks and line ends are set anew, comments and empty lines stay, long clauses are divided")
    void layoutIsSetAnew() throws UnreadableSourceException {
        String formatted = format(String.join(
                "\n",
                "#   first\n\n",
                "security ACME \"ACME  plc\"",
                "issuer\t\"O=ACME, L=London, C=GB\" # who",
                "# how much",
                "currency GBP",
                "share\n",
                "votes 1",
                "compliance",
                "require   ( sanctions-clear )",
                "on issue,transfer",
                "require residence-allowed AT,BE, # within",
                " DE, DK, ES, FI, FR, GB, GR, HU, IE, IT, LU, NL, PL, PT, SE, SI, SK or investor-category\n",
                " professional",
                "validation",
                "attest ownership by \"registrars\"",
                "# last"));

        assertThat(formatted.split("\n", -1))
                .containsExactly(
                        "#   first",
                        "",
                        "security ACME \"ACME  plc\"",
                        "  issuer   \"O=ACME, L=London, C=GB\"  # who",
                        "  # how much",
                        "  currency GBP",
                        "",
                        "share",
                        "",
                        "  votes 1",
                        "",
                        "compliance",
                        "  require (sanctions-clear)",
                        "  on issue, transfer",
                        "    # within",
                        "    require residence-allowed AT, BE, DE, DK, ES, FI, FR, GB, GR, HU, IE, IT, LU, NL, PL,"
                                + " PT, SE,",
                        "            SI, SK or investor-category",
                        "",
                        "  professional",
                        "",
                        "validation",
                        "  attest ownership by \"registrars\"",
                        "# last",
                        "");
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    @Label("However a source is laid out, it is laid out alike, once is enough, and it means the same")
    void layoutIsCanonical(@ForAll Random random) throws UnreadableSourceException {
        String source = new Programs(Catalogue.ofLedger(), random).source();
        String scattered = scattered(source, random);
        CheckedSource checked = LANGUAGE.check(SourceText.of("made-up.security", scattered));
        Assume.that(checked.getModel().isPresent());

        String formatted = format(scattered);

        assertThat(format(formatted)).isEqualTo(formatted);
        assertThat(formatted.replaceAll("#[^\n]*\n", "").replaceAll("\\s+", ""))
                .isEqualTo(scattered.replaceAll("#[^\n]*\n", "").replaceAll("\\s+", ""));
        assertThat(formatted.split("#", -1)).hasSameSizeAs(scattered.split("#", -1));
        assertThat(LANGUAGE.check(SourceText.of("formatted.security", formatted))
                        .getModel())
                .isEqualTo(checked.getModel());
    }

    // Blanks, comments and line ends where they mean nothing.
    private static String scattered(String source, Random random) {
        StringBuilder scattered = new StringBuilder();
        boolean quoted = false;
        for (int position = 0; position < source.length(); position++) {
            char character = source.charAt(position);
            quoted ^= character == '"';
            boolean continues = source.startsWith(" and ", position) || source.startsWith(" or ", position);
            if (!quoted && continues && random.nextInt(3) == 0) {
                scattered.append(random.nextBoolean() ? " # why\n" : "\n\n\t");
            }
            scattered.append(character);
            if (!quoted && character == ' ' && random.nextInt(4) == 0) {
                scattered.append(random.nextBoolean() ? "  " : "\t");
            } else if (!quoted && character == ',' && source.charAt(position + 1) == ' ' && random.nextInt(4) == 0) {
                scattered.append("\n   # among others\n\n");
            } else if (character == '\n' && random.nextInt(4) == 0) {
                scattered.append(random.nextBoolean() ? "\n\n" : "  # next  \n");
            }
        }
        return scattered.toString();
    }

    private static String format(String text) throws UnreadableSourceException {
        return SourceFormatter.format(SourceText.of("test.security", text));
    }
}
