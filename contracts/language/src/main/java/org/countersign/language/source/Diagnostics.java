package org.countersign.language.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Collects what is to be said about one source while it is read. */
public final class Diagnostics {
    /** The most that is said about one source; who sees these will want to read no more before mending them. */
    public static final int MOST = 100;

    private final SourceText source;
    private final List<Diagnostic> told = new ArrayList<>();
    private int errors;
    private int untold;
    private boolean stopped;

    /**
     * Creates an empty collection.
     *
     * @param source the source
     */
    public Diagnostics(SourceText source) {
        this.source = source;
    }

    /**
     * Notes something.
     *
     * @param kind which kind it is
     * @param span where
     * @param reason what is wrong
     * @param remedy what to do
     */
    public void report(DiagnosticKind kind, Span span, String reason, String remedy) {
        if (!kind.isWarning()) {
            errors++;
        }
        if (told.size() < MOST) {
            Place place = source.place(span.getLine(), span.getColumn(), span.getLength());
            told.add(new Diagnostic(kind, place, reason, remedy));
        } else {
            untold++;
        }
    }

    /** Notes that the rest of the source is not looked at. */
    public void stop() {
        stopped = true;
    }

    /** How many errors were noted, those beyond {@link #MOST} included. */
    public int errors() {
        return errors;
    }

    /** What was noted, in the order of the text. */
    public List<Diagnostic> inOrder() {
        List<Diagnostic> sorted = new ArrayList<>(told);
        sorted.sort(Comparator.<Diagnostic>comparingInt(
                        diagnostic -> diagnostic.getPlace().getLine())
                .thenComparingInt(diagnostic -> diagnostic.getPlace().getColumn()));
        if (untold > 0 || stopped) {
            sorted.add(new Diagnostic(
                    DiagnosticKind.NOT_TOLD,
                    sorted.get(sorted.size() - 1).getPlace(),
                    "There " + (untold > 0 ? "are " + untold + " more" : "may be more") + " than are told here"
                            + (stopped ? ", and what follows was not looked at." : "."),
                    "Mend these first."));
        }
        return Collections.unmodifiableList(sorted);
    }
}
