package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;
import static org.countersign.flowtests.CountersignNetwork.OUTSIDER;
import static org.countersign.flowtests.CountersignNetwork.REGULATOR;
import static org.countersign.flowtests.CountersignNetwork.pounds;

import co.paralleluniverse.fibers.Suspendable;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.NotaryFlow;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.governance.CommitteeCommand;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.governance.CommitteeTerms;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.definition.CommitteeChoice;
import org.countersign.workflows.definition.Definitions;
import org.countersign.workflows.definition.RegisterSecurityFlow;
import org.countersign.workflows.governance.AffirmReformFlow;
import org.countersign.workflows.governance.CommitteeOffer;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.governance.FormCommitteeFlow;
import org.countersign.workflows.governance.ListCommitteesFlow;
import org.countersign.workflows.governance.ReformCommitteeFlow;
import org.countersign.workflows.governance.ReformOffer;
import org.countersign.workflows.governance.RequestConsentFlow;
import org.countersign.workflows.governance.RequestSeatFlow;
import org.countersign.workflows.governance.SeatProposal;
import org.countersign.workflows.holding.AgreeTransferFlow;
import org.countersign.workflows.holding.IssueSecurityFlow;
import org.countersign.workflows.holding.RedeemFlow;
import org.countersign.workflows.holding.TradeTerms;
import org.countersign.workflows.holding.TransferFlow;
import org.countersign.workflows.holding.TransferFlowHandler;
import org.countersign.workflows.ownership.FinaliseFlow;
import org.countersign.workflows.ownership.FinalityAnswer;
import org.countersign.workflows.ownership.RequestFinalityFlow;
import org.countersign.workflows.validation.AttestationAnswer;
import org.countersign.workflows.validation.RequestAttestationFlow;
import org.countersign.workflows.validation.SupersededException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Committees change while securities move: who has to agree, and what becomes of what is in flight. */
class EpochScenarioTest {
    private static final CordaX500Name ONE = AUTHORITIES.get(0);
    private static final CordaX500Name TWO = AUTHORITIES.get(1);
    private static final CordaX500Name THREE = AUTHORITIES.get(2);
    private static final Duration VALIDITY = Duration.ofMinutes(5);

    private static CountersignNetwork network;

    @BeforeAll
    static void startNetwork() {
        // What is held back must not run out of time on a slow machine.
        network = CountersignNetwork.startWithCareful(
                ISSUER,
                ImmutableMap.of(
                        "agreementTimeoutSeconds", 40,
                        "clockToleranceSeconds", 5,
                        "attestationTimeoutSeconds", 60,
                        "registrarTimeoutSeconds", 110,
                        "timeWindowSeconds", 240));
        for (CordaX500Name authority : AUTHORITIES) {
            network.node(authority)
                    .registerInitiatedFlow(RequestAttestationFlow.class, Misconduct.AttestationResponder.class);
            network.node(authority)
                    .registerInitiatedFlow(RequestFinalityFlow.class, Misconduct.FinalityResponder.class);
        }
        for (CordaX500Name member : network.nodes().keySet()) {
            network.node(member).registerInitiatedFlow(RequestSeatFlow.class, SeatResponder.class);
            network.node(member).registerInitiatedFlow(RequestConsentFlow.class, ConsentResponder.class);
        }
        network.node(DEALER_B).registerInitiatedFlow(AgreeTransferFlow.class, Misconduct.BuyerResponder.class);
        network.node(DEALER_B).registerInitiatedFlow(HostileFlows.ProposeTransfer.class, TransferFlowHandler.class);
        network.node(ISSUER).registerInitiatedFlow(HostileFlows.ProposeTransfer.class, TransferFlowHandler.class);
        network.withCommittees();
    }

    @AfterAll
    static void stopNetwork() {
        network.close();
    }

    /** A member that is offered a seat. */
    static final class SeatResponder extends Misconduct.Responder {
        SeatResponder(FlowSession session) {
            super(session);
        }

        @Override
        FlowLogic<?> real() {
            return new RequestSeatFlow.Handler(session);
        }

        @Suspendable
        @Override
        void misbehave(Misconduct.Manner manner) {
            session.receive(ReformOffer.class);
            stall();
        }
    }

    /** A member that is asked to sign a reform. */
    static final class ConsentResponder extends Misconduct.Responder {
        ConsentResponder(FlowSession session) {
            super(session);
        }

        @Override
        FlowLogic<?> real() {
            return new RequestConsentFlow.Handler(session);
        }

        @Suspendable
        @Override
        void misbehave(Misconduct.Manner manner) {
            session.receive(ReformOffer.class);
            stall();
        }
    }

    private static CommitteeState committee(CordaX500Name member, String name) {
        return network.run(member, new ListCommitteesFlow()).stream()
                .filter(committee -> committee.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(member + " knows no committee " + name));
    }

    private static StateAndRef<CommitteeState> current(String name) {
        return network.node(ONE)
                .transaction(() ->
                        Committees.named(network.node(ONE).getServices(), name).get(0));
    }

