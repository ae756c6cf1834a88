package org.countersign.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.SecureHash;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.compliance.KycLevelRule;
import org.countersign.contracts.control.ControlCommand;
import org.countersign.contracts.control.ControlOrder;
import org.countersign.contracts.control.ControlReason;
import org.countersign.contracts.control.HoldingFreezeState;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.contracts.identity.CredentialStatus;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.segment.AdmissionCondition;
import org.countersign.contracts.segment.AdmissionPolicy;
import org.countersign.contracts.segment.CrossSegmentRules;
import org.countersign.contracts.segment.MembershipEvidence;
import org.countersign.contracts.segment.MembershipStatus;
import org.countersign.contracts.segment.MembershipStep;
import org.countersign.contracts.segment.PermittedSecurities;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.segment.SegmentMembershipState;
import org.countersign.contracts.segment.SegmentTerms;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.control.AffirmMeasureFlow;
import org.countersign.workflows.control.ListFreezesFlow;
import org.countersign.workflows.control.TakeMeasureFlow;
import org.countersign.workflows.definition.FindSecurityFlow;
import org.countersign.workflows.definition.MeasureGrant;
import org.countersign.workflows.definition.RegisterSecurityFlow;
import org.countersign.workflows.holding.HoldingLine;
import org.countersign.workflows.holding.HoldingsFlow;
import org.countersign.workflows.holding.TransferFlow;
import org.countersign.workflows.identity.CredentialView;
import org.countersign.workflows.identity.IssueCredentialFlow;
import org.countersign.workflows.identity.ListCredentialsFlow;
import org.countersign.workflows.identity.WithdrawCredentialFlow;
import org.countersign.workflows.identity.account.AccountView;
import org.countersign.workflows.identity.account.ListAccountsFlow;
import org.countersign.workflows.identity.account.OpenAccountFlow;
import org.countersign.workflows.segment.DecideMembershipFlow;
import org.countersign.workflows.segment.EstablishSegmentFlow;
import org.countersign.workflows.segment.ListMembersFlow;
import org.countersign.workflows.segment.ListSegmentsFlow;
import org.countersign.workflows.segment.OwnMembershipsFlow;
import org.countersign.workflows.segment.RequestMembershipFlow;
import org.countersign.workflows.segment.SegmentDecisionOutcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Clients of custodians, credentials, a measure on order and a segment's membership on processes of their own, by RPC
 * alone: with what the launcher founds and grants, through databases, checkpoints and the wire. In the middle, when
 * half of the operators have agreed to a measure and to a membership, two nodes die and come back.
 */
class IdentityIT {
    private static final String SHARES = "CLIENT";
    private static final String LOCAL = "CLIENT.UK";
    private static final String UK = "uk";
    private static final List<String> REGISTRARS = Arrays.asList("authority-1", "authority-2");
    private static final List<String> DEALERS = Arrays.asList("dealer-a", "dealer-b");

    private static SystemNetwork network;
    private static AccountView anna;
    private static AccountView bert;

    @BeforeAll
    static void startNetwork() throws Exception {
        network = new SystemNetwork("src/test/topologies/identity-test.conf").upFresh();
        // Parties are looked up at a node that outlives the test.
        DEALERS.forEach(member -> network.party("custodian-1", member));
        network.party("custodian-1", "issuer-bank");
    }

    @AfterAll
    static void stopNetwork() throws Exception {
        network.close();
    }

