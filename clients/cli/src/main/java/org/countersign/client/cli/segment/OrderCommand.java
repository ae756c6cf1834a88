package org.countersign.client.cli.segment;

import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.command.Receipts;
import org.countersign.client.cli.rpc.Network;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.workflows.segment.OrderFreezeFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code segment freeze} and {@code segment release} have in common: a regulator's order to the registrars. */
public abstract class OrderCommand extends LedgerCommand {
    private final SecurityStatus target;
    private final String told;

    @Parameters(index = "0", paramLabel = "SYMBOL")
    private String symbol;

    @Option(names = "--order", required = true)
    private String reference;

    @Option(names = "--document", required = true)
    private String document;

    OrderCommand(SecurityStatus target, String told) {
        this.target = target;
        this.told = told;
    }

    @Override
    protected LedgerWork prepare(Network chosen) {
        OrderDocument order = OrderDocument.read(document);
        return ledger -> Receipts.answer(
                ledger,
                ledger.run(OrderFreezeFlow.class, symbol, target, reference, order.digest()),
                String.format(told, symbol),
                new Fields()
                        .with("security", symbol)
                        .with("status", target.name())
                        .with("order", reference)
                        .with("document", order.digest()));
    }

    /** {@code segment freeze}: a regulator orders that nothing of a security moves. */
    @Command(name = "freeze")
    public static final class Freeze extends OrderCommand {
        /** Made by picocli. */
        public Freeze() {
            super(SecurityStatus.FROZEN, "The registrars froze %s by your order.");
        }
    }

    /** {@code segment release}: a regulator orders the end of a freeze that it has ordered. */
    @Command(name = "release")
    public static final class Release extends OrderCommand {
        /** Made by picocli. */
        public Release() {
            super(SecurityStatus.ACTIVE, "The registrars released %s by your order.");
        }
    }
}
