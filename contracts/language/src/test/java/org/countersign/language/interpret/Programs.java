package org.countersign.language.interpret;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.countersign.contracts.compliance.RuleDescription;
import org.countersign.contracts.compliance.RuleParameter;
import org.countersign.language.Sources;
import org.countersign.language.check.Catalogue;
import org.countersign.language.model.ValueType;

/** Makes up compliance sections out of all rules of a catalogue. Some of them are refused by the checker. */
public final class Programs {
    private final Catalogue catalogue;
    private final Random random;

    public Programs(Catalogue catalogue, Random random) {
        this.catalogue = catalogue;
        this.random = random;
    }

    public String source() {
        List<String> lines = new ArrayList<>();
        for (int block = 1 + random.nextInt(4); block > 0; block--) {
            lines.add(scope());
            for (int requirement = 1 + random.nextInt(3); requirement > 0; requirement--) {
                lines.add((random.nextInt(4) == 0 ? "forbid " : "require ") + condition(3));
            }
        }
        return Sources.share(lines.toArray(new String[0]));
    }

    private String scope() {
        return oneOf(
                () -> "always",
                () -> "on " + value(ValueType.OPERATIONS),
                () -> "on transfer, redeem when " + condition(2),
                () -> "for " + value(ValueType.CATEGORIES),
                () -> "in " + value(ValueType.JURISDICTIONS),
                () -> "on " + value(ValueType.OPERATIONS) + " for " + value(ValueType.CATEGORIES) + " in "
                        + value(ValueType.JURISDICTIONS) + " when " + condition(1),
                () -> "when " + condition(2));
    }

    private String condition(int depth) {
        if (depth == 0) {
            return rule();
        }
        return oneOf(
                this::rule,
                this::rule,
                () -> atom(depth) + " and " + atom(depth) + " and " + atom(depth),
                () -> atom(depth) + " or " + atom(depth),
                () -> "not " + atom(depth),
                () -> "when " + condition(depth - 1) + " then " + condition(depth - 1));
    }

    private String atom(int depth) {
        return "(" + condition(depth - 1) + ")";
    }

    /** Any rule, with any values. */
    public String rule() {
        List<String> words = catalogue.words();
        return rule(words.get(random.nextInt(words.size())));
    }

    /** The rule of a word, with any values. */
    public String rule(String word) {
        RuleDescription rule = catalogue.find(word).get();
        StringBuilder text = new StringBuilder(rule.getWord());
        for (RuleParameter parameter : rule.getParameters()) {
            text.append(' ').append(parameter.getName());
            text.append(' ').append(value(ValueType.of(parameter.getType())));
        }
        return text.toString();
    }

    private String value(ValueType type) {
        switch (type) {
            case COUNT:
                return one("0", "1", "2", "150", "1,999");
            case QUANTITY:
                return one("1 unit", "10 units", "500 units", "2,000 units", "5 GBP");
            case PERCENTAGE:
                return one("0%", "5%", "12.5%", "100%");
            case PERIOD:
                return one("1 day", "40 days", "6 months", "1 year", "1 year + 10 days");
            case DATE:
                return one("2026-01-01", "2026-07-15", "2027-01-01");
            case TIME:
                return one("00:00", "09:00", "12:30", "17:30");
            case ZONE:
                return one("UTC", "Europe/Berlin", "America/New_York");
            case JURISDICTIONS:
                return several("DE", "AT", "US", "US-NY", "GB");
            case CATEGORIES:
                return several("retail", "professional", "accredited");
            case OPERATIONS:
                return several(
                        "issue", "transfer", "redeem", "force-transfer", "force-redeem", "recover", "corporate-action");
            case WEEKDAYS:
                return several("monday", "wednesday", "friday", "sunday");
            case DATES:
                return one("none", "2026-07-15", "2026-07-15, 2026-12-25");
            case NAMES:
                return several("\"blue\"", "\"green\"", "\"" + String.format("%064d", 7) + "\"");
            case TEXT:
                return one("\"citizenship\"", "\"sanctions\"", "\"clear\"");
            default:
                throw new IllegalArgumentException("No rule has a parameter of type " + type + ".");
        }
    }

    private String several(String... choice) {
        List<String> chosen = new ArrayList<>();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            chosen.add(one(choice));
        }
        return String.join(", ", chosen);
    }

    private String one(String... choice) {
        return Arrays.asList(choice).get(random.nextInt(choice.length));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private final String oneOf(Supplier<String>... choice) {
        return choice[random.nextInt(choice.length)].get();
    }
}
