package org.countersign.client.cli;

import java.util.List;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Outcome;
import org.countersign.client.cli.bench.BenchTransferCommand;
import org.countersign.client.cli.cash.CashIssueCommand;
import org.countersign.client.cli.command.ClientCommand;
import org.countersign.client.cli.command.Session;
import org.countersign.client.cli.compliance.ComplyExplainCommand;
import org.countersign.client.cli.compliance.ScreeningHitsCommand;
import org.countersign.client.cli.control.AffirmedCommand;
import org.countersign.client.cli.control.ControlListCommand;
import org.countersign.client.cli.control.MeasureCommand;
import org.countersign.client.cli.control.WithdrawCommand;
import org.countersign.client.cli.definition.AmendmentEndCommand;
import org.countersign.client.cli.definition.SecurityListCommand;
import org.countersign.client.cli.definition.SecurityPauseCommand;
import org.countersign.client.cli.definition.SecurityRegisterCommand;
import org.countersign.client.cli.definition.SecuritySearchCommand;
import org.countersign.client.cli.definition.SecurityShowCommand;
import org.countersign.client.cli.definition.StatusCommand;
import org.countersign.client.cli.demo.DemoCommand;
import org.countersign.client.cli.governance.CommitteeListCommand;
import org.countersign.client.cli.governance.CommitteeShowCommand;
import org.countersign.client.cli.governance.MisbehaviourExportCommand;
import org.countersign.client.cli.governance.MisbehaviourListCommand;
import org.countersign.client.cli.governance.MisbehaviourVerifyCommand;
import org.countersign.client.cli.governance.ReformCommand;
import org.countersign.client.cli.holding.AffirmCommand;
import org.countersign.client.cli.holding.HoldingsCommand;
import org.countersign.client.cli.holding.IssueCommand;
import org.countersign.client.cli.holding.RedeemCommand;
import org.countersign.client.cli.holding.TransactionShowCommand;
import org.countersign.client.cli.holding.TransferCommand;
import org.countersign.client.cli.identity.AccountCommand;
import org.countersign.client.cli.identity.IdentityExportCommand;
import org.countersign.client.cli.identity.IdentityImportCommand;
import org.countersign.client.cli.identity.IdentityIssueCommand;
import org.countersign.client.cli.identity.IdentityListCommand;
import org.countersign.client.cli.identity.IdentityRenewCommand;
import org.countersign.client.cli.identity.IdentityRevokeCommand;
import org.countersign.client.cli.identity.IdentityVerifyCommand;
import org.countersign.client.cli.identity.ProvidersCommand;
import org.countersign.client.cli.language.SecurityAmendCommand;
import org.countersign.client.cli.language.SecurityCheckCommand;
import org.countersign.client.cli.language.SecurityCompileCommand;
import org.countersign.client.cli.language.SecurityDiffCommand;
import org.countersign.client.cli.language.SecurityExplainCommand;
import org.countersign.client.cli.language.SecurityFormatCommand;
import org.countersign.client.cli.language.SecurityProposeCommand;
import org.countersign.client.cli.network.NetworkMembersCommand;
import org.countersign.client.cli.ownership.ProofExportCommand;
import org.countersign.client.cli.ownership.ProofVerifyCommand;
import org.countersign.client.cli.register.RegisterCatchUpCommand;
import org.countersign.client.cli.register.RegisterShowCommand;
import org.countersign.client.cli.register.RegisterVerifyCommand;
import org.countersign.client.cli.segment.DecideCommand;
import org.countersign.client.cli.segment.OrderCommand;
import org.countersign.client.cli.segment.SegmentCatchUpCommand;
import org.countersign.client.cli.segment.SegmentJoinCommand;
import org.countersign.client.cli.segment.SegmentJournalCommand;
import org.countersign.client.cli.segment.SegmentListCommand;
import org.countersign.client.cli.segment.SegmentMembersCommand;
import org.countersign.client.cli.segment.SegmentShowCommand;
import org.countersign.client.cli.segment.SegmentStandingCommand;
import org.countersign.client.cli.segment.SegmentWatchCommand;
import org.countersign.client.cli.segment.TermsCommand;
import org.countersign.client.cli.validation.JournalExportCommand;
import org.countersign.client.cli.validation.JournalListCommand;
import org.countersign.client.cli.validation.JournalShowCommand;
import org.countersign.client.cli.validation.JournalVerifyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** All commands of this program, and how one of them is carried out. */
public final class Commands {
    private Commands() {}

    /** A new command line with all commands, which can be used once. */
    static CommandLine commandLine() {
        return new CommandLine(new Root());
    }

    /**
     * Carries out a command. Every way to fail is an outcome; nothing is thrown and nothing is printed.
     *
     * @param session where it runs
     * @param words the command line, without the program's name
     * @return how it ended
     */
    public static Outcome run(Session session, List<String> words) {
        try {
            ParseResult parsed = commandLine().parseArgs(words.toArray(new String[0]));
            while (parsed.hasSubcommand()) {
                parsed = parsed.subcommand();
            }
            Object command = parsed.commandSpec().userObject();
            if (command instanceof ClientCommand client) {
                return Outcome.of(client.answer(session));
            }
            throw new ParameterException(
                    parsed.commandSpec().commandLine(),
                    "'" + parsed.commandSpec().name() + "' is not complete.");
        } catch (ParameterException e) {
            return Outcome.of(new Failure(FailureCode.WRONG_USAGE, e.getMessage(), "Try './countersign --help'.", e));
        } catch (Failure e) {
            return Outcome.of(e);
        } catch (RuntimeException e) {
            return Outcome.of(new Failure(
                    FailureCode.INTERNAL,
                    "This is a fault of countersign: " + e,
                    "Run the command again with --verbose, and report what it shows.",
                    e));
        }
    }

