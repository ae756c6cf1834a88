package org.countersign.client.cli.bench;

import com.r3.corda.lib.tokens.contracts.types.TokenType;
import java.math.BigDecimal;
import java.time.Instant;
import net.corda.core.contracts.Amount;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
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

/** {@code bench transfer}: how much longer an attested transfer takes than a plain move of a token. */
@Command(name = "transfer")
public final class BenchTransferCommand implements ClientCommand {
    @Option(names = "--count", defaultValue = "30")
    private int count;

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
        if (count < 1 || warmup < 0) {
            throw new Failure(
                    FailureCode.ARGUMENT_WRONG,
                    "There is nothing to measure in " + count + " rounds after " + warmup + ".",
                    "Give a --count of at least 1 and a --warmup of at least 0.");
        }
        Network chosen = network.in(session);
        TradeParties parties = new TradeParties(chosen.member(issuer), chosen.member(seller), chosen.member(buyer));
        Rounds rounds = new Rounds(warmup, count);
        try (Progress progress = new Progress(session.err(), "connecting to the nodes");
                ConnectedNetwork nodes = new ConnectedNetwork(chosen, session.connector(), parties, progress)) {
            String symbol = TradeSetup.symbol(Instant.now());
            new TradeSetup(nodes, parties, progress).prepare(symbol, units(rounds), cash(rounds));
            return new TransferReport(rounds, new TransferBenchmark(nodes, parties, symbol).measure(rounds, progress))
                    .answer(new Fields()
                            .with("network", chosen.name())
                            .with("security", symbol)
                            .with("issuer", parties.issuer().id())
                            .with("seller", parties.seller().id())
                            .with("buyer", parties.buyer().id())
                            .with(
                                    "absent",
                                    nodes.absent().stream().map(Member::id).toList()));
        }
    }

    // Two operations of a round take units, and two take cash.
    private static BigDecimal units(Rounds rounds) {
        return TransferBenchmark.UNITS.multiply(BigDecimal.valueOf(2 * rounds.total()));
    }

    private static Amount<TokenType> cash(Rounds rounds) {
        return TransferBenchmark.PRICE.times(2 * rounds.total());
    }
}
