package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.AttackNetwork.definition;
import static org.countersign.flowtests.AttackNetwork.holding;
import static org.countersign.flowtests.AttackNetwork.network;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;
import static org.countersign.flowtests.CountersignNetwork.OUTSIDER;
import static org.countersign.flowtests.CountersignNetwork.REGULATOR;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Future;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.AbstractStateReplacementFlow;
import net.corda.core.flows.NotaryChangeFlow;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import org.countersign.contracts.control.ControlCommand;
import org.countersign.contracts.control.ControlOrder;
import org.countersign.contracts.control.ControlReason;
import org.countersign.contracts.control.HoldingFreezeState;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.control.AffirmMeasureFlow;
import org.countersign.workflows.control.AskNotaryChangesFlow;
import org.countersign.workflows.control.ListMeasuresFlow;
import org.countersign.workflows.control.NotaryChangeQuery;
import org.countersign.workflows.control.StandingFreezes;
import org.countersign.workflows.control.TakeMeasureFlow;
import org.countersign.workflows.control.WithdrawMeasureFlow;
import org.countersign.workflows.definition.ChangeStatusFlow;
import org.countersign.workflows.definition.Definitions;
import org.countersign.workflows.definition.FindSecurityFlow;
import org.countersign.workflows.definition.MeasureGrant;
import org.countersign.workflows.definition.PauseSecurityFlow;
import org.countersign.workflows.definition.RegisterSecurityFlow;
import org.countersign.workflows.holding.TransferFlow;
import org.countersign.workflows.register.HoldersRegister;
import org.countersign.workflows.validation.QuorumException;
import org.countersign.workflows.validation.journal.JournalQuery;
import org.countersign.workflows.validation.journal.ReadJournalFlow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Measures that are ordered, and measures that nobody ordered. */
@ExtendWith(AttackNetwork.class)
class MeasureAttackTest {
    private static final CordaX500Name ONE = AUTHORITIES.get(0);
    private static final CordaX500Name TWO = AUTHORITIES.get(1);
    private static final CordaX500Name THREE = AUTHORITIES.get(2);
    private static final CordaX500Name[] REGISTRARS = AUTHORITIES.toArray(new CordaX500Name[0]);
    private static final String FROZEN = "A freeze stands in the way";
    private static final String NOT_AFFIRMED = "has not affirmed this measure";

    /** A new security that grants every measure, of which dealer A holds so much. */
    private static void granting(String symbol, String quantity) {
        granting(
                symbol,
                quantity,
                Arrays.asList("identity", "registrars"),
                grant(Operation.FREEZE, null),
                grant(Operation.FORCE_TRANSFER, null),
                grant(Operation.FORCE_REDEEM, null),
                grant(Operation.RECOVER, null));
    }

    private static MeasureGrant grant(Operation measure, String committee) {
        return new MeasureGrant(measure, committee);
    }

    private static void granting(String symbol, String quantity, List<String> committees, MeasureGrant... grants) {
        SecurityTerms terms = new SecurityTerms(
                symbol,
                null,
                symbol + " plc ordinary shares",
                "GBP",
                new BigDecimal("0.05"),
                new BigDecimal("1000000"),
                0);
        network()
                .run(
                        ISSUER,
                        new RegisterSecurityFlow.Initiator(
                                terms, committees, Segment.WHOLE_NETWORK, Arrays.asList(grants)));
        recordedByRegistrars(network().recorded(network().issue(symbol, quantity, DEALER_A), DEALER_A));
    }

    private static TransactionReceipt recordedByRegistrars(TransactionReceipt receipt) {
        return network().recorded(receipt, REGISTRARS);
    }

    private static UniqueIdentifier id(String symbol) {
        return definition(ONE, symbol).getState().getData().getLinearId();
    }

    private static PublicKey key(CordaX500Name member) {
        return network().party(member).getOwningKey();
    }

    private static ControlOrder order(ControlReason reason, String reference) {
        return new ControlOrder(reason, "High Court of Justice, London", reference, SecureHash.sha256(reference));
    }

    private static ControlOrder court(String reference) {
        return order(ControlReason.COURT_ORDER, reference);
    }

    private static ControlCommand.Freeze freeze(String symbol, CordaX500Name holder, long quantity) {
        return new ControlCommand.Freeze(id(symbol), key(holder), quantity, court("[2026] HC 1 " + symbol));
    }

    private static ControlCommand.ForceTransfer toDealerB(String symbol, long quantity) {
        return new ControlCommand.ForceTransfer(
                id(symbol), key(DEALER_A), key(DEALER_B), quantity, court("[2026] HC 2 " + symbol));
    }

    /** The operators of these registrars agree. */
    private static void affirmed(ControlCommand measure, CordaX500Name... registrars) {
        for (CordaX500Name registrar : registrars) {
            assertThat(network().run(registrar, new AffirmMeasureFlow(measure))).isEqualTo(measure.digest());
        }
    }