    private static SeatProposal seat(CordaX500Name member, int weight) {
        return new SeatProposal(network.party(member), weight);
    }

    private static AffirmReformFlow affirmation(String name, int threshold, SeatProposal... seats) {
        return new AffirmReformFlow(
                name,
                Arrays.asList(seats),
                threshold,
                VALIDITY,
                Collections.singletonList(network.party(REGULATOR)),
                false);
    }

    private static CommitteeState propose(String name, int threshold, SeatProposal... seats) {
        return network.run(
                ONE,
                new ReformCommitteeFlow.Initiator(
                        name,
                        Arrays.asList(seats),
                        threshold,
                        VALIDITY,
                        Collections.singletonList(network.party(REGULATOR)),
                        false));
    }

    /** Affirmed by everybody whom it concerns, carried out, and known to every member. */
    private static CommitteeState reform(String name, int threshold, SeatProposal... seats) {
        // An affirmation is of the epoch that its member knows.
        awaitEpoch(name, committee(ONE, name).getEpoch());
        Set<Party> concerned = new LinkedHashSet<>();
        committee(ONE, name).getTerms().getMembers().forEach(member -> concerned.add(member.getParty()));
        for (SeatProposal seat : seats) {
            concerned.add(seat.getParty());
        }
        concerned.forEach(party -> network.run(party.getName(), affirmation(name, threshold, seats)));
        CommitteeState reformed = propose(name, threshold, seats);
        awaitEpoch(name, reformed.getEpoch());
        return reformed;
    }

    private static void awaitEpoch(String name, int epoch) {
        for (CordaX500Name member : network.nodes().keySet()) {
            CountersignNetwork.await(
                    member + " knows epoch " + epoch + " of " + name,
                    () -> committee(member, name).getEpoch() == epoch);
        }
    }

    /** All three authorities with a weight that nobody else gave them, so that it is a change whatever was before. */
    private static CommitteeState reformToWeight(String name, int weight) {
        return reform(name, 2 * weight, seat(ONE, weight), seat(TWO, weight), seat(THREE, weight));
    }

    private static TransactionReceipt given(String symbol) {
        network.run(ISSUER, new RegisterSecurityFlow.Initiator(terms(symbol), Arrays.asList("registrars", "identity")));
        return network.recorded(network.issue(symbol, "100", DEALER_A), DEALER_A);
    }

    private static SecurityTerms terms(String symbol) {
        return new SecurityTerms(
                symbol, null, symbol + " plc", "GBP", new BigDecimal("0.05"), new BigDecimal("1000"), 0);
    }

    private static void assertRestsOn(TransactionReceipt receipt, String... committees) {
        SignedTransaction settled = network.node(DEALER_A)
                .getServices()
                .getValidatedTransactions()
                .getTransaction(receipt.getTransactionId());
        for (String name : committees) {
            assertThat(settled.getTx().getReferences()).contains(current(name).getRef());
        }
    }

    @Test
    @DisplayName("A committee changes by its quorum and its next members, and every member of the network knows it")
    void aCommitteeEntersItsNextEpoch() {
        CommitteeState before = committee(DEALER_A, "identity");
        CommitteeState after = reform("identity", 3, seat(ONE, 2), seat(TWO, 2), seat(THREE, 1));

        assertThat(after.getEpoch()).isEqualTo(before.getEpoch() + 1);
        assertThat(after.getLinearId()).isEqualTo(before.getLinearId());
        assertThat(after.getTerms().getThreshold()).isEqualTo(3);
        assertThat(committee(OUTSIDER, "identity")).isEqualTo(after);
        // Who stays keeps its key unless it wants another.
        assertThat(after.seatOf(network.party(TWO)).get().getAttestationKey())
                .isEqualTo(before.seatOf(network.party(TWO)).get().getAttestationKey());

        given("NEXT");
        TransactionReceipt receipt = network.transfer(DEALER_A, "NEXT", "10", DEALER_B);
        assertRestsOn(receipt, "identity", "registrars");
    }

    @Test
    @DisplayName("A member that wants a fresh key for its seat gets one")
    void aMemberMayRenewItsKey() {
        CommitteeState before = committee(ONE, "identity");
        SeatProposal[] seats = {seat(ONE, 7), seat(TWO, 7), seat(THREE, 7)};
        List<Party> observers = Collections.singletonList(network.party(REGULATOR));
        network.run(TWO, new AffirmReformFlow("identity", Arrays.asList(seats), 14, VALIDITY, observers, true));
        CommitteeState after = reform("identity", 14, seats);

        assertThat(after.seatOf(network.party(TWO)).get().getAttestationKey())
                .isNotEqualTo(before.seatOf(network.party(TWO)).get().getAttestationKey());
        given("FRESH");
        network.transfer(DEALER_A, "FRESH", "10", DEALER_B);
    }

