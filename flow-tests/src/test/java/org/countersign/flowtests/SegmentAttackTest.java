package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.AttackNetwork.network;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;
import static org.countersign.flowtests.CountersignNetwork.OTHER_NOTARY;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.contracts.ReferencedStateAndRef;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.AbstractStateReplacementFlow;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.NotaryChangeFlow;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.node.services.Vault;
import net.corda.core.node.services.vault.QueryCriteria;
import net.corda.core.transactions.TransactionBuilder;
import org.countersign.contracts.segment.MembershipStanding;
import org.countersign.contracts.segment.MembershipStatus;
import org.countersign.contracts.segment.MembershipStep;
import org.countersign.contracts.segment.SegmentMembershipState;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.ownership.FinaliseFlow;
import org.countersign.workflows.segment.Segments;
import org.countersign.workflows.validation.AttestedTransaction;
import org.countersign.workflows.validation.QuorumException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is not admitted to a segment, or no longer, and tries. */
@ExtendWith(AttackNetwork.class)
class SegmentAttackTest {
    @Test
    @Tag("attack-20")
    @DisplayName("20. Who moves its membership to another notary, out of the registrars' reach, has none")
    void aMembershipAtAnotherNotaryCountsForNothing() {
        SegmentStage stage = new SegmentStage(network());
        stage.establish("moved", stage.terms());
        stage.admit("moved", ISSUER, DEALER_A, DEALER_B);
        stage.register("moved", "SEG.MOVED");
        network().recorded(network().issue("SEG.MOVED", "100", DEALER_A), DEALER_A);

        moveTo(network().notary(OTHER_NOTARY));
        CountersignNetwork.await(
                "the registrars know of it",
                () -> AUTHORITIES.stream()
                        .allMatch(registrar -> membership(registrar, DEALER_A)
                                .getState()
                                .getNotary()
                                .getName()
                                .equals(OTHER_NOTARY)));
        assertThatThrownBy(() -> network().transfer(DEALER_A, "SEG.MOVED", "10", DEALER_B))
                .hasMessageContaining("Dealer A is not admitted to deal in segment moved now");
        moveTo(network().notary(CountersignNetwork.NOTARY));
        CountersignNetwork.await(
                "the registrars know that it is back",
                () -> AUTHORITIES.stream()
                        .allMatch(registrar -> membership(registrar, DEALER_A)
                                .getState()
                                .getNotary()
                                .getName()
                                .equals(CountersignNetwork.NOTARY)));
        AttackNetwork.assertUntouched(DEALER_A, "SEG.MOVED", "100", DEALER_B);
    }

    private static void moveTo(Party notary) {
        network()
                .run(
                        DEALER_A,
                        new NotaryChangeFlow<>(
                                membership(DEALER_A, DEALER_A),
                                notary,
                                AbstractStateReplacementFlow.Instigator.Companion.tracker()));
    }

    private static StateAndRef<SegmentMembershipState> membership(CordaX500Name at, CordaX500Name member) {
        return network()
                .node(at)
                .transaction(() -> network()
                        .node(at)
                        .getServices()
                        .getVaultService()
                        .queryBy(
                                SegmentMembershipState.class,
                                new QueryCriteria.VaultQueryCriteria(Vault.StateStatus.UNCONSUMED))
                        .getStates()
                        .stream()
                        .filter(state -> state.getState()
                                        .getData()
                                        .getMember()
                                        .getName()
                                        .equals(member)
                                && state.getState().getData().getStanding().getStatus() == MembershipStatus.GRANTED)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(at + " knows no membership of " + member)));
    }

    @Test
    @Tag("attack-16")
    @DisplayName("16. One authority alone admits nobody: the others vote for what their operators have decided")
    void oneAuthorityAdmitsNobody() {
        SegmentStage stage = new SegmentStage(network());
        SegmentState segment = stage.establish("alone", stage.terms());
        stage.ask("alone", DEALER_A);
        assertThatThrownBy(() -> network().run(AUTHORITIES.get(0), new GrantAlone("alone")))
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining("has not taken this decision");
        assertThat(stage.standing(DEALER_A, segment)).isEqualTo(MembershipStatus.ASKED);
    }

    /** Carries a decision out without asking whether anybody has taken it. */
    static final class GrantAlone extends FlowLogic<TransactionReceipt> {
        private final String segment;

        GrantAlone(String segment) {
            this.segment = segment;
        }

        @Suspendable
        @Override
        public TransactionReceipt call() throws FlowException {
            StateAndRef<SegmentState> current = Segments.only(getServiceHub(), segment);
            StateAndRef<SegmentMembershipState> application =
                    getServiceHub().getVaultService().queryBy(SegmentMembershipState.class).getStates().stream()
                            .filter(state -> state.getState()
                                    .getData()
                                    .getSegment()
                                    .equals(current.getState().getData().getLinearId()))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("no application"));
            TransactionBuilder builder = AttestedTransaction.start(
                            getServiceHub(),
                            current.getState().getNotary(),
                            current.getState().getData().getValidationPolicy(),
                            current.getRef(),
                            Operation.DEFINE)
                    .addInputState(application)
                    .addOutputState(application
                            .getState()
                            .getData()
                            .with(
                                    new MembershipStanding(MembershipStatus.GRANTED, "MINE", "Because I say so."),
                                    current.getState().getData().getKeepers()))
                    .addReferenceState(new ReferencedStateAndRef<>(current))
                    .addCommand(MembershipStep.GRANT.command(), getOurIdentity().getOwningKey());
            return subFlow(new FinaliseFlow(
                    getServiceHub()
                            .signInitialTransaction(builder, getOurIdentity().getOwningKey()),
                    Operation.DEFINE));
        }
    }
}
