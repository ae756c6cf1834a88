package org.countersign.contracts.definition;

import static org.countersign.contracts.Cast.ISSUER;
import static org.countersign.contracts.Cast.POLICY;
import static org.countersign.contracts.Cast.TERMS;
import static org.countersign.contracts.definition.Definitions.register;

import net.corda.core.crypto.SecureHash;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.RuleCoverage.Breaks;
import org.countersign.contracts.TestNode;
import org.countersign.contracts.compliance.CompliancePolicies;
import org.countersign.contracts.definition.rules.AttachedPolicy;
import org.countersign.contracts.definition.rules.RulesJar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SecurityDefinitionContractRulesTest extends LedgerTest {
    private static final SecureHash JAR = TestNode.attach(RulesJar.of(RulesJar.IN_ORDER));
    private static final PinnedRules PINS = new PinnedRules(RulesJar.SOURCE, JAR, 1);

    private static SecurityDefinitionState pinning(PinnedRules pins) {
        return SecurityDefinitionState.registered(ISSUER, TERMS, POLICY, CompliancePolicies.SMALL_AND_LATE, pins);
    }

    @Test
    @DisplayName("A definition that pins rules is registered with their jar")
    void withJar() {
        accepted(register(pinning(PINS)).attach(JAR));
    }

    @Breaks(AttachedPolicy.RULES_ATTACHED)
    @DisplayName("Without the jar nobody could verify the first issue, so nothing is registered without it")
    void withoutJar() {
        refused(AttachedPolicy.RULES_ATTACHED, register(pinning(PINS)));
    }

    @Breaks(SecurityDefinitionContract.PINS_SHAPE)
    @DisplayName("A version of the compiler before the first is none, and no digest but SHA-256 names an attachment")
    void shape() {
        refused(
                SecurityDefinitionContract.PINS_SHAPE,
                register(pinning(new PinnedRules(RulesJar.SOURCE, JAR, 0))).attach(JAR));
        SecureHash other = SecureHash.hashAs("SHA-512", new byte[] {1});
        refused(
                SecurityDefinitionContract.PINS_SHAPE,
                register(pinning(new PinnedRules(other, JAR, 1))).attach(JAR));
    }

    @Breaks(SecurityDefinitionContract.SELF_CERTIFYING)
    @DisplayName("Other rules give another identifier, and so do none")
    void identifier() {
        SecurityDefinitionState honest = pinning(PINS);
        for (PinnedRules pins : new PinnedRules[] {null, new PinnedRules(RulesJar.SOURCE, JAR, 2)}) {
            refused(
                    SecurityDefinitionContract.SELF_CERTIFYING,
                    register(new SecurityDefinitionState(
                                    honest.getLinearId(),
                                    ISSUER,
                                    TERMS,
                                    POLICY,
                                    SecurityStatus.ACTIVE,
                                    "",
                                    1,
                                    CompliancePolicies.SMALL_AND_LATE,
                                    null,
                                    pins))
                            .attach(JAR));
        }
    }
}