    @Test
    @DisplayName("Nobody signs a reform that its operator has not affirmed in exactly these terms")
    void whatIsNotAffirmedIsNotSigned() {
        CommitteeState before = committee(ONE, "identity");
        network.run(TWO, affirmation("identity", 22, seat(ONE, 11), seat(TWO, 11), seat(THREE, 11)));
        network.run(THREE, affirmation("identity", 22, seat(ONE, 11), seat(TWO, 11), seat(THREE, 11)));

        assertThatThrownBy(() -> propose("identity", 12, seat(ONE, 11), seat(TWO, 11), seat(THREE, 11)))
                .hasMessageContaining("The operator of Authority ")
                .hasMessageContaining("has not affirmed this reform of committee 'identity'");
        assertThat(committee(TWO, "identity")).isEqualTo(before);
    }

    @Test
    @DisplayName("A dead member of the ending epoch does not hold up the reform that leaves it out")
    void aDeadMemberIsVotedOut() {
        reformToWeight("identity", 5);
        network.run(TWO, affirmation("identity", 2, seat(ONE, 1), seat(TWO, 1)));
        Instant start = Instant.now();
        try (Misconduct.Spell dead = Misconduct.of(ConsentResponder.class, Misconduct.Manner.STALL, THREE)) {
            assertThat(dead).isNotNull();
            CommitteeState after = propose("identity", 2, seat(ONE, 1), seat(TWO, 1));
            assertThat(after.seatOf(network.party(THREE))).isEmpty();
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(40));
        reformToWeight("identity", 6);
    }

    @Test
    @DisplayName("A member-to-be that does not answer is named, and nothing changes")
    void aDeadNewMemberIsNamed() {
        CommitteeState before = committee(ONE, "identity");
        SeatProposal[] seats = {seat(ONE, 13), seat(TWO, 13), seat(THREE, 13), seat(OUTSIDER, 13)};
        network.run(TWO, affirmation("identity", 26, seats));
        network.run(THREE, affirmation("identity", 26, seats));
        network.run(OUTSIDER, affirmation("identity", 26, seats));
        try (Misconduct.Spell dead = Misconduct.of(SeatResponder.class, Misconduct.Manner.STALL, OUTSIDER)) {
            assertThat(dead).isNotNull();
            assertThatThrownBy(() -> propose("identity", 26, seats)).hasMessageContaining("Outsider has not answered.");
        }
        assertThat(committee(TWO, "identity")).isEqualTo(before);

        // It is back, takes its seat, and leaves again.
        CommitteeState joined = propose("identity", 26, seats);
        assertThat(joined.seatOf(network.party(OUTSIDER))).isPresent();
        reformToWeight("identity", 14);
    }

    @Test
    @Tag("attack-15")
    @DisplayName("15. A reform that is not what was offered and affirmed is signed by nobody")
    void aReformOtherThanOfferedIsRefused() {
        StateAndRef<CommitteeState> ending = current("identity");
        SeatProposal[] seats = {seat(ONE, 17), seat(TWO, 17), seat(THREE, 17)};
        network.run(TWO, affirmation("identity", 34, seats));
        CommitteeState before = ending.getState().getData();
        List<CommitteeMember> members = before.getTerms().getMembers().stream()
                .map(member -> new CommitteeMember(member.getParty(), member.getAttestationKey(), 17))
                .collect(Collectors.toList());
        ReformOffer offer = offer(ending, Arrays.asList(seats), 34);
        CommitteeState loose = before.reformed(new CommitteeTerms(
                Segment.WHOLE_NETWORK, members, 1, VALIDITY, Collections.singletonList(network.party(REGULATOR))));

        assertThatThrownBy(() ->
                        network.run(ONE, new AskForConsent(network.party(TWO), offer, new ForgeReform(ending, loose))))
                .hasMessageContaining("is not what was offered");
        assertThatThrownBy(() -> network.run(DEALER_A, new RequestSeatFlow(network.party(TWO), offer)))
                .hasMessageContaining("Dealer A has no seat on the committee 'identity'.");
        assertThat(committee(TWO, "identity")).isEqualTo(before);
    }

    private static ReformOffer offer(StateAndRef<CommitteeState> ending, List<SeatProposal> seats, int threshold) {
        return new ReformOffer(
                ending.getRef(),
                new CommitteeOffer(
                        "identity",
                        Aspect.IDENTITY,
                        Segment.WHOLE_NETWORK,
                        seats,
                        threshold,
                        VALIDITY,
                        Collections.singletonList(network.party(REGULATOR))));
    }

    /** Builds a reform that nobody agreed to. */
    static final class ForgeReform extends FlowLogic<SignedTransaction> {
        private final StateAndRef<CommitteeState> ending;
        private final CommitteeState after;

        private final Duration open;

        ForgeReform(StateAndRef<CommitteeState> ending, CommitteeState after) {
            this(ending, after, Duration.ofMinutes(1));
        }

        ForgeReform(StateAndRef<CommitteeState> ending, CommitteeState after, Duration open) {
            this.ending = ending;
            this.after = after;
            this.open = open;
        }

