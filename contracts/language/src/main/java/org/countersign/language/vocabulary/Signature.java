package org.countersign.language.vocabulary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.countersign.contracts.compliance.RuleDescription;
import org.countersign.contracts.compliance.RuleParameter;
import org.countersign.language.model.ValueType;

/** A word and what may follow it. */
public final class Signature {
    private final String word;
    private final String meaning;
    private final String sentence;
    private final Frequency frequency;
    private final List<Slot> slots;

    /**
     * Creates a signature.
     *
     * @param word the word
     * @param meaning what a clause with it says, in one sentence
     * @param sentence the same with its values: each slot's name in braces, and in brackets what is left out without it
     * @param frequency how often it stands in its section
     * @param slots what follows it, leading slots first
     */
    public Signature(String word, String meaning, String sentence, Frequency frequency, Slot... slots) {
        this.word = Objects.requireNonNull(word, "word");
        this.meaning = Objects.requireNonNull(meaning, "meaning");
        this.sentence = Objects.requireNonNull(sentence, "sentence");
        this.frequency = Objects.requireNonNull(frequency, "frequency");
        this.slots = Collections.unmodifiableList(new ArrayList<>(Arrays.asList(slots)));
    }

    /**
     * The signature of a rule of the catalogue. A rule's only parameter needs no name.
     *
     * @param rule the rule
     * @return its word with its parameters in their order
     */
    public static Signature of(RuleDescription rule) {
        List<RuleParameter> parameters = rule.getParameters();
        Slot[] slots = new Slot[parameters.size()];
        for (int position = 0; position < slots.length; position++) {
            ValueType type = ValueType.of(parameters.get(position).getType());
            String name = parameters.get(position).getName();
            slots[position] = slots.length == 1 ? Slot.first(name, type) : Slot.named(name, type);
        }
        return new Signature(rule.getWord(), rule.getMeaning(), "", Frequency.ANY, slots);
    }

    /** The word. */
    public String getWord() {
        return word;
    }

    /** What a clause with it says. */
    public String getMeaning() {
        return meaning;
    }

    /** What a clause with it says, with its values in place of slots' names in braces; empty for a rule. */
    public String getSentence() {
        return sentence;
    }

    /** How often it stands in its section. */
    public Frequency getFrequency() {
        return frequency;
    }

    /** What follows it. */
    public List<Slot> getSlots() {
        return slots;
    }

    /**
     * The slot of a name.
     *
     * @param name the name
     * @return nothing if there is none
     */
    public Optional<Slot> slot(String name) {
        return slots.stream().filter(slot -> slot.getName().equals(name)).findFirst();
    }

    /** How often a clause stands in its section. */
    public enum Frequency {
        /** Once. */
        ONCE,
        /** Once or not at all. */
        AT_MOST_ONCE,
        /** As often as needed. */
        ANY
    }
}
