package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;
import static org.countersign.flowtests.CountersignNetwork.OUTSIDER;
import static org.countersign.flowtests.CountersignNetwork.REGULATOR;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TransactionResolutionException;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.node.services.Vault;
import net.corda.core.node.services.vault.QueryCriteria;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.control.ControlCommand;
import org.countersign.contracts.control.ControlOrder;
import org.countersign.contracts.control.ControlReason;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.segment.CrossSegmentRules;
import org.countersign.contracts.segment.MembershipStatus;
import org.countersign.contracts.segment.MembershipStep;
import org.countersign.contracts.segment.SegmentMembershipState;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.control.TakeMeasureFlow;
import org.countersign.workflows.definition.ChangeStatusFlow;
import org.countersign.workflows.definition.FindSecurityFlow;
import org.countersign.workflows.definition.MeasureGrant;
import org.countersign.workflows.definition.RegisterSecurityFlow;
import org.countersign.workflows.holding.TransactionView;
import org.countersign.workflows.identity.account.AccountView;
import org.countersign.workflows.identity.account.OpenAccountFlow;
import org.countersign.workflows.register.RegisterView;
import org.countersign.workflows.register.ShowRegisterFlow;
import org.countersign.workflows.segment.AskDecisionFlow;
import org.countersign.workflows.segment.AskMembershipsFlow;
import org.countersign.workflows.segment.CatchUpMembershipsFlow;
import org.countersign.workflows.segment.JournalDisclosure;
import org.countersign.workflows.segment.MembershipsFetched;
import org.countersign.workflows.segment.ObservedTransactionsFlow;
import org.countersign.workflows.segment.OrderFreezeFlow;
import org.countersign.workflows.segment.RegulatorsOrder;
import org.countersign.workflows.segment.RequestJournalFlow;
import org.countersign.workflows.segment.RequestMembershipFlow;
import org.countersign.workflows.segment.SubmitOrderFlow;
import org.countersign.workflows.validation.QuorumException;
import org.countersign.workflows.validation.journal.JournalEntry;
import org.countersign.workflows.validation.journal.JournalQuery;
import org.countersign.workflows.validation.journal.ReadJournalFlow;
import org.countersign.workflows.validation.journal.VerifyJournalFlow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Parts of the network with members and regulators of their own: who deals, who sees, and who does not. */
class SegmentScenarioTest {
    /** Regulates segments here; it is on no committee and observes none. */
    private static final CordaX500Name SUPERVISOR = OUTSIDER;

    private static final SecureHash OTHER_DOCUMENT = SecureHash.sha256("another order to produce documents");

    private static CountersignNetwork network;
    private static SegmentStage stage;

    @BeforeAll
    static void startNetwork() {
        network = CountersignNetwork.start().withCommittees();
        stage = new SegmentStage(network);
    }

    @AfterAll
    static void stopNetwork() {
        network.close();
    }

