package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.AttackNetwork.definition;
import static org.countersign.flowtests.AttackNetwork.given;
import static org.countersign.flowtests.AttackNetwork.holding;
import static org.countersign.flowtests.AttackNetwork.network;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;
import static org.countersign.flowtests.CountersignNetwork.OUTSIDER;
import static org.countersign.flowtests.CountersignNetwork.pounds;
import static org.countersign.flowtests.HostileFlows.amount;

import com.r3.corda.lib.tokens.contracts.commands.MoveTokenCommand;
import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import com.r3.corda.lib.tokens.contracts.types.TokenType;
import com.r3.corda.lib.tokens.money.FiatCurrency;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.node.services.Vault;
import net.corda.core.node.services.vault.QueryCriteria;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.flowtests.Misconduct.Manner;
import org.countersign.oracles.validation.RequestAttestationFlowHandler;
import org.countersign.workflows.cash.IssueCashFlow;
import org.countersign.workflows.definition.DefinitionQuery;
import org.countersign.workflows.definition.RequestDefinitionFlow;
import org.countersign.workflows.governance.CommitteeOffer;
import org.countersign.workflows.governance.FormCommitteeFlow;
import org.countersign.workflows.governance.SeatProposal;
import org.countersign.workflows.holding.HoldingChangeTerms;
import org.countersign.workflows.holding.HoldingLine;
import org.countersign.workflows.holding.HoldingsFlow;
import org.countersign.workflows.holding.IssueSecurityFlow;
import org.countersign.workflows.holding.RedeemFlow;
import org.countersign.workflows.holding.TradeTerms;
import org.countersign.workflows.holding.TransferFlowHandler;
import org.countersign.workflows.ownership.DistributeTransactionFlow;
import org.countersign.workflows.ownership.RequestFinalityFlow;
import org.countersign.workflows.ownership.RequestVoteFlow;
import org.countersign.workflows.ownership.Submission;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Members that open a conversation and stall, break off, or send nonsense, at every point where a responder waits. Each
 * time the responder ends if the other side has; while it waits it keeps nothing reserved for longer than the settings
 * say; nothing has moved, and the next honest transfer succeeds. Those who are asked and do not answer are in
 * {@link StallAttackTest}.
 */
@ExtendWith(AttackNetwork.class)
class OpeningAttackTest {
    private static final String SYMBOL = "OPENED";
    // Dealer B has never seen a transaction of it.
    private static final String UNTOLD = "UNTOLD";
    private static final Manner[] MANNERS = {Manner.END, Manner.THROW_LATER, Manner.WRONG_TYPE, Manner.STALL};

    /** A point where a responder waits, by who waits for what. */
    enum Wait {
        BUYER_FOR_TERMS,
        BUYER_FOR_PROPOSAL,
        BUYER_FOR_HISTORY_OF_HOLDING,
        BUYER_FOR_REQUESTS_FOR_HISTORY_OF_CASH,
        BUYER_FOR_PROPOSAL_TO_PAY,
        HOLDER_FOR_TERMS,
        HOLDER_FOR_ISSUE,
        ISSUER_FOR_TERMS,
        ISSUER_FOR_REDEMPTION,
        AUTHORITY_FOR_REQUEST,
        FINALISER_FOR_TRANSACTION,
        FINALISER_FOR_HISTORY,
        VOTER_FOR_TRANSACTION,
        VOTER_FOR_HISTORY,
        RECIPIENT_FOR_CONSIGNMENT,
        RECIPIENT_FOR_TRANSACTION,
        REGISTRAR_FOR_QUERY,
        REGISTRAR_FOR_REQUESTS_FOR_HISTORY,
        MEMBER_FOR_OFFER,
        MEMBER_FOR_FOUNDING
    }

    private static final Set<Wait> RESERVING =
            EnumSet.of(Wait.BUYER_FOR_REQUESTS_FOR_HISTORY_OF_CASH, Wait.BUYER_FOR_PROPOSAL_TO_PAY);