    @Test
    @DisplayName("What a client may do follows its credential, an order and its custodian's membership, also across the"
            + " death of nodes")
    void clientsCredentialsMeasuresAndMemberships() throws Exception {
        openAccounts();
        register(SHARES, Segment.WHOLE_NETWORK);
        network.issue(SHARES, "100", "dealer-a");
        awaitHeld("dealer-a", SHARES, null, "100");
        move("dealer-a", "", "dealer-a", anna.getId(), SHARES, "60");
        awaitHeld("dealer-a", SHARES, "Anna", "60");

        // Bert acquires as soon as he has a credential.
        assertThatThrownBy(() -> move("dealer-a", "Anna", "dealer-b", bert.getId(), SHARES, "20"))
                .hasMessageContaining("kyc-level");
        CredentialView ofBert = vouch("dealer-b", bert.getKey(), "Bert");
        move("dealer-a", "Anna", "dealer-b", bert.getId(), SHARES, "20");
        awaitHeld("dealer-b", SHARES, "Bert", "20");

        // One of two operators agrees to freeze what Bert holds, and one to admit his custodian to a segment.
        UniqueIdentifier security =
                network.run("dealer-b", FindSecurityFlow.class, SHARES).getLinearId();
        ControlCommand.Freeze freeze = new ControlCommand.Freeze(security, bert.getKey(), 0, order());
        network.run("authority-1", AffirmMeasureFlow.class, freeze);
        establish();
        admit("issuer-bank");
        admit("dealer-a");
        ask("dealer-b");
        decide("authority-1", "dealer-b", MembershipStep.GRANT);

        killAndRevive("dealer-b", "authority-1");
        assertThat(network.run("dealer-b", ListAccountsFlow.class))
                .extracting(AccountView::getName, AccountView::getKey)
                .containsExactly(tuple("Bert", bert.getKey()));
        assertThat(network.run("dealer-b", ListCredentialsFlow.class, false))
                .extracting(CredentialView::getId, CredentialView::getStatus)
                .containsExactly(tuple(ofBert.getId(), CredentialStatus.VALID));

        // The other operators agree as well.
        freezeAndRelease(freeze);
        awaitHeld("dealer-b", SHARES, "Bert", "15");
        dealInTheSegment();

        // Without his credential Bert acquires nothing more, and keeps what he has.
        network.run("custodian-1", WithdrawCredentialFlow.class, ofBert.getId(), CredentialStatus.REVOKED);
        assertThatThrownBy(() -> move("dealer-a", "Anna", "dealer-b", bert.getId(), SHARES, "1"))
                .hasMessageContaining("kyc-level");
        awaitHeld("dealer-b", SHARES, "Bert", "15");
    }

    /** Two custodians open an account each; a provider that the launcher had accepted vouches for the first. */
    private static void openAccounts() {
        anna = network.run("dealer-a", OpenAccountFlow.class, "Anna");
        bert = network.run("dealer-b", OpenAccountFlow.class, "Bert");
        vouch("dealer-a", network.party("custodian-1", "dealer-a").getOwningKey(), "Dealer A");
        vouch("dealer-a", anna.getKey(), "Anna");
    }

    private static void killAndRevive(String... members) throws Exception {
        for (String member : members) {
            network.kill(member, network.pidOf(member));
        }
        network.up(Collections.emptyMap());
    }

    /** What one operator has affirmed before the second does now: what Bert holds does not move, and then it does. */
    private static void freezeAndRelease(ControlCommand.Freeze freeze) {
        take("authority-2", freeze);
        SystemNetwork.await(
                "dealer B knows of the freeze",
                () -> network.run("dealer-b", ListFreezesFlow.class).size() == 1);
        assertThatThrownBy(() -> move("dealer-b", "Bert", "dealer-a", anna.getId(), SHARES, "5"))
                .hasMessageContaining("A freeze stands in the way");
        ControlCommand.Release release = new ControlCommand.Release(
                freeze.getSecurity(),
                bert.getKey(),
                HoldingFreezeState.of(freeze, Collections.emptyList()).getLinearId(),
                order());
        network.run("authority-1", AffirmMeasureFlow.class, release);
        take("authority-2", release);
        move("dealer-b", "Bert", "dealer-a", anna.getId(), SHARES, "5");
    }

    /** The custodian whom one operator has admitted before is a member with the second, deals, and is suspended. */
    private static void dealInTheSegment() {
        decide("authority-2", "dealer-b", MembershipStep.GRANT);
        awaitStanding("dealer-b", MembershipStatus.GRANTED);
        vouch("dealer-b", network.party("custodian-1", "dealer-b").getOwningKey(), "Dealer B");
        register(LOCAL, UK);
        network.issue(LOCAL, "50", "dealer-a");
        awaitHeld("dealer-a", LOCAL, null, "50");
        move("dealer-a", "", "dealer-b", "", LOCAL, "10");
        awaitHeld("dealer-b", LOCAL, null, "10");
        REGISTRARS.forEach(registrar -> decide(registrar, "dealer-b", MembershipStep.SUSPEND));
        awaitStanding("dealer-b", MembershipStatus.SUSPENDED);
        assertThatThrownBy(() -> move("dealer-a", "", "dealer-b", "", LOCAL, "1"))
                .hasMessageContaining("Dealer B is not admitted");
        awaitHeld("dealer-b", LOCAL, null, "10");
    }

