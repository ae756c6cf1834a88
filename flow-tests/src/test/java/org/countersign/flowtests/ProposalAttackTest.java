package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.AttackNetwork.assertUntouched;
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
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import com.r3.corda.lib.tokens.contracts.types.TokenType;
import java.math.BigDecimal;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.workflows.holding.HoldingChangeTerms;
import org.countersign.workflows.holding.ProposalRefusedException;
import org.countersign.workflows.holding.TradeTerms;
import org.countersign.workflows.identity.account.AccountView;
import org.countersign.workflows.identity.account.OpenAccountFlow;
import org.countersign.workflows.ownership.FinalityAnswer;
import org.countersign.workflows.validation.AttestedTransaction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Hostile initiators: what they propose to counterparties, authorities and registrars is refused. */
@ExtendWith(AttackNetwork.class)
class ProposalAttackTest {
    private static Party party(CordaX500Name name) {
        return network().party(name);
    }

    private static HostileFlows.Draft draft(CordaX500Name seller, String symbol, long units, CordaX500Name buyer) {
        return new HostileFlows.Draft(symbol, holding(seller, symbol), units, party(seller), party(buyer));
    }

    private static TradeTerms terms(String symbol, long units, Amount<TokenType> price) {
        return new TradeTerms(
                symbol,
                amount(definition(DEALER_A, symbol).getState().getData().tokenType(), units),
                price,
                price == null ? Collections.emptyList() : Collections.singletonList(party(ISSUER)));
    }

    /** A transfer of dealer A's to itself needs nobody's signature but the committees'. */
    private static SignedTransaction forged(String symbol, HostileFlows.Twist twist) {
        return network().run(DEALER_A, new HostileFlows.Forge(draft(DEALER_A, symbol, 10, DEALER_A), twist));
    }

    private static void assertNoRegistrarFinalises(SignedTransaction forged, String because) {
        for (CordaX500Name registrar : AUTHORITIES) {
            FinalityAnswer answer = network().run(DEALER_A, new HostileFlows.Submit(party(registrar), forged));
            assertThat(answer.getSignatures()).isEmpty();
            assertThat(answer.getRefusals().toString()).contains(because);
        }
    }

    private static HostileFlows.Twist replaceCommands(Aspect dropped, boolean ownKey) {
        return (builder, services, offered) -> {
            List<Command<?>> commands = builder.commands();
            try {
                java.lang.reflect.Field field = TransactionBuilder.class.getDeclaredField("commands");
                field.setAccessible(true);
                @SuppressWarnings("unchecked")
                List<Command<?>> inside = (List<Command<?>>) field.get(builder);
                inside.clear();
            } catch (ReflectiveOperationException changed) {
                throw new AssertionError(changed);
            }
            for (Command<?> command : commands) {
                boolean target =
                        command.getValue() instanceof Attest && ((Attest) command.getValue()).getAspect() == dropped;
                if (!target) {
                    builder.addCommand(command);
                } else if (ownKey) {
                    builder.addCommand(
                            command.getValue(),
                            services.getMyInfo().getLegalIdentities().get(0).getOwningKey());
                }
            }
        };
    }

    @Test
    @Tag("attack-1")
    @DisplayName("1. No registrar finalises a transfer from which an attestation was dropped")
    void aDroppedAttestationIsMissed() {
        given("DROP", "100", DEALER_A);
        assertNoRegistrarFinalises(
                forged("DROP", replaceCommands(Aspect.IDENTITY, false)),
                "Every aspect that the policy demands for the operation is attested once.");
        assertNoRegistrarFinalises(
                forged("DROP", replaceCommands(Aspect.OWNERSHIP, false)),
                "Every aspect that the policy demands for the operation is attested once.");
        assertUntouched(DEALER_A, "DROP", "100", DEALER_B);
    }