        @Suspendable
        @Override
        public SignedTransaction call() {
            Set<java.security.PublicKey> signers = new LinkedHashSet<>();
            signers.add(ending.getState().getData().attestationKey());
            for (CommitteeMember member : after.getTerms().getMembers()) {
                signers.add(member.getParty().getOwningKey());
                signers.add(member.getAttestationKey());
            }
            Instant now = getServiceHub().getClock().instant();
            return getServiceHub()
                    .signInitialTransaction(
                            new TransactionBuilder(ending.getState().getNotary())
                                    .addInputState(ending)
                                    .addOutputState(after)
                                    .addCommand(new CommitteeCommand.Reform(), new ArrayList<>(signers))
                                    .setTimeWindow(TimeWindow.between(now.minusSeconds(30), now.plus(open))),
                            getOurIdentity().getOwningKey());
        }
    }

    /** Has a reform agreed and notarised as it should be, and tells nobody. */
    static final class KeepReform extends FlowLogic<SignedTransaction> {
        private final ReformOffer offer;
        private final StateAndRef<CommitteeState> ending;
        private final CommitteeState after;
        private final Duration open;

        KeepReform(ReformOffer offer, StateAndRef<CommitteeState> ending, CommitteeState after, Duration open) {
            this.offer = offer;
            this.ending = ending;
            this.after = after;
            this.open = open;
        }

        @Suspendable
        @Override
        public SignedTransaction call() throws FlowException {
            SignedTransaction signed = subFlow(new ForgeReform(ending, after, open));
            signed = signed.plus(getServiceHub()
                    .createSignature(
                            signed, after.seatOf(getOurIdentity()).get().getAttestationKey()));
            for (int seat = 0; seat < after.getTerms().getMembers().size(); seat++) {
                CommitteeMember member = after.getTerms().getMembers().get(seat);
                if (!member.getParty().equals(getOurIdentity())) {
                    signed = signed.withAdditionalSignatures(subFlow(new RequestConsentFlow(
                            member.getParty(),
                            offer,
                            signed,
                            new LinkedHashSet<>(Arrays.asList(
                                    member.getAttestationKey(),
                                    member.getParty().getOwningKey())))));
                }
            }
            return signed.withAdditionalSignatures(new ArrayList<>(subFlow(new NotaryFlow.Client(signed))));
        }
    }

    @Test
    @Tag("attack-7")
    @DisplayName("7. A reform that its proposer has notarised and keeps to itself is published by those who signed it")
    void aReformThatIsKeptBackIsPublished() {
        SeatProposal[] seats = {seat(ONE, 31), seat(TWO, 31), seat(THREE, 31)};
        reform("identity", 60, seats);
        SeatProposal[] next = {seat(ONE, 32), seat(TWO, 32), seat(THREE, 32)};
        for (CordaX500Name member : AUTHORITIES) {
            network.run(member, affirmation("identity", 64, next));
        }
        StateAndRef<CommitteeState> ending = current("identity");
        CommitteeState before = ending.getState().getData();
        CommitteeState after = before.reformed(new CommitteeTerms(
                Segment.WHOLE_NETWORK,
                before.getTerms().getMembers().stream()
                        .map(member -> new CommitteeMember(member.getParty(), member.getAttestationKey(), 32))
                        .collect(Collectors.toList()),
                64,
                VALIDITY,
                before.getTerms().getObservers()));
        SignedTransaction kept = network.run(
                ONE, new KeepReform(offer(ending, Arrays.asList(next), 64), ending, after, Duration.ofSeconds(20)));
        for (CordaX500Name member : network.nodes().keySet()) {
            assertThat(network.holds(member, kept.getId())).isFalse();
        }

        for (CordaX500Name member : network.nodes().keySet()) {
            CountersignNetwork.await(
                    member + " knows the next epoch",
                    () -> committee(member, "identity").getEpoch() == after.getEpoch());
        }
        assertThat(committee(OUTSIDER, "identity")).isEqualTo(after);
        given("KEPT");
        assertRestsOn(network.transfer(DEALER_A, "KEPT", "10", DEALER_B), "identity", "registrars");
    }

    /** Asks for a signature on a forged reform. */
    static final class AskForConsent extends FlowLogic<List<TransactionSignature>> {
        private final Party member;
        private final ReformOffer offer;
        private final ForgeReform forgery;

        AskForConsent(Party member, ReformOffer offer, ForgeReform forgery) {
            this.member = member;
            this.offer = offer;
            this.forgery = forgery;
        }

        @Suspendable
        @Override
        public List<TransactionSignature> call() throws FlowException {
            SignedTransaction forged = subFlow(forgery);
            return subFlow(new RequestConsentFlow(
                    member, offer, forged, new HashSet<>(Collections.singletonList(member.getOwningKey()))));
        }
    }

