package org.countersign.client.cli.bench;

import com.r3.corda.lib.tokens.contracts.types.TokenType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import net.corda.core.contracts.Amount;
import net.corda.core.flows.FlowLogic;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Progress;
import org.countersign.client.cli.rpc.Member;
import org.countersign.client.cli.rpc.Node;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.workflows.cash.IssueCashFlow;
import org.countersign.workflows.definition.RegisterSecurityFlow;
import org.countersign.workflows.holding.HoldingLine;
import org.countersign.workflows.holding.HoldingsFlow;
import org.countersign.workflows.holding.IssueSecurityFlow;

/** Brings a security and cash of its own to the ledger, so that a measurement depends on nothing from before. */
final class TradeSetup {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(250);
    // Within the 12 characters of a symbol, one per second until the year 2038.
    private static final String PREFIX = "BENCH-";

    private final ConnectedNetwork network;
    private final TradeParties parties;
    private final Progress progress;
    private final List<String> committees;

    /** The committees are those that attest the security; none for the only one of each aspect. */
    TradeSetup(ConnectedNetwork network, TradeParties parties, Progress progress, List<String> committees) {
        this.committees = committees;
        this.network = network;
        this.parties = parties;
        this.progress = progress;
    }

    /** A symbol that no security had before this second. */
    static String symbol(Instant now) {
        return PREFIX + Long.toString(now.getEpochSecond(), Character.MAX_RADIX).toUpperCase(Locale.ROOT);
    }

    /**
     * Registers a security and issues what the operations use up; returns when it has arrived. Each holding is enough
     * for all of them, so that it does not matter which one an operation selects.
     *
     * @param symbol the security's symbol, not taken
     * @param holdings how many holdings of the security, and of cash, are made; at least 1
     * @param eachUnits how many units each of the seller's holdings has
     * @param eachCash how much cash each of the buyer's holdings has
     */
    void prepare(String symbol, int holdings, BigDecimal eachUnits, Amount<TokenType> eachCash) {
        BigDecimal units = eachUnits.multiply(BigDecimal.valueOf(holdings));
        Amount<TokenType> cash = eachCash.times(holdings);
        Node issuer = network.node(parties.issuer());
        String currency = cash.getToken().getTokenIdentifier();
        BigDecimal cashBefore = held(parties.buyer(), HoldingLine.CASH, currency);
        SecurityTerms terms = new SecurityTerms(
                symbol, null, "Security of the measurement " + symbol, currency, BigDecimal.ONE, units, 0);
        progress.stage("registering " + symbol);
        run(issuer, RegisterSecurityFlow.Initiator.class, terms, new ArrayList<>(committees));
        for (int holding = 1; holding <= holdings; holding++) {
            String which = ", holding " + holding + " of " + holdings;
            progress.stage("issuing " + symbol + " to " + parties.seller().id() + which);
            run(issuer, IssueSecurityFlow.Initiator.class, symbol, eachUnits, issuer.party(parties.seller()));
            progress.stage("issuing cash to " + parties.buyer().id() + which);
            run(issuer, IssueCashFlow.class, eachCash, issuer.party(parties.buyer()));
        }
        awaitHolding(parties.seller(), HoldingLine.SECURITY, symbol, units);
        awaitHolding(parties.buyer(), HoldingLine.CASH, currency, cashBefore.add(cash.toDecimal()));
    }

    private void awaitHolding(Member holder, String kind, String symbol, BigDecimal expected) {
        progress.stage("waiting until " + holder.id() + " holds its " + symbol);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (held(holder, kind, symbol).compareTo(expected) < 0) {
            if (System.nanoTime() >= deadline) {
                throw new Failure(
                        FailureCode.REFUSED,
                        holder.id() + " does not hold " + expected.toPlainString() + " " + symbol + " after "
                                + PATIENCE.toSeconds() + " seconds.",
                        "See ./countersign holdings --as " + holder.id() + ".");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private BigDecimal held(Member holder, String kind, String symbol) {
        return run(network.node(holder), HoldingsFlow.class, false).stream()
                .filter(line -> line.getKind().equals(kind) && line.getSymbol().equals(symbol))
                .map(HoldingLine::getQuantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static <T> T run(Node node, Class<? extends FlowLogic<T>> flow, Object... arguments) {
        return node.run(flow, ignored -> {}, arguments);
    }
}
