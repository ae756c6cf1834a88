package org.countersign.language.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.countersign.contracts.compliance.Reach;
import org.countersign.contracts.compliance.RuleDescription;
import org.countersign.language.check.Catalogue;
import org.countersign.language.model.Block;
import org.countersign.language.model.Condition;
import org.countersign.language.model.SecurityModel;
import org.countersign.language.vocabulary.Section;

/** What a security's source means, in plain words and clause by clause, with the lines that say it. */
public final class Explanation {
    private final SecurityModel model;
    private final Catalogue catalogue;
    private final List<String> lines = new ArrayList<>();

    private Explanation(SecurityModel model, Catalogue catalogue) {
        this.model = model;
        this.catalogue = catalogue;
    }

    /**
     * Explains a security.
     *
     * @param model what its source says
     * @param catalogue the rules that it was checked with
     * @return lines of text
     */
    public static List<String> of(SecurityModel model, Catalogue catalogue) {
        Explanation explanation = new Explanation(model, catalogue);
        explanation.sections();
        return explanation.lines;
    }

    private void sections() {
        section("What it is", Section.TERMS);
        String kind = model.getInstrument().getWord();
        lines.add("");
        lines.add("It is a " + kind + (model.clauses(model.getInstrument()).isEmpty() ? ", without more." : "."));
        clauses(model.getInstrument());
        compliance();
        section("Who validates it", Section.VALIDATION);
        section("What can be ordered and changed", Section.CONTROL);
        section("What is told to whom", Section.DISCLOSURE);
        meanings();
    }

    private void section(String title, Section section) {
        if (!model.clauses(section).isEmpty()) {
            title(title);
            clauses(section);
        }
    }

    private void title(String title) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(title);
    }

    private void clauses(Section section) {
        model.clauses(section).forEach(clause -> line(1, Sentences.of(section, clause), clause.getLine()));
    }

    private void compliance() {
        title("Who may deal in it");
        if (model.getCompliance().isEmpty()) {
            lines.add("  Everybody whom the other attestations admit.");
        }
        for (Block block : model.getCompliance()) {
            line(1, Sentences.scope(block, Sentences::of) + " it is required that", block.getLine());
            for (Condition requirement : block.getRequirements()) {
                line(2, Sentences.of(requirement), requirement.rules().get(0).getLine());
            }
        }
    }

    private void meanings() {
        Set<String> words = new TreeSet<>();
        model.condition().ifPresent(condition -> condition.rules().forEach(rule -> words.add(rule.getWord())));
        if (words.isEmpty()) {
            return;
        }
        title("What the rules mean");
        for (String word : words) {
            RuleDescription rule = catalogue
                    .find(word)
                    .orElseThrow(() -> new IllegalStateException("A checked model has rules of the catalogue only."));
            String judge = rule.getReach() == Reach.PUBLIC
                    ? " Every node decides it."
                    : " The compliance committee decides it.";
            lines.add("  " + word + ": " + rule.getMeaning() + judge);
            rule.getSources().forEach(source -> lines.add("    Source: " + source));
        }
    }

    private void line(int depth, String text, int line) {
        StringBuilder indented = new StringBuilder();
        for (int level = 0; level < depth; level++) {
            indented.append("  ");
        }
        lines.add(indented + text + " [line " + line + "]");
    }
}
