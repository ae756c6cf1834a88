package org.countersign.client.cli.definition;

import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.workflows.definition.FindSecurityFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code security show}: one security, asked from the registrars if the member does not know it. */
@Command(name = "show")
public final class SecurityShowCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "SYMBOL")
    private String symbol;

    @Override
    protected LedgerWork prepare(Network chosen) {
        return ledger -> {
            SecurityDefinitionState definition = ledger.run(FindSecurityFlow.class, symbol);
            return Answer.of(Definitions.document(definition), Definitions.lines(ledger, definition));
        };
    }
}
