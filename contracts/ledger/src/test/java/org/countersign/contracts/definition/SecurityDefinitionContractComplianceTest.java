package org.countersign.contracts.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countersign.contracts.Cast.IDENTITY;
import static org.countersign.contracts.Cast.ISSUER;
import static org.countersign.contracts.Cast.POLICY;
import static org.countersign.contracts.Cast.TERMS;
import static org.countersign.contracts.TestNode.onLedger;
import static org.countersign.contracts.definition.Definitions.register;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import net.corda.core.contracts.StateAndRef;
import org.countersign.contracts.Cast;
import org.countersign.contracts.Draft;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.RuleCoverage.Breaks;
import org.countersign.contracts.compliance.AccreditedRule;
import org.countersign.contracts.compliance.CompliancePolicies;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.compliance.Not;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.hostile.AlwaysAllowed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SecurityDefinitionContractComplianceTest extends LedgerTest {
    private static final StateAndRef<CommitteeState> COMPLIANCE =
            onLedger(CommitteeState.founded("uk-compliance", Aspect.COMPLIANCE, Cast.committeeTerms(400)));
    private static final SecurityDefinitionState LOCKED =
            SecurityDefinitionState.registered(ISSUER, TERMS, POLICY, CompliancePolicies.SMALL_AND_LATE);

    private static Draft registrationOf(CompliancePolicy policy, Set<Operation> judged) {
        ValidationPolicy validation = new ValidationPolicy(
                Segment.WHOLE_NETWORK,
                Arrays.asList(
                        new AspectRequirement(
                                Aspect.COMPLIANCE,
                                COMPLIANCE.getState().getData().getLinearId(),
                                judged),
                        POLICY.ownership()));
        return register(SecurityDefinitionState.registered(ISSUER, TERMS, validation, policy))
                .withoutReference(IDENTITY)
                .reference(COMPLIANCE);
    }

    @Test
    @DisplayName("A policy of public rules needs no authority")
    void publicRules() {
        accepted(register(LOCKED));
    }

    @Test
    @DisplayName("A policy with private rules is accepted with a COMPLIANCE committee for all that moves")
    void privateRules() {
        accepted(registrationOf(
                CompliancePolicies.ACCREDITED, EnumSet.of(Operation.ISSUE, Operation.TRANSFER, Operation.REDEEM)));
    }

    @Breaks(SecurityDefinitionContract.PRIVATE_RULES_JUDGED)
    @DisplayName("A private rule anywhere in a policy that nobody judges is refused")
    void nobodyJudges() {
        refused(
                SecurityDefinitionContract.PRIVATE_RULES_JUDGED,
                register(SecurityDefinitionState.registered(ISSUER, TERMS, POLICY, CompliancePolicies.ACCREDITED)));
        refused(
                SecurityDefinitionContract.PRIVATE_RULES_JUDGED,
                registrationOf(
                        CompliancePolicies.allOf(new Not(new AccreditedRule())),
                        EnumSet.of(Operation.ISSUE, Operation.TRANSFER)));
    }

    @Breaks(SecurityDefinitionContract.KNOWN_RULES)
    @DisplayName(
            "A condition of the issuer's own making is refused, however deep it hides and whatever it calls itself")
    void ownMaking() {
        refused(
                SecurityDefinitionContract.KNOWN_RULES,
                registrationOf(new CompliancePolicy(new AlwaysAllowed()), EnumSet.allOf(Operation.class)));
        refused(
                SecurityDefinitionContract.KNOWN_RULES,
                registrationOf(
                        CompliancePolicies.allOf(new AccreditedRule(), new Not(new AlwaysAllowed())),
                        EnumSet.allOf(Operation.class)));
    }

    @Breaks(SecurityDefinitionContract.SELF_CERTIFYING)
    @DisplayName("A definition is founded with its compliance policy, so that another policy is another security")
    void founding() {
        assertThat(LOCKED.getLinearId()).isNotEqualTo(Definitions.ACME.getLinearId());
        refused(
                SecurityDefinitionContract.SELF_CERTIFYING,
                register(new SecurityDefinitionState(
                        Definitions.ACME.getLinearId(),
                        ISSUER,
                        TERMS,
                        POLICY,
                        SecurityStatus.ACTIVE,
                        "",
                        1,
                        CompliancePolicies.SMALL_AND_LATE,
                        null,
                        null)));
    }

    @Breaks(SecurityDefinitionContract.ONLY_STATUS_CHANGES)
    @DisplayName("A freeze keeps the compliance policy")
    void frozen() {
        SecurityDefinitionCommand command = new SecurityDefinitionCommand.Freeze(Definitions.COURT);
        SecurityDefinitionState frozen = LOCKED.withStatus(SecurityStatus.FROZEN, Definitions.ORDER);
        accepted(Definitions.change(LOCKED, frozen, command));
        refused(
                SecurityDefinitionContract.ONLY_STATUS_CHANGES,
                Definitions.change(
                        LOCKED,
                        new SecurityDefinitionState(
                                LOCKED.getLinearId(),
                                ISSUER,
                                TERMS,
                                POLICY,
                                SecurityStatus.FROZEN,
                                Definitions.ORDER,
                                2,
                                CompliancePolicy.none(),
                                null,
                                null),
                        command));
    }
}