    @Test
    @Tag("attack-2")
    @DisplayName("2. No registrar finalises a transfer with the proposer's key in place of a committee's")
    void anotherKeyInPlaceOfTheCommitteesIsRefused() {
        given("OWNKEY", "100", DEALER_A);
        assertNoRegistrarFinalises(
                forged("OWNKEY", replaceCommands(Aspect.IDENTITY, true)),
                "The only signer of an attestation is the committee's composite key.");
        assertUntouched(DEALER_A, "OWNKEY", "100", DEALER_B);
    }

    @Test
    @Tag("attack-3")
    @DisplayName("3. A buyer does not sign a sale that takes more of its cash than was agreed")
    void aSaleThatTakesMoreCashIsRefused() {
        given("MORE", "100", DEALER_A);
        network().issueCash("3000.00", DEALER_B);
        BigDecimal cash = network().held(DEALER_B, "GBP");
        network().affirm(DEALER_B, "MORE", "40", DEALER_A, pounds("1000.00"));

        assertThatThrownBy(() -> network()
                        .run(
                                DEALER_A,
                                new HostileFlows.ProposeTransfer(
                                        party(DEALER_B),
                                        terms("MORE", 40, pounds("1000.00")),
                                        draft(DEALER_A, "MORE", 40, DEALER_B),
                                        HostileFlows.pay(150_000))))
                .hasCauseInstanceOf(ProposalRefusedException.class)
                .hasMessageContaining("The transaction pays 150000 cash units; agreed were 100000.");
        assertThatThrownBy(() -> network()
                        .run(
                                DEALER_A,
                                new HostileFlows.ProposeTransfer(
                                        party(DEALER_B),
                                        terms("MORE", 40, pounds("1000.00")),
                                        draft(DEALER_A, "MORE", 39, DEALER_B),
                                        HostileFlows.pay(100_000))))
                .hasCauseInstanceOf(ProposalRefusedException.class)
                .hasMessageContaining("gives the buyer 39 units in 1 holdings; agreed were 40 in one");

        assertThat(network().held(DEALER_B, "GBP")).isEqualByComparingTo(cash);
        network().recorded(network().sell(DEALER_A, "MORE", "40", DEALER_B, pounds("1000.00")), DEALER_B);
        assertUntouched(DEALER_A, "MORE", "60", DEALER_B);
    }

    @Test
    @Tag("attack-3")
    @DisplayName("3. Terms that count in other units than their token match no affirmation")
    void termsInFalseUnitsAreRefused() {
        given("UNITS", "100", DEALER_A);
        network().issueCash("200000.00", DEALER_B);
        network().affirm(DEALER_B, "UNITS", "40", DEALER_A, pounds("1000.00"));
        TokenType gbp = pounds("1.00").getToken();
        // It reads as 1000.00 and moves 100,000.00.
        Amount<TokenType> price = new Amount<>(10_000_000, new BigDecimal("0.0001"), gbp);
        Amount<TokenType> finer = new Amount<>(10_000_000, new BigDecimal("0.0001"), new TokenType("GBP", 4));
        IssuedTokenType type =
                definition(DEALER_A, "UNITS").getState().getData().tokenType();
        // It reads as 40 and moves 4.
        Amount<IssuedTokenType> quantity = new Amount<>(4, BigDecimal.TEN, type);

        assertThatThrownBy(() -> propose(terms("UNITS", 40, price)))
                .hasCauseInstanceOf(ProposalRefusedException.class)
                .hasMessageContaining("counts in units of 0.0001, its token in units of 0.01");
        assertThatThrownBy(() -> propose(terms("UNITS", 40, finer)))
                .hasCauseInstanceOf(ProposalRefusedException.class)
                .hasMessageContaining("has not been affirmed");
        assertThatThrownBy(() -> propose(
                        new TradeTerms("UNITS", quantity, pounds("1000.00"), Collections.singletonList(party(ISSUER)))))
                .hasCauseInstanceOf(ProposalRefusedException.class)
                .hasMessageContaining("counts in units of 10");
        assertUntouched(DEALER_A, "UNITS", "100", DEALER_B);
    }

