package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;
import static org.countersign.flowtests.CountersignNetwork.REGULATOR;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.flows.StateConsumptionDetails.ConsumedStateType;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.node.services.Vault;
import net.corda.core.node.services.vault.QueryCriteria;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.definition.ChangeStatusFlow;
import org.countersign.workflows.holding.TradeTerms;
import org.countersign.workflows.holding.TransferFlowHandler;
import org.countersign.workflows.ownership.FinalityAnswer;
import org.countersign.workflows.ownership.RequestFinalityFlow;
import org.countersign.workflows.ownership.RequestVoteFlow;
import org.countersign.workflows.validation.AttestationAnswer;
import org.countersign.workflows.validation.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A network whose notary signs everything, and a seller that sells the same holding twice. The second buyer is honest
 * and knows nothing: its signature and every authority's attestation are in place. What is left is the registrars'
 * quorum.
 */
class CorruptNotaryScenarioTest {
    private static final CordaX500Name FIRST_BUYER = DEALER_B;
    private static final CordaX500Name SECOND_BUYER = ISSUER;

    private static CountersignNetwork network;

    @BeforeAll
    static void startNetwork() {
        network = CountersignNetwork.startWithCorruptNotary();
        network.nodes()
                .values()
                .forEach(node ->
                        node.registerInitiatedFlow(HostileFlows.ProposeTransfer.class, TransferFlowHandler.class));
        network.withCommittees();
    }

    @AfterAll
    static void stopNetwork() {
        network.close();
    }

