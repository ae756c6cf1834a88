package org.countersign.language.check;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.language.model.Clause;
import org.countersign.language.model.Value;

/**
 * A bound that a rule sets, so that it can be compared with another one. What is measured is in the same units wherever
 * measures have the same name; of some measures it is known that one is never more than another.
 */
final class Limit {
    private static final String ACQUIRED = "what an acquirer acquires";
    private static final String HELD = "what a person holds";
    private static final String HOLDERS = "the number of holders";
    private static final String HOLDERS_WITH_CLAIM = "the number of holders with the claim";
    private static final String SHARE_IN = "the part that is held there";
    private static final String SHARE_WITH_CLAIM = "the part that is held with the claim";

    // What is acquired is held afterwards, and who has a claim is one of all.
    private static final Map<String, String> WITHIN = new LinkedHashMap<>();
    private static final List<Kind> KINDS = Collections.unmodifiableList(Arrays.asList(
            new Kind("minimum-transfer", "quantity", ACQUIRED, true),
            new Kind("maximum-transfer", "quantity", ACQUIRED, false),
            new Kind("minimum-holding", "quantity", HELD, true),
            new Kind("maximum-holding", "quantity", HELD, false),
            new Kind("denomination", "minimum", HELD, true),
            new Kind("lot-size", "quantity", HELD, true),
            new Kind("minimum-holders", "count", HOLDERS, true),
            new Kind("maximum-holders", "count", HOLDERS, false),
            new Kind("minimum-holders-with-claim", "count", HOLDERS_WITH_CLAIM, true),
            new Kind("maximum-holders-with-claim", "count", HOLDERS_WITH_CLAIM, false),
            new Kind("minimum-share-held-in", "percentage", SHARE_IN, true),
            new Kind("maximum-share-held-in", "percentage", SHARE_IN, false),
            new Kind("minimum-share-held-with-claim", "percentage", SHARE_WITH_CLAIM, true),
            new Kind("maximum-share-held-with-claim", "percentage", SHARE_WITH_CLAIM, false)));

    static {
        WITHIN.put(ACQUIRED, HELD);
        WITHIN.put(HOLDERS_WITH_CLAIM, HOLDERS);
    }

    private final Kind kind;
    private final Value value;
    private final Map<String, Value> others;

    private Limit(Kind kind, Value value, Map<String, Value> others) {
        this.kind = kind;
        this.value = value;
        this.others = others;
    }

    /** The bound that a rule sets; nothing if it sets none. */
    static Optional<Limit> of(Clause rule) {
        return KINDS.stream()
                .filter(kind -> kind.word.equals(rule.getWord())
                        && rule.value(kind.parameter).isPresent())
                .findFirst()
                .map(kind -> {
                    Map<String, Value> others = new LinkedHashMap<>(rule.getValues());
                    return new Limit(kind, others.remove(kind.parameter), others);
                });
    }

    /** Whether it is the least that must be, and another one the most that may be, and there is nothing in between. */
    boolean isAbove(Limit most) {
        boolean same = kind.measure.equals(most.kind.measure)
                && (others.equals(most.others)
                        || ListRelations.isWithin(others, most.others)
                        || kind.measure.equals(HELD)
                        || kind.measure.equals(ACQUIRED));
        return kind.least
                && !most.kind.least
                && (same || most.kind.measure.equals(WITHIN.get(kind.measure)))
                && number().compareTo(most.number()) > 0;
    }

    /** Whether it is the least quantity that must be of something, and more than there is. */
    boolean isLeastQuantityAbove(BigDecimal supply) {
        return kind.least
                && (kind.measure.equals(ACQUIRED) || kind.measure.equals(HELD))
                && number().compareTo(supply) > 0;
    }

    /** Whether a single movement decides it, whatever the register was before. */
    boolean isOfTheMovement() {
        return kind.measure.equals(ACQUIRED) || kind.measure.equals(HELD);
    }

    private BigDecimal number() {
        return new BigDecimal(value.getCarrier().toString());
    }

    /** What is bounded. */
    String measure() {
        return kind.measure;
    }

    /** The bound as it is written in a source. */
    String written() {
        return value.written();
    }

    private static final class Kind {
        private final String word;
        private final String parameter;
        private final String measure;
        private final boolean least;

        Kind(String word, String parameter, String measure, boolean least) {
            this.word = word;
            this.parameter = parameter;
            this.measure = measure;
            this.least = least;
        }
    }
}
