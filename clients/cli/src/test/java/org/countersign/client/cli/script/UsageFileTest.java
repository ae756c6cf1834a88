package org.countersign.client.cli.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UsageFileTest {
    static List<UsageFile> files() {
        return UsageFile.all();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileIsNamedAfterItsCommandAndSaysAllThatTheScriptNeeds(UsageFile file) {
        assertThat(file.command()).isEqualTo(file.file().replaceFirst("-", " "));
        assertThat(file.summary()).endsWith(".");
        assertThat(file.runs()).isIn("client", "network", "maven", "benchmark");
        assertThat(file.needs().split(" ")).isSubsetOf("", "build", "jdk8");
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyCommandHasAnExampleOfItself(UsageFile file) {
        assertThat(file.examples())
                .isNotEmpty()
                .allSatisfy(example -> assertThat(example).startsWith("./countersign " + file.command()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyOptionOfAnExampleExistsAndEveryRequiredOneIsUsed(UsageFile file) {
        for (String example : file.examples()) {
            List<String> used = new ArrayList<>();
            for (String word : example.split(" ", -1)) {
                if (word.matches("--?[a-z-]+") && !file.runs().equals("maven")) {
                    used.add(word);
                }
            }
            assertThat(file.options()).flatExtracting(UsageFile.Option::names).containsAll(used);
            assertThat(file.options())
                    .filteredOn(option -> option.occurs().equals("required"))
                    .allSatisfy(option -> assertThat(option.names()).containsAnyElementsOf(used));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyCommandForScriptsAnswersInJson(UsageFile file) {
        if (!file.runs().equals("maven")) {
            assertThat(file.options()).flatExtracting(UsageFile.Option::names).contains("--json", "--verbose");
        }
    }

    @Test
    void theOverviewListsEveryCommandOnce() {
        List<String> listed = new ArrayList<>();
        UsageFile.sections().forEach(section -> listed.addAll(List.of(section.split("\\|", -1)[1].split(" ", -1))));

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        UsageFile.all().stream().map(UsageFile::file).toList());
    }
}
