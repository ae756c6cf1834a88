package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.AttackNetwork.definition;
import static org.countersign.flowtests.AttackNetwork.holding;
import static org.countersign.flowtests.AttackNetwork.network;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.OUTSIDER;
import static org.countersign.flowtests.CountersignNetwork.REGULATOR;

import co.paralleluniverse.fibers.Suspendable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.CordaX500Name;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.governance.FormCommitteeFlow;
import org.countersign.workflows.governance.SeatProposal;
import org.countersign.workflows.position.HeldQuantity;
import org.countersign.workflows.position.PositionAnswer;
import org.countersign.workflows.position.PositionQuery;
import org.countersign.workflows.position.PositionRound;
import org.countersign.workflows.position.RequestPositionsFlow;
import org.countersign.workflows.validation.Bench;
import org.countersign.workflows.validation.QuorumException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is told what others hold, and registrars who tell what is not so. */
@ExtendWith(AttackNetwork.class)
class PositionAttackTest {
    private static final CordaX500Name ONE = AUTHORITIES.get(0);
    private static final CordaX500Name TWO = AUTHORITIES.get(1);
    private static final CordaX500Name THREE = AUTHORITIES.get(2);

    @BeforeAll
    static void foundCommittees() {
        AttackNetwork.foundCommitteesOfEveryAspect();
        // Three judges risk here and keeps no register: it has to ask.
        found("two-registrars", Aspect.OWNERSHIP, ONE, TWO);
        found("far-risk", Aspect.RISK, ONE, THREE);
    }

    private static void found(String name, Aspect aspect, CordaX500Name... members) {
        network()
                .run(
                        ONE,
                        new FormCommitteeFlow.Initiator(
                                name,
                                aspect,
                                Arrays.stream(members)
                                        .map(member ->
                                                new SeatProposal(network().party(member), 1))
                                        .collect(Collectors.toList()),
                                2,
                                Duration.ofMinutes(5),
                                Collections.singletonList(network().party(REGULATOR))));
        for (CordaX500Name member : network().nodes().keySet()) {
            CountersignNetwork.await(
                    member + " knows " + name,
                    () -> network()
                            .node(member)
                            .transaction(() -> !Committees.named(
                                            network().node(member).getServices(), name)
                                    .isEmpty()));
        }
    }

    private static void issued(String symbol, String... committees) {
        network().register(symbol, "1000000", Arrays.asList(committees));
        network().recorded(network().issue(symbol, "100", DEALER_A), DEALER_A, ONE, TWO);
    }

    private static PositionQuery query(String symbol) {
        return new PositionQuery(
                Collections.singletonList(
                        definition(ONE, symbol).getState().getData().getLinearId()),
                Arrays.asList(network().party(DEALER_A), network().party(DEALER_B)),
                Collections.singletonList(holding(DEALER_A, symbol).getRef()));
    }

    private static PositionAnswer ask(CordaX500Name asker, PositionQuery query) {
        return network().run(asker, new RequestPositionsFlow(network().party(ONE), query));
    }

    @Test
    @DisplayName("A limit stops a transfer by what the registrars know, also where the authority has to ask them")
    void limitsHoldWhereTheAuthorityKeepsNoRegister() {
        for (String risk : Arrays.asList("risk", "far-risk")) {
            String symbol = risk.equals("risk") ? "PO.NEAR" : "PO.FAR";
            issued(symbol, risk.equals("risk") ? "registrars" : "two-registrars", risk);
            network().recorded(network().transfer(DEALER_A, symbol, "50", DEALER_B), DEALER_B, ONE, TWO);
            network().recorded(network().transfer(DEALER_A, symbol, "10", DEALER_B), DEALER_B, ONE, TWO);
            assertThatThrownBy(() -> network().transfer(DEALER_A, symbol, "1", DEALER_B))
                    .hasCauseInstanceOf(QuorumException.class)
                    .hasMessageContaining(
                            "The share of Dealer B in what is in issue of " + symbol + " would exceed its limit.");
            assertThat(network().held(DEALER_B, symbol)).isEqualByComparingTo("60");
        }
    }

