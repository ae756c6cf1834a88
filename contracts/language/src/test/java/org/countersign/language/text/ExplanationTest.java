package org.countersign.language.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.countersign.contracts.compliance.RuleCatalogue;
import org.countersign.contracts.compliance.RuleParameter;
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
        SecurityModel model =
                Sources.checkWithLedger(Sources.security(name)).getModel().orElseThrow(AssertionError::new);
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
                        "  Where the operation is issue and an acquirer resides in DE it is required that [line 11]",
                        "    (everybody who acquires or disposes has been screened and is on no sanctions list) and "
                                + "(the number of holders is at most 5 afterwards or "
                                + "(it is not so that maximum-concentration 10%)) [line 12]",
                        "    it is not so that (if (everybody who acquires or disposes has been screened and is on no "
                                + "sanctions list), then the number of holders is at most 7 afterwards) [line 13]");
    }

    @Test
    @DisplayName("Every rule of the ledger is told in a sentence that names each of its parameters and nothing else")
    void everyRuleHasASentence() {
        assertThat(RuleCatalogue.rules()).allSatisfy(rule -> {
            String sentence = RuleSentences.of(rule.getWord())
                    .orElseThrow(() -> new AssertionError("rule-sentences.properties has no " + rule.getWord()));
            List<String> named = new ArrayList<>();
            Matcher parameter = Pattern.compile("\\{([^}]*)}").matcher(sentence);
            while (parameter.find()) {
                named.add(parameter.group(1));
            }
            assertThat(named)
                    .as(rule.getWord())
                    .containsExactlyInAnyOrderElementsOf(rule.getParameters().stream()
                            .map(RuleParameter::getName)
                            .collect(Collectors.toList()));
        });
    }
}
