package org.countersign.client.cli.command;

import org.countersign.client.cli.answer.Answer;

/** The part of a command that needs the node. */
@FunctionalInterface
public interface LedgerWork {
    /**
     * Does the work.
     *
     * @param ledger the connected node
     * @return what the command answers
     */
    Answer on(Ledger ledger);
}
