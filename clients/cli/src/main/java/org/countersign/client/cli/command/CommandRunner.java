package org.countersign.client.cli.command;

import java.util.List;
import org.countersign.client.cli.answer.Outcome;

/** Carries out any command by its words, for a command that is made of others. */
@FunctionalInterface
public interface CommandRunner {
    /**
     * Carries out a command.
     *
     * @param session where it runs
     * @param words the command line, without the program's name
     * @return how it ended; nothing is thrown
     */
    Outcome run(Session session, List<String> words);
}
