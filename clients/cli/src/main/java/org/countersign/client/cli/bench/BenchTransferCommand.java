package org.countersign.client.cli.bench;

import com.r3.corda.lib.tokens.contracts.types.TokenType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import net.corda.core.contracts.Amount;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.answer.Progress;
import org.countersign.client.cli.command.ClientCommand;
import org.countersign.client.cli.command.NetworkOptions;
import org.countersign.client.cli.command.OutputOptions;
import org.countersign.client.cli.command.Session;
import org.countersign.client.cli.rpc.Member;
import org.countersign.client.cli.rpc.Network;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench transfer}: how attested transfers compare with a plain move of a token, in throughput and latency. */
@Command(name = "transfer")
public final class BenchTransferCommand implements ClientCommand {
    // Long enough that what is lost at the end of a block, when clients wait for the last of them, weighs little.
    private static final int TURNS_PER_BLOCK = 5;

    @Option(names = "--count", defaultValue = "30")
    private int count;

    @Option(names = "--clients", defaultValue = "1")
    private int clients;

    @Option(names = "--block")
    private Integer block;

    @Option(names = "--warmup", defaultValue = "5")
    private int warmup;

    @Option(names = "--seller", defaultValue = "dealer-a")
    private String seller;

    @Option(names = "--buyer", defaultValue = "dealer-b")
    private String buyer;

    @Option(names = "--issuer", defaultValue = "issuer-bank")
    private String issuer;

    @Mixin
    private NetworkOptions network;

    // Accepted here, obeyed by Main, which answers also when a command line is not understood.
    @Mixin
    @SuppressWarnings("UnusedVariable")
    private OutputOptions output;

    @Override
    public Answer answer(Session session) {
        Workload workload = new Workload(clients, warmup, count, block == null ? TURNS_PER_BLOCK * clients : block);
        Network chosen = network.in(session);
        TradeParties parties = new TradeParties(chosen.member(issuer), chosen.member(seller), chosen.member(buyer));
        try (Progress progress = new Progress(session.err(), "connecting to the nodes");
                ConnectedNetwork nodes = new ConnectedNetwork(chosen, session.connector(), parties, progress);
                Clients asking = new Clients(session.connector(), parties, workload.clients())) {
            String symbol = TradeSetup.symbol(Instant.now());
            // Who judges risk or capital knows no price of a security that was made up for a measurement.
            List<String> committees = chosen.committeesFor("IDENTITY", "COMPLIANCE", "OWNERSHIP");
            new TradeSetup(nodes, parties, progress, committees)
                    .prepare(symbol, workload.holdings(), units(workload), cash(workload));
            TransferBenchmark benchmark = new TransferBenchmark(nodes, asking, parties, symbol);
            return new TransferReport(workload, benchmark.measure(workload, progress))
                    .answer(new Fields()
                            .with("network", chosen.name())
                            .with("security", symbol)
                            .with("issuer", parties.issuer().id())
                            .with("seller", parties.seller().id())
                            .with("buyer", parties.buyer().id())
                            .with("committees", committees)
                            .with(
                                    "absent",
                                    nodes.absent().stream().map(Member::id).toList())
                            .with("flowsGivenUp", nodes.givenUp()));
        }
    }

    // Two of the three operations take units, and two take cash.
    private static BigDecimal units(Workload workload) {
        return TransferBenchmark.UNITS.multiply(BigDecimal.valueOf(2 * workload.total()));
    }

    private static Amount<TokenType> cash(Workload workload) {
        return TransferBenchmark.PRICE.times(2 * workload.total());
    }
}