    private static void propose(TradeTerms terms) {
        network()
                .run(
                        DEALER_A,
                        new HostileFlows.ProposeTransfer(
                                party(DEALER_B),
                                terms,
                                draft(DEALER_A, terms.getSymbol(), 40, DEALER_B),
                                HostileFlows.pay(100_000)));
    }

    @Test
    @Tag("attack-4")
    @DisplayName("4. A buyer does not sign a transfer that spends or creates something else of its own")
    void appendedInputsAndOutputsAreRefused() {
        given("APPEND", "100", DEALER_A);
        network().recorded(network().issue("APPEND", "70", DEALER_B), DEALER_B);
        StateAndRef<SecurityToken> victims = holding(DEALER_B, "APPEND");
        IssuedTokenType type = victims.getState().getData().getIssuedTokenType();
        Party attacker = party(DEALER_A);
        Party third = party(OUTSIDER);

        assertThatThrownBy(() -> proposeFree("APPEND", (builder, services, offered) -> {
                    builder.addInputState(victims);
                    builder.addOutputState(new SecurityToken(amount(type, 70), attacker));
                }))
                .hasMessageContaining("Contract verification failed");
        assertThatThrownBy(() -> proposeFree("APPEND", regrouped(type, victims, attacker)))
                .hasCauseInstanceOf(ProposalRefusedException.class)
                .hasMessageContaining("spends a holding that is not the seller's");
        assertThatThrownBy(() -> proposeFree("APPEND", giving(type, third)))
                .hasCauseInstanceOf(ProposalRefusedException.class)
                .hasMessageContaining("gives a holding to a third party");

        assertThat(network().held(DEALER_B, "APPEND")).isEqualByComparingTo("70");
        assertUntouched(DEALER_A, "APPEND", "100", DEALER_B);
        assertUntouched(DEALER_B, "APPEND", "170", DEALER_A);
    }

    @Test
    @Tag("attack-4")
    @DisplayName("4. A custodian signs for the client that a seller names, and for no other key of its own")
    void anotherClientThanNamedReceivesNothing() {
        given("CLIENTS", "100", DEALER_A);
        AccountView named = network().run(DEALER_B, new OpenAccountFlow("Named"));
        AccountView other = network().run(DEALER_B, new OpenAccountFlow("Other"));
        IssuedTokenType type = holding(DEALER_A, "CLIENTS").getState().getData().getIssuedTokenType();
        TradeTerms terms =
                new TradeTerms("CLIENTS", amount(type, 100), null, Collections.emptyList(), null, named.getId());
        for (AbstractParty taker : Arrays.asList(party(DEALER_B), new AnonymousParty(other.getKey()))) {
            assertThatThrownBy(() -> network()
                            .run(
                                    DEALER_A,
                                    new HostileFlows.ProposeTransfer(
                                            party(DEALER_B),
                                            terms,
                                            draft(DEALER_A, "CLIENTS", 100, DEALER_B),
                                            givingAllTo(taker))))
                    .hasCauseInstanceOf(ProposalRefusedException.class);
        }
        assertUntouched(DEALER_A, "CLIENTS", "100", DEALER_B);
    }

    private static HostileFlows.Twist givingAllTo(AbstractParty taker) {
        return (builder, services, offered) -> {
            PublicKey own = services.getMyInfo().getLegalIdentities().get(0).getOwningKey();
            SecurityToken first = (SecurityToken) builder.outputStates().get(0).getData();
            clear(builder, "outputs");
            builder.addOutputState(first.withNewHolder(taker));
            withoutMoves(builder);
            builder.addCommand(
                    new MoveTokenCommand(
                            first.getIssuedTokenType(), Collections.singletonList(0), Collections.singletonList(0)),
                    HostileFlows.distinct(own, taker.getOwningKey()));
        };
    }

    private static void proposeFree(String symbol, HostileFlows.Twist twist) {
        network()
                .run(
                        DEALER_A,
                        new HostileFlows.ProposeTransfer(
                                party(DEALER_B),
                                terms(symbol, 100, null),
                                draft(DEALER_A, symbol, 100, DEALER_B),
                                twist));
    }

