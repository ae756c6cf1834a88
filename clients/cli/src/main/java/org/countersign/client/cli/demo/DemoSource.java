package org.countersign.client.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The source of the security that the story is about, under a symbol that the ledger does not have yet. */
final class DemoSource {
    private static final String TEMPLATE_SYMBOL = "security ACME ";

    private final Path file;
    private final List<String> lines;

    private DemoSource(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /**
     * Writes a source of its own for a symbol.
     *
     * @param template the source, under the symbol ACME
     * @param symbol the symbol that the security gets
     * @param directory where the file is written, in the symbol's lower case
     * @return the source as written
     */
    static DemoSource of(Path template, String symbol, Path directory) {
        try {
            String text = Files.readString(template).replace(TEMPLATE_SYMBOL, "security " + symbol + " ");
            Path file = directory.resolve(symbol.toLowerCase(Locale.ROOT) + ".security");
            Files.writeString(file, text);
            return new DemoSource(file, text.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is. */
    Path file() {
        return file;
    }

    /** What it says, line by line. */
    List<String> lines() {
        return lines;
    }
}