    @Test
    @Tag("attack-11")
    @DisplayName("11. What an input stands for is told by registrars, to the authorities of the security alone")
    void onlyAuthoritiesOfTheSecurityAreTold() {
        issued("PO.TOLD", "two-registrars", "far-risk");
        PositionQuery query = query("PO.TOLD");
        HeldQuantity dealer =
                ask(THREE, query).getSecurities().get(0).getHolders().get(0);
        assertThat(dealer.getHolder()).isEqualTo(network().party(DEALER_A));
        assertThat(dealer.getHeld()).isEqualTo(100);
        assertThat(dealer.getInput()).isEqualTo(100);
        for (CordaX500Name stranger : Arrays.asList(OUTSIDER, DEALER_A, DEALER_B)) {
            assertThatThrownBy(() -> ask(stranger, query))
                    .hasMessageContaining("Authority One tells " + stranger.getOrganisation() + " no positions of");
        }
        // A seat for another security's risk is none for this one's.
        issued("PO.OTHER", "registrars", "identity");
        assertThat(ask(TWO, query("PO.OTHER")).getSecurities()).hasSize(1);
        issued("PO.ALIEN", "two-registrars", "identity");
        assertThatThrownBy(() -> ask(THREE, query("PO.ALIEN"))).hasMessageContaining("no positions of");
    }

    @Test
    @DisplayName("A question about everything, nothing or what does not exist is refused")
    void hostileQuestions() {
        issued("PO.ASK", "registrars", "risk");
        List<UniqueIdentifier> many = new ArrayList<>();
        for (int number = 0; number <= PositionQuery.MOST_SECURITIES; number++) {
            many.add(new UniqueIdentifier());
        }
        assertThatThrownBy(() -> ask(TWO, new PositionQuery(many, Collections.emptyList(), Collections.emptyList())))
                .hasMessageContaining("The question is for 201 securities");
        assertThatThrownBy(() -> ask(
                        TWO,
                        new PositionQuery(Collections.emptyList(), Collections.emptyList(), Collections.emptyList())))
                .hasMessageContaining("The question is for 0 securities");
        assertThatThrownBy(() -> ask(
                        TWO, new PositionQuery(many.subList(0, 1), Collections.emptyList(), Collections.emptyList())))
                .hasMessageContaining("Authority One tells Authority Two no positions of");
    }

    @Test
    @DisplayName("A registrar who tells nonsense or nothing is not counted, and without a quorum there is no answer")
    void lyingRegistrarsDoNotCount() {
        issued("PO.LIE", "registrars", "risk");
        PositionQuery query = query("PO.LIE");
        try (Misconduct.Spell spell = Misconduct.of(PositionResponder.class, Misconduct.Manner.WRONG_CONTENT, TWO)) {
            List<PositionAnswer> answers = network().run(ONE, new Ask(query));
            assertThat(answers).hasSize(1);
            assertThat(answers.get(0).getSecurities().get(0).getOutstanding()).isEqualTo(100);
            for (Misconduct.Manner manner : Arrays.asList(
                    Misconduct.Manner.WRONG_TYPE,
                    Misconduct.Manner.STALL,
                    Misconduct.Manner.END,
                    Misconduct.Manner.THROW_AT_ONCE)) {
                Misconduct.of(PositionResponder.class, manner, THREE);
                assertThat(network().run(ONE, new Ask(query))).isEmpty();
            }
            assertThat(spell).isNotNull();
        }
    }

    /** Asks the other registrars as an authority would that keeps no register. */
    private static final class Ask extends FlowLogic<List<PositionAnswer>> {
        private final PositionQuery query;

        private Ask(PositionQuery query) {
            this.query = query;
        }

        @Suspendable
        @Override
        public List<PositionAnswer> call() throws FlowException {
            CommitteeState registrars = Committees.named(getServiceHub(), "registrars")
                    .get(0)
                    .getState()
                    .getData();
            return await(new PositionRound(
                    getServiceHub(),
                    Bench.of(registrars).without(getOurIdentity()),
                    query,
                    answer -> !answer.getSecurities().isEmpty()));
        }
    }
}
