package org.countersign.client.cli.language;

import java.nio.file.Path;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.Session;
import org.countersign.language.CheckedSource;
import org.countersign.language.model.SecurityModel;
import org.countersign.language.text.SourceFormatter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code security format}: gives a source its canonical layout. */
@Command(name = "format")
public final class SecurityFormatCommand extends SourceCommand {
    @Option(names = "--check")
    private boolean only;

    @Override
    Answer answer(Session session, Path source, CheckedSource checked, SecurityModel model) {
        String formatted = SourceFormatter.format(checked.getSource());
        boolean canonical = formatted.equals(checked.getSource().getText());
        if (!canonical && !only) {
            SourceFiles.write(source, formatted);
        }
        Answer answer = Answer.of(
                new Fields().with("file", source.toString()).with("wasCanonical", canonical),
                canonical
                        ? source + " is laid out canonically."
                        : only ? source + " is not laid out canonically." : "Laid out " + source + " anew.");
        return canonical || !only ? answer : answer.unsuccessful();
    }
}
