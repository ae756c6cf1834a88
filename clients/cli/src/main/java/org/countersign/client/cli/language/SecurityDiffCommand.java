package org.countersign.client.cli.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.ClientCommand;
import org.countersign.client.cli.command.NetworkOptions;
import org.countersign.client.cli.command.OutputOptions;
import org.countersign.client.cli.command.Session;
import org.countersign.language.CheckedSource;
import org.countersign.language.SecurityLanguage;
import org.countersign.language.model.SecurityModel;
import org.countersign.language.text.ModelDifference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code security diff}: what changes for holders when one source takes the place of another. */
@Command(name = "diff")
public final class SecurityDiffCommand implements ClientCommand {
    @Parameters(index = "0", paramLabel = "OLD")
    private Path before;

    @Parameters(index = "1", paramLabel = "NEW")
    private Path after;

    // Accepted like by every command; sources are at hand and need no network.
    @Mixin
    @SuppressWarnings("UnusedVariable")
    private NetworkOptions network;

    // Accepted here, obeyed by Main, which answers also when a command line is not understood.
    @Mixin
    @SuppressWarnings("UnusedVariable")
    private OutputOptions output;

    @Override
    public Answer answer(Session session) {
        CheckedSource old = SecurityLanguage.ofLedger().check(SourceFiles.read(before));
        CheckedSource now = SecurityLanguage.ofLedger().check(SourceFiles.read(after));
        if (old.getModel().isEmpty()) {
            return SourceFiles.diagnosed(old);
        }
        return now.getModel()
                .map(model -> told(old.getModel().get(), model))
                .orElseGet(() -> SourceFiles.diagnosed(now));
    }

    private static Answer told(SecurityModel before, SecurityModel after) {
        ModelDifference difference = new ModelDifference(before, after);
        List<String> lines = new ArrayList<>(difference.getChanges());
        Fields verdicts = new Fields();
        difference.getVerdicts().forEach((operation, verdict) -> {
            verdicts.with(operation.name(), verdict.name());
            if (!difference.isEmpty()) {
                lines.add(operation + ": " + verdict.getSentence());
            }
        });
        if (difference.isEmpty()) {
            lines.add("Nothing changes: both mean the same.");
        }
        return Answer.of(
                new Fields()
                        .with("security", after.getSymbol())
                        .with("same", difference.isEmpty())
                        .with("changes", difference.getChanges())
                        .with("operations", verdicts),
                lines);
    }
}
