package org.countersign.language.compile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.countersign.language.model.Block;
import org.countersign.language.model.Clause;
import org.countersign.language.model.Condition;
import org.countersign.language.model.SecurityModel;
import org.countersign.language.model.Value;
import org.countersign.language.vocabulary.Section;

/**
 * The canonical model as JSON: equal models give equal texts, different ones different texts. Lines of the source are
 * not in it, so that the layout of a source does not change the model's digest.
 */
public final class ModelJson {
    private final StringBuilder text = new StringBuilder();

    private ModelJson() {}

    /**
     * Writes a model.
     *
     * @param model the model
     * @return one JSON object in ASCII, without line ends
     */
    public static String write(SecurityModel model) {
        ModelJson json = new ModelJson();
        json.model(model);
        return json.text.toString();
    }

    private void model(SecurityModel model) {
        text.append("{\"language\":").append(SecurityCompiler.VERSION);
        for (Section section : model.sections()) {
            text.append(',')
                    .append(string(section.name().toLowerCase(Locale.ROOT)))
                    .append(":[");
            separated(model.clauses(section), this::clause);
            text.append(']');
        }
        text.append(",\"compliance\":[");
        separated(model.getCompliance(), this::block);
        text.append("]}");
    }

    private void block(Block block) {
        text.append('{');
        block.getPremise().ifPresent(premise -> {
            text.append("\"when\":");
            condition(premise);
            text.append(',');
        });
        text.append("\"require\":[");
        separated(block.getRequirements(), this::condition);
        text.append("]}");
    }

    private void condition(Condition condition) {
        if (condition.getRule() != null) {
            clause(condition.getRule());
            return;
        }
        text.append('{')
                .append(string(condition.getKind().name().toLowerCase(Locale.ROOT)))
                .append(":[");
        separated(condition.getParts(), this::condition);
        text.append("]}");
    }

    private void clause(Clause clause) {
        text.append("{\"word\":").append(string(clause.getWord()));
        for (Map.Entry<String, Value> value : clause.getValues().entrySet()) {
            // A parameter may be called like the word's own key.
            text.append(',').append(string("." + value.getKey())).append(":{\"type\":");
            text.append(string(value.getValue().getType().name().toLowerCase(Locale.ROOT)))
                    .append(",\"value\":");
            carrier(value.getValue());
            text.append('}');
        }
        text.append('}');
    }

    private void carrier(Value value) {
        if (value.getType().getCarrier() == List.class) {
            text.append('[');
            separated(value.texts(), element -> text.append(string(element)));
            text.append(']');
        } else if (value.getCarrier() instanceof BigDecimal) {
            text.append(string(((BigDecimal) value.getCarrier()).toPlainString()));
        } else {
            text.append(string(value.getCarrier().toString()));
        }
    }

    private <T> void separated(List<T> elements, Consumer<T> write) {
        boolean first = true;
        for (T element : elements) {
            if (!first) {
                text.append(',');
            }
            first = false;
            write.accept(element);
        }
    }

    private static String string(String content) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char character : content.toCharArray()) {
            if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (character >= ' ' && character <= '~') {
                quoted.append(character);
            } else {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
            }
        }
        return quoted.append('"').toString();
    }
}
