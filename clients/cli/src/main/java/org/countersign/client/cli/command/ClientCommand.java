package org.countersign.client.cli.command;

import org.countersign.client.cli.answer.Answer;

/** A command that this program carries out. Picocli fills in its options and arguments. */
public interface ClientCommand {
    /**
     * Does what the user asked.
     *
     * @param session where the command runs
     * @return what it found or did
     * @throws org.countersign.client.cli.answer.Failure if it cannot
     */
    Answer answer(Session session);
}