    @ParameterizedTest(name = "A transfer that is caught by a reform of {0} is attested anew and goes through")
    @Tag("attack-15")
    @DisplayName("15. Attestations of an epoch that has ended are void; a transfer in flight is rebuilt once")
    @CsvSource({"identity, EP.ID, 21", "registrars, EP.REG, 22"})
    void aReformInTheMiddleOfATransfer(String name, String symbol, int weight) {
        given(symbol);
        try (Gate finality = Gate.at(Misconduct.FinalityResponder.class, 1)) {
            Future<TransactionReceipt> transfer = network.node(DEALER_A)
                    .startFlow(new TransferFlow.Initiator(symbol, BigDecimal.TEN, network.party(DEALER_B)));
            // The identity committee has attested, the registrars have not voted.
            finality.held(1);
            reformToWeight(name, weight);
            finality.open(1);
            TransactionReceipt receipt = network.ended(transfer);
            assertThat(finality.calls()).isGreaterThan(1);
            network.recorded(receipt, DEALER_B);
            assertRestsOn(receipt, "identity", "registrars");
        }
        assertThat(network.held(DEALER_B, symbol)).isEqualByComparingTo("10");
        assertThat(network.held(DEALER_A, symbol)).isEqualByComparingTo("90");
    }

    @Test
    @Tag("attack-15")
    @DisplayName("15. An affirmed sale that is caught by a reform is retried once, for the same cash, and paid once")
    void aReformInTheMiddleOfAnAffirmedSale() {
        given("EP.SALE");
        network.issueCash("70.00", DEALER_B);
        network.issueCash("80.00", DEALER_B);
        BigDecimal paidTo = network.held(DEALER_A, "GBP");
        BigDecimal paidBy = network.held(DEALER_B, "GBP");
        int locked = network.locked(DEALER_B);
        network.affirm(DEALER_B, "EP.SALE", "10", DEALER_A, pounds("60.00"));
        try (Gate finality = Gate.at(Misconduct.FinalityResponder.class, 1)) {
            Future<TransactionReceipt> sale = network.node(DEALER_A).startFlow(sale("EP.SALE"));
            // The buyer has signed and the identity committee attested, the registrars have not voted.
            finality.held(1);
            assertThat(network.locked(DEALER_B)).isGreaterThan(locked);
            reformToWeight("registrars", 27);
            finality.open(1);
            TransactionReceipt receipt = network.ended(sale);
            assertThat(finality.calls()).isGreaterThan(1);
            network.recorded(receipt, DEALER_B);
            assertRestsOn(receipt, "identity", "registrars");
        }
        assertThat(network.held(DEALER_B, "EP.SALE")).isEqualByComparingTo("10");
        assertThat(network.held(DEALER_A, "EP.SALE")).isEqualByComparingTo("90");
        assertThat(network.held(DEALER_A, "GBP")).isEqualByComparingTo(paidTo.add(new BigDecimal("60")));
        assertThat(network.held(DEALER_B, "GBP")).isEqualByComparingTo(paidBy.subtract(new BigDecimal("60")));
        CountersignNetwork.await("the buyer's cash is free", () -> network.locked(DEALER_B) == locked);
        assertThatThrownBy(() -> network.run(DEALER_A, sale("EP.SALE"))).hasMessageContaining("has not been affirmed");
    }

    private static TransferFlow.Initiator sale(String symbol) {
        return new TransferFlow.Initiator(symbol, BigDecimal.TEN, network.party(DEALER_B), pounds("60.00"));
    }

    @Test
    @Tag("attack-3")
    @DisplayName("3. A seller that pretends an update gets two signatures for the same cash, and no third")
    void anAffirmedSaleIsPaidOnce() {
        given("EP.PAID");
        network.issueCash("90.00", DEALER_B);
        BigDecimal cash = network.held(DEALER_B, "GBP");
        network.affirm(DEALER_B, "EP.PAID", "10", DEALER_A, pounds("60.00"));

        SignedTransaction first = proposeSale("EP.PAID");
        SignedTransaction second = proposeSale("EP.PAID");
        assertThat(second.getId()).isNotEqualTo(first.getId());
        assertThat(second.getInputs()).hasSizeGreaterThan(1).hasSameElementsAs(first.getInputs());
        assertThatThrownBy(() -> proposeSale("EP.PAID")).hasMessageContaining("has not been affirmed");

        network.recorded(network.run(DEALER_A, new FinaliseFlow(first, Operation.TRANSFER)), DEALER_B);
        assertThatThrownBy(() -> proposeSale("EP.PAID")).hasMessageContaining("has not been affirmed");
        assertThat(network.held(DEALER_B, "GBP")).isEqualByComparingTo(cash.subtract(new BigDecimal("60")));
        assertThat(network.held(DEALER_B, "EP.PAID")).isEqualByComparingTo("10");
    }

    private static SignedTransaction proposeSale(String symbol) {
        SecurityDefinitionState security = security(symbol);
        TradeTerms terms = new TradeTerms(
                symbol,
                HostileFlows.amount(security.tokenType(), 10),
                pounds("60.00"),
                Collections.singletonList(network.party(ISSUER)));
        return network.run(
                DEALER_A,
                new HostileFlows.ProposeTransfer(
                        network.party(DEALER_B),
                        terms,
                        transfer(symbol, network.party(DEALER_B)),
                        HostileFlows.pay(60_00)));
    }

