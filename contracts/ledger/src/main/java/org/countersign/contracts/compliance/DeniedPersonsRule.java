package org.countersign.contracts.compliance;

import java.security.PublicKey;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Finding;

/** Certain persons neither acquire nor dispose. */
public final class DeniedPersonsRule extends HolderRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            DeniedPersonsRule.class,
            "denied-persons",
            Reach.PRIVATE,
            Collections.singletonList(new RuleParameter(
                    "persons",
                    ParameterType.NAMES,
                    "the names of the persons as claims carry them: legal entity identifiers, or names that"
                            + " say nothing to others")),
            "Nobody who acquires or disposes is one of the persons, under whichever key. Who is not"
                    + " known as a person may be any of them and is refused. On issue, transfer and "
                    + "redemption.",
            Collections.singletonList("No legal source: contractual; what sanctions demand is `sanctions-clear`"),
            Collections.singletonList(
                    "With a legal entity identifier: the entity is barred through all of its custodians " + "alike."));

    private final List<String> persons;

    /**
     * Creates a rule.
     *
     * @param persons the names of the persons as claims carry them: legal entity identifiers, or names that say nothing
     *     to others
     */
    public DeniedPersonsRule(List<String> persons) {
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
        return !claims.getIdentifiers().isEmpty() && !claims.isAnyOf(persons);
    }

    @Override
    Finding judge(HolderClaims claims, ComplianceFacts facts) {
        return holds(claims, facts)
                ? met("No party is on the list of those denied.")
                : notMet("DENIED_PERSON", "A party is, or may be, on the list of those denied.");
    }

    @Override
    List<PublicKey> judged(NetMovement movement) {
        return movement.getDealers();
    }
}
