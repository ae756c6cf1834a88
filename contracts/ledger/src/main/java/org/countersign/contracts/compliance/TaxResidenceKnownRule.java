package org.countersign.contracts.compliance;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Finding;

/** Of everybody who acquires it is known where it pays tax. */
public final class TaxResidenceKnownRule extends HolderRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            TaxResidenceKnownRule.class,
            "tax-residence-known",
            Reach.PRIVATE,
            Collections.emptyList(),
            "Of everybody who acquires at least one tax residence is attested. Which rate follows "
                    + "is a matter of each payment, not of the transfer. On issue and transfer.",
            Arrays.asList("OECD Common Reporting Standard section VIII.D", "26 U.S.C. 1471-1474 (FATCA)"),
            Collections.singletonList("A buyer without self-certification of its tax residence cannot buy."));

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Collections.emptyList();
    }

    @Override
    boolean holds(HolderClaims claims, ComplianceFacts facts) {
        return claims.text(HolderClaims.TAX_RESIDENCE)
                .filter(text -> !text.trim().isEmpty())
                .isPresent();
    }

    @Override
    Finding judge(HolderClaims claims, ComplianceFacts facts) {
        return holds(claims, facts)
                ? met("The acquirer's tax residence is attested.")
                : notMet("TAX_RESIDENCE_UNKNOWN", "An acquirer's tax residence is not attested.");
    }
}