    @Test
    @Tag("attack-15")
    @DisplayName("15. An affirmed receipt that is caught by a reform is retried once, and takes up one affirmation")
    void aReformInTheMiddleOfAnAffirmedReceipt() {
        TransactionReceipt oldest = givenTwoLots("EP.GIFT");
        affirmReceipt("EP.GIFT");
        affirmReceipt("EP.GIFT");
        UUID other = network.reserve(DEALER_A, oldest);
        try (Gate finality = Gate.at(Misconduct.FinalityResponder.class, 1)) {
            Future<TransactionReceipt> transfer = network.node(DEALER_A).startFlow(gift("EP.GIFT"));
            // The receiver has signed and the identity committee attested, the registrars have not voted.
            finality.held(1);
            reformToWeight("registrars", 33);
            // From now on it would give of another lot, but for what the receiver has signed.
            network.release(DEALER_A, other);
            finality.open(1);
            TransactionReceipt receipt = network.ended(transfer);
            assertThat(finality.calls()).isGreaterThan(1);
            network.recorded(receipt, ISSUER);
            assertRestsOn(receipt, "identity", "registrars");
        }
        assertThat(network.held(ISSUER, "EP.GIFT")).isEqualByComparingTo("10");
        network.recorded(network.run(DEALER_A, gift("EP.GIFT")), ISSUER);
        assertThatThrownBy(() -> network.run(DEALER_A, gift("EP.GIFT"))).hasMessageContaining("has not been affirmed");
        assertThat(network.held(ISSUER, "EP.GIFT")).isEqualByComparingTo("20");
        assertThat(network.held(DEALER_A, "EP.GIFT")).isEqualByComparingTo("130");
        assertThat(network.locked(DEALER_A)).isZero();
    }

    private static void affirmReceipt(String symbol) {
        network.affirm(ISSUER, symbol, "10", DEALER_A, null);
    }

    private static TransferFlow.Initiator gift(String symbol) {
        return new TransferFlow.Initiator(symbol, BigDecimal.TEN, network.party(ISSUER));
    }

    @ParameterizedTest(name = "A seller gets two signatures for the same holding and no third; number {0} is final")
    @Tag("attack-3")
    @DisplayName("3. An affirmation is used up by one receipt, whatever was signed for it and becomes final")
    @ValueSource(ints = {0, 1})
    void anAffirmedReceiptIsTakenOnce(int chosen) {
        String symbol = "EP.TAKEN" + chosen;
        givenTwoLots(symbol);
        affirmReceipt(symbol);
        List<SignedTransaction> signed = new ArrayList<>();
        signed.add(proposeReceipt(symbol, "100"));
        assertThatThrownBy(() -> proposeReceipt(symbol, "50")).hasMessageContaining("which spends another holding");
        signed.add(proposeReceipt(symbol, "100"));
        assertThat(signed.get(1).getId()).isNotEqualTo(signed.get(0).getId());
        assertThat(signed.get(1).getInputs()).isEqualTo(signed.get(0).getInputs());
        assertThatThrownBy(() -> proposeReceipt(symbol, "100")).hasMessageContaining("has not been affirmed");
        assertThatThrownBy(() -> proposeReceipt(symbol, "50")).hasMessageContaining("has not been affirmed");

        network.recorded(network.run(DEALER_A, new FinaliseFlow(signed.get(chosen), Operation.TRANSFER)), ISSUER);
        assertThatThrownBy(() -> network.run(DEALER_A, new FinaliseFlow(signed.get(1 - chosen), Operation.TRANSFER)))
                .hasCauseInstanceOf(WorkflowException.class);
        assertThatThrownBy(() -> proposeReceipt(symbol, "50")).hasMessageContaining("has not been affirmed");
        assertThat(network.held(ISSUER, symbol)).isEqualByComparingTo("10");
        assertThat(network.held(DEALER_A, symbol)).isEqualByComparingTo("140");
    }

    @Test
    @Tag("attack-3")
    @DisplayName("3. A receiver that has not heard what became of a receipt signs for no other holding, however late")
    void anAffirmedReceiptIsTiedForGood() {
        givenTwoLots("EP.TIED");
        affirmReceipt("EP.TIED");
        SignedTransaction first = proposeReceipt("EP.TIED", "100");
        network.advanceClocks(Duration.ofMinutes(10));
        assertThatThrownBy(() -> proposeReceipt("EP.TIED", "50")).hasMessageContaining("which spends another holding");
        TransactionReceipt receipt = network.recorded(network.run(DEALER_A, gift("EP.TIED")), ISSUER);
        assertThat(network.node(DEALER_A)
                        .getServices()
                        .getValidatedTransactions()
                        .getTransaction(receipt.getTransactionId())
                        .getInputs())
                .containsAll(first.getInputs());
        assertThatThrownBy(() -> network.run(DEALER_A, gift("EP.TIED"))).hasMessageContaining("has not been affirmed");
        assertThat(network.held(ISSUER, "EP.TIED")).isEqualByComparingTo("10");
    }

    /** The receipt of the older one, of 100 units; the other has 50. */
    private static TransactionReceipt givenTwoLots(String symbol) {
        TransactionReceipt oldest = given(symbol);
        network.recorded(network.issue(symbol, "50", DEALER_A), DEALER_A);
        return oldest;
    }

