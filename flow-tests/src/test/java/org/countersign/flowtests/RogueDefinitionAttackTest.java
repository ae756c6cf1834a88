package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.AttackNetwork.network;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;
import static org.countersign.flowtests.CountersignNetwork.OUTSIDER;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.definition.FindSecurityFlow;
import org.countersign.workflows.definition.UnknownSecurityException;
import org.countersign.workflows.governance.FormCommitteeFlow;
import org.countersign.workflows.governance.SeatProposal;
import org.countersign.workflows.ownership.DistributeTransactionFlow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Definitions under committees of institutions that are no authorities, pushed to a member that did not ask. */
@ExtendWith(AttackNetwork.class)
class RogueDefinitionAttackTest {
    private static final String SYMBOL = "SQUATTED";

    @Test
    @Tag("attack-15")
    @DisplayName(
            "15. A definition under a self-appointed committee is final, and neither recorded by others nor in the way")
    void aPushedDefinitionOfARogueCommitteeIsNotRecorded() {
        StateAndRef<CommitteeState> rogues = rogues();
        SignedTransaction definition = define(rogues);

        network()
                .run(
                        DEALER_A,
                        new DistributeTransactionFlow(
                                network().party(DEALER_B), Collections.singletonList(definition.getId()), definition));
        CountersignNetwork.await(
                "the definition is refused",
                () -> Misconduct.refused("Dealer B: The transaction " + definition.getId()
                        + " is not recorded: Dealer A did not attest it."));
        assertThat(network().holds(DEALER_B, definition.getId())).isFalse();
        assertThatThrownBy(() -> network().run(DEALER_B, new FindSecurityFlow(SYMBOL)))
                .hasCauseInstanceOf(UnknownSecurityException.class);

        // Not even for its own author does it count, and the symbol is as free as before.
        assertThatThrownBy(() -> network().run(DEALER_A, new FindSecurityFlow(SYMBOL)))
                .hasCauseInstanceOf(UnknownSecurityException.class);
        network().register(SYMBOL, "10");
        assertThat(network().run(DEALER_B, new FindSecurityFlow(SYMBOL)).getIssuer())
                .isEqualTo(network().party(ISSUER));
    }

    private static StateAndRef<CommitteeState> rogues() {
        network()
                .run(
                        DEALER_A,
                        new FormCommitteeFlow.Initiator(
                                "rogue registrars",
                                Aspect.OWNERSHIP,
                                Arrays.asList(
                                        new SeatProposal(network().party(DEALER_A), 1),
                                        new SeatProposal(network().party(OUTSIDER), 1)),
                                2,
                                Duration.ofMinutes(5),
                                Collections.emptyList()));
        return network()
                .node(DEALER_A)
                .transaction(
                        () -> network()
                                .node(DEALER_A)
                                .getServices()
                                .getVaultService()
                                .queryBy(CommitteeState.class)
                                .getStates()
                                .stream()
                                .filter(state ->
                                        state.getState().getData().getName().equals("rogue registrars"))
                                .findFirst()
                                .orElseThrow(() -> new AssertionError("no rogues")));
    }

    /** The rogues sign with their seats' keys, and the notary finds nothing wrong with it. */
    private static SignedTransaction define(StateAndRef<CommitteeState> rogues) {
        SignedTransaction proposed = network()
                .run(
                        DEALER_A,
                        new HostileFlows.Define(
                                new SecurityTerms(
                                        SYMBOL, null, "Squatters plc", "GBP", BigDecimal.ONE, BigDecimal.TEN, 0),
                                Collections.singletonList(rogues)));
        SignedTransaction signed = proposed.plus(seatSignature(DEALER_A, rogues, proposed))
                .plus(seatSignature(OUTSIDER, rogues, proposed));
        SignedTransaction settled =
                signed.withAdditionalSignatures(network().run(DEALER_A, new HostileFlows.Notarise(signed)));
        network().node(DEALER_A).transaction(() -> {
            network().node(DEALER_A).getServices().recordTransactions(Collections.singletonList(settled));
            return null;
        });
        return settled;
    }

    private static TransactionSignature seatSignature(
            CordaX500Name member, StateAndRef<CommitteeState> rogues, SignedTransaction transaction) {
        return network()
                .node(member)
                .transaction(() -> network()
                        .node(member)
                        .getServices()
                        .createSignature(
                                transaction,
                                rogues.getState()
                                        .getData()
                                        .seatOf(network().party(member))
                                        .get()
                                        .getAttestationKey()));
    }
}