    @Test
    @DisplayName("A membership is asked for, granted, suspended, reinstated and ended; who is no member does not deal")
    void theLifeOfAMembership() {
        // 1. A security is in a segment that nobody has established: everybody deals.
        stage.register("uk", "UK.OLD");
        network.recorded(network.issue("UK.OLD", "100", DEALER_A), DEALER_A);

        // 2. The registrars establish the segment, two operators in the same words. Every member sees it.
        SegmentState uk = stage.establish("uk", stage.terms(SUPERVISOR));
        for (CordaX500Name member : network.nodes().keySet()) {
            assertThat(stage.segment(member, "uk")).isEqualTo(uk);
        }

        // 3. From now on who is no member neither registers, nor issues, nor transfers, nor redeems.
        assertThatThrownBy(() -> stage.register("uk", "UK.NEW"))
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining("Issuer Bank is not admitted to deal in segment uk now");
        assertThatThrownBy(() -> network.issue("UK.OLD", "1", DEALER_A))
                .hasMessageContaining("Issuer Bank is not admitted");
        assertThatThrownBy(() -> network.transfer(DEALER_A, "UK.OLD", "1", DEALER_B))
                .hasMessageContaining("Dealer A is not admitted");
        assertThatThrownBy(() -> network.redeem(DEALER_A, "UK.OLD", "1"))
                .hasMessageContaining("Dealer A is not admitted");
        assertThat(network.held(DEALER_A, "UK.OLD")).isEqualByComparingTo("100");

        // 4. Issuer and dealer A ask. One operator is not enough, two are.
        stage.ask("uk", ISSUER);
        assertThat(stage.decideAt(AUTHORITIES.get(2), "uk", ISSUER, MembershipStep.GRANT)
                        .getOpen())
                .hasSize(2);
        assertThat(stage.standing(ISSUER, uk)).isEqualTo(MembershipStatus.ASKED);
        assertThatThrownBy(() -> network.issue("UK.OLD", "1", DEALER_A)).hasMessageContaining("is not admitted");
        stage.decideAt(AUTHORITIES.get(1), "uk", ISSUER, MembershipStep.GRANT);
        CountersignNetwork.await(
                "the issuer is a member", () -> stage.standing(ISSUER, uk) == MembershipStatus.GRANTED);
        stage.admit("uk", DEALER_A);

        // 5. A member does not sell to who is none, and learns no more of it than that.
        assertThatThrownBy(() -> network.transfer(DEALER_A, "UK.OLD", "10", DEALER_B))
                .hasMessageContaining("Dealer B is not admitted to deal in segment uk now");
        stage.admit("uk", DEALER_B);
        network.recorded(network.transfer(DEALER_A, "UK.OLD", "10", DEALER_B), DEALER_B);

        // 6. The segment permits securities in pounds.
        assertThatThrownBy(() -> stage.register("uk", "UK.EUR", "EUR"))
                .hasMessageContaining("currencies [GBP]; UK.EUR is in EUR");
        stage.register("uk", "UK.NEW");

        // 7. Dealer B is suspended: it neither receives nor proposes, and keeps what it holds.
        stage.decide("uk", DEALER_B, MembershipStep.SUSPEND);
        assertThat(stage.standing(DEALER_B, uk)).isEqualTo(MembershipStatus.SUSPENDED);
        assertThatThrownBy(() -> network.transfer(DEALER_A, "UK.OLD", "10", DEALER_B))
                .hasMessageContaining("Dealer B is not admitted")
                .hasMessageNotContaining("suspended")
                .hasMessageNotContaining("review");
        assertThatThrownBy(() -> network.transfer(DEALER_B, "UK.OLD", "5", DEALER_A))
                .hasMessageContaining("Dealer B is not admitted");
        assertThatThrownBy(() -> network.redeem(DEALER_B, "UK.OLD", "5")).hasMessageContaining("is not admitted");
        assertThatThrownBy(() -> network.run(
                        DEALER_B, new RequestMembershipFlow("uk", SegmentStage.LICENCE, "AGAIN", "Once more.")))
                .hasMessageContaining("SUSPENDED");
        assertThat(network.held(DEALER_B, "UK.OLD")).isEqualByComparingTo("10");
        assertThat(network.observed(AUTHORITIES.get(2), "UK.OLD", DEALER_B)).isEqualByComparingTo("10");

        // 8. Reinstated it deals again; ended it does not, and may ask anew.
        stage.decide("uk", DEALER_B, MembershipStep.REINSTATE);
        network.recorded(network.transfer(DEALER_B, "UK.OLD", "5", DEALER_A), DEALER_A);
        stage.decide("uk", DEALER_B, MembershipStep.END);
        assertThatThrownBy(() -> network.transfer(DEALER_B, "UK.OLD", "5", DEALER_A))
                .hasMessageContaining("is not admitted");
        stage.ask("uk", DEALER_B);
        stage.decide("uk", DEALER_B, MembershipStep.GRANT);
        network.recorded(network.transfer(DEALER_B, "UK.OLD", "5", DEALER_A), DEALER_A);
        assertThat(network.held(DEALER_A, "UK.OLD")).isEqualByComparingTo("100");
    }

