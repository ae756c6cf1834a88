package org.countersign.client.cli.language;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.Ledger;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.command.Receipts;
import org.countersign.client.cli.definition.Amendments;
import org.countersign.client.cli.rpc.Network;
import org.countersign.language.CheckedSource;
import org.countersign.language.SecurityLanguage;
import org.countersign.language.model.SecurityModel;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.definition.AffirmAmendmentFlow;
import org.countersign.workflows.definition.AmendSecurityFlow;
import org.countersign.workflows.definition.AmendmentView;
import org.countersign.workflows.definition.FindSecurityFlow;
import org.countersign.workflows.definition.ViewAmendmentFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code security amend} and {@code security affirm} have in common: a source in the place of that in force. */
public abstract class SecurityAmendCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "FILE")
    private Path file;

    SecurityAmendCommand() {}

    @Override
    protected final LedgerWork prepare(Network chosen) {
        CheckedSource checked = SecurityLanguage.ofLedger().check(SourceFiles.read(file));
        SecurityModel model = checked.getModel()
                .orElseThrow(() -> new Failure(
                        FailureCode.FILE_WRONG,
                        String.join("\n", checked.errors().get(0).lines()),
                        "Mend the source; 'security check' says everything that is wrong with it."));
        return ledger -> done(ledger, model.getSymbol(), checked.getSource().getText());
    }

    abstract Answer done(Ledger ledger, String symbol, String source);

    private static Answer told(String sentence, Fields facts, AmendmentView view) {
        Fields document = Amendments.document(view);
        facts.toMap().forEach(document::with);
        List<String> lines = new ArrayList<>();
        lines.add(sentence);
        lines.addAll(Amendments.lines(view));
        return Answer.of(document, lines);
    }

    /** {@code security amend}: announces an amendment, or says what it would change. */
    @Command(name = "amend")
    public static final class Amend extends SecurityAmendCommand {
        @Option(names = "--preview")
        private boolean preview;

        /** Made by picocli. */
        public Amend() {}

        @Override
        Answer done(Ledger ledger, String symbol, String source) {
            AmendmentView view = ledger.run(ViewAmendmentFlow.class, symbol, source);
            if (preview) {
                return told("What changes of " + symbol + ":", new Fields().with("announced", false), view);
            }
            TransactionReceipt receipt = ledger.run(AmendSecurityFlow.Announce.class, symbol, source);
            Instant effective =
                    ledger.run(FindSecurityFlow.class, symbol).getAnnounced().getEffective();
            Answer announced = Receipts.answer(
                    ledger,
                    receipt,
                    "Announced an amendment of " + symbol + ", which can be completed from " + effective + " on.",
                    Amendments.document(view).with("announced", true).with("effective", effective));
            List<String> lines = new ArrayList<>(Amendments.changes(view));
            lines.addAll(announced.lines());
            return new Answer(announced.document(), lines, true);
        }
    }

    /** {@code security affirm}: the operator of a member of an approving committee agrees to exactly this source. */
    @Command(name = "affirm")
    public static final class Affirm extends SecurityAmendCommand {
        /** Made by picocli. */
        public Affirm() {}

        @Override
        Answer done(Ledger ledger, String symbol, String source) {
            AmendmentView view = ledger.run(AffirmAmendmentFlow.class, symbol, source);
            return told(
                    "Affirmed at " + ledger.self().id() + ": this node approves this amendment of " + symbol
                            + " once, when its issuer announces it.",
                    new Fields().with("affirmed", true),
                    view);
        }
    }
}
