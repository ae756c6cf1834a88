package org.countersign.oracles.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.security.PublicKey;
import java.util.Collections;
import org.countersign.contracts.compliance.Lot;
import org.countersign.contracts.compliance.ResidenceAllowedRule;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.contracts.validation.Operation;
import org.countersign.oracles.validation.Cast;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JudgedMovementTest {
    private static final PublicKey BUYER = Cast.party("Buyer", "DE").getOwningKey();

    private static JudgedMovement issue() {
        SecurityTerms terms =
                new SecurityTerms("ACME", null, "ACME plc", "GBP", BigDecimal.ONE, new BigDecimal("1000"), 0);
        Lot lot = new Lot(BUYER, BigDecimal.ONE, Attested.NOW, Attested.NOW);
        return new JudgedMovement(
                Operation.ISSUE,
                terms,
                Attested.NOW,
                Attested.NOW.plusSeconds(60),
                Collections.emptyList(),
                Collections.singletonList(lot));
    }

    private static FindingResult judged(JudgedMovement movement) {
        return new ResidenceAllowedRule(Collections.singletonList("DE"))
                .evaluate(movement)
                .getResult();
    }

    @Test
    @DisplayName(
            "Of who was never asked it is open what is attested; of who was asked and showed nothing, it is nothing")
    void neverAsked() {
        JudgedMovement nothing = issue().withClaims(Collections.emptyMap());
        assertThat(judged(nothing)).isEqualTo(FindingResult.NOT_MET);
        assertThat(judged(nothing.withUnknown(Collections.singleton(BUYER)))).isEqualTo(FindingResult.UNDECIDED);
        assertThat(judged(issue().withClaims(ImmutableMap.of(
                        BUYER, new HolderClaims("", ImmutableMap.of(HolderClaims.RESIDENCE, "DE"))))))
                .isEqualTo(FindingResult.MET);
    }
}