    @Test
    @Tag("attack-29")
    @DisplayName("29. The regulator of a segment has every transaction of it, and nobody else has more than before")
    void theRegulatorObservesTheSegment() {
        stage.establish("obs", stage.terms(SUPERVISOR));
        stage.admit("obs", ISSUER, DEALER_A, DEALER_B);
        TransactionReceipt registered = network.recorded(stage.register("obs", "OBS.A"), SUPERVISOR);
        TransactionReceipt issued = network.recorded(network.issue("OBS.A", "100", DEALER_A), SUPERVISOR);
        TransactionReceipt moved = network.recorded(network.transfer(DEALER_A, "OBS.A", "40", DEALER_B), SUPERVISOR);
        // Who is a party of the segment sees no more than its own, and what its own builds on.
        assertThat(network.holds(ISSUER, moved)).isFalse();
        TransactionReceipt redeemed = network.recorded(network.redeem(DEALER_B, "OBS.A", "40"), SUPERVISOR);

        // The proposer named neither the segment nor its regulator; there is nothing that it could have left out.
        for (TransactionReceipt receipt : Arrays.asList(registered, issued, moved, redeemed)) {
            SignedTransaction known = network.node(SUPERVISOR)
                    .getServices()
                    .getValidatedTransactions()
                    .getTransaction(receipt.getTransactionId());
            for (StateRef reference : known.getReferences()) {
                assertThat(loaded(SUPERVISOR, reference))
                        .isNotInstanceOfAny(SegmentState.class, SegmentMembershipState.class);
            }
            assertThat(network.holds(SUPERVISOR, receipt)).isTrue();
        }
        // It has the holders, and a register that can be shown.
        CountersignNetwork.await(
                "the supervisor sees what dealer A holds",
                () -> network.observed(SUPERVISOR, "OBS.A", DEALER_A).intValue() == 60);
        assertThat(network.observed(SUPERVISOR, "OBS.A", DEALER_B)).isZero();
        RegisterView register = network.run(SUPERVISOR, new ShowRegisterFlow("OBS.A"));
        assertThat(register.getHolders()).hasSize(1);
        assertThat(register.getHolders().get(0).getName()).isEqualTo(DEALER_A);

        // What a client is told of when it follows the vault: also who ended a holding of which nothing is left.
        StateRef issuedHolding = new StateRef(issued.getTransactionId(), 0);
        assertThat(idsOf(new ObservedTransactionsFlow(
                        "obs",
                        Collections.singletonList(new StateRef(redeemed.getTransactionId(), 0)),
                        Collections.singletonList(issuedHolding))))
                .contains(moved.getTransactionId());

        // Another security, in no segment, is none of its business.
        network.register("OBS.PLAIN", "1000");
        TransactionReceipt plain = network.recorded(network.issue("OBS.PLAIN", "5", DEALER_A), DEALER_A, REGULATOR);
        assertThat(network.holds(SUPERVISOR, plain)).isFalse();
        assertThat(idsOf(new ObservedTransactionsFlow(
                        "obs",
                        Collections.singletonList(new StateRef(plain.getTransactionId(), 0)),
                        Collections.emptyList())))
                .isEmpty();
        assertThatThrownBy(() -> network.run(SUPERVISOR, new ShowRegisterFlow("OBS.PLAIN")))
                .hasMessageContaining("No security has the symbol 'OBS.PLAIN'");
        // A redemption has shown the issuer its back-chain, and no holding of others.
        assertThat(network.observed(ISSUER, "OBS.A", DEALER_A)).isZero();
    }

