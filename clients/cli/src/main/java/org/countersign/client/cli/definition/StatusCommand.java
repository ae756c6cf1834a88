package org.countersign.client.cli.definition;

import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.command.Receipts;
import org.countersign.client.cli.control.OrderOptions;
import org.countersign.client.cli.rpc.Network;
import org.countersign.contracts.control.ControlOrder;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.workflows.definition.ChangeStatusFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What {@code security freeze} and {@code security unfreeze} have in common. */
public abstract class StatusCommand extends LedgerCommand {
    private final SecurityStatus target;
    private final String told;

    @Parameters(index = "0", paramLabel = "SYMBOL")
    private String symbol;

    @Mixin
    private OrderOptions order;

    StatusCommand(SecurityStatus target, String told) {
        this.target = target;
        this.told = told;
    }

    @Override
    protected LedgerWork prepare(Network chosen) {
        ControlOrder given = order.order();
        return ledger -> Receipts.answer(
                ledger,
                ledger.run(ChangeStatusFlow.Initiator.class, symbol, target, given),
                String.format(told, symbol),
                OrderOptions.document(
                        given, new Fields().with("security", symbol).with("status", target.name())));
    }

    /** {@code security freeze}: nothing of the security moves from then on. */
    @Command(name = "freeze")
    public static final class Freeze extends StatusCommand {
        /** Made by picocli. */
        public Freeze() {
            super(SecurityStatus.FROZEN, "Froze %s: nothing of it moves from now on.");
        }
    }

    /** {@code security unfreeze}: the security moves again. */
    @Command(name = "unfreeze")
    public static final class Unfreeze extends StatusCommand {
        /** Made by picocli. */
        public Unfreeze() {
            super(SecurityStatus.ACTIVE, "Unfroze %s: it moves again.");
        }
    }
}
