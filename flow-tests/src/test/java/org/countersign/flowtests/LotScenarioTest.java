package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import net.corda.core.identity.CordaX500Name;
import org.countersign.contracts.compliance.AllOf;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.compliance.ComplianceRule;
import org.countersign.contracts.compliance.LockUpFromAcquisitionRule;
import org.countersign.contracts.compliance.MaximumTransferRule;
import org.countersign.contracts.compliance.VestingRule;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.segment.Segment;
import org.countersign.workflows.definition.RegisterSecurityFlow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Holdings with dates, and securities whose policy the ledger itself enforces, over months. */
class LotScenarioTest {
    private static CountersignNetwork network;

    @BeforeAll
    static void startNetwork() {
        network = CountersignNetwork.start().withCommittees();
    }

    @AfterAll
    static void stopNetwork() {
        network.close();
    }

    private static void register(String symbol, ComplianceRule... rules) {
        SecurityTerms terms =
                new SecurityTerms(symbol, null, symbol + " plc", "GBP", BigDecimal.ONE, new BigDecimal("1000"), 0);
        network.run(
                ISSUER,
                new RegisterSecurityFlow.Initiator(
                        terms,
                        Arrays.asList("identity", "registrars"),
                        Segment.WHOLE_NETWORK,
                        Collections.emptyList(),
                        rules.length == 0 ? null : new CompliancePolicy(new AllOf(Arrays.asList(rules)))));
    }

    private static List<SecurityToken> lots(CordaX500Name holder, String symbol) {
        return network.node(holder).getServices().getVaultService().queryBy(SecurityToken.class).getStates().stream()
                .map(state -> state.getState().getData())
                .filter(lot -> lot.getHolder().equals(network.party(holder)))
                .filter(lot -> lot.getIssuedTokenType().getTokenType().equals(typeOf(symbol)))
                .sorted(Comparator.comparing(SecurityToken::getAcquired).thenComparing(SecurityToken::getIssued))
                .collect(Collectors.toList());
    }

    private static Object typeOf(String symbol) {
        return network
                .node(ISSUER)
                .getServices()
                .getVaultService()
                .queryBy(SecurityDefinitionState.class)
                .getStates()
                .stream()
                .map(state -> state.getState().getData())
                .filter(definition -> definition.getTerms().getSymbol().equals(symbol))
                .map(definition -> definition.tokenType().getTokenType())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No security " + symbol));
    }

    private static List<Long> sizes(List<SecurityToken> lots) {
        return lots.stream().map(lot -> lot.getAmount().getQuantity()).collect(Collectors.toList());
    }

    @Test
    @DisplayName("The oldest lots go first, change keeps the dates of what it comes from, and a buyer begins anew")
    void oldestFirst() {
        register("LOT.OLD");
        network.recorded(network.issue("LOT.OLD", "10", DEALER_A), DEALER_A);
        network.advanceClocks(Duration.ofDays(1));
        network.recorded(network.issue("LOT.OLD", "20", DEALER_A), DEALER_A);
        List<SecurityToken> before = lots(DEALER_A, "LOT.OLD");
        assertThat(sizes(before)).containsExactly(10L, 20L);
        Instant younger = before.get(1).getIssued();
        assertThat(Duration.between(before.get(0).getIssued(), younger)).isGreaterThanOrEqualTo(Duration.ofDays(1));

        network.recorded(network.transfer(DEALER_A, "LOT.OLD", "4", DEALER_B), DEALER_B);
        assertThat(sizes(lots(DEALER_A, "LOT.OLD"))).containsExactly(6L, 20L);
        assertThat(lots(DEALER_A, "LOT.OLD").get(0).getAcquired())
                .isEqualTo(before.get(0).getAcquired());
        SecurityToken bought = lots(DEALER_B, "LOT.OLD").get(0);
        assertThat(bought.getIssued()).isEqualTo(before.get(0).getIssued());
        assertThat(bought.getAcquired()).isAfter(younger.minusSeconds(60));

        network.recorded(network.transfer(DEALER_A, "LOT.OLD", "11", DEALER_B), DEALER_B);
        assertThat(lots(DEALER_A, "LOT.OLD")).hasSize(1).allSatisfy(rest -> {
            assertThat(rest.getAmount().getQuantity()).isEqualTo(15);
            assertThat(rest.getIssued()).isEqualTo(younger);
            assertThat(rest.getAcquired()).isEqualTo(before.get(1).getAcquired());
        });
        network.recorded(network.redeem(DEALER_A, "LOT.OLD", "5"), ISSUER);
        assertThat(lots(DEALER_A, "LOT.OLD").get(0).getIssued()).isEqualTo(younger);
    }