    // One move over both holdings: balanced, and with the signatures that the contract asks for.
    private static HostileFlows.Twist regrouped(
            IssuedTokenType type, StateAndRef<SecurityToken> victims, Party attacker) {
        return (builder, services, offered) -> {
            PublicKey victim = victims.getState().getData().getHolder().getOwningKey();
            List<StateAndRef<?>> inputs = new ArrayList<>();
            inputs.add(services.toStateAndRef(builder.inputStates().get(0)));
            inputs.add(victims);
            SecurityToken bought = (SecurityToken) builder.outputStates().get(0).getData();
            builder.addInputState(victims);
            clear(builder, "outputs");
            List<Integer> outputs =
                    addDated(builder, inputs, Arrays.asList(bought, new SecurityToken(amount(type, 70), attacker)));
            withoutMoves(builder);
            builder.addCommand(
                    new MoveTokenCommand(type, Arrays.asList(0, 1), outputs),
                    HostileFlows.distinct(attacker.getOwningKey(), victim));
        };
    }

    private static HostileFlows.Twist giving(IssuedTokenType type, Party third) {
        return (builder, services, offered) -> {
            PublicKey own = services.getMyInfo().getLegalIdentities().get(0).getOwningKey();
            List<net.corda.core.contracts.TransactionState<?>> outputs = builder.outputStates();
            SecurityToken first = (SecurityToken) outputs.get(0).getData();
            List<StateAndRef<?>> inputs = Collections.singletonList(
                    services.toStateAndRef(builder.inputStates().get(0)));
            clear(builder, "outputs");
            List<Integer> given = addDated(
                    builder,
                    inputs,
                    Arrays.asList(
                            new SecurityToken(amount(type, 60), first.getHolder()),
                            new SecurityToken(amount(type, 40), third)));
            withoutMoves(builder);
            builder.addCommand(
                    new MoveTokenCommand(type, Collections.singletonList(0), given),
                    HostileFlows.distinct(own, first.getHolder().getOwningKey(), third.getOwningKey()));
        };
    }

    private static List<Integer> addDated(
            TransactionBuilder builder, List<StateAndRef<?>> inputs, List<SecurityToken> made) {
        List<Integer> indices = new ArrayList<>();
        for (SecurityToken token : new Dated(inputs, AttestedTransaction.until(builder)).moved(made)) {
            indices.add(builder.outputStates().size());
            builder.addOutputState(token);
        }
        return indices;
    }

    private static void withoutMoves(TransactionBuilder builder) {
        List<Command<?>> commands = builder.commands();
        clear(builder, "commands");
        commands.stream()
                .filter(command -> command.getValue() instanceof Attest)
                .forEach(builder::addCommand);
    }

    private static void clear(TransactionBuilder builder, String list) {
        try {
            java.lang.reflect.Field field = TransactionBuilder.class.getDeclaredField(list);
            field.setAccessible(true);
            ((List<?>) field.get(builder)).clear();
        } catch (ReflectiveOperationException changed) {
            throw new AssertionError(changed);
        }
    }

    @Test
    @Tag("attack-4")
    @DisplayName("4. A holder-to-be or an issuer does not sign another issue or redemption than announced")
    void anotherIssueOrRedemptionIsRefused() {
        given("CHANGE", "100", DEALER_A);
        IssuedTokenType type =
                definition(DEALER_A, "CHANGE").getState().getData().tokenType();
        assertThatThrownBy(() -> network()
                        .run(
                                DEALER_A,
                                new HostileFlows.ProposeIssue(
                                        party(DEALER_B),
                                        new HoldingChangeTerms("CHANGE", amount(type, 10)),
                                        draft(DEALER_A, "CHANGE", 10, DEALER_B),
                                        HostileFlows.none())))
                .hasCauseInstanceOf(ProposalRefusedException.class)
                .hasMessageContaining("The announced issue is not one of CHANGE by its issuer");
        assertThatThrownBy(() -> network()
                        .run(
                                DEALER_A,
                                new HostileFlows.ProposeRedemption(
                                        party(ISSUER),
                                        new HoldingChangeTerms("CHANGE", amount(type, 10)),
                                        draft(DEALER_A, "CHANGE", 10, ISSUER),
                                        HostileFlows.none())))
                .hasCauseInstanceOf(ProposalRefusedException.class)
                .hasMessageContaining("has a holding of another security or holder than agreed");
        assertUntouched(DEALER_A, "CHANGE", "100", DEALER_B);
    }

