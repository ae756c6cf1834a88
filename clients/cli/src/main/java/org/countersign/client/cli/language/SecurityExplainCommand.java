package org.countersign.client.cli.language;

import java.nio.file.Path;
import java.util.List;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.Session;
import org.countersign.language.CheckedSource;
import org.countersign.language.check.Catalogue;
import org.countersign.language.model.SecurityModel;
import org.countersign.language.text.Explanation;
import picocli.CommandLine.Command;

/** {@code security explain}: what a source means, in plain words and clause by clause. */
@Command(name = "explain")
public final class SecurityExplainCommand extends SourceCommand {
    @Override
    Answer answer(Session session, Path source, CheckedSource checked, SecurityModel model) {
        List<String> lines = Explanation.of(model, Catalogue.ofLedger());
        return Answer.of(new Fields().with("security", model.getSymbol()).with("explanation", lines), lines);
    }
}
