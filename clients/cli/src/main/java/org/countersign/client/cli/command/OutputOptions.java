package org.countersign.client.cli.command;

import picocli.CommandLine.Option;

/**
 * How a command answers; every command of this program has these options.
 *
 * <p>They are read before a command line is understood, because a command line that is not understood is answered in
 * the same way. So a command itself need not know them.
 */
public final class OutputOptions {
    /** Standard output gets exactly one JSON document. */
    public static final String JSON = "--json";

    /** The technical cause of a failure is shown. */
    public static final String VERBOSE = "--verbose";

    @Option(names = JSON)
    private boolean json;

    @Option(names = VERBOSE)
    private boolean verbose;

    /** Whether standard output gets exactly one JSON document. */
    public boolean json() {
        return json;
    }

    /** Whether the technical cause of a failure is shown. */
    public boolean verbose() {
        return verbose;
    }
}
