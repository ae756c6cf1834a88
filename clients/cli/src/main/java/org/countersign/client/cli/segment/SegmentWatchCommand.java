package org.countersign.client.cli.segment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.corda.core.crypto.SecureHash;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.answer.Json;
import org.countersign.client.cli.command.ClientCommand;
import org.countersign.client.cli.command.Ledger;
import org.countersign.client.cli.command.NetworkOptions;
import org.countersign.client.cli.command.OutputOptions;
import org.countersign.client.cli.command.Session;
import org.countersign.client.cli.holding.TransactionShowCommand;
import org.countersign.client.cli.rpc.Network;
import org.countersign.client.cli.rpc.VaultChange;
import org.countersign.workflows.holding.TransactionView;
import org.countersign.workflows.segment.ObservedTransactionsFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code segment watch}: tells every transaction of a segment as it reaches the regulator's node, until it is stopped
 * or has told as many as were asked for. With {@code --json} each is one line of JSON, and the answer at the end
 * another.
 */
@Command(name = "watch")
public final class SegmentWatchCommand implements ClientCommand {
    private static final Duration FOR_EVER = Duration.ofDays(3650);

    @Parameters(index = "0", paramLabel = "NAME")
    private String segment;

    @Option(names = "--count")
    private Integer count;

    @Option(names = "--seconds")
    private Integer seconds;

    @Option(names = "--as", required = true)
    private String self;

    @Mixin
    private NetworkOptions network;

    @Mixin
    private OutputOptions output;

    private final Set<SecureHash> told = new LinkedHashSet<>();

    @Override
    public Answer answer(Session session) {
        Network chosen = network.in(session);
        return Ledger.of(session, chosen, chosen.member(self), ledger -> watch(session, ledger));
    }

    private Answer watch(Session session, Ledger ledger) {
        SegmentViews.named(ledger, segment);
        BlockingQueue<VaultChange> changes = new LinkedBlockingQueue<>();
        Instant end = Instant.now().plus(seconds == null ? FOR_EVER : Duration.ofSeconds(seconds));
        try (AutoCloseable feed = ledger.follow(changes::add)) {
            while (count == null || told.size() < count) {
                VaultChange change =
                        changes.poll(Duration.between(Instant.now(), end).toMillis(), TimeUnit.MILLISECONDS);
                if (change == null) {
                    break;
                }
                for (TransactionView view : ledger.run(
                        ObservedTransactionsFlow.class,
                        segment,
                        new ArrayList<>(change.created()),
                        new ArrayList<>(change.consumed()))) {
                    tell(session, ledger, view);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (Failure failure) {
            throw failure;
        } catch (Exception broken) {
            throw new Failure(
                    FailureCode.NETWORK_DOWN,
                    "The node of " + ledger.self().id() + " tells no more: " + broken,
                    "Start the command again; what came meanwhile is in 'register show' and 'tx show'.",
                    broken);
        }
        return Answer.of(
                new Fields().with("segment", segment).with("transactions", told.size()),
                told.size() + " transactions of segment " + segment + ".");
    }

    private void tell(Session session, Ledger ledger, TransactionView view) {
        if (!told.add(view.getId())) {
            return;
        }
        if (output.json()) {
            session.out()
                    .println(Json.line(TransactionShowCommand.document(view).toMap()));
        } else {
            TransactionShowCommand.lines(ledger, view).forEach(session.out()::println);
        }
    }
}
