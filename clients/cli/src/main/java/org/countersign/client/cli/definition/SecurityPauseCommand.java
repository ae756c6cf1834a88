package org.countersign.client.cli.definition;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.command.Receipts;
import org.countersign.client.cli.control.OrderOptions;
import org.countersign.client.cli.rpc.Network;
import org.countersign.contracts.control.ControlOrder;
import org.countersign.workflows.definition.PauseSecurityFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code security pause}: nothing of the security moves until a moment that is stated, and then it does by itself. */
@Command(name = "pause")
public final class SecurityPauseCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "SYMBOL")
    private String symbol;

    @Option(names = "--until", required = true)
    private String until;

    @Mixin
    private OrderOptions order;

    @Override
    protected LedgerWork prepare(Network chosen) {
        Instant end = end();
        ControlOrder given = order.order();
        return ledger -> Receipts.answer(
                ledger,
                ledger.run(PauseSecurityFlow.Initiator.class, symbol, end, given),
                "Paused " + symbol + ": it moves again after " + end + ".",
                OrderOptions.document(
                        given,
                        new Fields()
                                .with("security", symbol)
                                .with("status", "PAUSED")
                                .with("pausedUntil", end)));
    }

    private Instant end() {
        try {
            return Instant.parse(until);
        } catch (DateTimeParseException e) {
            throw new Failure(
                    FailureCode.ARGUMENT_WRONG,
                    "'" + until + "' is no moment.",
                    "Write it as ISO 8601 in UTC, for example 2026-12-01T08:00:00Z.",
                    e);
        }
    }
}
