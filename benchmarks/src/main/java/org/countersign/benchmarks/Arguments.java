package org.countersign.benchmarks;

/** What the measurements' options have in common. */
final class Arguments {
    private Arguments() {}

    /**
     * The number in an option, or the end of the program with a remedy.
     *
     * @param argument the option with its value, as {@code --rounds=30}
     * @return from 1 to 9,999,999
     */
    static int number(String argument) {
        String value = argument.substring(argument.indexOf('=') + 1);
        if (!value.matches("[1-9][0-9]{0,6}")) {
            throw refused(argument + " is no number from 1 to 9999999; give one, as in "
                    + argument.substring(0, argument.indexOf('=') + 1) + "10.");
        }
        return Integer.parseInt(value);
    }

    /** Ends the program as wrong usage; declared to return so that callers can throw it. */
    static IllegalArgumentException refused(String problem) {
        System.err.println("countersign: " + problem);
        System.exit(2);
        return new IllegalArgumentException(problem);
    }
}