    private static List<SecureHash> idsOf(ObservedTransactionsFlow flow) {
        return network.run(SUPERVISOR, flow).stream()
                .map(TransactionView::getId)
                .collect(Collectors.toList());
    }

    private static Object loaded(CordaX500Name member, StateRef reference) {
        try {
            return network.node(member).getServices().loadState(reference).getData();
        } catch (TransactionResolutionException unknown) {
            throw new AssertionError(unknown);
        }
    }

    @Test
    @Tag("attack-28")
    @DisplayName("28. A member of one segment sees of another what everybody sees, and none of its members")
    void membershipsStayWithinTheirSegment() {
        stage.establish("here", stage.terms(SUPERVISOR));
        SegmentState there = stage.establish("there", stage.terms());
        stage.admit("here", DEALER_A);
        stage.ask("there", DEALER_B);
        TransactionReceipt granted = stage.decide("there", DEALER_B, MembershipStep.GRANT);

        assertThat(stage.segment(DEALER_A, "there")).isEqualTo(there);
        for (CordaX500Name curious : Arrays.asList(DEALER_A, ISSUER, SUPERVISOR)) {
            assertThatThrownBy(() -> stage.members(curious, "there"))
                    .hasMessageContaining("is told to its authorities and its regulators");
            assertThat(network.holds(curious, granted)).isFalse();
            assertThat(membershipsIn(curious))
                    .noneMatch(membership -> membership.getSegment().equals(there.getLinearId()));
        }
        // A member knows its own membership only, also in its own segment.
        assertThatThrownBy(() -> stage.members(DEALER_A, "here")).hasMessageContaining("is told to its authorities");
        assertThat(membershipsIn(DEALER_A))
                .allMatch(membership -> membership.getMember().getName().equals(DEALER_A));
        // Those who are entitled list them.
        assertThat(stage.members(SUPERVISOR, "here"))
                .extracting(membership -> membership.getMember().getName())
                .containsExactly(DEALER_A);
        network.recorded(granted, REGULATOR);
        for (CordaX500Name entitled : Arrays.asList(AUTHORITIES.get(2), REGULATOR)) {
            assertThat(stage.members(entitled, "there"))
                    .extracting(membership -> membership.getMember().getName())
                    .containsExactly(DEALER_B);
        }
        // What operators have decided is told to nobody else.
        assertThatThrownBy(() -> network.run(
                        DEALER_A,
                        new AskDecisionFlow(network.party(AUTHORITIES.get(0)), SecureHash.sha256("a decision"))))
                .hasMessageContaining("tells members of its own committees");
    }

    @Test
    @DisplayName("Whoever becomes a regulator of a segment fetches its memberships, and nobody else can")
    void aNewRegulatorCatchesUp() {
        SegmentState late = stage.establish("late", stage.terms());
        stage.admit("late", DEALER_A, DEALER_B);
        stage.decide("late", DEALER_B, MembershipStep.SUSPEND);
        for (CordaX500Name stranger : Arrays.asList(SUPERVISOR, DEALER_A)) {
            assertThatThrownBy(() -> network.run(
                            stranger, new AskMembershipsFlow(network.party(AUTHORITIES.get(0)), late.getLinearId())))
                    .hasMessageContaining("is told to its authorities and its regulators");
        }
        stage.amend("late", stage.terms(SUPERVISOR));
        assertThat(stage.members(SUPERVISOR, "late")).isEmpty();
        MembershipsFetched fetched = network.run(SUPERVISOR, new CatchUpMembershipsFlow("late"));
        assertThat(fetched.getReceived()).isEqualTo(2);
        assertThat(fetched.getProblems()).isEmpty();
        assertThat(stage.members(SUPERVISOR, "late"))
                .extracting(membership -> membership.getMember().getName().getOrganisation() + " "
                        + membership.getStanding().getStatus())
                .containsExactly("Dealer A GRANTED", "Dealer B SUSPENDED");
    }