    private static CredentialView vouch(String member, PublicKey key, String person) {
        Map<String, String> claims = new TreeMap<>();
        claims.put(HolderClaims.KYC_LEVEL, "2");
        claims.put(
                HolderClaims.KYC_CHECKED,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        return network.run(
                "custodian-1",
                IssueCredentialFlow.Initiator.class,
                network.party("custodian-1", member),
                key,
                ClaimKind.KYC,
                claims,
                person,
                Duration.ofDays(30));
    }

    private static void register(String symbol, String segment) {
        network.run(
                "issuer-bank",
                RegisterSecurityFlow.Initiator.class,
                new SecurityTerms(
                        symbol,
                        null,
                        symbol + " plc ordinary shares",
                        "GBP",
                        new BigDecimal("0.05"),
                        new BigDecimal("1000"),
                        0),
                Arrays.asList("identity", "compliance", "registrars"),
                segment,
                Collections.singletonList(new MeasureGrant(Operation.FREEZE, null)),
                new CompliancePolicy(new KycLevelRule(2, Period.ofYears(1))));
    }

    private static void move(
            String from, String fromAccount, String to, String toAccount, String symbol, String quantity) {
        network.run(
                from,
                TransferFlow.Initiator.class,
                symbol,
                new BigDecimal(quantity),
                network.party("custodian-1", to),
                fromAccount,
                toAccount);
    }

    /** What a custodian holds for a client, or itself if the account is null. */
    private static BigDecimal held(String custodian, String symbol, String account) {
        return network.run(custodian, HoldingsFlow.class, false).stream()
                .filter(line -> line.getSymbol().equals(symbol)
                        && (account == null ? line.getAccount() == null : account.equals(line.getAccount())))
                .map(HoldingLine::getQuantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void awaitHeld(String custodian, String symbol, String account, String quantity) {
        SystemNetwork.await(
                custodian + " holds " + quantity + " " + symbol + " for " + account,
                () -> held(custodian, symbol, account).compareTo(new BigDecimal(quantity)) == 0);
    }

    private static ControlOrder order() {
        return new ControlOrder(
                ControlReason.COURT_ORDER,
                "High Court of Justice, London",
                "FL-2026-000123",
                SecureHash.sha256("an order"));
    }

    private static void take(String registrar, ControlCommand measure) {
        network.run(registrar, AffirmMeasureFlow.class, measure);
        network.run(registrar, TakeMeasureFlow.Initiator.class, measure);
    }

    private static void establish() {
        SegmentTerms terms = new SegmentTerms(
                new AdmissionPolicy(
                        Collections.singletonList(new AdmissionCondition("LICENCE", "The member is licensed.")),
                        Collections.singletonList("GB"),
                        false),
                Collections.emptyList(),
                new PermittedSecurities(Collections.emptyList(), Collections.singletonList("GBP")),
                CrossSegmentRules.NONE,
                true);
        for (String registrar : REGISTRARS) {
            network.run(registrar, EstablishSegmentFlow.class, UK, terms, "registrars", "registrars");
        }
        for (String member : Arrays.asList("issuer-bank", "dealer-a", "dealer-b")) {
            SystemNetwork.await(
                    member + " knows the segment",
                    () -> network.run(member, ListSegmentsFlow.class).stream()
                            .anyMatch(segment -> segment.getName().equals(UK)));
        }
    }

    private static void ask(String member) {
        SegmentMembershipState application = network.run(
                member,
                RequestMembershipFlow.class,
                UK,
                new ArrayList<>(Collections.singletonList(
                        new MembershipEvidence("LICENCE", SecureHash.sha256("a licence"), "Licence 204503"))),
                "DEALER",
                "We deal in such securities.");
        for (String registrar : REGISTRARS) {
            SystemNetwork.await(
                    registrar + " has the application of " + member,
                    () -> network.run(registrar, ListMembersFlow.class, UK).contains(application));
        }
    }

    private static void admit(String member) {
        ask(member);
        REGISTRARS.forEach(registrar -> decide(registrar, member, MembershipStep.GRANT));
        awaitStanding(member, MembershipStatus.GRANTED);
    }

    private static SegmentDecisionOutcome decide(String registrar, String member, MembershipStep step) {
        return network.run(
                registrar,
                DecideMembershipFlow.class,
                UK,
                network.party("custodian-1", member),
                step,
                "REVIEW",
                "As the review of the year found.");
    }

    private static void awaitStanding(String member, MembershipStatus status) {
        SystemNetwork.await(
                member + " is " + status + " in the segment",
                () -> network.run(member, OwnMembershipsFlow.class).stream()
                        .allMatch(membership -> membership.getStanding().getStatus() == status));
    }
}
