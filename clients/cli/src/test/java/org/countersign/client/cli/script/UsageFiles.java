package org.countersign.client.cli.script;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What the usage files say about the commands that the client program carries out. */
public final class UsageFiles {
    private UsageFiles() {}

    /** All of them, by command. */
    public static Map<String, String> ofTheClient() {
        return byCommand(UsageFile::summary);
    }

    /** Their options, each as its names, what it takes and how often. */
    public static Map<String, List<String>> optionsOfTheClient() {
        return byCommand(file -> file.options().stream()
                .map(option -> option.names().stream().sorted().toList() + " "
                        + (option.value().isEmpty() ? "switch" : "value") + " " + option.occurs())
                .sorted()
                .toList());
    }

    /** Their arguments, by name. */
    public static Map<String, List<String>> argumentsOfTheClient() {
        return byCommand(UsageFile::arguments);
    }

    private static <T> Map<String, T> byCommand(Function<UsageFile, T> value) {
        Map<String, T> values = new TreeMap<>();
        UsageFile.all().stream()
                .filter(file -> file.runs().equals("client"))
                .forEach(file -> values.put(file.command(), value.apply(file)));
        return values;
    }
}