    @BeforeAll
    static void holdings() {
        given(SYMBOL, "1000", DEALER_A);
        given(UNTOLD, "10", DEALER_A);
        network().recorded(network().transfer(DEALER_A, SYMBOL, "10", DEALER_B), DEALER_B);
        network().issueCash("100.00", DEALER_B);
    }

    @ParameterizedTest(name = "7. {0}: stalled, left, disappointed or deceived, it keeps nothing reserved")
    @Tag("attack-7")
    @DisplayName("7. A responder that is kept waiting keeps nothing reserved, and ends if the other side does")
    @EnumSource(Wait.class)
    void aResponderThatIsKeptWaitingLocksNothing(Wait wait) {
        BigDecimal held = network().held(DEALER_A, SYMBOL);
        BigDecimal cash = network().held(DEALER_B, "GBP");
        CordaX500Name victim = victim(wait);
        for (Manner manner : MANNERS) {
            long waiting = network().waiting(victim, responder(wait));
            if (manner == Manner.STALL) {
                network().node(attacker(wait)).startFlow(opening(wait, manner));
                CountersignNetwork.await("it waits", () -> network().waiting(victim, responder(wait)) == waiting + 1);
                if (RESERVING.contains(wait)) {
                    CountersignNetwork.await("cash is reserved", () -> network().locked(victim) > 0);
                }
            } else {
                if (manner == Manner.END) {
                    network().run(attacker(wait), opening(wait, manner));
                } else {
                    // The attacker's own error, or the end of the responder's patience with nonsense.
                    assertThatThrownBy(() -> network().run(attacker(wait), opening(wait, manner)))
                            .isInstanceOf(CountersignNetwork.FlowFailure.class);
                }
                CountersignNetwork.await("it has ended", () -> network().waiting(victim, responder(wait)) == waiting);
            }
            CountersignNetwork.await("nothing is reserved", () -> network().locked(victim) == 0);
        }
        assertThat(network().held(DEALER_A, SYMBOL)).isEqualByComparingTo(held);
        assertThat(network().held(DEALER_B, "GBP")).isEqualByComparingTo(cash);
        network().recorded(network().transfer(DEALER_A, SYMBOL, "1", DEALER_B), DEALER_B);
        assertThat(network().held(DEALER_A, SYMBOL)).isEqualByComparingTo(held.subtract(BigDecimal.ONE));
    }

    @Test
    @Tag("attack-7")
    @DisplayName("7. A buyer whose seller takes the signature and vanishes gets its cash back when the window closes")
    void aSellerThatVanishesWithTheSignatureLocksNothing() {
        BigDecimal all = money();
        network().affirm(DEALER_B, SYMBOL, "7", DEALER_A, pounds(all.toPlainString()));
        Instant until =
                network().node(DEALER_A).getServices().getClock().instant().plusSeconds(20);
        network()
                .run(
                        DEALER_A,
                        new HostileFlows.ProposeTransfer(
                                party(DEALER_B),
                                terms(SYMBOL, pounds(all.toPlainString())),
                                new HostileFlows.Draft(
                                                SYMBOL, holding(DEALER_A, SYMBOL), 7, party(DEALER_A), party(DEALER_B))
                                        .closing(until),
                                payment()));
        assertThat(network().locked(DEALER_B)).isPositive();
        CountersignNetwork.await("the cash is free again", () -> network().locked(DEALER_B) == 0);
        assertThat(network().node(DEALER_B).getServices().getClock().instant()).isAfter(until);

        network().recorded(network().sell(DEALER_A, SYMBOL, "7", DEALER_B, pounds(all.toPlainString())), DEALER_B);
        assertThat(money()).isZero();
        network().issueCash("100.00", DEALER_B);
    }

