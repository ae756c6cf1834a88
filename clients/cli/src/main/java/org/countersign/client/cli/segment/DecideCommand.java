package org.countersign.client.cli.segment;

import java.util.Locale;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Member;
import org.countersign.client.cli.rpc.Network;
import org.countersign.contracts.segment.MembershipStep;
import org.countersign.workflows.segment.DecideMembershipFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An operator's decision about a membership; its subclasses are the decisions that there are. */
public abstract class DecideCommand extends LedgerCommand {
    private final MembershipStep step;

    @Parameters(index = "0", paramLabel = "NAME")
    private String segment;

    @Parameters(index = "1", paramLabel = "MEMBER")
    private String member;

    @Option(names = "--reason-code", required = true)
    private String reasonCode;

    @Option(names = "--reason", required = true)
    private String reason;

    DecideCommand(MembershipStep step) {
        this.step = step;
    }

    @Override
    protected LedgerWork prepare(Network chosen) {
        Member about = chosen.member(member);
        return ledger -> SegmentViews.answer(
                ledger,
                ledger.run(DecideMembershipFlow.class, segment, ledger.party(about), step, reasonCode, reason),
                "The membership of " + about.id() + " in segment " + segment + " is "
                        + step.after().name().toLowerCase(Locale.ROOT) + ".",
                new Fields()
                        .with("segment", segment)
                        .with("member", about.legalName())
                        .with("step", step.name())
                        .with("reasonCode", reasonCode)
                        .with("reason", reason));
    }

    /** {@code segment grant}. */
    @Command(name = "grant")
    public static final class Grant extends DecideCommand {
        /** Made by picocli. */
        public Grant() {
            super(MembershipStep.GRANT);
        }
    }

    /** {@code segment refuse}. */
    @Command(name = "refuse")
    public static final class Refuse extends DecideCommand {
        /** Made by picocli. */
        public Refuse() {
            super(MembershipStep.REFUSE);
        }
    }

    /** {@code segment suspend}. */
    @Command(name = "suspend")
    public static final class Suspend extends DecideCommand {
        /** Made by picocli. */
        public Suspend() {
            super(MembershipStep.SUSPEND);
        }
    }

    /** {@code segment reinstate}. */
    @Command(name = "reinstate")
    public static final class Reinstate extends DecideCommand {
        /** Made by picocli. */
        public Reinstate() {
            super(MembershipStep.REINSTATE);
        }
    }

    /** {@code segment end}. */
    @Command(name = "end")
    public static final class End extends DecideCommand {
        /** Made by picocli. */
        public End() {
            super(MembershipStep.END);
        }
    }
}
