package org.countersign.deploy;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arguments of a network command, checked. */
final class CommandLine {
    private static final int DEFAULT_LINES = 50;
    private static final int GREATEST_LINES = 100_000;
    private static final Map<String, List<String>> OPTIONS = new HashMap<>();

    static {
        OPTIONS.put("up", Arrays.asList("--topology", "--fresh"));
        OPTIONS.put("down", Collections.singletonList("--topology"));
        OPTIONS.put("status", Collections.singletonList("--topology"));
        OPTIONS.put("logs", Arrays.asList("--topology", "--lines", "--follow"));
    }

    private final String command;
    private final Map<String, String> options = new HashMap<>();
    private final List<String> operands = new ArrayList<>();

    private CommandLine(String command) {
        this.command = command;
    }

    /** Whether the arguments ask for JSON; known even of arguments that are wrong. */
    static boolean asksForJson(String[] arguments) {
        return Arrays.asList(arguments).contains("--json");
    }

    /** Whether the arguments ask for technical details. */
    static boolean asksForDetails(String[] arguments) {
        return Arrays.asList(arguments).contains("--verbose");
    }

    static CommandLine parse(String... arguments) {
        if (arguments.length == 0 || !OPTIONS.containsKey(arguments[0])) {
            throw wrong("The network commands are up, down, status and logs.");
        }
        CommandLine line = new CommandLine(arguments[0]);
        int next = 1;
        while (next < arguments.length) {
            next = line.take(arguments, next);
        }
        int operands = "logs".equals(line.command) ? 1 : 0;
        if (line.operands.size() != operands) {
            throw wrong(
                    operands == 0
                            ? "'" + line.command + "' takes no argument, but there is '" + line.operands.get(0) + "'."
                            : "'logs' takes one member, for example 'logs dealer-a'.");
        }
        return line;
    }

    /** Takes the argument at a position; gives the position after what it took. */
    private int take(String[] arguments, int position) {
        String argument = arguments[position];
        if (!argument.startsWith("--")) {
            operands.add(argument);
            return position + 1;
        }
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        if ("--json".equals(name) || "--verbose".equals(name)) {
            return position + 1;
        }
        if (!OPTIONS.get(command).contains(name)) {
            throw wrong("'" + command + "' has no option " + name + ".");
        }
        boolean flag = "--fresh".equals(name) || "--follow".equals(name);
        if (flag || equals >= 0) {
            options.put(name, flag ? "" : argument.substring(equals + 1));
            return position + 1;
        }
        if (position + 1 >= arguments.length) {
            throw wrong("The option " + name + " needs a value.");
        }
        options.put(name, arguments[position + 1]);
        return position + 2;
    }

    String getCommand() {
        return command;
    }

    Optional<Path> getTopology() {
        return Optional.ofNullable(options.get("--topology")).map(Paths::get);
    }

    boolean isFresh() {
        return options.containsKey("--fresh");
    }

    boolean isFollow() {
        return options.containsKey("--follow");
    }

    /** The member that the command is about. */
    String getMember() {
        return operands.get(0);
    }

    int getLines() {
        String lines = options.getOrDefault("--lines", String.valueOf(DEFAULT_LINES));
        if (!lines.matches("[1-9][0-9]{0,5}") || Integer.parseInt(lines) > GREATEST_LINES) {
            throw wrong("--lines is '" + lines + "', but must be a whole number from 1 to " + GREATEST_LINES + ".");
        }
        return Integer.parseInt(lines);
    }

    static OperatorException wrong(String what) {
        return new OperatorException(OperatorException.Code.WRONG_USAGE, what, "Try './countersign --help'.");
    }
}