    /** Authority One has a measure carried out that the other registrars' operators have affirmed. */
    private static TransactionReceipt taken(ControlCommand measure) {
        affirmed(measure, TWO, THREE);
        return recordedByRegistrars(network().run(ONE, new TakeMeasureFlow.Initiator(measure)));
    }

    private static TransactionReceipt released(ControlCommand.Freeze freeze) {
        UniqueIdentifier standing =
                HoldingFreezeState.of(freeze, Collections.emptyList()).getLinearId();
        return taken(
                new ControlCommand.Release(freeze.getSecurity(), freeze.getHolder(), standing, court("[2026] HC 9")));
    }

    private static void refusedTransfer(CordaX500Name from, String symbol, String quantity, CordaX500Name to) {
        assertThatThrownBy(() -> network().transfer(from, symbol, quantity, to))
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining(FROZEN)
                .hasMessageNotContaining("HC")
                .hasMessageNotContaining("COURT_ORDER");
    }

    private static void transferred(CordaX500Name from, String symbol, String quantity, CordaX500Name to) {
        recordedByRegistrars(network().recorded(network().transfer(from, symbol, quantity, to), to));
    }

    private static void assertHeld(String symbol, String dealerA, String dealerB) {
        assertThat(network().held(DEALER_A, symbol)).isEqualByComparingTo(dealerA);
        assertThat(network().held(DEALER_B, symbol)).isEqualByComparingTo(dealerB);
        for (CordaX500Name registrar : REGISTRARS) {
            assertThat(inRegister(registrar, symbol, key(DEALER_A))).isEqualByComparingTo(dealerA);
            assertThat(inRegister(registrar, symbol, key(DEALER_B))).isEqualByComparingTo(dealerB);
        }
    }

    private static BigDecimal inRegister(CordaX500Name registrar, String symbol, PublicKey holder) {
        SecureHash security = SecureHash.create(id(symbol).getExternalId());
        return network()
                .node(registrar)
                .transaction(() -> new BigDecimal(
                        new HoldersRegister(network().node(registrar).getServices())
                                .balances(security)
                                .getOrDefault(holder, 0L)));
    }

    private static int freezesKnownTo(CordaX500Name member, String symbol, CordaX500Name holder) {
        UniqueIdentifier security = id(symbol);
        return network()
                .node(member)
                .transaction(() -> StandingFreezes.of(network().node(member).getServices())
                        .of(security, key(holder))
                        .size());
    }

    @Test
    @Tag("attack-20")
    @DisplayName("20. A frozen holding is no freer at another notary, nor when it comes back")
    void aFrozenHoldingAtAnotherNotaryStaysFrozen() {
        granting("CT.AWAY", "100");
        ControlCommand.Freeze freezing = freeze("CT.AWAY", DEALER_A, 100);
        network().recorded(taken(freezing), DEALER_A);
        moveTo("CT.AWAY", CountersignNetwork.OTHER_NOTARY);
        assertThatThrownBy(() -> network().transfer(DEALER_A, "CT.AWAY", "10", DEALER_B))
                .hasMessageContaining("is at the notary Other Notary, its security at Notary");
        assertThatThrownBy(() -> network().redeem(DEALER_A, "CT.AWAY", "10"))
                .isInstanceOf(CountersignNetwork.FlowFailure.class);
        moveTo("CT.AWAY", CountersignNetwork.NOTARY);
        refusedTransfer(DEALER_A, "CT.AWAY", "10", DEALER_B);
        assertHeld("CT.AWAY", "100", "0");
        network().recorded(released(freezing), DEALER_A);
        transferred(DEALER_A, "CT.AWAY", "100", DEALER_B);
    }

    @Test
    @Tag("attack-20")
    @DisplayName("20. An order says at which notary it reaches nothing, and is carried out when the holding is back")
    void anOrderWaitsForAHoldingAtAnotherNotary() {
        granting("CT.FAR", "100");
        moveTo("CT.FAR", CountersignNetwork.OTHER_NOTARY);
        ControlCommand.ForceTransfer judgment = toDealerB("CT.FAR", 60);
        affirmed(judgment, TWO, THREE);
        assertThatThrownBy(() -> network().run(ONE, new TakeMeasureFlow.Initiator(judgment)))
                .hasMessageContaining("60 smallest units of CT.FAR less than is ordered at the notary Notary")
                .hasMessageContaining("it has 100 smallest units at the notary Other Notary")
                .hasMessageContaining("have the holder move them to Notary by a change of notary first");
        assertHeld("CT.FAR", "100", "0");

        // No registrar has heard of the way back, and the affirmations have not been used up.
        moveTo("CT.FAR", CountersignNetwork.NOTARY);
        TransactionReceipt moved = network().run(ONE, new TakeMeasureFlow.Initiator(judgment));
        network().recorded(recordedByRegistrars(moved), DEALER_A, DEALER_B);
        assertHeld("CT.FAR", "40", "60");
    }

