package org.countersign.contracts.holding;

import static org.countersign.contracts.Cast.DEALER_A;
import static org.countersign.contracts.Cast.DEALER_B;
import static org.countersign.contracts.Cast.IDENTITY;
import static org.countersign.contracts.Cast.MALLORY;
import static org.countersign.contracts.Cast.NOW;
import static org.countersign.contracts.Cast.REGISTRARS;
import static org.countersign.contracts.Cast.WINDOW;
import static org.countersign.contracts.Cast.attest;
import static org.countersign.contracts.Cast.holding;
import static org.countersign.contracts.Cast.key;
import static org.countersign.contracts.TestNode.onLedger;

import com.r3.corda.lib.tokens.contracts.commands.MoveTokenCommand;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import net.corda.core.contracts.StateAndRef;
import org.countersign.contracts.Cast;
import org.countersign.contracts.Draft;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.RuleCoverage.Breaks;
import org.countersign.contracts.compliance.AccreditedRule;
import org.countersign.contracts.compliance.AnyOf;
import org.countersign.contracts.compliance.CompliancePolicies;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.compliance.MaximumTransferRule;
import org.countersign.contracts.compliance.Not;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PublicComplianceTest extends LedgerTest {
    private static final Instant END = WINDOW.getUntilTime();
    private static final Instant A_YEAR_AGO = Instant.parse("2025-03-02T09:00:00Z");
    private static final StateAndRef<CommitteeState> COMPLIANCE =
            onLedger(CommitteeState.founded("uk-compliance", Aspect.COMPLIANCE, Cast.committeeTerms(400)));

    private static StateAndRef<SecurityDefinitionState> security(ValidationPolicy validation, CompliancePolicy policy) {
        return onLedger(SecurityDefinitionState.registered(Cast.ISSUER, Cast.TERMS, validation, policy));
    }

    private static ValidationPolicy withCompliance() {
        return new ValidationPolicy(
                Segment.WHOLE_NETWORK,
                Arrays.asList(
                        new AspectRequirement(
                                Aspect.COMPLIANCE,
                                COMPLIANCE.getState().getData().getLinearId(),
                                EnumSet.of(Operation.ISSUE, Operation.TRANSFER, Operation.REDEEM)),
                        Cast.POLICY.ownership()));
    }

    /** Dealer A, who acquired 500 then, moves so many to dealer B. */
    private static Draft transfer(
            StateAndRef<SecurityDefinitionState> security,
            StateAndRef<CommitteeState> committee,
            long quantity,
            Instant acquired) {
        IssuedTokenType type = security.getState().getData().tokenType();
        return new Draft()
                .input(onLedger(holding(security, 500, DEALER_A, A_YEAR_AGO, acquired)))
                .output(holding(security, quantity, DEALER_B, A_YEAR_AGO, END))
                .output(holding(security, 500 - quantity, DEALER_A, A_YEAR_AGO, acquired))
                .reference(security)
                .reference(committee)
                .reference(REGISTRARS)
                .command(
                        new MoveTokenCommand(type, Collections.singletonList(0), Arrays.asList(0, 1)),
                        key(DEALER_A),
                        key(DEALER_B))
                .command(attest(committee, Operation.TRANSFER, security.getRef()))
                .command(attest(REGISTRARS, Operation.TRANSFER, security.getRef()))
                .window(WINDOW);
    }

    @Test
    @DisplayName("What the policy allows moves, at the very limit and at the very moment")
    void allowed() {
        StateAndRef<SecurityDefinitionState> security = security(Cast.POLICY, CompliancePolicies.SMALL_AND_LATE);
        accepted(transfer(security, IDENTITY, 250, A_YEAR_AGO));
    }

    @Breaks(PublicCompliance.COMPLIANT)
    @DisplayName("What breaks a public rule is refused although every authority has attested it, with the rule's text")
    void refusedByOneRule() {
        StateAndRef<SecurityDefinitionState> security = security(Cast.POLICY, CompliancePolicies.SMALL_AND_LATE);
        refused(
                PublicCompliance.COMPLIANT,
                "maximum-transfer (quantity: 250): An acquirer must acquire at most 250 units.",
                transfer(security, IDENTITY, 251, A_YEAR_AGO));
        refused(
                PublicCompliance.COMPLIANT,
                "lock-up-from-acquisition (period: 12 months): Units are given away that are locked at " + NOW + ".",
                transfer(security, IDENTITY, 250, A_YEAR_AGO.plusSeconds(1)));
    }

    @Test
    @DisplayName("A policy that only authorities can decide passes with their attestation")
    void attested() {
        accepted(transfer(security(withCompliance(), CompliancePolicies.ACCREDITED), COMPLIANCE, 200, A_YEAR_AGO));
    }

    @Breaks(PublicCompliance.COMPLIANT)
    @DisplayName("No attestation helps against a public rule that fails beside a private one")
    void attestedWrongly() {
        CompliancePolicy mixed =
                CompliancePolicies.allOf(new AccreditedRule(), new MaximumTransferRule(new BigDecimal(100)));
        refused(
                PublicCompliance.COMPLIANT,
                "maximum-transfer",
                transfer(security(withCompliance(), mixed), COMPLIANCE, 200, A_YEAR_AGO));
    }

    @Breaks(PublicCompliance.ONE_OF_EACH)
    @DisplayName("Nobody whom the policy keeps out gets in beside another taker, whatever authorities attest")
    void severalTakers() {
        CompliancePolicy mixed = CompliancePolicies.allOf(new Not(new AccreditedRule()));
        accepted(twoTakers(security(withCompliance(), CompliancePolicies.ACCREDITED)));
        accepted(transfer(security(withCompliance(), mixed), COMPLIANCE, 200, A_YEAR_AGO));
        refused(PublicCompliance.ONE_OF_EACH, twoTakers(security(withCompliance(), mixed)));
    }

    private static Draft twoTakers(StateAndRef<SecurityDefinitionState> security) {
        IssuedTokenType type = security.getState().getData().tokenType();
        return new Draft()
                .input(onLedger(holding(security, 500, DEALER_A, A_YEAR_AGO, A_YEAR_AGO)))
                .output(holding(security, 499, DEALER_B, A_YEAR_AGO, END))
                .output(holding(security, 1, MALLORY, A_YEAR_AGO, END))
                .reference(security)
                .reference(COMPLIANCE)
                .reference(REGISTRARS)
                .command(
                        new MoveTokenCommand(type, Collections.singletonList(0), Arrays.asList(0, 1)),
                        key(DEALER_A),
                        key(DEALER_B),
                        key(MALLORY))
                .command(attest(COMPLIANCE, Operation.TRANSFER, security.getRef()))
                .command(attest(REGISTRARS, Operation.TRANSFER, security.getRef()))
                .window(WINDOW);
    }

    @Breaks(PublicCompliance.REST_ATTESTED)
    @DisplayName("What the ledger cannot decide does not pass without COMPLIANCE")
    void notAttested() {
        refused(
                PublicCompliance.REST_ATTESTED,
                transfer(security(Cast.POLICY, CompliancePolicies.ACCREDITED), IDENTITY, 200, A_YEAR_AGO));
    }

    @Test
    @DisplayName("A private rule that does not matter beside a public one that holds needs nobody")
    void notNeeded() {
        CompliancePolicy either = CompliancePolicies.allOf(
                new AnyOf(Arrays.asList(new AccreditedRule(), new MaximumTransferRule(new BigDecimal(200)))));
        accepted(transfer(security(Cast.POLICY, either), IDENTITY, 200, A_YEAR_AGO));
        refused(PublicCompliance.REST_ATTESTED, transfer(security(Cast.POLICY, either), IDENTITY, 201, A_YEAR_AGO));
    }
}
