package org.countersign.contracts.compliance;

import java.util.Collections;
import java.util.List;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Finding;

/** Only certain persons acquire. */
public final class AllowedPersonsRule extends HolderRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            AllowedPersonsRule.class,
            "allowed-persons",
            Reach.PRIVATE,
            Collections.singletonList(new RuleParameter(
                    "persons",
                    ParameterType.NAMES,
                    "the names of the persons as claims carry them: legal entity identifiers, or names that"
                            + " say nothing to others")),
            "Everybody who acquires is one of the persons, under whichever key. Who is not known as"
                    + " a person is none of them. On issue and transfer.",
            Collections.singletonList("No legal source: contractual; a placement with named persons, as under 15 U.S.C."
                    + " 77d(a)(2), is one use"),
            Collections.singletonList(
                    "With a legal entity identifier: the entity is allowed through all of its custodians " + "alike."));

    private final List<String> persons;

    /**
     * Creates a rule.
     *
     * @param persons the names of the persons as claims carry them: legal entity identifiers, or names that say nothing
     *     to others
     */
    public AllowedPersonsRule(List<String> persons) {
        this.persons = DESCRIPTION.checked(0, persons);
    }

    /** The names of the persons as claims carry them: legal entity identifiers, or names that say nothing to others. */
    public List<String> getPersons() {
        return persons;
    }

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Collections.singletonList(persons);
    }

    @Override
    boolean holds(HolderClaims claims, ComplianceFacts facts) {
        return claims.isAnyOf(persons);
    }

    @Override
    Finding judge(HolderClaims claims, ComplianceFacts facts) {
        return holds(claims, facts)
                ? met("The acquirer is on the list.")
                : notMet("PERSON_NOT_ALLOWED", "An acquirer is not on the list of those allowed.");
    }
}