    @Test
    @DisplayName("What is locked cannot be sold until its time has come, and the buyer waits anew")
    void lockUp() {
        register(
                "LOT.LCK",
                new LockUpFromAcquisitionRule(Period.ofDays(30)),
                new MaximumTransferRule(new BigDecimal(60)));
        network.recorded(network.issue("LOT.LCK", "50", DEALER_A), DEALER_A);
        assertThatThrownBy(() -> network.transfer(DEALER_A, "LOT.LCK", "10", DEALER_B))
                .hasMessageContaining(
                        "lock-up-from-acquisition (period: 30 days): Units are given away that are locked");
        assertThat(network.held(DEALER_A, "LOT.LCK")).isEqualByComparingTo("50");

        network.advanceClocks(Duration.ofDays(31));
        network.recorded(network.issue("LOT.LCK", "50", DEALER_A), DEALER_A);
        network.recorded(network.transfer(DEALER_A, "LOT.LCK", "40", DEALER_B), DEALER_B);
        assertThatThrownBy(() -> network.transfer(DEALER_A, "LOT.LCK", "11", DEALER_B))
                .hasMessageContaining("lock-up-from-acquisition");
        assertThatThrownBy(() -> network.transfer(DEALER_B, "LOT.LCK", "1", DEALER_A))
                .hasMessageContaining("lock-up-from-acquisition");
        assertThatThrownBy(() -> network.issue("LOT.LCK", "61", DEALER_A))
                .hasMessageContaining("maximum-transfer (quantity: 60)");
        assertThat(network.held(DEALER_A, "LOT.LCK")).isEqualByComparingTo("60");
        assertThat(network.held(DEALER_B, "LOT.LCK")).isEqualByComparingTo("40");
        assertThat(network.locked(DEALER_A)).isZero();
    }

    @Test
    @DisplayName("What vests becomes free part by part, and selling a part frees no more")
    void vesting() {
        register("LOT.VST", new VestingRule(4, Period.ofDays(30), Period.ofDays(30)));
        network.recorded(network.issue("LOT.VST", "100", DEALER_A), DEALER_A);
        assertThat(sizes(lots(DEALER_A, "LOT.VST"))).containsExactly(25L, 25L, 25L, 25L);
        assertThatThrownBy(() -> network.transfer(DEALER_A, "LOT.VST", "1", DEALER_B))
                .hasMessageContaining("vesting (tranches: 4, step: 30 days, cliff: 30 days)");

        network.advanceClocks(Duration.ofDays(31));
        network.recorded(network.transfer(DEALER_A, "LOT.VST", "20", DEALER_B), DEALER_B);
        assertThatThrownBy(() -> network.transfer(DEALER_A, "LOT.VST", "6", DEALER_B))
                .hasMessageContaining("Units are given away that are locked");
        network.recorded(network.transfer(DEALER_A, "LOT.VST", "5", DEALER_B), DEALER_B);
        network.recorded(network.transfer(DEALER_B, "LOT.VST", "25", DEALER_A), DEALER_A);
        assertThat(network.held(DEALER_A, "LOT.VST")).isEqualByComparingTo("100");
    }
}