    /** Has the issuer sign for ten units of dealer A's holding of so many. */
    private static SignedTransaction proposeReceipt(String symbol, String lot) {
        SecurityDefinitionState security = security(symbol);
        StateAndRef<SecurityToken> holding = network.node(DEALER_A)
                .transaction(() ->
                        Definitions.holdings(network.node(DEALER_A).getServices(), security.tokenType()).stream()
                                .filter(held -> held.getState()
                                                .getData()
                                                .getAmount()
                                                .toDecimal()
                                                .compareTo(new BigDecimal(lot))
                                        == 0)
                                .findFirst()
                                .orElseThrow(() -> new AssertionError("No lot of " + lot)));
        TradeTerms terms =
                new TradeTerms(symbol, HostileFlows.amount(security.tokenType(), 10), null, Collections.emptyList());
        return network.run(
                DEALER_A,
                new HostileFlows.ProposeTransfer(
                        network.party(ISSUER),
                        terms,
                        new HostileFlows.Draft(symbol, holding, 10, network.party(DEALER_A), network.party(ISSUER)),
                        HostileFlows.none()));
    }

    @Test
    @DisplayName("An issue and a redemption that are caught by a reform are attested anew and go through")
    void aReformInTheMiddleOfAnIssueAndARedemption() {
        given("EP.IR");
        try (Gate finality = Gate.at(Misconduct.FinalityResponder.class, 1)) {
            Future<TransactionReceipt> issue = network.node(ISSUER)
                    .startFlow(new IssueSecurityFlow.Initiator("EP.IR", BigDecimal.TEN, network.party(DEALER_A)));
            finality.held(1);
            reformToWeight("identity", 23);
            finality.open(1);
            network.recorded(network.ended(issue), DEALER_A);
        }
        assertThat(network.held(DEALER_A, "EP.IR")).isEqualByComparingTo("110");
        try (Gate finality = Gate.at(Misconduct.FinalityResponder.class, 1)) {
            Future<TransactionReceipt> redemption =
                    network.node(DEALER_A).startFlow(new RedeemFlow.Initiator("EP.IR", BigDecimal.TEN));
            finality.held(1);
            reformToWeight("registrars", 24);
            finality.open(1);
            network.recorded(network.ended(redemption), ISSUER);
        }
        assertThat(network.held(DEALER_A, "EP.IR")).isEqualByComparingTo("100");
    }

    @Test
    @DisplayName("A transfer that is caught by two reforms says so, moves nothing and locks nothing")
    void aSecondReformInTheRetry() {
        given("EP.TWICE");
        try (Gate buyer = Gate.at(Misconduct.BuyerResponder.class, 1, 2)) {
            Future<TransactionReceipt> transfer = network.node(DEALER_A)
                    .startFlow(new TransferFlow.Initiator("EP.TWICE", new BigDecimal("100"), network.party(DEALER_B)));
            buyer.held(1);
            reformToWeight("identity", 25);
            buyer.open(1);
            buyer.held(2);
            reformToWeight("identity", 26);
            buyer.open(2);
            assertThatThrownBy(() -> network.ended(transfer))
                    .hasCauseInstanceOf(SupersededException.class)
                    .hasMessageContaining("is not a current one here")
                    .hasMessageContaining("propose again on the current definition and committees");
        }
        assertThat(network.held(DEALER_A, "EP.TWICE")).isEqualByComparingTo("100");
        network.recorded(network.transfer(DEALER_A, "EP.TWICE", "100", DEALER_B), DEALER_B);
    }

    @Test
    @Tag("attack-15")
    @DisplayName("15. A member that a reform removed cannot attest any more, nor the epoch that had it")
    void aRemovedMemberDoesNotAttest() {
        reformToWeight("identity", 31);
        given("EP.GONE");
        SignedTransaction old = draft("EP.GONE");
        List<TransactionSignature> oldAttestations = AUTHORITIES.stream()
                .map(authority -> ask(authority, old).getSignature())
                .collect(Collectors.toList());
        assertThat(oldAttestations).doesNotContainNull();
        java.security.PublicKey removedKey =
                committee(ONE, "identity").seatOf(network.party(THREE)).get().getAttestationKey();

        reform("identity", 2, seat(ONE, 1), seat(TWO, 1));

        for (CordaX500Name registrar : AUTHORITIES) {
            FinalityAnswer answer = network.run(
                    DEALER_A,
                    new RequestFinalityFlow(network.party(registrar), old.withAdditionalSignatures(oldAttestations)));
            assertThat(answer.getSignatures()).isEmpty();
            assertThat(answer.getRefusals().toString()).contains("is not the current one here");
        }
        SignedTransaction rebuilt = draft("EP.GONE");
        assertThat(ask(THREE, rebuilt).getSignature()).isNull();
        // It signs all the same, with the key that it had; with one vote of two that is no quorum.
        TransactionSignature uncalledFor = network.node(THREE)
                .transaction(() -> network.node(THREE).getServices().createSignature(rebuilt, removedKey));
        SignedTransaction forged =
                rebuilt.plus(uncalledFor).plus(ask(ONE, rebuilt).getSignature());
        FinalityAnswer answer = network.run(DEALER_A, new RequestFinalityFlow(network.party(ONE), forged));
        assertThat(answer.getSignatures()).isEmpty();
        assertThat(answer.getRefusals().toString()).contains("A signature is missing before the registrars'");
        assertThat(network.held(DEALER_A, "EP.GONE")).isEqualByComparingTo("100");
        reformToWeight("identity", 32);
        network.recorded(network.transfer(DEALER_A, "EP.GONE", "100", DEALER_B), DEALER_B);
    }

