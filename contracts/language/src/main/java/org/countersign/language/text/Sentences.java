package org.countersign.language.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countersign.language.model.Block;
import org.countersign.language.model.Clause;
import org.countersign.language.model.Condition;
import org.countersign.language.model.ConditionKind;
import org.countersign.language.model.Value;
import org.countersign.language.model.ValueType;
import org.countersign.language.vocabulary.Section;
import org.countersign.language.vocabulary.Signature;

/** Clauses and conditions in words. */
final class Sentences {
    // Behind it comes a list of which everything counts; other lists of rules are alternatives.
    private static final String ALL_OF = "each of {";

    private Sentences() {}

    /** What a clause outside the compliance section says. */
    static String of(Section section, Clause clause) {
        Signature signature = section.clause(clause.getWord())
                .orElseThrow(() -> new IllegalStateException("A checked clause is one of its section."));
        StringBuilder sentence = new StringBuilder();
        String rest = signature.getSentence();
        while (!rest.isEmpty()) {
            int open = rest.indexOf('[');
            int close = rest.indexOf(']');
            String plain = open < 0 ? rest : rest.substring(0, open);
            sentence.append(filled(plain, clause).orElse(plain));
            if (open >= 0) {
                filled(rest.substring(open + 1, close), clause).ifPresent(sentence::append);
            }
            rest = open < 0 ? "" : rest.substring(close + 1);
        }
        return sentence.toString();
    }

    // Nothing if a slot that it names was left out.
    private static Optional<String> filled(String template, Clause clause) {
        return filled(template, clause, "and");
    }

    private static Optional<String> filled(String template, Clause clause, String word) {
        StringBuilder filled = new StringBuilder();
        String rest = template;
        for (int open = rest.indexOf('{'); open >= 0; open = rest.indexOf('{')) {
            int close = rest.indexOf('}');
            Optional<Value> value = clause.value(rest.substring(open + 1, close));
            if (!value.isPresent()) {
                return Optional.empty();
            }
            filled.append(rest, 0, open).append(spoken(value.get(), word));
            rest = rest.substring(close + 1);
        }
        return Optional.of(filled.append(rest).toString());
    }

    private static String spoken(Value value, String word) {
        return value.getType() == ValueType.TEXT ? (String) value.getCarrier() : listed(value.written(), word);
    }

    // "a, b and c"
    private static String listed(String list, String word) {
        int last = list.lastIndexOf(", ");
        return last < 0 || list.startsWith("\"")
                ? list
                : list.substring(0, last) + " " + word + " " + list.substring(last + 2);
    }

    /**
     * For what a block is meant, as the beginning of a sentence.
     *
     * @param words how its premise is told
     */
    static String scope(Block block, Function<Condition, String> words) {
        return block.getPremise()
                .map(premise -> isOperation(premise)
                        ? "On "
                                + listed(
                                        premise.getRule()
                                                .getValues()
                                                .values()
                                                .iterator()
                                                .next()
                                                .written(),
                                        "or")
                        : "Where " + words.apply(premise))
                .orElse("Always");
    }

    private static boolean isOperation(Condition condition) {
        return condition.getRule() != null && condition.getRule().getWord().equals("operation");
    }

    /** A condition as the rest of a sentence that begins "it is required that". */
    static String of(Condition condition) {
        List<Condition> parts = condition.getParts();
        switch (condition.getKind()) {
            case RULE:
                return rule(condition.getRule());
            case NOT:
                return "it is not so that " + within(parts.get(0));
            case WHEN:
                return "if " + within(parts.get(0)) + ", then " + within(parts.get(1));
            default:
                String word = condition.getKind() == ConditionKind.ALL ? " and " : " or ";
                return parts.stream().map(Sentences::within).collect(Collectors.joining(word));
        }
    }

    // In parentheses unless it can be read in one way only among others.
    private static String within(Condition part) {
        String sentence = of(part);
        return part.getKind() == ConditionKind.RULE && !sentence.matches(".*( and | or |,).*")
                ? sentence
                : "(" + sentence + ")";
    }

    private static String rule(Clause rule) {
        return RuleSentences.of(rule.getWord())
                .flatMap(template -> filled(template, rule, template.contains(ALL_OF) ? "and" : "or"))
                .orElseGet(() -> rule(rule, rule.getValues().size() == 1));
    }

    /** A condition in the words of the rules, for those who compare it with a source. */
    static String written(Condition condition) {
        List<Condition> parts = condition.getParts();
        switch (condition.getKind()) {
            case RULE:
                return rule(condition.getRule(), condition.getRule().getValues().size() == 1);
            case NOT:
                return "not " + grouped(parts.get(0));
            case WHEN:
                return "if " + written(parts.get(0)) + ", then " + written(parts.get(1));
            default:
                String word = condition.getKind() == ConditionKind.ALL ? " and " : " or ";
                return parts.stream().map(Sentences::grouped).collect(Collectors.joining(word));
        }
    }

    private static String grouped(Condition part) {
        return part.getKind() == ConditionKind.RULE || part.getKind() == ConditionKind.NOT
                ? written(part)
                : "(" + written(part) + ")";
    }

    // The only parameter of a rule needs no name.
    private static String rule(Clause rule, boolean single) {
        return rule.getWord()
                + rule.getValues().entrySet().stream()
                        .map(value -> " "
                                + (single ? "" : value.getKey() + " ")
                                + value.getValue().written())
                        .collect(Collectors.joining());
    }
}
