package org.countersign.client.cli.definition;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.argument.Quantity;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.command.Receipts;
import org.countersign.client.cli.language.PolicySource;
import org.countersign.client.cli.rpc.Network;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.definition.Isin;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.definition.MeasureGrant;
import org.countersign.workflows.definition.RegisterSecurityFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code security register}: a new security, proposed by its issuer and signed by the registrars. */
@Command(name = "register")
public final class SecurityRegisterCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "SYMBOL")
    private String symbol;

    @Option(names = "--name", required = true)
    private String name;

    @Option(names = "--currency", required = true)
    private String currency;

    @Option(names = "--authorised", required = true)
    private String authorised;

    @Option(names = "--denomination", defaultValue = "1")
    private String denomination;

    @Option(names = "--decimals", defaultValue = "0")
    private int decimals;

    @Option(names = "--isin")
    private String isin;

    @Option(names = "--committees", split = ",")
    private List<String> committees = new ArrayList<>();

    @Option(names = "--segment", defaultValue = Segment.WHOLE_NETWORK)
    private String segment;

    @Option(names = "--grant", split = ",")
    private List<String> grants = new ArrayList<>();

    @Option(names = "--policy", paramLabel = "FILE")
    private Path policy;

    @Override
    protected LedgerWork prepare(Network chosen) {
        BigDecimal units = Quantity.parse(authorised);
        SecurityTerms terms =
                new SecurityTerms(symbol, parsedIsin(), name, currency, Quantity.parse(denomination), units, decimals);
        List<MeasureGrant> granted = parsedGrants();
        CompliancePolicy compliance = policy == null ? CompliancePolicy.none() : PolicySource.of(policy, symbol);
        return ledger -> Receipts.answer(
                ledger,
                ledger.run(
                        RegisterSecurityFlow.Initiator.class,
                        terms,
                        new ArrayList<>(committees),
                        segment,
                        granted,
                        compliance),
                "Registered " + terms + ".",
                new Fields()
                        .with("security", symbol)
                        .with("name", name)
                        .with("segment", segment)
                        .with(
                                "grants",
                                granted.stream().map(MeasureGrant::toString).toList())
                        .with("compliance", compliance.describe())
                        .with("authorisedQuantity", units)
                        .with("issuer", ledger.self().legalName()));
    }

    // Which of them are measures, and which committees there are, the node says.
    private List<MeasureGrant> parsedGrants() {
        List<MeasureGrant> parsed = new ArrayList<>();
        for (String grant : grants) {
            String[] parts = grant.split(":", 2);
            try {
                parsed.add(new MeasureGrant(Operation.valueOf(parts[0]), parts.length == 1 ? null : parts[1]));
            } catch (IllegalArgumentException e) {
                throw new Failure(
                        FailureCode.ARGUMENT_WRONG,
                        "'" + parts[0] + "' is no measure.",
                        "Grant FREEZE, FORCE_TRANSFER, FORCE_REDEEM or RECOVER, each with :COMMITTEE behind it if"
                                + " another committee than the registrars has to agree.",
                        e);
            }
        }
        return parsed;
    }

    private Isin parsedIsin() {
        try {
            return isin == null ? null : new Isin(isin);
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    FailureCode.ARGUMENT_WRONG, e.getMessage(), "Leave --isin out if the security has none yet.", e);
        }
    }
}
