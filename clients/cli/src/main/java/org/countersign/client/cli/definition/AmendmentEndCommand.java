package org.countersign.client.cli.definition;

import net.corda.core.flows.FlowLogic;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.command.Receipts;
import org.countersign.client.cli.rpc.Network;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.definition.AmendSecurityFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What {@code security complete} and {@code security withdraw} have in common: the end of an announced amendment. */
public abstract class AmendmentEndCommand extends LedgerCommand {
    private final Class<? extends FlowLogic<TransactionReceipt>> flow;
    private final boolean inForce;
    private final String told;

    @Parameters(index = "0", paramLabel = "SYMBOL")
    private String symbol;

    AmendmentEndCommand(Class<? extends FlowLogic<TransactionReceipt>> flow, boolean inForce, String told) {
        this.flow = flow;
        this.inForce = inForce;
        this.told = told;
    }

    @Override
    protected LedgerWork prepare(Network chosen) {
        return ledger -> Receipts.answer(
                ledger,
                ledger.run(flow, symbol),
                String.format(told, symbol),
                new Fields().with("security", symbol).with("inForce", inForce));
    }

    /** {@code security complete}: the announced amendment comes into force. */
    @Command(name = "complete")
    public static final class Complete extends AmendmentEndCommand {
        /** Made by picocli. */
        public Complete() {
            super(AmendSecurityFlow.Complete.class, true, "The amendment of %s is in force.");
        }
    }

    /** {@code security withdraw}: the announced amendment does not come. */
    @Command(name = "withdraw")
    public static final class Withdraw extends AmendmentEndCommand {
        /** Made by picocli. */
        public Withdraw() {
            super(AmendSecurityFlow.Withdraw.class, false, "The amendment of %s is withdrawn.");
        }
    }
}
