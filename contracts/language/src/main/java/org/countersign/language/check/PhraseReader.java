package org.countersign.language.check;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.countersign.language.grammar.SecurityParser.ItemsContext;
import org.countersign.language.grammar.SecurityParser.PhraseContext;
import org.countersign.language.grammar.SecurityParser.ValueContext;
import org.countersign.language.model.Clause;
import org.countersign.language.model.Value;
import org.countersign.language.source.DiagnosticKind;
import org.countersign.language.source.Diagnostics;
import org.countersign.language.syntax.ClauseParser;
import org.countersign.language.vocabulary.Nearest;
import org.countersign.language.vocabulary.Signature;
import org.countersign.language.vocabulary.Slot;

/** Reads a word and what belongs to it, by the word's signature. */
final class PhraseReader {
    private final Diagnostics diagnostics;
    private final ValueReader values;

    PhraseReader(Diagnostics diagnostics, ValueReader values) {
        this.diagnostics = diagnostics;
        this.values = values;
    }

    /** Reads a phrase; null if something in it is wrong, which was noted then. */
    Clause read(Signature signature, PhraseContext phrase) {
        int before = diagnostics.errors();
        Map<String, ItemsContext> given = divide(signature, phrase);
        Map<String, Value> read = new LinkedHashMap<>();
        for (Slot slot : signature.getSlots()) {
            ItemsContext items = given.get(slot.getName());
            if (items != null) {
                Value value = values.read(slot, items);
                if (value != null) {
                    read.put(slot.getName(), value);
                }
            } else if (slot.isRequired() && diagnostics.errors() == before) {
                diagnostics.report(
                        DiagnosticKind.MISSING_PARAMETER,
                        ClauseParser.span(phrase.getStart(), phrase.getStop()),
                        "'" + signature.getWord() + "' needs '" + slot.getName() + "': "
                                + slot.getType().getDescription() + ".",
                        "Write: " + form(signature) + ".");
            }
        }
        return diagnostics.errors() == before
                ? new Clause(signature.getWord(), read, phrase.getStart().getLine())
                : null;
    }

    private Map<String, ItemsContext> divide(Signature signature, PhraseContext phrase) {
        Map<String, ItemsContext> given = new HashMap<>();
        List<Slot> leading =
                signature.getSlots().stream().filter(Slot::isLeading).collect(Collectors.toList());
        List<ItemsContext> items = phrase.items();
        int position = 0;
        while (position < items.size()) {
            ItemsContext next = items.get(position++);
            Slot slot = named(signature, next);
            if (slot == null && given.size() < leading.size() && position == given.size() + 1) {
                given.put(leading.get(given.size()).getName(), next);
            } else if (slot == null) {
                stray(signature, next);
                // What follows a name that there is not is that name's value, and no error of its own.
                position += bareWord(next) == null ? 0 : 1;
            } else if (position == items.size()) {
                diagnostics.report(
                        DiagnosticKind.MISSING_PARAMETER,
                        Literals.span(next),
                        "'" + slot.getName() + "' is without its value: "
                                + slot.getType().getDescription() + ".",
                        "Write: " + form(signature) + ".");
            } else if (given.put(slot.getName(), items.get(position++)) != null) {
                diagnostics.report(
                        DiagnosticKind.SAID_TWICE,
                        Literals.span(next),
                        "'" + slot.getName() + "' is said twice in one clause.",
                        "Say it once.");
            }
        }
        return given;
    }

    private static Slot named(Signature signature, ItemsContext items) {
        String word = bareWord(items);
        return word == null ? null : signature.slot(word).orElse(null);
    }

    private static String bareWord(ItemsContext items) {
        if (items.expression().size() != 1 || items.expression(0).value().size() != 1) {
            return null;
        }
        ValueContext value = items.expression(0).value(0);
        return value.word() == null ? null : value.getText();
    }

    private void stray(Signature signature, ItemsContext items) {
        List<String> names = signature.getSlots().stream().map(Slot::getName).collect(Collectors.toList());
        String word = bareWord(items);
        if (names.isEmpty()) {
            diagnostics.report(
                    DiagnosticKind.UNKNOWN_PARAMETER,
                    Literals.span(items),
                    "Nothing follows '" + signature.getWord() + "'.",
                    "Take this out, or begin a new line before it.");
        } else {
            diagnostics.report(
                    DiagnosticKind.UNKNOWN_PARAMETER,
                    Literals.span(items),
                    word == null
                            ? "This value of '" + signature.getWord() + "' is without the name of its parameter."
                            : "'" + signature.getWord() + "' has no parameter '" + word + "'.",
                    Nearest.to(word == null ? "" : word, names)
                                    .map(near -> "Did you mean '" + near + "'? ")
                                    .orElse("")
                            + "Write: " + form(signature) + ".");
        }
    }

    /** How a clause with the word is written. */
    static String form(Signature signature) {
        StringBuilder text = new StringBuilder(signature.getWord());
        for (Slot slot : signature.getSlots()) {
            String name = slot.isLeading() ? "<" + slot.getName() + ">" : slot.getName() + " <…>";
            text.append(slot.isRequired() ? " " + name : " [" + name + "]");
        }
        return text.toString();
    }
}
