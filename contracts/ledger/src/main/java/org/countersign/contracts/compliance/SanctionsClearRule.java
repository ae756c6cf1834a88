package org.countersign.contracts.compliance;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Finding;

/** Nobody who acquires or disposes is on a sanctions list. */
public final class SanctionsClearRule extends HolderRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            SanctionsClearRule.class,
            "sanctions-clear",
            Reach.PRIVATE,
            Collections.emptyList(),
            "Of everybody who acquires or disposes the result of screening is known and clear. Not "
                    + "to be screened is not to be clear. On issue, transfer and redemption: who is listed "
                    + "after having bought can neither sell nor redeem.",
            Arrays.asList(
                    "31 CFR chapter V (OFAC)",
                    "Council regulations under article 215 TFEU",
                    "UN Security Council consolidated list"),
            Collections.singletonList(
                    "A seller who was listed this morning cannot sell; a forced transfer to a blocked "
                            + "account takes its own way."));

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
        return claims.text(HolderClaims.SANCTIONS).filter("clear"::equals).isPresent();
    }

    @Override
    Finding judge(HolderClaims claims, ComplianceFacts facts) {
        return holds(claims, facts)
                ? met("The parties are clear of sanctions.")
                : notMet("NOT_CLEAR", "A party is not clear of sanctions.");
    }

    @Override
    List<PublicKey> judged(NetMovement movement) {
        return movement.getDealers();
    }
}
