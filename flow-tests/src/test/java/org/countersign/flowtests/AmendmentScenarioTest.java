package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;
import static org.countersign.flowtests.ProposedRules.compiled;
import static org.countersign.flowtests.ProposedRules.mapping;
import static org.countersign.flowtests.ProposedRules.source;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.CordaX500Name;
import org.assertj.core.api.AbstractThrowableAssert;
import org.countersign.contracts.definition.AmendmentRules;
import org.countersign.contracts.definition.PinnedRules;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.language.compile.PolicyJar;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.definition.AffirmAmendmentFlow;
import org.countersign.workflows.definition.AmendSecurityFlow;
import org.countersign.workflows.definition.AmendmentView;
import org.countersign.workflows.definition.FindSecurityFlow;
import org.countersign.workflows.definition.RegisterSourceFlow;
import org.countersign.workflows.definition.ViewAmendmentFlow;
import org.countersign.workflows.definition.catalogue.CatalogueEntry;
import org.countersign.workflows.definition.catalogue.SearchResult;
import org.countersign.workflows.definition.catalogue.SearchSecuritiesFlow;
import org.countersign.workflows.governance.ListMisbehaviourFlow;
import org.countersign.workflows.holding.SecurityAmendedException;
import org.countersign.workflows.holding.TransferFlow;
import org.countersign.workflows.ownership.RequestFinalityFlow;
import org.countersign.workflows.validation.QuorumException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Amendments as time-lines. Every clock of the network shows the dates that are told, so the tests run in the order of
 * their dates.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AmendmentScenarioTest {
    private static final CordaX500Name ONE = AUTHORITIES.get(0);
    private static final CordaX500Name TWO = AUTHORITIES.get(1);
    private static final CordaX500Name[] REGISTRARS = AUTHORITIES.toArray(new CordaX500Name[0]);

    private static CountersignNetwork network;

    @BeforeAll
    static void startNetwork() {
        // What is held back must not run out of time on a slow machine.
        network = CountersignNetwork.start(
                Collections.emptyList(),
                ImmutableMap.of(
                        "attestationTimeoutSeconds", 60, "registrarTimeoutSeconds", 110, "timeWindowSeconds", 240));
        for (CordaX500Name authority : AUTHORITIES) {
            network.node(authority)
                    .registerInitiatedFlow(RequestFinalityFlow.class, Misconduct.FinalityResponder.class);
        }
        network.withCommittees();
    }

    @AfterAll
    static void stopNetwork() {
        network.close();
    }

    /** All clocks show this time from now on. */
    private static void on(String time) {
        network.advanceClocks(
                Duration.between(network.node(ISSUER).getServices().getClock().instant(), Instant.parse(time)));
    }

    /** A source of which so many units can be acquired at once, amended by these with thirty days' notice. */
    private static String amendable(String symbol, int most, String approvers) {
        return amendable(symbol, most, approvers, 30);
    }

    private static String amendable(String symbol, int most, String approvers, int days) {
        return source(symbol, most) + "\ncontrol\n  amend by " + approvers + " notice " + days + " days\n";
    }

    private static SecurityDefinitionState definition(CordaX500Name member, String symbol) {
        return network.run(member, new FindSecurityFlow(symbol));
    }

    private static void registered(String symbol, String approvers) {
        network.run(ISSUER, new RegisterSourceFlow.Initiator(amendable(symbol, 60, approvers)));
        network.recorded(network.issue(symbol, "100", DEALER_A), DEALER_A);
    }

    private static TransactionReceipt announced(String symbol, String source) {
        return network.recorded(
                network.recorded(network.run(ISSUER, new AmendSecurityFlow.Announce(symbol, source)), REGISTRARS),
                DEALER_A);
    }

    private static void refused(String symbol, String quantity, String because) {
        assertThatThrownBy(() -> network.transfer(DEALER_A, symbol, quantity, DEALER_B))
                .hasMessageContaining(because);
        assertThat(network.locked(DEALER_A)).isZero();
    }

    private static void sold(String symbol, String quantity) {
        network.recorded(network.transfer(DEALER_A, symbol, quantity, DEALER_B), DEALER_B);
    }

    @Test
    @Order(1)
    @Tag("attack-1")
    @DisplayName("Nobody amends alone: announced with the committees' approval, in force after the notice, exactly so")
    void fromAnnouncementToForce() {
        on("2027-03-01T10:00:00Z");
        String approvers = "identity, ownership";
        registered("AM.ONE", approvers);
        String laxer = amendable("AM.ONE", 90, approvers);

        AmendmentView view = network.run(ISSUER, new ViewAmendmentFlow("AM.ONE", laxer));
        assertThat(String.join(" ", view.getChanges())).contains("60 units", "90 units");
        assertThat(view.getApprovers())
                .containsExactlyInAnyOrder(
                        "OWNERSHIP by the committee registrars", "IDENTITY by the committee identity");
        assertThat(view.getNotice()).isEqualTo(Period.ofDays(30));

        assertThatThrownBy(() -> network.run(ISSUER, new AmendSecurityFlow.Announce("AM.ONE", laxer)))
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining("has not affirmed this amendment");
        assertThat(definition(DEALER_A, "AM.ONE").getVersion()).isEqualTo(1);
        // Who has not decided yet has done nothing that it could be held to.
        assertThat(network.run(ISSUER, new ListMisbehaviourFlow())).isEmpty();

        assertThat(network.run(ONE, new AffirmAmendmentFlow("AM.ONE", laxer)).getDigest())
                .isEqualTo(view.getDigest());
        network.run(TWO, new AffirmAmendmentFlow("AM.ONE", laxer));
        announced("AM.ONE", laxer);

        SecurityDefinitionState told = definition(DEALER_A, "AM.ONE");
        assertThat(told.getVersion()).isEqualTo(2);
        assertThat(told.getAnnounced().getProvisions().getPinnedRules())
                .isEqualTo(compiled(laxer).getPins());
        assertThat(told.getAnnounced().getEffective())
                .isBetween(Instant.parse("2027-03-31T10:00:00Z"), Instant.parse("2027-03-31T11:00:00Z"));
        refused("AM.ONE", "61", "maximum-transfer (quantity: 60)");
        sold("AM.ONE", "10");

        on("2027-03-31T09:30:00Z");
        assertThatThrownBy(() -> network.run(ISSUER, new AmendSecurityFlow.Complete("AM.ONE")))
                .hasCauseInstanceOf(WorkflowException.class)
                .hasMessageContaining(AmendmentRules.IN_EFFECT);
        refused("AM.ONE", "61", "maximum-transfer (quantity: 60)");

        on("2027-03-31T12:00:00Z");
        network.recorded(
                network.recorded(network.run(ISSUER, new AmendSecurityFlow.Complete("AM.ONE")), REGISTRARS), DEALER_A);
        SecurityDefinitionState amended = definition(DEALER_A, "AM.ONE");
        assertThat(amended.getVersion()).isEqualTo(3);
        assertThat(amended.getAnnounced()).isNull();
        assertThat(amended.getLinearId()).isEqualTo(told.getLinearId());
        sold("AM.ONE", "75");
        network.recorded(network.redeem(DEALER_B, "AM.ONE", "85"), ISSUER);
        assertThat(network.held(DEALER_A, "AM.ONE")).isEqualByComparingTo("15");
        assertThat(network.held(DEALER_B, "AM.ONE")).isZero();
    }

    @Test
    @Order(2)
    @DisplayName("What is withdrawn does not come, and an affirmation counts for one announcement")
    void withdrawn() {
        on("2027-05-03T10:00:00Z");
        registered("AM.TWO", "ownership");
        String laxer = amendable("AM.TWO", 90, "ownership");
        network.run(ONE, new AffirmAmendmentFlow("AM.TWO", laxer));
        network.run(TWO, new AffirmAmendmentFlow("AM.TWO", laxer));
        announced("AM.TWO", laxer);
        assertThatThrownBy(() -> network.run(ISSUER, new AmendSecurityFlow.Announce("AM.TWO", laxer)))
                .hasMessageContaining("is announced already");
        network.recorded(
                network.recorded(network.run(ISSUER, new AmendSecurityFlow.Withdraw("AM.TWO")), REGISTRARS), DEALER_A);

        on("2027-07-03T10:00:00Z");
        assertThatThrownBy(() -> network.run(ISSUER, new AmendSecurityFlow.Complete("AM.TWO")))
                .hasMessageContaining("No amendment of AM.TWO is announced");
        assertThatThrownBy(() -> network.run(ISSUER, new AmendSecurityFlow.Announce("AM.TWO", laxer)))
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining("an affirmation counts for one");
        refused("AM.TWO", "61", "maximum-transfer (quantity: 60)");
        sold("AM.TWO", "60");
    }

    @Test
    @Order(3)
    @DisplayName("A security that does not say how it is amended, or another security's source, is not amended")
    void notAmendable() {
        network.run(ISSUER, new RegisterSourceFlow.Initiator(source("AM.FIX", 60)));
        assertThatThrownBy(() -> network.run(
                        ISSUER, new AmendSecurityFlow.Announce("AM.FIX", amendable("AM.FIX", 90, "ownership"))))
                .hasMessageContaining("AM.FIX cannot be amended");
        assertThatThrownBy(() -> network.run(
                        ISSUER, new AmendSecurityFlow.Announce("AM.TWO", amendable("AM.OTHER", 90, "ownership"))))
                .hasMessageContaining("describes AM.OTHER and not AM.TWO");
        assertThatThrownBy(() ->
                        network.run(DEALER_A, new AffirmAmendmentFlow("AM.TWO", amendable("AM.TWO", 90, "ownership"))))
                .hasMessageContaining("sits on no committee that approves amendments");
        assertThat(definition(DEALER_A, "AM.FIX").getVersion()).isEqualTo(1);
        // Nobody is asked to approve what the contract would not let anybody announce.
        String inForce = amendable("AM.TWO", 60, "ownership");
        for (String impossible : Arrays.asList(
                inForce.replace("denomination 1 GBP", "denomination 2 GBP"),
                inForce.replace("currency     GBP", "currency EUR").replace("1 GBP", "1 EUR"))) {
            assertThatThrownBy(() -> network.run(ONE, new AffirmAmendmentFlow("AM.TWO", impossible)))
                    .hasMessageContaining(AmendmentRules.SAME_SECURITY)
                    .hasMessageContaining("register another security");
        }
        assertThatThrownBy(() -> network.run(ISSUER, new ViewAmendmentFlow("AM.TWO", inForce)))
                .hasMessageContaining(AmendmentRules.SOMETHING_AMENDED);
    }

    /** An amendment that was announced with the shortest notice, and can be completed now. */
    private static void due(String symbol, int most, String time) {
        on(time);
        network.run(ISSUER, new RegisterSourceFlow.Initiator(amendable(symbol, 60, "ownership", 1)));
        network.recorded(network.issue(symbol, "100", DEALER_A), DEALER_A);
        String next = amendable(symbol, most, "ownership", 1);
        network.run(ONE, new AffirmAmendmentFlow(symbol, next));
        network.run(TWO, new AffirmAmendmentFlow(symbol, next));
        announced(symbol, next);
        on(Instant.parse(time).plus(Duration.ofHours(25)).toString());
    }

    /** A transfer in the middle of which, after the identity committee has attested it, the amendment is completed. */
    private static Future<TransactionReceipt> caught(String symbol, String quantity) {
        try (Gate finality = Gate.at(Misconduct.FinalityResponder.class, 1)) {
            Future<TransactionReceipt> transfer = network.node(DEALER_A)
                    .startFlow(new TransferFlow.Initiator(symbol, new BigDecimal(quantity), network.party(DEALER_B)));
            finality.held(1);
            network.recorded(network.run(ISSUER, new AmendSecurityFlow.Complete(symbol)), REGISTRARS);
            finality.open(1);
            return transfer;
        }
    }

    @Test
    @Order(4)
    @Tag("attack-26")
    @DisplayName("A transfer that an amendment overtakes is built anew, once, and judged by what is in force then")
    void overtaken() {
        due("AM.FLY", 70, "2027-09-01T10:00:00Z");
        network.recorded(network.ended(caught("AM.FLY", "60")), DEALER_B);
        assertThat(network.held(DEALER_B, "AM.FLY")).isEqualByComparingTo("60");

        due("AM.LOW", 30, "2027-09-04T10:00:00Z");
        Future<TransactionReceipt> transfer = caught("AM.LOW", "60");
        assertThatThrownBy(() -> network.ended(transfer))
                .hasCauseInstanceOf(SecurityAmendedException.class)
                .hasMessageContaining("AM.LOW was amended while this was on its way. By version 3")
                .hasMessageContaining("maximum-transfer (quantity: 30)")
                .hasMessageContaining("security show AM.LOW");
        assertThat(network.held(DEALER_A, "AM.LOW")).isEqualByComparingTo("100");
        assertThat(network.locked(DEALER_A)).isZero();
        sold("AM.LOW", "30");
    }

    @Test
    @Order(5)
    @Tag("attack-22")
    @DisplayName("22. A class laxer than the text that approvers have read, or another jar, is never in force")
    void laxerThanRead() {
        on("2027-10-01T10:00:00Z");
        registered("AM.LAX", "ownership");
        String read = amendable("AM.LAX", 61, "ownership");
        network.run(ONE, new AffirmAmendmentFlow("AM.LAX", read));
        network.run(TWO, new AffirmAmendmentFlow("AM.LAX", read));
        byte[] laxer = ProposedRules.patched(compiled(read).getJar(), "61", "99");

        hostile(new HostileAmendments.Announce("AM.LAX", read, laxer, null, Duration.ofDays(31)))
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining("is another than what its source compiles to");
        hostile(new HostileAmendments.Announce(
                        "AM.LAX", read, null, mapping(amendable("AM.LAX", 99, "ownership")), Duration.ofDays(31)))
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining("The definition's compliance policy is another than that of its source");
        hostile(new HostileAmendments.Announce("AM.LAX", read, null, null, Duration.ofDays(29)))
                .hasMessageContaining(AmendmentRules.NOTICE_KEPT);
        assertThat(definition(DEALER_A, "AM.LAX").getVersion()).isEqualTo(1);

        announced("AM.LAX", read);
        hostile(new HostileAmendments.Complete("AM.LAX", null)).hasMessageContaining(AmendmentRules.IN_EFFECT);
        on("2027-11-15T10:00:00Z");
        hostile(new HostileAmendments.Complete("AM.LAX", compiled(amendable("AM.LAX", 99, "ownership"))))
                .hasMessageContaining(AmendmentRules.ONLY_AMENDED);
        refused("AM.LAX", "61", "maximum-transfer (quantity: 60)");
        network.recorded(
                network.recorded(network.run(ISSUER, new AmendSecurityFlow.Complete("AM.LAX")), REGISTRARS), DEALER_A);
        refused("AM.LAX", "62", "maximum-transfer (quantity: 61)");
        sold("AM.LAX", "61");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> hostile(FlowLogic<TransactionReceipt> flow) {
        return assertThatThrownBy(() -> network.run(ISSUER, flow));
    }

    @Test
    @Order(6)
    @DisplayName("Less than is outstanding is not authorised, neither when it is announced nor when it would come")
    void outstanding() {
        on("2028-01-10T10:00:00Z");
        registered("AM.CAP", "identity");
        String tooFew = amendable("AM.CAP", 60, "identity").replace("1,000 units", "99 units");
        String enough = tooFew.replace("99 units", "150 units");
        for (CordaX500Name approver : new CordaX500Name[] {ONE, TWO}) {
            network.run(approver, new AffirmAmendmentFlow("AM.CAP", tooFew));
            network.run(approver, new AffirmAmendmentFlow("AM.CAP", enough));
        }
        assertThatThrownBy(() -> network.run(ISSUER, new AmendSecurityFlow.Announce("AM.CAP", tooFew)))
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining("100 are outstanding; the amendment authorises 99");
        announced("AM.CAP", enough);
        network.recorded(network.issue("AM.CAP", "51", DEALER_A), DEALER_A);
        on("2028-03-01T10:00:00Z");
        assertThatThrownBy(() -> network.run(ISSUER, new AmendSecurityFlow.Complete("AM.CAP")))
                .hasMessageContaining("151 are outstanding; the amendment authorises 150");
        network.recorded(network.redeem(DEALER_A, "AM.CAP", "1"), ISSUER);
        network.recorded(network.run(ISSUER, new AmendSecurityFlow.Complete("AM.CAP")), REGISTRARS);
        assertThatThrownBy(() -> network.issue("AM.CAP", "1", DEALER_A))
                .hasMessageContaining("authorised quantity of 150");
    }

    @Test
    @Order(7)
    @DisplayName("Registrars refuse what a compiler made that they do not have, and say what to do")
    void anotherCompiler() {
        on("2028-04-01T10:00:00Z");
        hostile(new ProposedRules.Propose(
                        source("AM.SEVEN", 60),
                        new PinnedRules(
                                compiled(source("AM.SEVEN", 60)).getPins().getSource(),
                                compiled(source("AM.SEVEN", 60)).getPins().getJar(),
                                7),
                        mapping(source("AM.SEVEN", 60)).compliancePolicy(),
                        compiled(source("AM.SEVEN", 60)).getJar()))
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining("compiled by version 7 of the compiler; this registrar has version 1")
                .hasMessageContaining("Propose what this version compiles");
    }

    @Test
    @Order(8)
    @DisplayName("What another version has compiled is judged as it was pinned, and an amendment brings this version's")
    void compiledEarlier() {
        on("2028-05-01T10:00:00Z");
        String source = amendable("AM.OLD", 60, "ownership", 1);
        // This version makes 60 of the text, and another one may have understood it in another way; of its words some
        // are not read any more.
        byte[] earlier = ProposedRules.patched(
                ProposedRules.patched(compiled(source).getJar(), "60", "50"),
                PolicyJar.SOURCE,
                "maximum-transfer 60 units",
                "at-most 50 units");
        PinnedRules pins = new OlderCompiler(network).register(source, earlier);
        network.recorded(network.issue("AM.OLD", "200", DEALER_A), DEALER_A);
        assertThat(definition(DEALER_A, "AM.OLD").getPinnedRules()).isEqualTo(pins);
        refused("AM.OLD", "51", "maximum-transfer (quantity: 50)");
        sold("AM.OLD", "50");

        assertThat(network.run(ONE, new AffirmAmendmentFlow("AM.OLD", source)).getChanges())
                .containsExactly(
                        "The text in force is not in order for this version of the language, so that what changes is"
                                + " not told clause by clause. Compare the two texts.",
                        "The rules are compiled by version 1 of the compiler, and no longer by version 7.");
        network.run(TWO, new AffirmAmendmentFlow("AM.OLD", source));
        announced("AM.OLD", source);
        refused("AM.OLD", "51", "maximum-transfer (quantity: 50)");
        on("2028-05-02T11:00:00Z");
        network.recorded(
                network.recorded(network.run(ISSUER, new AmendSecurityFlow.Complete("AM.OLD")), REGISTRARS), DEALER_A);
        assertThat(definition(DEALER_A, "AM.OLD").getPinnedRules())
                .isEqualTo(compiled(source).getPins());
        refused("AM.OLD", "61", "maximum-transfer (quantity: 60)");
        sold("AM.OLD", "60");
    }

    private static List<String> found(CordaX500Name registrar, int most) {
        SearchResult result =
                network.run(registrar, new SearchSecuritiesFlow("maximum-transfer = " + most + " units", "", 20));
        assertThat(result.getUnanswered()).isEmpty();
        return result.getEntries().stream().map(CatalogueEntry::getSymbol).collect(Collectors.toList());
    }

    @Test
    @Order(9)
    @DisplayName(
            "A security is found by what is in force: until it is completed not by what is announced, then only so")
    void found() {
        on("2028-06-01T10:00:00Z");
        String published = "\ndisclosure\n  publish compliance\n";
        String source = amendable("AM.FIND", 61, "ownership", 1) + published;
        String next = amendable("AM.FIND", 91, "ownership", 1) + published;
        network.recorded(network.run(ISSUER, new RegisterSourceFlow.Initiator(source)), REGISTRARS);
        network.recorded(network.issue("AM.FIND", "100", DEALER_A), DEALER_A);
        for (CordaX500Name approver : new CordaX500Name[] {ONE, TWO}) {
            network.run(approver, new AffirmAmendmentFlow("AM.FIND", next));
        }
        announced("AM.FIND", next);
        for (CordaX500Name registrar : REGISTRARS) {
            assertThat(found(registrar, 61)).containsExactly("AM.FIND");
            assertThat(found(registrar, 91)).isEmpty();
        }
        on("2028-06-02T11:00:00Z");
        network.recorded(network.run(ISSUER, new AmendSecurityFlow.Complete("AM.FIND")), REGISTRARS);
        for (CordaX500Name registrar : REGISTRARS) {
            assertThat(found(registrar, 61)).isEmpty();
            assertThat(found(registrar, 91)).containsExactly("AM.FIND");
        }
        assertThat(found(DEALER_B, 91)).containsExactly("AM.FIND");
    }
}