    private static StateAndRef<SecurityToken> given(String symbol) {
        network.register(symbol, "1000");
        TransactionReceipt issued = network.recorded(network.issue(symbol, "100", DEALER_A), DEALER_A);
        return network.node(DEALER_A)
                .transaction(() -> network
                        .node(DEALER_A)
                        .getServices()
                        .getVaultService()
                        .queryBy(
                                SecurityToken.class, new QueryCriteria.VaultQueryCriteria(Vault.StateStatus.UNCONSUMED))
                        .getStates()
                        .stream()
                        .filter(state -> state.getRef().getTxhash().equals(issued.getTransactionId()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("nothing issued")));
    }

    /** A sale with every signature but the registrars' and the notary's. */
    private static SignedTransaction sale(String symbol, StateAndRef<SecurityToken> holding, CordaX500Name buyer) {
        Party seller = network.party(DEALER_A);
        TradeTerms terms = new TradeTerms(
                symbol,
                HostileFlows.amount(holding.getState().getData().getIssuedTokenType(), 100),
                null,
                Collections.emptyList());
        SignedTransaction agreed = network.run(
                DEALER_A,
                new HostileFlows.ProposeTransfer(
                        network.party(buyer),
                        terms,
                        new HostileFlows.Draft(symbol, holding, 100, seller, network.party(buyer)),
                        HostileFlows.none()));
        List<TransactionSignature> attestations = AUTHORITIES.stream()
                .map(authority -> network.ask(DEALER_A, authority, Aspect.IDENTITY, agreed)
                        .getSignature())
                .collect(Collectors.toList());
        assertThat(attestations).doesNotContainNull();
        return agreed.withAdditionalSignatures(attestations);
    }

    @Test
    @DisplayName(
            "The second sale of a holding is refused by every registrar, and the notary's signature is worth nothing")
    void theSecondSpendIsRefused() {
        StateAndRef<SecurityToken> holding = given("TWICE");
        TransactionReceipt first = network.transfer(DEALER_A, "TWICE", "100", FIRST_BUYER);
        network.recorded(first, FIRST_BUYER, REGULATOR);
        network.recorded(first, AUTHORITIES.toArray(new CordaX500Name[0]));

        SignedTransaction second = sale("TWICE", holding, SECOND_BUYER);
        for (CordaX500Name registrar : AUTHORITIES) {
            FinalityAnswer answer = network.run(DEALER_A, new RequestFinalityFlow(network.party(registrar), second));
            assertThat(answer.getSignatures()).isEmpty();
            assertThat(answer.getRefusals().toString())
                    .contains(registrar.getOrganisation())
                    .contains("The register has no unspent holding " + holding.getRef());
        }
        // The notary does sign it, as it signs everything. That makes nothing final.
        SignedTransaction notarised =
                second.withAdditionalSignatures(network.run(DEALER_A, new HostileFlows.Notarise(second)));
        assertThat(notarised.getSigs())
                .anyMatch(
                        signature -> signature.getBy().equals(second.getNotary().getOwningKey()));
        assertThatThrownBy(notarised::verifyRequiredSignatures)
                .isInstanceOf(SignedTransaction.SignaturesMissingException.class);

        assertThat(network.held(FIRST_BUYER, "TWICE")).isEqualByComparingTo("100");
        assertThat(network.held(SECOND_BUYER, "TWICE")).isZero();
        assertThat(network.held(DEALER_A, "TWICE")).isZero();
        for (CordaX500Name member : network.nodes().keySet()) {
            assertThat(network.holds(member, second.getId()))
                    .as(member + " has the second sale")
                    .isFalse();
        }
    }

    @ParameterizedTest(
            name = "Of two sales of a holding at different registrars at the same time one is final at most, {0}")
    @DisplayName("Of two sales of one holding, handed to different registrars at the same time, at most one is final")
    @ValueSource(ints = {0, 1, 2})
    void ofTwoRacingSpendsAtMostOneIsFinal(int lead) throws Exception {
        String symbol = "RACE." + lead;
        StateAndRef<SecurityToken> holding = given(symbol);
        SignedTransaction first = sale(symbol, holding, FIRST_BUYER);
        SignedTransaction second = sale(symbol, holding, SECOND_BUYER);
        assertThat(second.getId()).isNotEqualTo(first.getId());

        // One registrar is asked for the first, one for the second, and one for both.
        List<Future<FinalityAnswer>> racing =
                Arrays.asList(ask(lead, first), ask(lead + 1, second), ask(lead + 2, second), ask(lead + 2, first));
        List<TransactionSignature> signatures = new ArrayList<>();
        for (Future<FinalityAnswer> answer : racing) {
            signatures.addAll(answer.get(2, TimeUnit.MINUTES).getSignatures());
        }
        boolean firstFinal = isFinal(first, signatures);
        boolean secondFinal = isFinal(second, signatures);
        assertThat(firstFinal && secondFinal).as("both are final").isFalse();
        for (CordaX500Name member : network.nodes().keySet()) {
            assertThat(network.holds(member, first.getId()) && network.holds(member, second.getId()))
                    .as(member + " has both sales")
                    .isFalse();
        }
        if (firstFinal || secondFinal) {
            CordaX500Name buyer = firstFinal ? FIRST_BUYER : SECOND_BUYER;
            CountersignNetwork.await(
                    "the buyer has it", () -> network.held(buyer, symbol).signum() > 0);
            assertThat(network.held(firstFinal ? SECOND_BUYER : FIRST_BUYER, symbol))
                    .isZero();
        }
    }

    @Test
    @DisplayName("That the notary says it refuses a sale frees no vote for another before its time-window has closed")
    void aLyingRefusalFreesNoVote() {
        StateAndRef<SecurityToken> holding = given("DENIED");
        SignedTransaction first = sale("DENIED", holding, FIRST_BUYER);
        SignedTransaction second = sale("DENIED", holding, SECOND_BUYER);
        CorruptNotary.deny(first.getId(), ConsumedStateType.INPUT_STATE);
        FinalityAnswer denied =
                network.run(DEALER_A, new RequestFinalityFlow(network.party(AUTHORITIES.get(0)), first));
        assertThat(denied.getSignatures()).isEmpty();
        assertThat(denied.getRefusals().toString()).contains("The notary refuses transaction " + first.getId());

        // The votes for the first are out; with the notary's signature, which it can give any time, it is final.
        for (CordaX500Name registrar : AUTHORITIES) {
            FinalityAnswer answer = network.run(DEALER_A, new RequestFinalityFlow(network.party(registrar), second));
            assertThat(answer.getSignatures()).isEmpty();
            assertThat(answer.getRefusals().toString())
                    .contains("Another transaction in flight claims input " + holding.getRef() + " until "
                            + first.getTx().getTimeWindow().getUntilTime());
        }
        assertThat(network.held(DEALER_A, "DENIED")).isEqualByComparingTo("100");

        // A vote is not kept for ever.
        network.advanceClocks(Duration.ofMinutes(3));
        SignedTransaction third = sale("DENIED", holding, SECOND_BUYER);
        FinalityAnswer settled =
                network.run(DEALER_A, new RequestFinalityFlow(network.party(AUTHORITIES.get(0)), third));
        assertThat(isFinal(third, settled.getSignatures())).isTrue();
        CountersignNetwork.await(
                "the buyer has it", () -> network.held(SECOND_BUYER, "DENIED").signum() > 0);
    }

    @Test
    @DisplayName("While the notary says nothing about a sale that has its quorum, no vote for it lapses")
    void aSilentNotaryFreesNoVote() {
        StateAndRef<SecurityToken> holding = given("SILENT");
        SignedTransaction first = sale("SILENT", holding, FIRST_BUYER);
        CorruptNotary.leaveUnanswered(first.getId());
        network.node(DEALER_A).startFlow(new RequestFinalityFlow(network.party(AUTHORITIES.get(0)), first));
        CountersignNetwork.await(
                "the finaliser has asked",
                () -> CorruptNotary.askedInVain(first.getId()).size() == 1);
        // The next registrar's turn comes, and then the time-window has closed by all clocks.
        network.advanceClocks(Duration.ofSeconds(95));
        CountersignNetwork.await(
                "another has asked",
                () -> CorruptNotary.askedInVain(first.getId()).size() >= 2);
        network.advanceClocks(Duration.ofSeconds(100));

        SignedTransaction second = sale("SILENT", holding, SECOND_BUYER);
        StringBuilder refusals = new StringBuilder();
        for (CordaX500Name registrar : AUTHORITIES) {
            FinalityAnswer answer = network.run(DEALER_A, new RequestFinalityFlow(network.party(registrar), second));
            assertThat(answer.getSignatures()).isEmpty();
            refusals.append(answer.getRefusals());
        }
        assertThat(refusals.toString())
                .contains("Another transaction in flight claims input " + holding.getRef()
                        + " until the notary has answered.");
        assertThat(network.held(SECOND_BUYER, "SILENT")).isZero();
    }

    @Test
    @DisplayName("A vote under a superseded definition ends when the notary refuses it and the register shows the next")
    void aVoteEndsWhenItsDefinitionWasSuperseded() {
        CordaX500Name voter = AUTHORITIES.get(1);
        CordaX500Name other = AUTHORITIES.get(2);
        StateAndRef<SecurityToken> holding = given("STALE");
        SignedTransaction stale = sale("STALE", holding, FIRST_BUYER);
        assertThat(vote(voter, stale).getSignature()).isNotNull();
        assertThat(vote(other, stale).getSignature()).isNotNull();
        for (SecurityStatus status : Arrays.asList(SecurityStatus.FROZEN, SecurityStatus.ACTIVE)) {
            network.recorded(
                    network.run(ISSUER, new ChangeStatusFlow.Initiator("STALE", status, Orders.court("Order 1"))),
                    DEALER_A,
                    SECOND_BUYER,
                    voter,
                    other);
        }
        SignedTransaction rebuilt = sale("STALE", holding, SECOND_BUYER);
        // That its definition is superseded here is not enough: it may have been notarised before.
        assertClaimed(vote(voter, rebuilt));

        CorruptNotary.deny(stale.getId(), ConsumedStateType.REFERENCE_INPUT_STATE);
        FinalityAnswer refused = network.run(DEALER_A, new RequestFinalityFlow(network.party(voter), stale));
        assertThat(refused.getSignatures()).isEmpty();
        assertThat(refused.getRefusals()).extracting(Refusal::getCode).containsExactly(Refusal.SUPERSEDED_AT_NOTARY);
        assertThat(vote(voter, rebuilt).getSignature()).isNotNull();
        assertClaimed(vote(other, rebuilt));
    }

    private static AttestationAnswer vote(CordaX500Name registrar, SignedTransaction transaction) {
        return network.run(AUTHORITIES.get(0), new RequestVoteFlow(network.party(registrar), transaction))
                .to(Aspect.OWNERSHIP);
    }

    private static void assertClaimed(AttestationAnswer answer) {
        assertThat(answer.getRefusal().getReason()).contains("Another transaction in flight claims input");
    }

    private static Future<FinalityAnswer> ask(int place, SignedTransaction sale) {
        Party registrar = network.party(AUTHORITIES.get(place % AUTHORITIES.size()));
        return network.node(DEALER_A).startFlow(new RequestFinalityFlow(registrar, sale));
    }

    private static boolean isFinal(SignedTransaction sale, List<TransactionSignature> signatures) {
        List<TransactionSignature> own = signatures.stream()
                .filter(signature -> {
                    try {
                        return signature.isValid(sale.getId());
                    } catch (java.security.GeneralSecurityException other) {
                        return false;
                    }
                })
                .collect(Collectors.toList());
        try {
            sale.withAdditionalSignatures(own).verifyRequiredSignatures();
            return true;
        } catch (java.security.SignatureException missing) {
            return false;
        }
    }
}
