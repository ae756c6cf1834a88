package org.countersign.client.cli.answer;

import java.util.List;
import java.util.Map;

/**
 * What a command found or did.
 *
 * @param document the answer for scripts, one JSON object
 * @param lines the same for people
 * @param successful false if the answer tells of something that went wrong on the way, so that scripts notice
 */
public record Answer(Map<String, Object> document, List<String> lines, boolean successful) {
    /** Keeps copies, so that an answer does not change after it was given. */
    public Answer {
        lines = List.copyOf(lines);
    }

    /**
     * An answer of a few lines.
     *
     * @param fields the answer for scripts
     * @param lines the same for people
     * @return the answer
     */
    public static Answer of(Fields fields, String... lines) {
        return new Answer(fields.toMap(), List.of(lines), true);
    }

    /**
     * An answer of any number of lines.
     *
     * @param fields the answer for scripts
     * @param lines the same for people
     * @return the answer
     */
    public static Answer of(Fields fields, List<String> lines) {
        return new Answer(fields.toMap(), lines, true);
    }

    /** The same answer, told with an exit code of failure. */
    public Answer unsuccessful() {
        return new Answer(document, lines, false);
    }
}