    // Another test has given the dealer pounds of a bank whose cash nobody takes.
    private static BigDecimal money() {
        return network().run(DEALER_B, new HoldingsFlow(false)).stream()
                .filter(line ->
                        line.getSymbol().equals("GBP") && line.getIssuer().equals(ISSUER))
                .map(HoldingLine::getQuantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static HostileFlows.Twist payment() {
        return (builder, services, offered) -> {
            IssuedTokenType type = offered.get(0).getState().getData().getIssuedTokenType();
            List<Integer> inputs = new ArrayList<>();
            long sum = 0;
            for (StateAndRef<FungibleToken> state : offered) {
                inputs.add(builder.inputStates().size());
                builder.addInputState(state);
                sum += state.getState().getData().getAmount().getQuantity();
            }
            List<Integer> outputs =
                    Collections.singletonList(builder.outputStates().size());
            builder.addOutputState(new FungibleToken(
                    amount(type, sum), services.getMyInfo().getLegalIdentities().get(0)));
            builder.addCommand(
                    new MoveTokenCommand(type, inputs, outputs),
                    offered.get(0).getState().getData().getHolder().getOwningKey());
        };
    }

    private static Party party(CordaX500Name name) {
        return network().party(name);
    }

    private static TradeTerms terms(String symbol, Amount<TokenType> price) {
        return new TradeTerms(
                symbol,
                amount(definition(DEALER_A, symbol).getState().getData().tokenType(), 7),
                price,
                price == null ? Collections.emptyList() : Collections.singletonList(party(ISSUER)));
    }

    private static TradeTerms affirmed() {
        network().affirm(DEALER_B, SYMBOL, "7", DEALER_A, pounds("10.00"));
        return terms(SYMBOL, pounds("10.00"));
    }

    private static SignedTransaction forged() {
        return network()
                .run(
                        DEALER_A,
                        new HostileFlows.Forge(
                                new HostileFlows.Draft(
                                        UNTOLD, holding(DEALER_A, UNTOLD), 7, party(DEALER_A), party(DEALER_B)),
                                HostileFlows.none()));
    }

    /** Spends money that no registrar has seen. */
    private static Submission withUnknownHistory() {
        Amount<TokenType> francs = Amount.fromDecimal(BigDecimal.TEN, FiatCurrency.getInstance("CHF"));
        SecureHash made = network()
                .run(DEALER_A, new IssueCashFlow(francs, party(DEALER_A)))
                .getTransactionId();
        QueryCriteria criteria = new QueryCriteria.VaultQueryCriteria(
                Vault.StateStatus.UNCONSUMED,
                Collections.singleton(FungibleToken.class),
                Collections.singletonList(new StateRef(made, 0)));
        StateAndRef<FungibleToken> money = network()
                .node(DEALER_A)
                .transaction(() -> network()
                        .node(DEALER_A)
                        .getServices()
                        .getVaultService()
                        .queryBy(FungibleToken.class, criteria)
                        .getStates()
                        .get(0));
        SignedTransaction forged = network()
                .run(
                        DEALER_A,
                        new HostileFlows.Forge(
                                new HostileFlows.Draft(SYMBOL, money, 7, party(DEALER_A), party(DEALER_B)),
                                HostileFlows.none()));
        return new Submission(forged, Collections.emptyList());
    }

    private static HoldingChangeTerms change() {
        return new HoldingChangeTerms(
                SYMBOL, amount(definition(DEALER_A, SYMBOL).getState().getData().tokenType(), 7));
    }

    private static CommitteeOffer offer(Manner manner) {
        return new CommitteeOffer(
                "kept waiting " + manner,
                Aspect.IDENTITY,
                Segment.WHOLE_NETWORK,
                Arrays.asList(new SeatProposal(party(DEALER_A), 1), new SeatProposal(party(AUTHORITIES.get(0)), 1)),
                2,
                Duration.ofMinutes(5),
                Collections.emptyList());
    }

    private static CordaX500Name attacker(Wait wait) {
        return wait == Wait.HOLDER_FOR_ISSUE ? ISSUER : DEALER_A;
    }

    private static CordaX500Name victim(Wait wait) {
        String who = wait.name().substring(0, wait.name().indexOf('_'));
        switch (who) {
            case "BUYER":
            case "HOLDER":
                return DEALER_B;
            case "ISSUER":
                return ISSUER;
            case "RECIPIENT":
                return OUTSIDER;
            default:
                return AUTHORITIES.get(0);
        }
    }

    private static Class<? extends FlowLogic<?>> responder(Wait wait) {
        String who = wait.name().substring(0, wait.name().indexOf('_'));
        switch (who) {
            case "BUYER":
                return TransferFlowHandler.class;
            case "HOLDER":
                return IssueSecurityFlow.Handler.class;
            case "ISSUER":
                return RedeemFlow.Handler.class;
            case "AUTHORITY":
                return RequestAttestationFlowHandler.class;
            case "FINALISER":
                return RequestFinalityFlow.Handler.class;
            case "VOTER":
                return RequestVoteFlow.Handler.class;
            case "RECIPIENT":
                return DistributeTransactionFlow.Handler.class;
            case "REGISTRAR":
                return RequestDefinitionFlow.Handler.class;
            default:
                return FormCommitteeFlow.Handler.class;
        }
    }

    private static FlowLogic<Void> opening(Wait wait, Manner manner) {
        Party victim = party(victim(wait));
        switch (wait) {
            case BUYER_FOR_TERMS:
                return new HostileOpenings.ToBuyer(victim, manner);
            case BUYER_FOR_PROPOSAL:
                return new HostileOpenings.ToBuyer(victim, manner, terms(SYMBOL, null));
            case BUYER_FOR_HISTORY_OF_HOLDING:
                return new HostileOpenings.ToBuyer(
                        victim, manner, terms(UNTOLD, null), forged(), HostileOpenings.Await.MESSAGE);
            case BUYER_FOR_REQUESTS_FOR_HISTORY_OF_CASH:
                return new HostileOpenings.ToBuyer(victim, manner, affirmed(), HostileOpenings.Await.MESSAGE);
            case BUYER_FOR_PROPOSAL_TO_PAY:
                return new HostileOpenings.ToBuyer(victim, manner, affirmed(), HostileOpenings.Await.STATES);
            case HOLDER_FOR_TERMS:
                return new HostileOpenings.ToHolder(victim, manner);
            case HOLDER_FOR_ISSUE:
                return new HostileOpenings.ToHolder(victim, manner, change());
            case ISSUER_FOR_TERMS:
                return new HostileOpenings.ToIssuer(victim, manner);
            case ISSUER_FOR_REDEMPTION:
                return new HostileOpenings.ToIssuer(victim, manner, change());
            case AUTHORITY_FOR_REQUEST:
                return new HostileOpenings.ToAuthority(victim, manner);
            case FINALISER_FOR_TRANSACTION:
                return new HostileOpenings.ToFinaliser(victim, manner);
            case FINALISER_FOR_HISTORY:
                return new HostileOpenings.ToFinaliser(
                        victim, manner, withUnknownHistory(), HostileOpenings.Await.MESSAGE);
            case VOTER_FOR_TRANSACTION:
                return new HostileOpenings.ToVoter(victim, manner);
            case VOTER_FOR_HISTORY:
                return new HostileOpenings.ToVoter(victim, manner, withUnknownHistory(), HostileOpenings.Await.MESSAGE);
            case RECIPIENT_FOR_CONSIGNMENT:
                return new HostileOpenings.ToRecipient(victim, manner);
            case RECIPIENT_FOR_TRANSACTION:
                return new HostileOpenings.ToRecipient(
                        victim,
                        manner,
                        new DistributeTransactionFlow.Consignment(
                                Collections.emptyList(), SecureHash.sha256("announced")),
                        HostileOpenings.Await.MESSAGE);
            case REGISTRAR_FOR_QUERY:
                return new HostileOpenings.ToRegistrar(victim, manner);
            case REGISTRAR_FOR_REQUESTS_FOR_HISTORY:
                return new HostileOpenings.ToRegistrar(
                        victim,
                        manner,
                        new DefinitionQuery(null, null),
                        HostileOpenings.Await.MESSAGE,
                        HostileOpenings.Await.MESSAGE);
            case MEMBER_FOR_OFFER:
                return new HostileOpenings.ToMember(victim, manner);
            default:
                return new HostileOpenings.ToMember(victim, manner, offer(manner), HostileOpenings.Await.MESSAGE);
        }
    }
}