    private static List<SegmentMembershipState> membershipsIn(CordaX500Name member) {
        return network.node(member)
                .transaction(() -> network
                        .node(member)
                        .getServices()
                        .getVaultService()
                        .queryBy(
                                SegmentMembershipState.class,
                                new QueryCriteria.VaultQueryCriteria(Vault.StateStatus.ALL))
                        .getStates()
                        .stream()
                        .map(state -> state.getState().getData())
                        .collect(Collectors.toList()));
    }

    @Test
    @DisplayName(
            "A member of another segment acquires where both segments let it, and while it is in good standing there")
    void segmentsAgreeOnEachOthersMembers() {
        SegmentState home = stage.establish("home", stage.terms());
        SegmentState host = stage.establish("host", stage.terms());
        stage.admit("host", ISSUER, DEALER_A);
        stage.admit("home", DEALER_B);
        stage.register("host", "HOST.A");
        network.recorded(network.issue("HOST.A", "100", DEALER_A), DEALER_A);
        assertNotAdmitted("HOST.A");

        stage.amend(
                "host",
                stage.terms(
                        new CrossSegmentRules(Collections.singletonList(home.getLinearId()), Collections.emptyList())));
        assertNotAdmitted("HOST.A");

        stage.amend(
                "home",
                stage.terms(
                        new CrossSegmentRules(Collections.emptyList(), Collections.singletonList(host.getLinearId()))));
        network.recorded(network.transfer(DEALER_A, "HOST.A", "10", DEALER_B), DEALER_B);
        network.recorded(network.transfer(DEALER_B, "HOST.A", "5", DEALER_A), DEALER_A);

        stage.decide("home", DEALER_B, MembershipStep.SUSPEND);
        assertNotAdmitted("HOST.A");
        assertThatThrownBy(() -> network.transfer(DEALER_B, "HOST.A", "5", DEALER_A))
                .hasMessageContaining("Dealer B is not admitted");
        assertThat(network.held(DEALER_B, "HOST.A")).isEqualByComparingTo("5");
    }

    private static void assertNotAdmitted(String symbol) {
        assertThatThrownBy(() -> network.transfer(DEALER_A, symbol, "10", DEALER_B))
                .hasMessageContaining("Dealer B is not admitted to deal in segment host now");
    }

    @Test
    @DisplayName("A committee beside the registrars admits members, if the segment says so; registrars only enforce it")
    void aCommitteeOfItsOwnAdmits() {
        network.found("admission", Aspect.COMPLIANCE);
        SegmentState segment = stage.establish("club", stage.terms(SUPERVISOR), "admission");
        stage.ask("club", DEALER_A);
        TransactionReceipt granted = stage.decide("club", DEALER_A, MembershipStep.GRANT);
        assertThat(granted.getAttestedBy()).containsOnlyKeys(Aspect.OWNERSHIP, Aspect.COMPLIANCE);
        network.recorded(granted, SUPERVISOR);
        assertThat(stage.standing(DEALER_A, segment)).isEqualTo(MembershipStatus.GRANTED);
    }

