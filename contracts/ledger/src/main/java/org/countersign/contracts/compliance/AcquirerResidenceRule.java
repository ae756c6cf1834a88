package org.countersign.contracts.compliance;

import java.security.PublicKey;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.identity.HolderClaims;

/** Somebody who acquires resides in one of several jurisdictions; most often the premise of a When. */
public final class AcquirerResidenceRule extends HolderPremise {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            AcquirerResidenceRule.class,
            "acquirer-residence",
            Reach.PRIVATE,
            Collections.singletonList(
                    new RuleParameter("jurisdictions", ParameterType.JURISDICTIONS, "which are meant")),
            "At least one of those who acquire has a residence attested that is in one of the "
                    + "jurisdictions. It is decided for every transaction where the claims are known, so that"
                    + " it can be a premise; a redemption has no acquirer and does not meet it. It is "
                    + "undecided of whom no residence is attested, and of whom a country is attested of which"
                    + " only a part is meant.",
            Collections.singletonList("ISO 3166-1 and ISO 3166-2"),
            Collections.singletonList(
                    "`when (acquirer-residence (jurisdictions: US)) then (accredited)` lets US residents "
                            + "buy only if they are accredited."));

    private final List<String> jurisdictions;

    /**
     * Creates a rule.
     *
     * @param jurisdictions which are meant
     */
    public AcquirerResidenceRule(List<String> jurisdictions) {
        this.jurisdictions = DESCRIPTION.checked(0, jurisdictions);
    }

    /** Which are meant. */
    public List<String> getJurisdictions() {
        return jurisdictions;
    }

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Collections.singletonList(jurisdictions);
    }

    @Override
    Decision recognises(HolderClaims claims) {
        return isIn(jurisdictions, claims.residence());
    }

    @Override
    List<PublicKey> asked(NetMovement movement) {
        return movement.getAcquirers();
    }
}
