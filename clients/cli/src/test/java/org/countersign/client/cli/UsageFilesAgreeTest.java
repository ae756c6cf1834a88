package org.countersign.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countersign.client.cli.script.UsageFiles;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

class UsageFilesAgreeTest {
    @Test
    void theProgramHasTheCommandsOfTheFilesAndNoOther() {
        assertThat(new TreeMap<>(programCommands()).keySet())
                .isEqualTo(UsageFiles.ofTheClient().keySet());
    }

    @Test
    void eachCommandHasTheOptionsOfItsFileAndNoOther() {
        Map<String, List<String>> program = new TreeMap<>();
        programCommands()
                .forEach((name, spec) -> program.put(
                        name,
                        spec.options().stream()
                                .map(UsageFilesAgreeTest::described)
                                .sorted()
                                .toList()));

        assertThat(program).isEqualTo(UsageFiles.optionsOfTheClient());
    }

    @Test
    void eachCommandTakesTheArgumentsOfItsFile() {
        Map<String, List<String>> program = new TreeMap<>();
        programCommands()
                .forEach((name, spec) -> program.put(
                        name,
                        spec.positionalParameters().stream()
                                .map(PositionalParamSpec::paramLabel)
                                .toList()));

        assertThat(program).isEqualTo(UsageFiles.argumentsOfTheClient());
    }

    private static String described(OptionSpec option) {
        List<String> names = new ArrayList<>(List.of(option.names()));
        names.sort(null);
        String takes = option.arity().max() == 0 ? "switch" : "value";
        String occurs = option.isMultiValue() ? "repeated" : option.required() ? "required" : "optional";
        return names + " " + takes + " " + occurs;
    }

    private static Map<String, CommandSpec> programCommands() {
        Map<String, CommandSpec> commands = new TreeMap<>();
        collect("", Commands.commandLine(), commands);
        return commands;
    }

    private static void collect(String prefix, CommandLine line, Map<String, CommandSpec> commands) {
        line.getSubcommands().forEach((name, sub) -> {
            if (sub.getSubcommands().isEmpty()) {
                commands.put(prefix + name, sub.getCommandSpec());
            } else {
                collect(prefix + name + " ", sub, commands);
            }
        });
    }
}
