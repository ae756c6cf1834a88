package org.countersign.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Paths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @Test
    void optionsAreUnderstoodInEitherForm() {
        CommandLine up = CommandLine.parse("up", "--fresh", "--topology", "a.conf", "--json");
        assertThat(up.isFresh()).isTrue();
        assertThat(up.getTopology()).contains(Paths.get("a.conf"));
        CommandLine logs = CommandLine.parse("logs", "--lines=7", "dealer-a", "--follow");
        assertThat(logs.getMember()).isEqualTo("dealer-a");
        assertThat(logs.getLines()).isEqualTo(7);
        assertThat(logs.isFollow()).isTrue();
    }

    @Test
    void whatIsNotGivenHasADefault() {
        assertThat(CommandLine.parse("logs", "dealer-a").getLines()).isEqualTo(50);
        assertThat(CommandLine.parse("up").isFresh()).isFalse();
        assertThat(CommandLine.parse("up").getTopology()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "launch",
                "up now",
                "up --quick",
                "down --fresh",
                "logs",
                "logs a b",
                "up --topology",
                "status --lines 3"
            })
    void whatIsWrongIsRefused(String line) {
        assertThatThrownBy(() -> CommandLine.parse(line.isEmpty() ? new String[0] : line.split(" ")))
                .isInstanceOf(OperatorException.class)
                .satisfies(error -> assertThat(((OperatorException) error).getCode())
                        .isEqualTo(OperatorException.Code.WRONG_USAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "many", "100001", "1.5"})
    void anImpossibleNumberOfLinesIsRefused(String lines) {
        assertThatThrownBy(() ->
                        CommandLine.parse("logs", "dealer-a", "--lines", lines).getLines())
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining(lines);
    }
}
