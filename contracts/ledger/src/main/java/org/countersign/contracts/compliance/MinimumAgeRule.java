package org.countersign.contracts.compliance;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Finding;

/** Everybody who acquires is of age. */
public final class MinimumAgeRule extends HolderRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            MinimumAgeRule.class,
            "minimum-age",
            Reach.PRIVATE,
            Collections.singletonList(new RuleParameter("years", ParameterType.COUNT, "the age in whole years")),
            "Everybody who acquires has reached the age on the day, in UTC, on which the time-"
                    + "window begins. Who is born on 29 February reaches it on 1 March in a year without that"
                    + " day. Whoever has a legal entity identifier and no date of birth attested is no "
                    + "natural person and has no age; of anybody else without a date it is not met. On issue "
                    + "and transfer.",
            Collections.singletonList("No legal source: contractual, or the law of majority that the issuer goes by,"
                    + " for example section 2 of the German Civil Code: 18 years"),
            Collections.singletonList("With 18: who is born on 2008-03-02 can acquire in a time-window that begins on "
                    + "2026-03-02, and not in one that begins on the evening before."));

    private final int years;

    /**
     * Creates a rule.
     *
     * @param years the age in whole years
     */
    public MinimumAgeRule(int years) {
        this.years = DESCRIPTION.checked(0, years);
    }

    /** The age in whole years. */
    public int getYears() {
        return years;
    }

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Collections.singletonList(years);
    }

    @Override
    boolean holds(HolderClaims claims, ComplianceFacts facts) {
        if (!claims.birthDate().isPresent()) {
            return claims.text(HolderClaims.LEI).isPresent();
        }
        LocalDate birth = claims.birthDate().get();
        LocalDate reached = birth.plusYears(years);
        if (reached.getDayOfMonth() < birth.getDayOfMonth()) {
            reached = reached.plusDays(1);
        }
        return !facts.getFrom().isBefore(reached.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @Override
    Finding judge(HolderClaims claims, ComplianceFacts facts) {
        if (claims.birthDate().isPresent()) {
            return holds(claims, facts)
                    ? met("The acquirer is " + years + " years old or older.")
                    : notMet("TOO_YOUNG", "An acquirer is younger than " + years + " years.");
        }
        return holds(claims, facts)
                ? met("A legal person has no age.")
                : notMet("AGE_UNKNOWN", "An acquirer's date of birth is not attested.");
    }
}