    private static SignedTransaction draft(String symbol) {
        return network.run(
                DEALER_A, new HostileFlows.Forge(transfer(symbol, network.party(DEALER_A)), HostileFlows.none()));
    }

    /** Ten units of dealer A's only holding. */
    private static HostileFlows.Draft transfer(String symbol, Party buyer) {
        StateAndRef<SecurityToken> holding = network.node(DEALER_A)
                .transaction(() -> Definitions.holdings(
                                network.node(DEALER_A).getServices(),
                                security(symbol).tokenType())
                        .get(0));
        return new HostileFlows.Draft(symbol, holding, 10, network.party(DEALER_A), buyer);
    }

    private static SecurityDefinitionState security(String symbol) {
        return network.node(DEALER_A)
                .transaction(() -> Definitions.bySymbol(network.node(DEALER_A).getServices(), symbol)
                        .get()
                        .getState()
                        .getData());
    }

    private static AttestationAnswer ask(CordaX500Name authority, SignedTransaction transaction) {
        return network.ask(DEALER_A, authority, Aspect.IDENTITY, transaction);
    }

    @Test
    @DisplayName(
            "A security chooses aspects, committees, operations and segment, and a choice that does not fit is told")
    void aSecurityChoosesItsPolicy() {
        network.run(
                ONE,
                new FormCommitteeFlow.Initiator(
                        "uk-identity",
                        Aspect.IDENTITY,
                        "uk",
                        Arrays.asList(seat(ONE, 1), seat(TWO, 1)),
                        1,
                        VALIDITY,
                        Collections.emptyList()));
        CountersignNetwork.await(
                "the issuer knows the committee",
                () -> network.run(ISSUER, new ListCommitteesFlow()).stream()
                        .anyMatch(committee -> committee.getName().equals("uk-identity")));

        refused(new RegisterSecurityFlow.Initiator(terms("POL.A"), Arrays.asList("registrars", "uk-identity")))
                .hasMessageContaining("attests in segment uk, the security is in segment network");
        refused(new RegisterSecurityFlow.Initiator(
                        terms("POL.A"), Arrays.asList("registrars", "uk-identity", "identity"), "uk"))
                .hasMessageContaining("Several committees could attest IDENTITY in segment uk");
        refused(new RegisterSecurityFlow.Initiator(terms("POL.A"), Collections.emptyList(), "uk"))
                .hasMessageContaining("Several committees could attest IDENTITY in segment uk");
        refused(new RegisterSecurityFlow.Initiator(terms("POL.A"), Collections.singletonList("identity")))
                .hasMessageContaining("No registrars' committee is named or known");
        refused(new RegisterSecurityFlow.Initiator(terms("POL.A"), Collections.singletonList("nobody")))
                .hasMessageContaining("This node knows no committee named 'nobody'");
        CommitteeChoice registrars =
                new CommitteeChoice(Aspect.OWNERSHIP, "registrars", EnumSet.allOf(Operation.class));
        refused(new RegisterSecurityFlow.Initiator(
                        terms("POL.A"),
                        "uk",
                        Arrays.asList(
                                registrars,
                                new CommitteeChoice(Aspect.RISK, "uk-identity", EnumSet.of(Operation.TRANSFER)))))
                .hasMessageContaining("The committee 'uk-identity' attests IDENTITY, not RISK.");
        refused(new RegisterSecurityFlow.Initiator(
                        terms("POL.A"),
                        "uk",
                        Collections.singletonList(
                                new CommitteeChoice(Aspect.OWNERSHIP, "registrars", EnumSet.of(Operation.TRANSFER)))))
                .hasMessageContaining("must demand OWNERSHIP for every operation");

        network.run(
                ISSUER,
                new RegisterSecurityFlow.Initiator(
                        terms("POL.B"),
                        "uk",
                        Arrays.asList(
                                registrars,
                                new CommitteeChoice(Aspect.IDENTITY, "uk-identity", EnumSet.of(Operation.TRANSFER)))));
        TransactionReceipt issued = network.recorded(network.issue("POL.B", "10", DEALER_A), DEALER_A);
        assertThat(issued.getAttestedBy()).containsOnlyKeys(Aspect.OWNERSHIP);
        TransactionReceipt moved = network.transfer(DEALER_A, "POL.B", "10", DEALER_B);
        assertThat(moved.getAttestedBy()).containsOnlyKeys(Aspect.OWNERSHIP, Aspect.IDENTITY);
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> refused(
            RegisterSecurityFlow.Initiator flow) {
        return assertThatThrownBy(() -> network.run(ISSUER, flow));
    }
}
