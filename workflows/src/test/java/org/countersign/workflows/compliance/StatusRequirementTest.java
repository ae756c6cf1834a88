package org.countersign.workflows.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StatusRequirementTest {
    private static final Instant END = Instant.parse("2027-01-31T09:00:00Z");
    private static final SecurityDefinitionState ACTIVE = SecurityDefinitionState.registered(
            new Party(
                    new CordaX500Name("Issuer", "London", "GB"),
                    Crypto.deriveKeyPairFromEntropy(BigInteger.ONE).getPublic()),
            new SecurityTerms("C", null, "C", "GBP", BigDecimal.ONE, BigDecimal.TEN, 0),
            new ValidationPolicy(
                    "network",
                    Collections.singletonList(new AspectRequirement(
                            Aspect.OWNERSHIP,
                            new UniqueIdentifier(SecureHash.sha256("committee").toString()),
                            EnumSet.allOf(Operation.class)))));

    private static void says(ExplainedRequirement requirement, FindingResult result, String code) {
        assertThat(requirement.getResult()).isEqualTo(result);
        assertThat(requirement.getReasonCode()).isEqualTo(code);
        assertThat(requirement.getDecidedBy()).containsExactly("ledger");
    }

    @Test
    @DisplayName("An active security is neither frozen nor paused, at any time")
    void active() {
        says(StatusRequirement.active(ACTIVE), FindingResult.MET, "SECURITY_NOT_FROZEN");
        says(StatusRequirement.pauseOver(ACTIVE, END), FindingResult.MET, "SECURITY_NOT_PAUSED");
    }

    @Test
    @DisplayName("A frozen security moves at no time, and it is said why it is frozen")
    void frozen() {
        SecurityDefinitionState frozen = ACTIVE.withStatus(SecurityStatus.FROZEN, "Order 7");
        says(StatusRequirement.active(frozen), FindingResult.NOT_MET, "SECURITY_FROZEN");
        assertThat(StatusRequirement.active(frozen).getReason()).contains("Order 7");
        says(StatusRequirement.pauseOver(frozen, END), FindingResult.MET, "SECURITY_NOT_PAUSED");
    }

    @Test
    @DisplayName("A paused security moves by a time-window that begins when the pause ends, and by none before")
    void paused() {
        SecurityDefinitionState paused = ACTIVE.withPause(END, "Halt 3");
        says(StatusRequirement.active(paused), FindingResult.MET, "SECURITY_NOT_FROZEN");
        says(StatusRequirement.pauseOver(paused, END.minusMillis(1)), FindingResult.NOT_MET, "SECURITY_PAUSED");
        says(StatusRequirement.pauseOver(paused, END), FindingResult.MET, "PAUSE_OVER");
        assertThat(StatusRequirement.pauseOver(paused, END.minusMillis(1)).getReason())
                .contains("until " + END + ": Halt 3");
    }
}
