package org.countersign.language.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.countersign.language.Sources;
import org.countersign.language.TestRules;
import org.countersign.language.model.SecurityModel;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationTest {
    static Iterable<String> securities() {
        return Sources.SECURITIES;
    }

    @ParameterizedTest
    @MethodSource("securities")
    @DisplayName("The three securities are explained in the words that are on file")
    void explanationsAreAsOnFile(String name) throws IOException {
        SecurityModel model = Sources.model(Sources.security(name));
        String explained = String.join("\n", Explanation.of(model, TestRules.catalogue())) + "\n";
        Path golden = Sources.resource("explanations").resolve(name.replace(".security", ".txt"));
        if ("write".equals(System.getProperty("countersign.reference"))) {
            Files.write(golden, explained.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(explained).isEqualTo(Sources.read(golden));
    }

    @Test
    @DisplayName("Compositions are told so that they can be read in one way only")
    void compositionsAreUnambiguous() {
        List<String> lines = Explanation.of(
                Sources.model(Sources.share(
                        "on issue in DE",
                        "require sanctions-clear and (maximum-holders 5 or not maximum-concentration 10%)",
                        "forbid when sanctions-clear then maximum-holders 7")),
                TestRules.catalogue());

        assertThat(lines)
                .contains(
                        "  Where operation issue and acquirer-residence DE it is required: [line 11]",
                        "    sanctions-clear and (maximum-holders 5 or not maximum-concentration 10%) [line 12]",
                        "    not (if sanctions-clear, then maximum-holders 7) [line 13]");
    }
}
