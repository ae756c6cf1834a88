package org.countersign.language.check;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.contracts.compliance.ComplianceRule;
import org.countersign.contracts.compliance.RuleCatalogue;
import org.countersign.contracts.compliance.RuleDescription;
import org.countersign.contracts.compliance.RuleParameter;
import org.countersign.language.model.Clause;
import org.countersign.language.vocabulary.Signature;

/** The rules that sources can use. */
public final class Catalogue {
    private final Map<String, RuleDescription> rules;

    /**
     * Creates a catalogue.
     *
     * @param rules its rules, each with a word of its own
     */
    public Catalogue(List<RuleDescription> rules) {
        Map<String, RuleDescription> byWord = new LinkedHashMap<>();
        rules.forEach(rule -> byWord.put(rule.getWord(), rule));
        this.rules = Collections.unmodifiableMap(byWord);
    }

    /** The rules of the ledger that this version of the language is built with. */
    public static Catalogue ofLedger() {
        return new Catalogue(RuleCatalogue.rules());
    }

    /** The words, in the order of the catalogue. */
    public List<String> words() {
        return new ArrayList<>(rules.keySet());
    }

    /**
     * The rule of a word.
     *
     * @param word the word
     * @return nothing if there is none
     */
    public Optional<RuleDescription> find(String word) {
        return Optional.ofNullable(rules.get(word));
    }

    /**
     * What may follow a rule's word.
     *
     * @param word the word
     * @return nothing if there is no such rule
     */
    public Optional<Signature> signature(String word) {
        return find(word).map(Signature::of);
    }

    /**
     * The ledger's rule that a clause stands for.
     *
     * @param clause a rule's word and values, checked
     * @return the rule
     * @throws IllegalArgumentException if the rule's class refuses the values, with its reason
     */
    public ComplianceRule rule(Clause clause) {
        RuleDescription description =
                find(clause.getWord()).orElseThrow(() -> new IllegalArgumentException("No rule " + clause.getWord()));
        List<Object> arguments = new ArrayList<>();
        for (RuleParameter parameter : description.getParameters()) {
            arguments.add(clause.value(parameter.getName())
                    .orElseThrow(() -> new IllegalArgumentException("No " + parameter.getName()))
                    .getCarrier());
        }
        Constructor<?> constructor = description.getType().getConstructors()[0];
        try {
            return (ComplianceRule) constructor.newInstance(arguments.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException) {
                throw (IllegalArgumentException) e.getCause();
            }
            throw new IllegalStateException("The rule " + clause.getWord() + " fails on its parameters.", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The rule " + clause.getWord() + " is not as the catalogue says.", e);
        }
    }
}