    @Test
    @Tag("attack-20")
    @DisplayName("20. A holder whose member does not tell where its holdings are has an order refused by the notary")
    void anOrderFailsWhereTheHolderHides() {
        granting("CT.HIDE", "100");
        moveTo("CT.HIDE", CountersignNetwork.OTHER_NOTARY);
        try (Misconduct.Spell hiding =
                Misconduct.of(Misconduct.NotaryChangesResponder.class, Misconduct.Manner.REFUSE, DEALER_A)) {
            assertThatThrownBy(() -> taken(toDealerB("CT.HIDE", 60)))
                    .hasMessageContaining("The notary refuses transaction")
                    .hasMessageContaining("no order reaches it before it is back at Notary");
        }
        assertHeld("CT.HIDE", "100", "0");
    }

    @ParameterizedTest(name = "7. An order is carried out although the holder''s member answers with {0}")
    @Tag("attack-7")
    @DisplayName("7. An order does not depend on what the holder's member answers")
    @EnumSource(
            value = Misconduct.Manner.class,
            names = {"STALL", "CRASH", "WRONG_TYPE", "WRONG_CONTENT"})
    void anOrderNeedsNoAnswerOfTheHolders(Misconduct.Manner manner) {
        String symbol = "CT.M" + manner.ordinal();
        granting(symbol, "100");
        try (Misconduct.Spell evading = Misconduct.of(Misconduct.NotaryChangesResponder.class, manner, DEALER_A)) {
            network().recorded(taken(toDealerB(symbol, 60)), DEALER_A, DEALER_B);
        }
        assertHeld(symbol, "40", "60");
    }

    @Test
    @Tag("attack-28")
    @DisplayName("28. Where holdings are is told to registrars and their observers, and to nobody else")
    void strangersAreNotToldWhereHoldingsAre() {
        granting("CT.WHERE", "100");
        NotaryChangeQuery query = new NotaryChangeQuery(id("CT.WHERE"), key(DEALER_A));
        for (CordaX500Name stranger : Arrays.asList(DEALER_B, ISSUER, OUTSIDER)) {
            assertThatThrownBy(() -> network()
                            .run(stranger, new AskNotaryChangesFlow(network().party(DEALER_A), query)))
                    .hasMessageContaining("nothing of holdings of");
        }
        assertThat(network().run(REGULATOR, new AskNotaryChangesFlow(network().party(DEALER_A), query)))
                .isZero();
    }