    @Test
    @DisplayName(
            "A regulator is handed the journal on its securities for an order, and the request stands in the journal")
    void journalsAreHandedOver() {
        CordaX500Name authority = AUTHORITIES.get(0);
        stage.establish("log", stage.terms(SUPERVISOR));
        stage.admit("log", ISSUER, DEALER_A);
        stage.register("log", "LOG.A");
        TransactionReceipt issued = network.recorded(network.issue("LOG.A", "100", DEALER_A), DEALER_A);
        assertThatThrownBy(() -> network.transfer(DEALER_A, "LOG.A", "10", DEALER_B))
                .hasMessageContaining("Dealer B is not admitted");
        network.register("LOG.PLAIN", "1000");
        TransactionReceipt plain = network.recorded(network.issue("LOG.PLAIN", "5", DEALER_A), DEALER_A);

        SecureHash document = SecureHash.sha256("an order to produce documents");
        JournalDisclosure disclosed = network.run(
                SUPERVISOR, new RequestJournalFlow("log", network.party(authority), "PO 17/2026", document, 0));
        assertThat(disclosed.getMore()).isFalse();
        assertThat(disclosed.getEntries()).isNotEmpty();
        String all = disclosed.getEntries().toString();
        assertThat(all)
                .contains(issued.getTransactionId().toString())
                .doesNotContain(plain.getTransactionId().toString());
        // Two refusals of three end a proposal; the third registrar may not have been asked.
        assertThat(AUTHORITIES.stream()
                        .filter(asked -> network.run(
                                        SUPERVISOR,
                                        new RequestJournalFlow(
                                                "log", network.party(asked), "PO 17/2026", OTHER_DOCUMENT, 0))
                                .getEntries()
                                .toString()
                                .contains("Dealer B is not admitted to deal in segment log now.")))
                .hasSizeGreaterThanOrEqualTo(2);
        List<JournalEntry> own = network.run(
                authority, new ReadJournalFlow(new JournalQuery(0, document, null, SUPERVISOR, true, null, null)));
        assertThat(own).containsExactly(disclosed.getRequest());
        assertThat(own.get(0).getLine()).contains("PO 17/2026");
        assertThat(network.run(authority, new VerifyJournalFlow()).getProblem()).isNull();

        // Who is no regulator of the segment gets nothing, and stands in the journal too.
        for (CordaX500Name stranger : Arrays.asList(REGULATOR, DEALER_A)) {
            assertThatThrownBy(() -> network.run(
                            stranger,
                            new RequestJournalFlow("log", network.party(authority), "PO 18/2026", document, 0)))
                    .hasMessageContaining("is no regulator of the segment");
            assertThat(network.run(
                            authority,
                            new ReadJournalFlow(new JournalQuery(0, document, null, stranger, false, null, null))))
                    .hasSize(1);
        }
        assertThatThrownBy(() -> network.run(
                        SUPERVISOR,
                        new RequestJournalFlow("log", network.party(authority), "PO 19/2026", SecureHash.zeroHash, 0)))
                .hasMessageContaining("rests on an order with a reference and a document");
    }

    @Test
    @DisplayName("No client of a suspended custodian receives, not even by order from another")
    void clientsOfASuspendedCustodian() {
        stage.establish("cus", stage.terms(SUPERVISOR));
        stage.admit("cus", ISSUER, DEALER_A);
        ClientStage clients = new ClientStage(network);
        AccountView anna = network.run(DEALER_A, new OpenAccountFlow("Anna"));
        AccountView arno = network.run(DEALER_A, new OpenAccountFlow("Arno"));
        network.run(
                ISSUER,
                new RegisterSecurityFlow.Initiator(
                        new SecurityTerms("CUS.A", null, "CUS.A plc", "GBP", BigDecimal.ONE, new BigDecimal("1000"), 0),
                        Arrays.asList("identity", "registrars"),
                        "cus",
                        Arrays.asList(
                                new MeasureGrant(Operation.FREEZE, null),
                                new MeasureGrant(Operation.FORCE_TRANSFER, null))));
        network.recorded(network.issue("CUS.A", "100", DEALER_A), DEALER_A);
        clients.move(DEALER_A, "", DEALER_A, "Anna", "CUS.A", "60");
        clients.move(DEALER_A, "Anna", DEALER_A, "Arno", "CUS.A", "10");
        stage.decide("cus", DEALER_A, MembershipStep.SUSPEND);

        UniqueIdentifier security =
                network.run(DEALER_A, new FindSecurityFlow("CUS.A")).getLinearId();
        ControlCommand.ForceTransfer forced = new ControlCommand.ForceTransfer(
                security, anna.getKey(), arno.getKey(), 5, ordered(ControlReason.COURT_ORDER));
        clients.affirm(forced);
        assertThatThrownBy(() -> network.run(AUTHORITIES.get(0), new TakeMeasureFlow.Initiator(forced)))
                .hasMessageContaining("Dealer A is not admitted");
        assertThat(clients.held(DEALER_A, "CUS.A", "Anna")).isEqualByComparingTo("50");
        assertThat(clients.held(DEALER_A, "CUS.A", "Arno")).isEqualByComparingTo("10");
    }

