package org.countersign.client.cli.compliance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.identity.Party;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.answer.Table;
import org.countersign.client.cli.argument.Quantity;
import org.countersign.client.cli.command.ClientCommand;
import org.countersign.client.cli.command.Ledger;
import org.countersign.client.cli.command.NetworkOptions;
import org.countersign.client.cli.command.OutputOptions;
import org.countersign.client.cli.command.Session;
import org.countersign.client.cli.rpc.Member;
import org.countersign.client.cli.rpc.Network;
import org.countersign.workflows.compliance.ComplianceExplanation;
import org.countersign.workflows.compliance.ExplainComplianceFlow;
import org.countersign.workflows.compliance.ExplainedRequirement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code comply explain}: what would come of a transaction, rule by rule, before there is one. */
@Command(name = "explain")
public final class ComplyExplainCommand implements ClientCommand {
    @Option(names = "--security", required = true)
    private String symbol;

    @Option(names = "--from")
    private String giver;

    @Option(names = "--from-account")
    private String fromAccount;

    @Option(names = "--to", required = true)
    private String taker;

    @Option(names = "--to-account")
    private String toAccount;

    @Option(names = "--amount", required = true)
    private String amount;

    @Option(names = "--at")
    private String at;

    @Option(names = "--as")
    private String self;

    @Mixin
    private NetworkOptions network;

    // Accepted here, obeyed by Main, which answers also when a command line is not understood.
    @Mixin
    @SuppressWarnings("UnusedVariable")
    private OutputOptions output;

    @Override
    public Answer answer(Session session) {
        BigDecimal quantity = Quantity.parse(amount);
        Instant time = at == null ? null : time(at);
        Network chosen = network.in(session);
        Member from = chosen.member(giver());
        Member to = chosen.member(taker);
        return Ledger.of(
                session, chosen, from, ledger -> told(explanation(ledger, quantity, ledger.party(to), time), symbol));
    }

    // A flow cannot be started by RPC with an argument that is null.
    private ComplianceExplanation explanation(Ledger ledger, BigDecimal quantity, Party to, Instant time) {
        if (fromAccount == null && toAccount == null) {
            return time == null
                    ? ledger.run(ExplainComplianceFlow.class, symbol, to, quantity)
                    : ledger.run(ExplainComplianceFlow.class, symbol, to, quantity, time);
        }
        String from = fromAccount == null ? "" : fromAccount;
        String account = toAccount == null ? "" : toAccount;
        return time == null
                ? ledger.run(ExplainComplianceFlow.class, symbol, to, quantity, from, account)
                : ledger.run(ExplainComplianceFlow.class, symbol, to, quantity, time, from, account);
    }

    // Only the node of whoever gives knows the lots, so it is the one that is asked.
    private String giver() {
        if (giver == null && self == null) {
            throw new Failure(
                    FailureCode.ARGUMENT_WRONG,
                    "It is not said who would give.",
                    "Name the member with --from, or with --as as other commands do.");
        }
        if (giver != null && self != null && !giver.equals(self)) {
            throw new Failure(
                    FailureCode.ARGUMENT_WRONG,
                    self + " cannot ask for what " + giver + " would give.",
                    "Ask in the name of whoever gives; of a client's, in that of its custodian.");
        }
        return giver == null ? self : giver;
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new Failure(
                    FailureCode.ARGUMENT_WRONG,
                    "'" + text + "' is no time.",
                    "Give a time in UTC, for example 2027-01-31T09:00:00Z.",
                    e);
        }
    }

    static Answer told(ComplianceExplanation explanation, String symbol) {
        List<String> lines = new ArrayList<>();
        lines.add(explanation.getOperation() + " of " + symbol + " at " + explanation.getAt() + ": "
                + explanation.getConclusion());
        lines.addAll(table(explanation.getRules()));
        if (!explanation.getOthers().isEmpty()) {
            lines.add("Beside the security's policy:");
            lines.addAll(table(explanation.getOthers()));
        }
        Fields document = new Fields()
                .with("security", symbol)
                .with("operation", explanation.getOperation().name())
                .with("at", explanation.getAt())
                .with("passes", explanation.getPasses())
                .with("conclusion", explanation.getConclusion())
                .with("rules", documents(explanation.getRules()))
                .with("others", documents(explanation.getOthers()));
        Answer answer = Answer.of(document, lines);
        return explanation.getPasses() ? answer : answer.unsuccessful();
    }

    private static List<String> table(List<ExplainedRequirement> requirements) {
        Table table = new Table();
        for (ExplainedRequirement requirement : requirements) {
            table.row(
                    requirement.getResult().name(),
                    requirement.getText(),
                    requirement.getReason(),
                    String.join("; ", requirement.getDecidedBy()));
        }
        return table.lines();
    }

    private static List<Object> documents(List<ExplainedRequirement> requirements) {
        List<Object> documents = new ArrayList<>();
        for (ExplainedRequirement requirement : requirements) {
            documents.add(new Fields()
                    .with("rule", requirement.getText())
                    .with("result", requirement.getResult().name())
                    .with("reasonCode", requirement.getReasonCode())
                    .with("reason", requirement.getReason())
                    .with("decidedBy", new ArrayList<Object>(requirement.getDecidedBy()))
                    .toMap());
        }
        return documents;
    }
}
