package org.countersign.deploy.founding;

import java.util.Optional;
import org.countersign.deploy.OperatorException;

/** What the founding process tells its parent in one line: how far it is, or what is in its way. */
final class FoundingMessage {
    private static final String MARK = "countersign-founding";
    private static final String SEPARATOR = "\u001f";

    private final String text;
    private final OperatorException problem;

    private FoundingMessage(String text, OperatorException problem) {
        this.text = text;
        this.problem = problem;
    }

    static FoundingMessage progress(String text) {
        return new FoundingMessage(text, null);
    }

    static FoundingMessage problem(OperatorException problem) {
        return new FoundingMessage(problem.getMessage(), problem);
    }

    /** The message in a line, or nothing if the line is something that a library has printed. */
    static Optional<FoundingMessage> parse(String line) {
        String[] parts = line.split(SEPARATOR, -1);
        if (parts.length == 2 && MARK.equals(parts[0])) {
            return Optional.of(progress(parts[1]));
        }
        if (parts.length == 4 && MARK.equals(parts[0])) {
            return Optional.of(
                    problem(new OperatorException(OperatorException.Code.valueOf(parts[1]), parts[2], parts[3])));
        }
        return Optional.empty();
    }

    String toLine() {
        String line = problem == null
                ? String.join(SEPARATOR, MARK, text)
                : String.join(SEPARATOR, MARK, problem.getCode().name(), text, problem.getRemedy());
        return line.replace('\n', ' ').replace('\r', ' ');
    }

    String getText() {
        return text;
    }

    Optional<OperatorException> getProblem() {
        return Optional.ofNullable(problem);
    }
}
