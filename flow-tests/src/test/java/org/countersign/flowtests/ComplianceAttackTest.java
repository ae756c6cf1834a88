package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.AttackNetwork.holding;
import static org.countersign.flowtests.AttackNetwork.network;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Period;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.compliance.AllOf;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.compliance.ComplianceRule;
import org.countersign.contracts.compliance.LockUpFromAcquisitionRule;
import org.countersign.contracts.compliance.MaximumTransferRule;
import org.countersign.contracts.compliance.ResidenceAllowedRule;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.holding.PublicCompliance;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.workflows.definition.RegisterSecurityFlow;
import org.countersign.workflows.ownership.FinalityAnswer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Authorities for COMPLIANCE that look at no policy: what they attest against it, and what they do not. */
@ExtendWith(AttackNetwork.class)
class ComplianceAttackTest {
    @BeforeAll
    static void foundCommittees() {
        AttackNetwork.foundCommitteesOfEveryAspect();
    }

    private static void register(String symbol, ComplianceRule... rules) {
        network()
                .run(
                        ISSUER,
                        new RegisterSecurityFlow.Initiator(
                                new SecurityTerms(
                                        symbol,
                                        null,
                                        symbol + " plc",
                                        "GBP",
                                        BigDecimal.ONE,
                                        new BigDecimal("1000"),
                                        0),
                                Arrays.asList("registrars", "compliance"),
                                Segment.WHOLE_NETWORK,
                                Collections.emptyList(),
                                new CompliancePolicy(new AllOf(Arrays.asList(rules)))));
    }

    /** A sale that both parties have signed without asking the contract, with whatever authorities attest of it. */
    private static SignedTransaction attestedSale(String symbol, long units) {
        Party seller = network().party(DEALER_A);
        Party buyer = network().party(DEALER_B);
        SignedTransaction forged = network()
                .run(
                        DEALER_A,
                        new HostileFlows.Forge(
                                new HostileFlows.Draft(symbol, holding(DEALER_A, symbol), units, seller, buyer),
                                HostileFlows.none()));
        SignedTransaction agreed = network()
                .node(DEALER_B)
                .transaction(() -> network().node(DEALER_B).getServices().addSignature(forged, buyer.getOwningKey()));
        return network().run(DEALER_A, new HostileFlows.HaveAttested(agreed));
    }

    private static List<PublicKey> attestors(SignedTransaction sale, Aspect aspect) {
        List<PublicKey> keys = sale.getTx().getCommands().stream()
                .filter(command ->
                        command.getValue() instanceof Attest && ((Attest) command.getValue()).getAspect() == aspect)
                .flatMap(command -> command.getSigners().stream())
                .collect(Collectors.toList());
        assertThat(keys).isNotEmpty();
        return keys;
    }

    private static void assertRefused(SignedTransaction sale, String because) {
        for (CordaX500Name registrar : AUTHORITIES) {
            FinalityAnswer answer =
                    network().run(DEALER_A, new HostileFlows.Submit(network().party(registrar), sale));
            assertThat(answer.getSignatures()).as(registrar.getOrganisation()).isEmpty();
            assertThat(answer.getRefusals().toString())
                    .as(registrar.getOrganisation())
                    .contains(because);
        }
        assertThatThrownBy(() -> network().run(DEALER_A, new HostileFlows.Notarise(sale)))
                .as("the notary")
                .hasMessageContaining(because);
    }

    @Test
    @Tag("attack-16")
    @DisplayName("16. What all authorities attest against a policy's public rules, no registrar votes for")
    void attestedAgainstThePolicy() {
        register(
                "CA.PUB",
                new LockUpFromAcquisitionRule(Period.ofDays(30)),
                new MaximumTransferRule(new BigDecimal(60)));
        network().recorded(network().issue("CA.PUB", "50", DEALER_A), DEALER_A);

        SignedTransaction sale = attestedSale("CA.PUB", 20);
        assertThat(sale.getMissingSigners()).doesNotContainAnyElementsOf(attestors(sale, Aspect.COMPLIANCE));
        assertRefused(sale, PublicCompliance.COMPLIANT);
        assertThat(network().held(DEALER_A, "CA.PUB")).isEqualByComparingTo("50");
        assertThat(network().held(DEALER_B, "CA.PUB")).isZero();
        assertThat(network().locked(DEALER_A)).isZero();
    }

    @Test
    @Tag("attack-16")
    @DisplayName("16. An authority whose checks judge no policies attests none that the contract cannot decide")
    void policiesThatNobodyJudges() {
        register("CA.PRV", new ResidenceAllowedRule(Collections.singletonList("GB")));
        assertThatThrownBy(() -> network().issue("CA.PRV", "50", DEALER_A))
                .hasMessageContaining("This authority judges no policies of securities.");
        assertThat(network().held(DEALER_A, "CA.PRV")).isZero();
    }
}