    private static ControlOrder ordered(ControlReason reason) {
        return new ControlOrder(reason, "High Court of Justice, London", "FL-2026-000123", SecureHash.sha256("order"));
    }

    @Test
    @DisplayName("A regulator orders a freeze where the security grants it, and nobody but the regulator releases it")
    void aRegulatorOrdersAFreeze() {
        stage.establish("law", stage.terms(SUPERVISOR));
        stage.admit("law", ISSUER, DEALER_A, DEALER_B);
        stage.register("law", "LAW.A");
        network.recorded(network.issue("LAW.A", "100", DEALER_A), DEALER_A);
        SecureHash document = SecureHash.sha256("an order to freeze");

        // 1. The regulator of the network observes it too, and no definition grants it this.
        assertThatThrownBy(() ->
                        network.run(REGULATOR, new OrderFreezeFlow("LAW.A", SecurityStatus.FROZEN, "FO 1", document)))
                .hasMessageContaining("grants Regulator no order to freeze it");
        SubmitOrderFlow.Reply forged = network.run(
                DEALER_B,
                new SubmitOrderFlow(
                        network.party(AUTHORITIES.get(0)),
                        new RegulatorsOrder("LAW.A", SecurityStatus.FROZEN, "FO 1", document),
                        true));
        assertThat(forged.getRefusal()).contains("The definition grants Dealer B no such order.");
        // 2. Nor does anybody freeze in a regulator's name.
        ControlOrder pretended = new ControlOrder(
                ControlReason.REGULATORY_ORDER, "Regulator of the network: Outsider", "FO 1", document);
        assertThatThrownBy(() ->
                        network.run(ISSUER, new ChangeStatusFlow.Initiator("LAW.A", SecurityStatus.FROZEN, pretended)))
                .hasMessageContaining("No regulator has ordered this here");

        // 3. The segment's regulator does.
        network.recorded(
                network.run(SUPERVISOR, new OrderFreezeFlow("LAW.A", SecurityStatus.FROZEN, "FO 2", document)),
                DEALER_A,
                ISSUER);
        assertThat(network.run(DEALER_A, new FindSecurityFlow("LAW.A")).getStatusReason())
                .isEqualTo("REGULATORY_ORDER by Regulator of the network: Outsider, FO 2, document " + document);
        assertThatThrownBy(() -> network.transfer(DEALER_A, "LAW.A", "10", DEALER_B))
                .hasMessageContaining("A security moves only while it is active.");

        // 4. Neither issuer nor registrar lifts it.
        for (CordaX500Name other : Arrays.asList(ISSUER, AUTHORITIES.get(1))) {
            assertThatThrownBy(() -> network.run(
                            other,
                            new ChangeStatusFlow.Initiator(
                                    "LAW.A", SecurityStatus.ACTIVE, Orders.court("It is over."))))
                    .hasMessageContaining("is released on its order");
        }
        // 5. The regulator releases it.
        network.recorded(
                network.run(SUPERVISOR, new OrderFreezeFlow("LAW.A", SecurityStatus.ACTIVE, "FO 3", document)),
                DEALER_A);
        network.recorded(network.transfer(DEALER_A, "LAW.A", "10", DEALER_B), DEALER_B);
        assertThat(network.run(
                        AUTHORITIES.get(2),
                        new ReadJournalFlow(new JournalQuery(0, document, null, SUPERVISOR, true, null, null))))
                .hasSizeGreaterThanOrEqualTo(2);
    }
}
