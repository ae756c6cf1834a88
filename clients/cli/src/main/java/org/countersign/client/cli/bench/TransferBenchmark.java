package org.countersign.client.cli.bench;

import com.r3.corda.lib.tokens.contracts.types.TokenType;
import com.r3.corda.lib.tokens.workflows.flows.rpc.MoveFungibleTokens;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import net.corda.core.contracts.Amount;
import net.corda.core.identity.Party;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Progress;
import org.countersign.client.cli.argument.Payment;
import org.countersign.client.cli.rpc.Node;
import org.countersign.workflows.holding.AffirmTradeFlow;
import org.countersign.workflows.holding.TransferFlow;

/**
 * Runs the operations one after the other, each once per round, so that whatever slows the machine down for a while
 * slows all of them down alike. Each starts on a network on which nothing else runs.
 */
final class TransferBenchmark {
    /** What changes hands as cash in one run. */
    static final Amount<TokenType> PRICE = Payment.parse("1.00 GBP");
    /** What changes hands as units in one run. */
    static final BigDecimal UNITS = BigDecimal.ONE;

    private final ConnectedNetwork network;
    private final Node sellerNode;
    private final Node buyerNode;
    private final Party seller;
    private final Party buyer;
    private final String symbol;
    private final Map<MeasuredOperation, Runs> runs = new EnumMap<>(MeasuredOperation.class);

    TransferBenchmark(ConnectedNetwork network, TradeParties parties, String symbol) {
        this.network = network;
        this.symbol = symbol;
        sellerNode = network.node(parties.seller());
        buyerNode = network.node(parties.buyer());
        seller = buyerNode.party(parties.seller());
        buyer = sellerNode.party(parties.buyer());
        for (MeasuredOperation operation : MeasuredOperation.values()) {
            runs.put(operation, new Runs());
        }
    }

    /**
     * Runs all rounds.
     *
     * @param rounds how many
     * @param progress is told which round runs
     * @return what came of each operation
     * @throws Failure if a node does not let the user start a flow, or does not become idle; other failures are counted
     */
    Map<MeasuredOperation, Runs> measure(Rounds rounds, Progress progress) {
        for (long round = 1; round <= rounds.total(); round++) {
            progress.stage(rounds.stage(round));
            for (MeasuredOperation operation : MeasuredOperation.values()) {
                attempt(operation, rounds.counts(round));
            }
        }
        return runs;
    }

    private void attempt(MeasuredOperation operation, boolean counts) {
        try {
            if (operation == MeasuredOperation.AGAINST_PAYMENT) {
                buyerNode.run(AffirmTradeFlow.class, step -> {}, symbol, UNITS, seller, PRICE);
            }
        } catch (Failure failure) {
            runs.get(operation).failed(failure);
            return;
        }
        network.awaitQuiet();
        try {
            long started = System.nanoTime();
            run(operation);
            long elapsed = System.nanoTime() - started;
            if (counts) {
                runs.get(operation).took(elapsed);
            }
        } catch (Failure failure) {
            runs.get(operation).failed(unlessDenied(failure));
        }
    }

    private static Failure unlessDenied(Failure failure) {
        if (failure.code() == FailureCode.ACCESS_DENIED) {
            throw new Failure(
                    failure.code(),
                    failure.getMessage(),
                    "The node's RPC user may not run it; found the network anew: ./countersign up --fresh.",
                    failure);
        }
        return failure;
    }

    private void run(MeasuredOperation operation) {
        switch (operation) {
            case PLAIN_MOVE -> buyerNode.run(MoveFungibleTokens.class, step -> {}, PRICE, seller);
            case FREE_OF_PAYMENT -> sellerNode.run(TransferFlow.Initiator.class, step -> {}, symbol, UNITS, buyer);
            case AGAINST_PAYMENT ->
                sellerNode.run(TransferFlow.Initiator.class, step -> {}, symbol, UNITS, buyer, PRICE);
            default -> throw new IllegalStateException("Nothing is known of " + operation + ".");
        }
    }
}