    private static void moveTo(String symbol, CordaX500Name notary) {
        network()
                .run(
                        DEALER_A,
                        new NotaryChangeFlow<>(
                                holding(DEALER_A, symbol),
                                network().notary(notary),
                                AbstractStateReplacementFlow.Instigator.Companion.tracker()));
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26. A court-ordered transfer over a partial freeze, from the freezing order to its release")
    void aCourtOrderedTransferOverAPartialFreeze() {
        granting("CT.ORD", "100");

        // 1. The court freezes 60 of dealer A's 100. Two registrars' operators affirm it; the third has it done.
        ControlCommand.Freeze freezing = freeze("CT.ORD", DEALER_A, 60);
        TransactionReceipt frozen = network().recorded(taken(freezing), DEALER_A, REGULATOR);
        assertThat(frozen.getAttestedBy().get(Aspect.OWNERSHIP)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(freezesKnownTo(DEALER_A, "CT.ORD", DEALER_A)).isEqualTo(1);
        assertThat(freezesKnownTo(REGULATOR, "CT.ORD", DEALER_A)).isEqualTo(1);
        for (CordaX500Name other : Arrays.asList(DEALER_B, ISSUER, OUTSIDER)) {
            assertThat(network().holds(other, frozen)).isFalse();
        }

        // 2. What is above it moves, and not one unit more.
        refusedTransfer(DEALER_A, "CT.ORD", "41", DEALER_B);
        transferred(DEALER_A, "CT.ORD", "40", DEALER_B);
        refusedTransfer(DEALER_A, "CT.ORD", "1", DEALER_B);
        assertThatThrownBy(() -> network().redeem(DEALER_A, "CT.ORD", "1")).hasMessageContaining(FROZEN);
        assertHeld("CT.ORD", "60", "40");

        // 3. The court gives 50 to dealer B, who signs nothing and is identified. The order goes over the freeze.
        ControlCommand.ForceTransfer judgment = toDealerB("CT.ORD", 50);
        TransactionReceipt moved = network().recorded(taken(judgment), DEALER_A, DEALER_B, REGULATOR);
        assertThat(moved.getAttestedBy().get(Aspect.IDENTITY)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(network().holds(OUTSIDER, moved)).isFalse();
        assertHeld("CT.ORD", "10", "90");

        // 4. The freeze is above the balance now: all that is left stays, and what comes later, up to 60.
        transferred(DEALER_B, "CT.ORD", "55", DEALER_A);
        refusedTransfer(DEALER_A, "CT.ORD", "6", DEALER_B);
        transferred(DEALER_A, "CT.ORD", "5", DEALER_B);
        assertHeld("CT.ORD", "60", "40");

        // 5. The court lifts it, and dealer A does with it what it likes.
        network().recorded(released(freezing), DEALER_A, REGULATOR);
        assertThat(freezesKnownTo(DEALER_A, "CT.ORD", DEALER_A)).isZero();
        transferred(DEALER_A, "CT.ORD", "60", DEALER_B);
        assertHeld("CT.ORD", "0", "100");

        // 6. The registrars' journals say why.
        assertThat(journal(TWO, frozen) + journal(THREE, frozen) + journal(ONE, frozen))
                .contains("FREEZE of")
                .contains("60 smallest units")
                .contains("COURT_ORDER by High Court of Justice, London, [2026] HC 1 CT.ORD")
                .contains(freezing.getOrder().getDocumentHash().toString());
    }

    private static String journal(CordaX500Name registrar, TransactionReceipt about) {
        return network()
                .run(
                        registrar,
                        new ReadJournalFlow(
                                new JournalQuery(0, about.getTransactionId(), null, null, null, null, null)))
                .toString();
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26. A holder that is frozen with everything neither gives nor receives")
    void aFrozenHolderNeitherGivesNorReceives() {
        granting("CT.ALL", "100");
        transferred(DEALER_A, "CT.ALL", "50", DEALER_B);
        ControlCommand.Freeze freezing = freeze("CT.ALL", DEALER_A, 0);
        network().recorded(taken(freezing), DEALER_A);
        refusedTransfer(DEALER_A, "CT.ALL", "1", DEALER_B);
        refusedTransfer(DEALER_B, "CT.ALL", "1", DEALER_A);
        assertThatThrownBy(() -> network().issue("CT.ALL", "1", DEALER_A)).hasMessageContaining(FROZEN);
        assertThatThrownBy(() -> network().redeem(DEALER_A, "CT.ALL", "1")).hasMessageContaining(FROZEN);
        ControlCommand toFrozen =
                new ControlCommand.ForceTransfer(id("CT.ALL"), key(DEALER_B), key(DEALER_A), 1, court("[2026] HC 3"));
        affirmed(toFrozen, TWO, THREE);
        assertThatThrownBy(() -> network().run(ONE, new TakeMeasureFlow.Initiator(toFrozen)))
                .hasMessageContaining(FROZEN);
        assertHeld("CT.ALL", "50", "50");
        // The issuer's other securities of the same holder are free.
        released(freezing);
        transferred(DEALER_A, "CT.ALL", "50", DEALER_B);
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26. A transfer that is in flight when its holder is frozen is refused")
    void aTransferInFlightIsRefused() {
        granting("CT.FLY", "100");
        ControlCommand.Freeze freezing = freeze("CT.FLY", DEALER_A, 0);
        try (Gate finality = Gate.at(Misconduct.FinalityResponder.class, 1)) {
            Future<TransactionReceipt> underWay = network()
                    .node(DEALER_A)
                    .startFlow(new TransferFlow.Initiator(
                            "CT.FLY", new BigDecimal("100"), network().party(DEALER_B)));
            finality.held(1);
            taken(freezing);
            finality.open(1);
            assertThatThrownBy(() -> network().ended(underWay)).hasMessageContaining(FROZEN);
        }
        assertHeld("CT.FLY", "100", "0");
        assertThat(network().locked(DEALER_A)).isZero();
        released(freezing);
        transferred(DEALER_A, "CT.FLY", "100", DEALER_B);
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26. A registrar alone has nothing done: the operators of a quorum have to have affirmed it")
    void aRegistrarAloneHasNothingDone() {
        granting("CT.ONE", "100");
        for (ControlCommand measure : Arrays.asList(
                freeze("CT.ONE", DEALER_A, 60),
                toDealerB("CT.ONE", 50),
                new ControlCommand.ForceRedeem(id("CT.ONE"), key(DEALER_A), 50, court("[2026] HC 4")))) {
            assertThatThrownBy(() -> network().run(ONE, new TakeMeasureFlow.Initiator(measure)))
                    .hasCauseInstanceOf(QuorumException.class)
                    .hasMessageContaining(NOT_AFFIRMED);
        }
        assertHeld("CT.ONE", "100", "0");
        transferred(DEALER_A, "CT.ONE", "100", DEALER_B);
    }

    @Test
    @Tag("attack-26")
    @DisplayName(
            "26. What was affirmed is done in exactly these terms: no other document, quantity, receiver or reason")
    void anotherOrderThanAffirmedIsNotCarriedOut() {
        granting("CT.DOC", "100");
        ControlCommand.ForceTransfer affirmed = toDealerB("CT.DOC", 50);
        affirmed(affirmed, TWO, THREE);
        ControlOrder order = affirmed.getOrder();
        ControlOrder otherDocument = new ControlOrder(
                order.getReason(), order.getOrderedBy(), order.getReference(), SecureHash.sha256("another"));
        ControlOrder otherReason = new ControlOrder(
                ControlReason.SANCTIONS, order.getOrderedBy(), order.getReference(), order.getDocumentHash());
        for (ControlCommand other : Arrays.asList(
                new ControlCommand.ForceTransfer(id("CT.DOC"), key(DEALER_A), key(DEALER_B), 50, otherDocument),
                new ControlCommand.ForceTransfer(id("CT.DOC"), key(DEALER_A), key(DEALER_B), 50, otherReason),
                new ControlCommand.ForceTransfer(id("CT.DOC"), key(DEALER_A), key(DEALER_B), 51, order),
                new ControlCommand.ForceTransfer(id("CT.DOC"), key(DEALER_A), key(ISSUER), 50, order),
                new ControlCommand.ForceRedeem(id("CT.DOC"), key(DEALER_A), 50, order))) {
            assertThatThrownBy(() -> network().run(ONE, new TakeMeasureFlow.Initiator(other)))
                    .hasMessageContaining(NOT_AFFIRMED);
        }
        assertHeld("CT.DOC", "100", "0");
        network().recorded(taken(affirmed), DEALER_A, DEALER_B);
        assertHeld("CT.DOC", "50", "50");
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26. An order is carried out once")
    void anOrderIsCarriedOutOnce() {
        granting("CT.TWO", "100");
        ControlCommand.ForceTransfer judgment = toDealerB("CT.TWO", 30);
        network().recorded(taken(judgment), DEALER_A, DEALER_B);
        // Registrar Two has its own operator's old affirmation, and a forger's flow that asks for none.
        StateAndRef<SecurityToken> left = holding(DEALER_A, "CT.TWO");
        assertThatThrownBy(() -> network()
                        .run(
                                TWO,
                                new MeasureFlows.Forge(
                                        definition(TWO, "CT.TWO"),
                                        judgment,
                                        Collections.singletonList(left),
                                        Arrays.asList(token("CT.TWO", 30, DEALER_B), token("CT.TWO", 40, DEALER_A)))))
                .hasMessageContaining("an affirmation counts for one");
        assertThatThrownBy(() -> network().run(THREE, new AffirmMeasureFlow(judgment)))
                .hasMessageContaining("was carried out by transaction");
        assertHeld("CT.TWO", "70", "30");
    }

    private static SecurityToken token(String symbol, long quantity, CordaX500Name holder) {
        return token(symbol, quantity, network().party(holder));
    }

    private static SecurityToken token(String symbol, long quantity, AbstractParty holder) {
        SecurityDefinitionState security = definition(ONE, symbol).getState().getData();
        return new SecurityToken(new Amount<>(quantity, security.tokenType()), holder);
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26. An affirmation that was taken back counts for nothing")
    void anAffirmationCanBeTakenBack() {
        granting("CT.BAK", "100");
        ControlCommand.ForceTransfer judgment = toDealerB("CT.BAK", 30);
        affirmed(judgment, TWO, THREE);
        assertThat(network().run(TWO, new ListMeasuresFlow()))
                .anyMatch(line -> line.getDigest().equals(judgment.digest()) && line.getTransactionId() == null);
        network().run(TWO, new WithdrawMeasureFlow(judgment.digest()));
        network().run(THREE, new WithdrawMeasureFlow(judgment.digest()));
        assertThatThrownBy(() -> network().run(ONE, new TakeMeasureFlow.Initiator(judgment)))
                .hasMessageContaining(NOT_AFFIRMED);
        assertHeld("CT.BAK", "100", "0");
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26. A stranger, a holder or the issuer has nothing done, whatever it sends")
    void aStrangerHasNothingDone() {
        granting("CT.STR", "100");
        transferred(DEALER_A, "CT.STR", "10", DEALER_B);
        ControlCommand.ForceTransfer judgment = toDealerB("CT.STR", 50);
        affirmed(judgment, REGISTRARS);
        StateAndRef<SecurityToken> held = holding(DEALER_A, "CT.STR");
        for (CordaX500Name stranger : Arrays.asList(DEALER_A, DEALER_B, ISSUER)) {
            assertThatThrownBy(() -> network()
                            .run(
                                    stranger,
                                    new MeasureFlows.Forge(
                                            definition(stranger, "CT.STR"),
                                            judgment,
                                            Collections.singletonList(held),
                                            Arrays.asList(
                                                    token("CT.STR", 50, DEALER_B), token("CT.STR", 40, DEALER_A)))))
                    .hasMessageContaining("A registrar or an observer of the registrars signs");
        }
        assertThatThrownBy(() -> network().run(DEALER_B, new AffirmMeasureFlow(judgment)))
                .hasMessageContaining("has no say in measures");
        assertHeld("CT.STR", "90", "10");
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26. To self, of more than is there, and what the definition does not grant, is refused")
    void impossibleOrdersAreRefused() {
        granting("CT.IMP", "100");
        ControlCommand toSelf =
                new ControlCommand.ForceTransfer(id("CT.IMP"), key(DEALER_A), key(DEALER_A), 50, court("[2026] HC 5"));
        affirmed(toSelf, TWO, THREE);
        assertThatThrownBy(() -> network().run(ONE, new TakeMeasureFlow.Initiator(toSelf)))
                .hasMessageContaining("The receiver is another key than the holder's");
        ControlCommand tooMuch = toDealerB("CT.IMP", 101);
        affirmed(tooMuch, TWO, THREE);
        assertThatThrownBy(() -> network().run(ONE, new TakeMeasureFlow.Initiator(tooMuch)))
                .hasMessageContaining("1 smallest units of CT.IMP less than is ordered");
        StateAndRef<SecurityToken> held = holding(DEALER_A, "CT.IMP");
        assertThatThrownBy(() -> network()
                        .run(
                                ONE,
                                new MeasureFlows.Forge(
                                        definition(ONE, "CT.IMP"),
                                        tooMuch,
                                        Collections.singletonList(held),
                                        Collections.singletonList(token("CT.IMP", 101, DEALER_B)))))
                .hasMessageContaining("A forced transfer makes one holding of exactly the ordered quantity");
        assertHeld("CT.IMP", "100", "0");

        granting("CT.NOT", "100", Arrays.asList("identity", "registrars"), grant(Operation.FREEZE, null));
        assertThatThrownBy(() -> network().run(ONE, new AffirmMeasureFlow(toDealerB("CT.NOT", 50))))
                .hasMessageContaining("does not grant FORCE_TRANSFER");
        assertHeld("CT.NOT", "100", "0");
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26. A receiver that is not identified gets nothing, whatever was ordered")
    void aReceiverThatIsNotAdmittedGetsNothing() {
        granting("CT.OUT", "100");
        ControlCommand judgment =
                new ControlCommand.ForceTransfer(id("CT.OUT"), key(DEALER_A), key(OUTSIDER), 50, court("[2026] HC 6"));
        affirmed(judgment, TWO, THREE);
        assertThatThrownBy(() -> network().run(ONE, new TakeMeasureFlow.Initiator(judgment)))
                .hasMessageContaining("Outsider is not an admitted holder");
        assertHeld("CT.OUT", "100", "0");
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26. A forced redemption ends what was ordered; a frozen security is unfrozen first")
    void aForcedRedemption() {
        granting("CT.RED", "100");
        ControlCommand redemption =
                new ControlCommand.ForceRedeem(id("CT.RED"), key(DEALER_A), 30, court("[2026] HC 7"));
        recordedByRegistrars(network()
                .run(ISSUER, new ChangeStatusFlow.Initiator("CT.RED", SecurityStatus.FROZEN, Orders.court("Order 7"))));
        affirmed(redemption, TWO, THREE);
        assertThatThrownBy(() -> network().run(ONE, new TakeMeasureFlow.Initiator(redemption)))
                .hasMessageContaining("A security moves only while it is active.");
        recordedByRegistrars(network()
                .run(ISSUER, new ChangeStatusFlow.Initiator("CT.RED", SecurityStatus.ACTIVE, Orders.court("Lifted"))));
        TransactionReceipt ended = network().run(ONE, new TakeMeasureFlow.Initiator(redemption));
        network().recorded(recordedByRegistrars(ended), DEALER_A, REGULATOR);
        assertHeld("CT.RED", "70", "0");
        transferred(DEALER_A, "CT.RED", "70", DEALER_B);
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26. Another committee that the definition names for a measure agrees to it by its operators' hands")
    void anotherCommitteeThatIsNamedAgrees() {
        AttackNetwork.foundCommitteesOfEveryAspect();
        granting(
                "CT.COM",
                "100",
                Arrays.asList("identity", "compliance", "registrars"),
                grant(Operation.FREEZE, "compliance"),
                grant(Operation.FORCE_TRANSFER, "compliance"));
        assertThatThrownBy(() -> network().run(ONE, new TakeMeasureFlow.Initiator(freeze("CT.COM", DEALER_A, 59))))
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining("compliance")
                .hasMessageContaining(NOT_AFFIRMED);
        // What one authority has attested alone binds it until that cannot become final, so that it is not this one.
        ControlCommand.Freeze freezing = freeze("CT.COM", DEALER_A, 60);
        TransactionReceipt frozen = taken(freezing);
        assertThat(frozen.getAttestedBy().get(Aspect.COMPLIANCE)).hasSizeGreaterThanOrEqualTo(2);
        TransactionReceipt moved = network().recorded(taken(toDealerB("CT.COM", 50)), DEALER_A, DEALER_B);
        assertThat(moved.getAttestedBy().keySet()).contains(Aspect.COMPLIANCE, Aspect.IDENTITY, Aspect.OWNERSHIP);
        assertHeld("CT.COM", "50", "50");
        // A release is the registrars' alone, where the definition names nobody else for it.
        released(freezing);
    }

    @Test
    @Tag("attack-27")
    @DisplayName("27. A regulator has done what it orders, and only with the registrars' quorum")
    void aRegulatorOrdersAFreeze() {
        granting("CT.REG", "100");
        ControlCommand.Freeze freezing = new ControlCommand.Freeze(
                id("CT.REG"),
                key(DEALER_A),
                0,
                new ControlOrder(ControlReason.REGULATORY_ORDER, "Regulator", "2026/4", SecureHash.sha256("2026/4")));
        network().recorded(network().issue("CT.REG", "1", DEALER_B), REGULATOR);
        assertThatThrownBy(() -> network().run(REGULATOR, new TakeMeasureFlow.Initiator(freezing)))
                .hasMessageContaining(NOT_AFFIRMED);
        affirmed(freezing, REGISTRARS);
        recordedByRegistrars(network().run(REGULATOR, new TakeMeasureFlow.Initiator(freezing)));
        refusedTransfer(DEALER_A, "CT.REG", "1", DEALER_B);
        assertHeld("CT.REG", "100", "1");
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26. A pause stops what holders do and no order, and is the issuer's alone")
    void aPauseStopsHoldersAndNoOrder() {
        granting("CT.PAU", "100");
        Instant until = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
        assertThatThrownBy(() ->
                        network().run(ONE, new PauseSecurityFlow.Initiator("CT.PAU", until, Orders.event("Because"))))
                .hasMessageContaining("The issuer signs a pause.");
        TransactionReceipt paused = network()
                .run(ISSUER, new PauseSecurityFlow.Initiator("CT.PAU", until, Orders.event("Meeting on the merger")));
        network().recorded(recordedByRegistrars(paused), DEALER_A, REGULATOR);
        assertThatThrownBy(() -> network().transfer(DEALER_A, "CT.PAU", "1", DEALER_B))
                .hasMessageContaining(
                        "CT.PAU is paused until " + until + ": " + Orders.event("Meeting on the merger") + ".");
        assertThatThrownBy(() -> network().redeem(DEALER_A, "CT.PAU", "1")).hasMessageContaining("is paused until");
        network().recorded(taken(toDealerB("CT.PAU", 50)), DEALER_A, DEALER_B);
        assertHeld("CT.PAU", "50", "50");
        network()
                .recorded(
                        recordedByRegistrars(network()
                                .run(
                                        ISSUER,
                                        new ChangeStatusFlow.Initiator(
                                                "CT.PAU", SecurityStatus.ACTIVE, Orders.court("Adjourned")))),
                        DEALER_A);
        transferred(DEALER_A, "CT.PAU", "50", DEALER_B);
    }

    /** A fresh key of a client of a member's, which all members know to be the member's. */
    private static PublicKey client(CordaX500Name custodian) {
        PublicKey key = network()
                .node(custodian)
                .transaction(() -> network()
                        .node(custodian)
                        .getServices()
                        .getKeyManagementService()
                        .freshKey());
        Party party = network().party(custodian);
        network()
                .nodes()
                .values()
                .forEach(node -> node.transaction(() -> {
                    node.getServices().getIdentityService().registerKey(key, party, null);
                    return null;
                }));
        return key;
    }

    private static ControlCommand.Freeze lost(String symbol, PublicKey key) {
        return new ControlCommand.Freeze(id(symbol), key, 0, order(ControlReason.LOST_KEY, "Loss 1 " + symbol));
    }

    private static ControlCommand.Recover recovery(String symbol, PublicKey lost, PublicKey fresh) {
        return new ControlCommand.Recover(id(symbol), lost, fresh, order(ControlReason.LOST_KEY, "File 1 " + symbol));
    }

    /** A security of which a client of dealer A's holds 40 by a key, in two holdings. */
    private static PublicKey clientHolding(String symbol) {
        granting(symbol, "100");
        PublicKey client = client(DEALER_A);
        for (long quantity : new long[] {30, 10}) {
            network()
                    .recorded(
                            taken(new ControlCommand.ForceTransfer(
                                    id(symbol),
                                    key(DEALER_A),
                                    client,
                                    quantity,
                                    order(ControlReason.ERROR_CORRECTION, "Booking " + quantity))),
                            DEALER_A);
        }
        return client;
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26. A lost key is frozen, its holding recovered to a new key, and nothing comes to it any more")
    void aLostKeyIsRecovered() {
        PublicKey lost = clientHolding("CT.REC");
        PublicKey fresh = client(DEALER_A);
        ControlCommand.Recover recovery = recovery("CT.REC", lost, fresh);
        affirmed(recovery, REGISTRARS);
        assertThatThrownBy(() -> network().run(DEALER_A, new TakeMeasureFlow.Initiator(recovery)))
                .hasMessageContaining("The old key is not frozen as lost");

        network().recorded(taken(lost("CT.REC", lost)), DEALER_A);
        TransactionReceipt recovered = network().run(DEALER_A, new TakeMeasureFlow.Initiator(recovery));
        network().recorded(recordedByRegistrars(recovered), REGULATOR);
        assertThat(recovered.getAttestedBy().get(Aspect.IDENTITY)).hasSizeGreaterThanOrEqualTo(2);
        for (CordaX500Name registrar : REGISTRARS) {
            assertThat(inRegister(registrar, "CT.REC", lost)).isZero();
            assertThat(inRegister(registrar, "CT.REC", fresh)).isEqualByComparingTo("40");
        }

        ControlCommand toLost = new ControlCommand.ForceTransfer(
                id("CT.REC"), key(DEALER_A), lost, 5, order(ControlReason.ERROR_CORRECTION, "Booking 5"));
        affirmed(toLost, TWO, THREE);
        assertThatThrownBy(() -> network().run(ONE, new TakeMeasureFlow.Initiator(toLost)))
                .hasMessageContaining(FROZEN);
    }

    @Test
    @Tag("attack-26")
    @DisplayName("26. A recovery is no way to another member, to leave something behind, or out of a freeze")
    void aRecoveryIsNoWayOut() {
        PublicKey lost = clientHolding("CT.WAY");
        PublicKey others = client(DEALER_B);
        PublicKey fresh = client(DEALER_A);
        taken(new ControlCommand.Freeze(id("CT.WAY"), lost, 25, court("[2026] HC 8")));
        network().recorded(taken(lost("CT.WAY", lost)), DEALER_A);

        // A key that is another member's: whoever has it signs, and the registrars' operators were deceived.
        ControlCommand.Recover astray = recovery("CT.WAY", lost, others);
        affirmed(astray, REGISTRARS);
        network().run(DEALER_B, new FindSecurityFlow("CT.WAY"));
        StateAndRef<SecurityDefinitionState> definition = definition(DEALER_B, "CT.WAY");
        List<StateAndRef<?>> held = holdingsAt(ONE, "CT.WAY", lost);
        assertThat(held).hasSize(2);
        assertThatThrownBy(() -> network()
                        .run(
                                DEALER_B,
                                new MeasureFlows.Forge(
                                                definition,
                                                astray,
                                                held,
                                                Collections.singletonList(
                                                        token("CT.WAY", 40, new AnonymousParty(others))))
                                        .referring(lossAt(ONE, "CT.WAY", lost))
                                        .signedBy(others)))
                .hasMessageContaining("not known to be keys of one and the same member");

        // A part is left behind.
        ControlCommand.Recover recovery = recovery("CT.WAY", lost, fresh);
        affirmed(recovery, REGISTRARS);
        assertThatThrownBy(() -> network()
                        .run(
                                DEALER_A,
                                new MeasureFlows.Forge(
                                                definition(DEALER_A, "CT.WAY"),
                                                recovery,
                                                ImmutableList.of(held.get(0)),
                                                Collections.singletonList(
                                                        token("CT.WAY", units(held.get(0)), new AnonymousParty(fresh))))
                                        .referring(lossAt(ONE, "CT.WAY", lost))
                                        .signedBy(fresh)))
                .hasMessageContaining("and the lost key holds 40");

        // The order of the court is followed at the new key first.
        assertThatThrownBy(() -> network().run(DEALER_A, new TakeMeasureFlow.Initiator(recovery)))
                .hasMessageContaining("is not frozen at the new key");
        taken(new ControlCommand.Freeze(id("CT.WAY"), fresh, 25, court("[2026] HC 8")));
        recordedByRegistrars(network().run(DEALER_A, new TakeMeasureFlow.Initiator(recovery)));
        assertThat(inRegister(ONE, "CT.WAY", fresh)).isEqualByComparingTo("40");
        assertThat(inRegister(ONE, "CT.WAY", others)).isZero();
    }

    private static long units(StateAndRef<?> holding) {
        return ((SecurityToken) holding.getState().getData()).getAmount().getQuantity();
    }

    private static List<StateAndRef<?>> holdingsAt(CordaX500Name registrar, String symbol, PublicKey holder) {
        SecurityDefinitionState security =
                definition(registrar, symbol).getState().getData();
        return network().node(registrar).transaction(() -> {
            ImmutableList.Builder<StateAndRef<?>> held = ImmutableList.builder();
            Definitions.holdings(network().node(registrar).getServices(), security.tokenType()).stream()
                    .filter(state -> state.getState()
                            .getData()
                            .getHolder()
                            .getOwningKey()
                            .equals(holder))
                    .forEach(held::add);
            return held.build();
        });
    }

    private static StateAndRef<HoldingFreezeState> lossAt(CordaX500Name registrar, String symbol, PublicKey key) {
        UniqueIdentifier security = id(symbol);
        return network()
                .node(registrar)
                .transaction(() -> StandingFreezes.of(network().node(registrar).getServices())
                        .ofLostKey(security, key)
                        .orElseThrow(() -> new AssertionError("The key is not frozen as lost.")));
    }
}
