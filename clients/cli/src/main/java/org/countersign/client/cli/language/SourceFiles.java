package org.countersign.client.cli.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Fields;
import org.countersign.language.CheckedSource;
import org.countersign.language.source.Diagnostic;
import org.countersign.language.source.Place;
import org.countersign.language.source.SourceText;
import org.countersign.language.source.UnreadableSourceException;

/** Files with sources, and what is said about them. */
final class SourceFiles {
    private SourceFiles() {}

    /** Reads a source. */
    static SourceText read(Path file) {
        try {
            return SourceText.read(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new Failure(
                    FailureCode.FILE_WRONG,
                    "The source cannot be read: " + e + ".",
                    "Name a file with the source of a security.",
                    e);
        } catch (UnreadableSourceException e) {
            Diagnostic diagnostic = e.getDiagnostic();
            throw new Failure(FailureCode.FILE_WRONG, file + ": " + diagnostic.getReason(), diagnostic.getRemedy(), e);
        }
    }

    /** Reads a text file. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Failure(FailureCode.FILE_WRONG, file + " cannot be read: " + e + ".", "Name another file.", e);
        }
    }

    /** Writes a file. */
    static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new Failure(
                    FailureCode.FILE_WRONG,
                    file + " cannot be written: " + e + ".",
                    "Name a file in a directory that you can write to.",
                    e);
        }
    }

    /** Writes a text file. */
    static void write(Path file, String content) {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /** What is said about a source, as an answer that is a failure if there is an error. */
    static Answer diagnosed(CheckedSource checked) {
        List<String> lines = new ArrayList<>();
        checked.getDiagnostics().forEach(diagnostic -> lines.addAll(diagnostic.lines()));
        int errors = checked.errors().size();
        int warnings = checked.warnings().size();
        lines.add(checked.getSource() + ": " + counted(errors, "error") + ", " + counted(warnings, "warning") + ".");
        Answer answer = Answer.of(
                new Fields()
                        .with("file", checked.getSource().getName())
                        .with("inOrder", errors == 0)
                        .with("errors", documents(checked.errors()))
                        .with("warnings", documents(checked.warnings())),
                lines);
        return errors == 0 ? answer : answer.unsuccessful();
    }

    private static String counted(int count, String what) {
        return (count == 0 ? "no" : Integer.toString(count)) + " " + what + (count == 1 ? "" : "s");
    }

    private static List<Object> documents(List<Diagnostic> diagnostics) {
        List<Object> documents = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics) {
            Place place = diagnostic.getPlace();
            documents.add(new Fields()
                    .with("kind", diagnostic.getKind().name())
                    .with("line", place.getLine())
                    .with("column", place.getColumn())
                    .with("length", place.getLength())
                    .with("reason", diagnostic.getReason())
                    .with("remedy", diagnostic.getRemedy())
                    .toMap());
        }
        return documents;
    }
}