    @Command(
            name = "countersign",
            subcommands = {
                DemoCommand.class,
                Network.class,
                Security.class,
                Control.class,
                Committee.class,
                Misbehaviour.class,
                Identity.class,
                Account.class,
                Segment.class,
                Cash.class,
                Transaction.class,
                Register.class,
                Proof.class,
                Journal.class,
                Comply.class,
                Screening.class,
                Bench.class,
                IssueCommand.class,
                AffirmCommand.class,
                TransferCommand.class,
                RedeemCommand.class,
                HoldingsCommand.class,
            })
    static final class Root {}

    @Command(name = "network", subcommands = NetworkMembersCommand.class)
    static final class Network {}

    @Command(
            name = "security",
            subcommands = {
                SecurityRegisterCommand.class,
                SecurityListCommand.class,
                SecurityShowCommand.class,
                SecuritySearchCommand.class,
                SecurityCheckCommand.class,
                SecurityFormatCommand.class,
                SecurityExplainCommand.class,
                SecurityDiffCommand.class,
                SecurityCompileCommand.class,
                SecurityProposeCommand.class,
                SecurityAmendCommand.Amend.class,
                SecurityAmendCommand.Affirm.class,
                AmendmentEndCommand.Complete.class,
                AmendmentEndCommand.Withdraw.class,
                StatusCommand.Freeze.class,
                StatusCommand.Unfreeze.class,
                SecurityPauseCommand.class,
            })
    static final class Security {}

    @Command(
            name = "control",
            subcommands = {
                MeasureCommand.Freeze.class,
                MeasureCommand.Release.class,
                MeasureCommand.ForceTransfer.class,
                MeasureCommand.ForceRedeem.class,
                MeasureCommand.Recover.class,
                ControlListCommand.class,
                AffirmedCommand.class,
                WithdrawCommand.class,
            })
    static final class Control {}

    @Command(
            name = "committee",
            subcommands = {
                CommitteeListCommand.class,
                CommitteeShowCommand.class,
                ReformCommand.Affirm.class,
                ReformCommand.Reform.class,
            })
    static final class Committee {}

    @Command(
            name = "misbehaviour",
            subcommands = {
                MisbehaviourListCommand.class,
                MisbehaviourExportCommand.class,
                MisbehaviourVerifyCommand.class,
            })
    static final class Misbehaviour {}

    @Command(
            name = "identity",
            subcommands = {
                IdentityIssueCommand.class,
                IdentityRenewCommand.class,
                IdentityRevokeCommand.class,
                IdentityListCommand.class,
                IdentityExportCommand.class,
                IdentityImportCommand.class,
                IdentityVerifyCommand.class,
                ProvidersCommand.Affirm.class,
                ProvidersCommand.Accept.class,
            })
    static final class Identity {}

    @Command(
            name = "segment",
            subcommands = {
                SegmentListCommand.class,
                SegmentShowCommand.class,
                TermsCommand.Establish.class,
                TermsCommand.Amend.class,
                SegmentJoinCommand.class,
                SegmentStandingCommand.class,
                SegmentMembersCommand.class,
                DecideCommand.Grant.class,
                DecideCommand.Refuse.class,
                DecideCommand.Suspend.class,
                DecideCommand.Reinstate.class,
                DecideCommand.End.class,
                SegmentCatchUpCommand.class,
                SegmentWatchCommand.class,
                SegmentJournalCommand.class,
                OrderCommand.Freeze.class,
                OrderCommand.Release.class,
            })
    static final class Segment {}

    @Command(
            name = "account",
            subcommands = {
                AccountCommand.Open.class,
                AccountCommand.ListAll.class,
                AccountCommand.ReplaceKey.class,
            })
    static final class Account {}

    @Command(name = "cash", subcommands = CashIssueCommand.class)
    static final class Cash {}

    @Command(
            name = "register",
            subcommands = {
                RegisterShowCommand.class,
                RegisterVerifyCommand.class,
                RegisterCatchUpCommand.class,
            })
    static final class Register {}

    @Command(
            name = "proof",
            subcommands = {
                ProofExportCommand.class,
                ProofVerifyCommand.class,
            })
    static final class Proof {}

    @Command(
            name = "journal",
            subcommands = {
                JournalListCommand.class,
                JournalShowCommand.class,
                JournalExportCommand.class,
                JournalVerifyCommand.class,
            })
    static final class Journal {}

    @Command(name = "comply", subcommands = ComplyExplainCommand.class)
    static final class Comply {}

    @Command(name = "screening", subcommands = ScreeningHitsCommand.class)
    static final class Screening {}

    @Command(name = "bench", subcommands = BenchTransferCommand.class)
    static final class Bench {}

    @Command(name = "tx", subcommands = TransactionShowCommand.class)
    static final class Transaction {}
}
