package org.countersign.client.cli.bench;

import com.r3.corda.lib.tokens.contracts.types.TokenType;
import com.r3.corda.lib.tokens.workflows.flows.rpc.MoveFungibleTokens;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
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
 * Runs the operations in blocks: so many of one kind by all clients at once, then as many of the next. Whatever slows
 * the machine down for a while so slows all kinds down alike, and no kind is charged for what another left behind: a
 * block starts and ends on a network on which nothing runs.
 */
final class TransferBenchmark {
    /** What changes hands as cash in one run. */
    static final Amount<TokenType> PRICE = Payment.parse("1.00 GBP");
    /** What changes hands as units in one run. */
    static final BigDecimal UNITS = BigDecimal.ONE;

    private final ConnectedNetwork network;
    private final Clients clients;
    private final Node buyerNode;
    private final Party seller;
    private final Party buyer;
    private final String symbol;
    private final Map<MeasuredOperation, Runs> runs = new EnumMap<>(MeasuredOperation.class);

    /**
     * Prepares the measurement.
     *
     * @param network is watched for what a block leaves behind
     * @param clients run the operations
     * @param parties between whom they are
     * @param symbol the security that is transferred
     */
    TransferBenchmark(ConnectedNetwork network, Clients clients, TradeParties parties, String symbol) {
        this.network = network;
        this.clients = clients;
        this.symbol = symbol;
        buyerNode = network.node(parties.buyer());
        seller = buyerNode.party(parties.seller());
        buyer = network.node(parties.seller()).party(parties.buyer());
        for (MeasuredOperation operation : MeasuredOperation.values()) {
            runs.put(operation, new Runs());
        }
    }

    /**
     * Runs all blocks.
     *
     * @param workload how many operations
     * @param progress is told which block runs
     * @return what came of each operation
     * @throws Failure if a node does not let the user start a flow, or does not become idle; other failures are counted
     */
    Map<MeasuredOperation, Runs> measure(Workload workload, Progress progress) {
        List<MeasuredOperation> order = new ArrayList<>(List.of(MeasuredOperation.values()));
        if (workload.warmup() > 0) {
            for (MeasuredOperation operation : order) {
                progress.stage("warming up, " + operation.title());
                run(operation, workload.warmup(), false);
            }
        }
        List<Integer> blocks = workload.blocks();
        for (int block = 0; block < blocks.size(); block++) {
            for (MeasuredOperation operation : order) {
                progress.stage("measuring, block " + (block + 1) + " of " + blocks.size() + ", " + operation.title());
                run(operation, blocks.get(block), true);
            }
            // Nobody is always the one that comes after the most expensive of the others.
            Collections.rotate(order, -1);
        }
        return runs;
    }

    private void run(MeasuredOperation operation, int times, boolean counts) {
        int possible = operation == MeasuredOperation.AGAINST_PAYMENT ? affirm(times) : times;
        network.awaitQuiet();
        Map<String, Duration> before = network.processorTime();
        long started = System.nanoTime();
        clients.share(possible, client -> attempt(operation, client, counts));
        long ended = network.awaitQuiet();
        if (counts) {
            runs.get(operation).blockTook(ended - started);
            runs.get(operation).blockCost(before, network.processorTime());
        }
    }

    // Affirming is the buyer's preparation and no part of the transfer.
    private int affirm(int times) {
        int affirmed = 0;
        for (int trade = 0; trade < times; trade++) {
            try {
                buyerNode.run(AffirmTradeFlow.class, step -> {}, symbol, UNITS, seller, PRICE);
                affirmed++;
            } catch (Failure failure) {
                runs.get(MeasuredOperation.AGAINST_PAYMENT).failed(failure);
            }
        }
        return affirmed;
    }

    private void attempt(MeasuredOperation operation, Clients.Connections client, boolean counts) {
        try {
            long started = System.nanoTime();
            run(operation, client);
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

    private void run(MeasuredOperation operation, Clients.Connections client) {
        switch (operation) {
            case PLAIN_MOVE -> client.buyer().run(MoveFungibleTokens.class, step -> {}, PRICE, seller);
            case FREE_OF_PAYMENT -> client.seller().run(TransferFlow.Initiator.class, step -> {}, symbol, UNITS, buyer);
            case AGAINST_PAYMENT ->
                client.seller().run(TransferFlow.Initiator.class, step -> {}, symbol, UNITS, buyer, PRICE);
            default -> throw new IllegalStateException("Nothing is known of " + operation + ".");
        }
    }
}
