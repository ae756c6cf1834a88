package org.countersign.client.cli.governance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.Party;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.Ledger;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Member;
import org.countersign.client.cli.rpc.Network;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.workflows.governance.AffirmReformFlow;
import org.countersign.workflows.governance.ReformCommitteeFlow;
import org.countersign.workflows.governance.SeatProposal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * What {@code committee affirm} and {@code committee reform} have in common: the same words describe the same next
 * epoch, so that those who affirm can repeat what the proposer will say.
 */
public abstract class ReformCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "NAME")
    private String name;

    @Option(names = "--member", required = true)
    private List<String> members = new ArrayList<>();

    @Option(names = "--threshold", required = true)
    private int threshold;

    @Option(names = "--validity")
    private Integer validity;

    @Option(names = "--observer")
    private List<String> observers = new ArrayList<>();

    @Option(names = "--no-observers")
    private boolean unobserved;

    @Option(names = "--renew-key")
    private boolean renewKey;

    /** Carries the command out. */
    abstract Answer answer(Ledger ledger, CommitteeState before, Object... reform);

    @Override
    protected final LedgerWork prepare(Network chosen) {
        List<Seat> seats =
                members.stream().map(text -> Seat.parse(chosen, text)).toList();
        List<Member> observing = observers.stream().map(chosen::member).toList();
        if (unobserved && !observing.isEmpty()) {
            throw new Failure(
                    FailureCode.ARGUMENT_WRONG,
                    "--observer and --no-observers contradict each other.",
                    "Give one of them, or neither to keep the observers.");
        }
        return ledger -> {
            CommitteeState before = CommitteeViews.named(ledger, name);
            List<SeatProposal> proposals = new ArrayList<>();
            seats.forEach(seat -> proposals.add(new SeatProposal(ledger.party(seat.member()), seat.weight())));
            List<Party> parties = new ArrayList<>();
            if (observing.isEmpty() && !unobserved) {
                parties.addAll(before.getTerms().getObservers());
            }
            observing.forEach(observer -> parties.add(ledger.party(observer)));
            Duration lasting =
                    validity == null ? before.getTerms().getAttestationValidity() : Duration.ofSeconds(validity);
            return answer(ledger, before, name, proposals, threshold, lasting, parties, renewKey);
        };
    }

    private record Seat(Member member, int weight) {
        static Seat parse(Network network, String text) {
            int colon = text.lastIndexOf(':');
            if (colon < 0) {
                return new Seat(network.member(text), 1);
            }
            try {
                return new Seat(network.member(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
            } catch (NumberFormatException e) {
                throw new Failure(
                        FailureCode.ARGUMENT_WRONG,
                        "'" + text + "' is no seat.",
                        "Give a member, or a member and its weight, for example authority-2:3.",
                        e);
            }
        }
    }

    /** {@code committee affirm}: an operator agrees to a reform; its node signs when the reform is proposed. */
    @Command(name = "affirm")
    public static final class Affirm extends ReformCommand {
        @Override
        Answer answer(Ledger ledger, CommitteeState before, Object... reform) {
            SecureHash digest = ledger.run(AffirmReformFlow.class, reform);
            return Answer.of(
                    new Fields()
                            .with("committee", before.getName())
                            .with("endsEpoch", before.getEpoch())
                            .with("reform", digest),
                    "Affirmed reform " + digest.toString().substring(0, 16) + " of " + before.getName()
                            + ", which ends epoch " + before.getEpoch() + ".");
        }
    }

    /** {@code committee reform}: takes a committee into its next epoch. */
    @Command(name = "reform")
    public static final class Reform extends ReformCommand {
        @Override
        Answer answer(Ledger ledger, CommitteeState before, Object... reform) {
            CommitteeState after = ledger.run(ReformCommitteeFlow.Initiator.class, reform);
            List<String> lines = new ArrayList<>();
            lines.add("Reformed " + after.getName() + ": epoch " + after.getEpoch() + " has begun, what epoch "
                    + before.getEpoch() + " attested is void unless it is final.");
            lines.addAll(CommitteeViews.lines(ledger, after));
            return Answer.of(CommitteeViews.document(after), lines);
        }
    }
}
