package org.countersign.language.compile;

import java.util.Collections;
import java.util.List;
import org.countersign.contracts.compliance.Reach;
import org.countersign.language.check.Catalogue;
import org.countersign.language.model.Clause;
import org.countersign.language.model.Condition;
import org.countersign.language.model.SecurityModel;

/** The bound of what a policy costs: each rule and each composition is evaluated at most once for a transaction. */
public final class PolicyCost {
    private final int rules;
    private final int publicRules;
    private final int compositions;

    private PolicyCost(int rules, int publicRules, int compositions) {
        this.rules = rules;
        this.publicRules = publicRules;
        this.compositions = compositions;
    }

    static PolicyCost of(SecurityModel model, Catalogue catalogue) {
        List<Clause> rules = model.condition().map(Condition::rules).orElseGet(Collections::emptyList);
        int size = model.condition().map(Condition::size).orElse(0);
        long decidedByAll = rules.stream()
                .filter(rule -> catalogue
                        .find(rule.getWord())
                        .filter(description -> description.getReach() == Reach.PUBLIC)
                        .isPresent())
                .count();
        return new PolicyCost(rules.size(), (int) decidedByAll, size - rules.size());
    }

    /** How many rules are judged for a transaction, at most. */
    public int getRules() {
        return rules;
    }

    /** How many of these the contract can decide, and with it every node. */
    public int getPublicRules() {
        return publicRules;
    }

    /** How many results are composed, at most. */
    public int getCompositions() {
        return compositions;
    }

    @Override
    public String toString() {
        return "at most " + rules + " rules (" + publicRules + " of them public) and " + compositions
                + " compositions for each transaction";
    }
}