    @Test
    @Tag("attack-5")
    @DisplayName("5. An authority signs no whole transaction, neither as a buyer nor through collected signatures")
    void anAuthorityDoesNotSignAWholeTransaction() {
        given("WHOLE", "100", DEALER_A);
        CordaX500Name authority = AUTHORITIES.get(0);
        assertThatThrownBy(() -> network()
                        .run(
                                DEALER_A,
                                new HostileFlows.ProposeTransfer(
                                        party(authority),
                                        terms("WHOLE", 10, null),
                                        draft(DEALER_A, "WHOLE", 10, authority),
                                        HostileFlows.none())))
                .hasCauseInstanceOf(ProposalRefusedException.class)
                .hasMessageContaining("asks for 2 more keys of this member than the agreed one");
        // The seat's own key as a signer of the move, which no rule of the ledger forbids.
        PublicKey seat = seatKey(authority, Aspect.IDENTITY);
        SignedTransaction transaction = forged("WHOLE", (builder, services, offered) -> {
            List<Command<?>> commands = builder.commands();
            clear(builder, "commands");
            for (Command<?> command : commands) {
                if (command.getValue() instanceof Attest) {
                    builder.addCommand(command);
                } else {
                    builder.addCommand(
                            command.getValue(),
                            HostileFlows.distinct(command.getSigners().get(0), seat));
                }
            }
        });
        assertThatThrownBy(() ->
                        network().run(DEALER_A, new HostileFlows.CollectFrom(party(authority), transaction, seat)))
                .hasMessageContaining("not registered");
        assertThatThrownBy(() -> network()
                        .run(DEALER_A, new HostileFlows.CollectThroughStockFlow(party(authority), transaction, seat)))
                .hasMessageContaining("Authority One signs nothing that Dealer A proposes through the stock flows");
        assertUntouched(DEALER_A, "WHOLE", "100", DEALER_B);
    }

    private static PublicKey seatKey(CordaX500Name authority, Aspect aspect) {
        return network()
                .node(authority)
                .transaction(() ->
                        network()
                                .node(authority)
                                .getServices()
                                .getVaultService()
                                .queryBy(CommitteeState.class)
                                .getStates()
                                .stream()
                                .map(state -> state.getState().getData())
                                .filter(committee -> committee.getAspect() == aspect
                                        && committee.seatOf(party(authority)).isPresent())
                                .map(committee ->
                                        committee.seatOf(party(authority)).get().getAttestationKey())
                                .findFirst()
                                .get());
    }

    @Test
    @Tag("attack-6")
    @DisplayName("6. The buyer's signature on one transaction finalises no other")
    void aSwappedTransactionIsRefused() {
        given("SWAP", "100", DEALER_A);
        SignedTransaction agreed = network()
                .run(
                        DEALER_A,
                        new HostileFlows.ProposeTransfer(
                                party(DEALER_B),
                                terms("SWAP", 10, null),
                                draft(DEALER_A, "SWAP", 10, DEALER_B),
                                HostileFlows.none()));
        TransactionSignature buyers = agreed.getSigs().stream()
                .filter(signature -> signature.getBy().equals(party(DEALER_B).getOwningKey()))
                .findFirst()
                .get();
        SignedTransaction swapped = network()
                .run(DEALER_A, new HostileFlows.Forge(draft(DEALER_A, "SWAP", 90, DEALER_B), HostileFlows.none()));

        assertNoRegistrarFinalises(swapped, "A signature is missing before the registrars'");
        assertNoRegistrarFinalises(swapped.plus(buyers), "A signature is not valid");
        assertUntouched(DEALER_A, "SWAP", "100", DEALER_B);
    }
}
