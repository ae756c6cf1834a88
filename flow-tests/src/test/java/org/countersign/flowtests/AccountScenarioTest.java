package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;
import static org.countersign.flowtests.CountersignNetwork.OUTSIDER;
import static org.countersign.flowtests.CountersignNetwork.pounds;

import com.google.common.collect.ImmutableMap;
import com.r3.corda.lib.tokens.contracts.types.TokenType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import org.countersign.contracts.control.ControlCommand;
import org.countersign.contracts.control.ControlOrder;
import org.countersign.contracts.control.ControlReason;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.identity.AcceptedProvider;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.contracts.identity.CredentialStatus;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.control.AffirmMeasureFlow;
import org.countersign.workflows.control.TakeMeasureFlow;
import org.countersign.workflows.definition.FindSecurityFlow;
import org.countersign.workflows.definition.MeasureGrant;
import org.countersign.workflows.definition.RegisterSecurityFlow;
import org.countersign.workflows.holding.HoldingLine;
import org.countersign.workflows.holding.HoldingsFlow;
import org.countersign.workflows.holding.InsufficientHoldingException;
import org.countersign.workflows.holding.RedeemFlow;
import org.countersign.workflows.holding.TransferFlow;
import org.countersign.workflows.identity.AcceptProvidersFlow;
import org.countersign.workflows.identity.AffirmProvidersFlow;
import org.countersign.workflows.identity.CredentialView;
import org.countersign.workflows.identity.IssueCredentialFlow;
import org.countersign.workflows.identity.StatusLists;
import org.countersign.workflows.identity.TrustedProviders;
import org.countersign.workflows.identity.WithdrawCredentialFlow;
import org.countersign.workflows.identity.account.AccountView;
import org.countersign.workflows.identity.account.AnnounceKeyFlow;
import org.countersign.workflows.identity.account.ListAccountsFlow;
import org.countersign.workflows.identity.account.OpenAccountFlow;
import org.countersign.workflows.identity.account.ReplaceAccountKeyFlow;
import org.countersign.workflows.register.RegisterView;
import org.countersign.workflows.register.ShowRegisterFlow;
import org.countersign.workflows.validation.QuorumException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two custodians and their clients, of whom each is identified by credentials of its own. */
class AccountScenarioTest {
    private static CountersignNetwork network;
    private static AccountView anna;
    private static AccountView arno;
    private static AccountView bert;

    @BeforeAll
    static void startNetwork() {
        network = CountersignNetwork.startWithChecks(ImmutableMap.of(
                "countersign.identity.credentials",
                ImmutableMap.of(
                        "kinds",
                        Collections.singletonList("LEGAL_IDENTITY"),
                        "exempt",
                        Collections.singletonList(ISSUER.toString()))));
        network.withCommittees();
        List<AcceptedProvider> list = Arrays.asList(
                new AcceptedProvider(network.party(OUTSIDER), Collections.singletonList(ClaimKind.LEGAL_IDENTITY)),
                new AcceptedProvider(network.party(DEALER_B), Collections.singletonList(ClaimKind.LEGAL_IDENTITY)));
        network.run(AUTHORITIES.get(1), new AffirmProvidersFlow("identity", list));
        network.run(AUTHORITIES.get(0), new AcceptProvidersFlow.Initiator("identity", list));
        for (CordaX500Name authority : AUTHORITIES) {
            CountersignNetwork.await(
                    authority + " knows the providers",
                    () -> network.node(authority)
                            .transaction(() -> TrustedProviders.of(
                                            network.node(authority).getServices(), "network")
                                    .accept(network.party(OUTSIDER).getOwningKey(), ClaimKind.LEGAL_IDENTITY)));
        }
        anna = network.run(DEALER_A, new OpenAccountFlow("Anna"));
        arno = network.run(DEALER_A, new OpenAccountFlow("Arno"));
        bert = network.run(DEALER_B, new OpenAccountFlow("Bert"));
        identify(OUTSIDER, DEALER_A, network.party(DEALER_A).getOwningKey(), "Dealer A plc");
        identify(OUTSIDER, DEALER_B, network.party(DEALER_B).getOwningKey(), "Dealer B plc");
        identify(OUTSIDER, DEALER_A, anna.getKey(), "Anna Adler");
        identify(OUTSIDER, DEALER_A, arno.getKey(), "Arno Adler");
    }

    @AfterAll
    static void stopNetwork() {
        network.close();
    }

    private static CredentialView identify(
            CordaX500Name provider, CordaX500Name custodian, java.security.PublicKey key, String name) {
        return network.run(
                provider,
                new IssueCredentialFlow.Initiator(
                        network.party(custodian),
                        key,
                        ClaimKind.LEGAL_IDENTITY,
                        Collections.singletonMap(HolderClaims.LEGAL_NAME, name),
                        name,
                        Duration.ofDays(30)));
    }

    private static TransactionReceipt move(
            CordaX500Name from,
            String fromAccount,
            CordaX500Name to,
            String toAccount,
            String symbol,
            String quantity) {
        return network.run(
                from,
                new TransferFlow.Initiator(
                        symbol, new BigDecimal(quantity), network.party(to), fromAccount, toAccount));
    }

    private static BigDecimal held(CordaX500Name custodian, String symbol, String account) {
        return network.run(custodian, new HoldingsFlow(false)).stream()
                .filter(line -> line.getSymbol().equals(symbol)
                        && (account == null ? line.getAccount() == null : account.equals(line.getAccount())))
                .map(HoldingLine::getQuantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void given(String symbol) {
        network.register(symbol, "1000");
        network.recorded(network.issue(symbol, "100", DEALER_A), DEALER_A);
        network.recorded(move(DEALER_A, "", DEALER_A, anna.getId(), symbol, "60"), DEALER_A);
    }

    @Test
    @DisplayName("clients of the same and of different custodians receive and give, each what is its own")
    void transfers() {
        given("AC.MOVE");
        // 1. In the house, by what the custodian calls its accounts.
        network.recorded(move(DEALER_A, "Anna", DEALER_A, "Arno", "AC.MOVE", "10"), DEALER_A);
        assertThat(held(DEALER_A, "AC.MOVE", null)).isEqualByComparingTo("40");
        assertThat(held(DEALER_A, "AC.MOVE", "Anna")).isEqualByComparingTo("50");
        assertThat(held(DEALER_A, "AC.MOVE", "Arno")).isEqualByComparingTo("10");

        // 2. Neither client nor custodian can give what is another's in the same vault.
        assertThatThrownBy(() -> move(DEALER_A, "Arno", DEALER_A, "Anna", "AC.MOVE", "11"))
                .hasCauseInstanceOf(InsufficientHoldingException.class);
        assertThatThrownBy(() -> move(DEALER_A, "", DEALER_B, "", "AC.MOVE", "41"))
                .hasCauseInstanceOf(InsufficientHoldingException.class);

        // 3. To a client of another custodian, who first has no credential, and then one by its custodian itself.
        assertThatThrownBy(() -> move(DEALER_A, "Anna", DEALER_B, bert.getId(), "AC.MOVE", "20"))
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining("presented no LEGAL_IDENTITY");
        CredentialView credential = identify(DEALER_B, DEALER_B, bert.getKey(), "Bert Braun");
        network.recorded(move(DEALER_A, "Anna", DEALER_B, bert.getId(), "AC.MOVE", "20"), DEALER_B);
        assertThat(held(DEALER_A, "AC.MOVE", "Anna")).isEqualByComparingTo("30");
        assertThat(held(DEALER_B, "AC.MOVE", "Bert")).isEqualByComparingTo("20");
        assertThat(held(DEALER_B, "AC.MOVE", null)).isZero();

        // 4. From a client to a member, with all it has.
        network.recorded(move(DEALER_B, "Bert", DEALER_A, "", "AC.MOVE", "20"), DEALER_A);
        assertThat(held(DEALER_A, "AC.MOVE", null)).isEqualByComparingTo("60");

        // 5. A client whose credential is revoked acquires no more; the others do.
        withdrawn(DEALER_B, credential);
        assertThatThrownBy(() -> move(DEALER_A, "Anna", DEALER_B, bert.getId(), "AC.MOVE", "5"))
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining("is revoked");
        network.recorded(move(DEALER_A, "Anna", DEALER_B, "", "AC.MOVE", "5"), DEALER_B);

        // 6. A client hands back to the issuer what is its own, and no more.
        assertThatThrownBy(() -> redeem("AC.MOVE", "26", "Anna"))
                .hasCauseInstanceOf(InsufficientHoldingException.class);
        network.recorded(redeem("AC.MOVE", "10", "Anna"), ISSUER);
        assertThat(held(DEALER_A, "AC.MOVE", "Anna")).isEqualByComparingTo("15");
        assertThat(held(DEALER_A, "AC.MOVE", null)).isEqualByComparingTo("60");
    }

    private static TransactionReceipt redeem(String symbol, String quantity, String account) {
        return network.run(DEALER_A, new RedeemFlow.Initiator(symbol, new BigDecimal(quantity), account));
    }

    private static void withdrawn(CordaX500Name provider, CredentialView credential) {
        Map<CordaX500Name, Integer> before = new LinkedHashMap<>();
        AUTHORITIES.forEach(authority -> before.put(authority, version(authority, provider)));
        network.run(provider, new WithdrawCredentialFlow(credential.getId(), CredentialStatus.REVOKED));
        for (CordaX500Name authority : AUTHORITIES) {
            CountersignNetwork.await(
                    authority + " knows the revocation", () -> version(authority, provider) > before.get(authority));
        }
    }

    private static int version(CordaX500Name member, CordaX500Name provider) {
        return network.node(member)
                .transaction(() -> StatusLists.newest(network.node(member).getServices(), network.party(provider))
                        .map(list -> list.getState().getData().getVersion())
                        .orElse(0));
    }

    @Test
    @Tag("attack-28")
    @DisplayName("the register shows the custodian; who is no registrar or authority does not know whose a key is")
    void privacy() {
        given("AC.PRIVATE");
        RegisterView register = network.run(AUTHORITIES.get(0), new ShowRegisterFlow("AC.PRIVATE"));
        assertThat(register.getHolders()).hasSize(1);
        assertThat(register.getHolders().get(0).getName()).isEqualTo(DEALER_A);
        for (CordaX500Name authority : AUTHORITIES) {
            assertThat(keeper(authority, anna)).isEqualTo(network.party(DEALER_A));
        }
        assertThat(keeper(OUTSIDER, anna)).isNull();
        assertThat(keeper(ISSUER, anna)).isNull();
        assertThat(network.run(DEALER_A, new ListAccountsFlow()))
                .extracting(AccountView::getName)
                .contains("Anna", "Arno")
                .doesNotContain("Bert");
        assertThat(network.run(DEALER_B, new ListAccountsFlow()))
                .extracting(AccountView::getName)
                .contains("Bert")
                .doesNotContain("Anna", "Arno");
    }

    private static Party keeper(CordaX500Name member, AccountView account) {
        return network.node(member)
                .getServices()
                .getIdentityService()
                .wellKnownPartyFromAnonymous(new AnonymousParty(account.getKey()));
    }

    @Test
    @DisplayName("a custodian buys for its client against its own cash in one transaction")
    void againstPayment() {
        given("AC.DVP");
        identify(
                DEALER_B,
                DEALER_B,
                network.run(DEALER_B, new OpenAccountFlow("Bianca")).getKey(),
                "Bianca Braun");
        AccountView bianca = network.run(DEALER_B, new ListAccountsFlow()).stream()
                .filter(account -> account.getName().equals("Bianca"))
                .findFirst()
                .get();
        network.issueCash("500.00", DEALER_B);
        Amount<TokenType> price = pounds("120.00");
        network.affirm(DEALER_B, "AC.DVP", "12", DEALER_A, price);
        TransactionReceipt sold = network.run(
                DEALER_A,
                new TransferFlow.Initiator(
                        "AC.DVP", new BigDecimal("12"), network.party(DEALER_B), price, "Anna", bianca.getId()));
        network.recorded(sold, DEALER_B);
        assertThat(held(DEALER_B, "AC.DVP", "Bianca")).isEqualByComparingTo("12");
        assertThat(held(DEALER_A, "AC.DVP", "Anna")).isEqualByComparingTo("48");
        assertThat(held(DEALER_A, "GBP", null)).isEqualByComparingTo("120.00");
        assertThat(held(DEALER_B, "GBP", null)).isEqualByComparingTo("380.00");
        assertThat(network.locked(DEALER_B)).isZero();
    }

    @Test
    @DisplayName("accounts that are not there, doubled names, and keys of others are refused")
    void refused() {
        given("AC.WRONG");
        assertThatThrownBy(() -> move(DEALER_A, "Anna", DEALER_B, "Bert", "AC.WRONG", "1"))
                .hasCauseInstanceOf(WorkflowException.class)
                .hasMessageContaining("There is no account 'Bert' here");
        assertThatThrownBy(() -> move(DEALER_A, "Nobody", DEALER_B, "", "AC.WRONG", "1"))
                .hasMessageContaining("There is no account 'Nobody' here");
        assertThatThrownBy(() -> move(DEALER_A, "Anna", DEALER_A, anna.getId(), "AC.WRONG", "1"))
                .hasMessageContaining("moves nothing");
        assertThatThrownBy(() -> network.run(DEALER_A, new OpenAccountFlow("Anna")))
                .hasMessageContaining("already");
        assertThatThrownBy(() -> network.run(DEALER_B, new OpenAccountFlow("\u202Eanna")))
                .hasMessageContaining("cannot be called");
        // A key that is none of this node's cannot sign the proof.
        assertThatThrownBy(() ->
                        network.run(DEALER_B, new AnnounceKeyFlow(network.party(AUTHORITIES.get(0)), anna.getKey())))
                .isInstanceOf(RuntimeException.class);
        assertThat(keeper(AUTHORITIES.get(0), anna)).isEqualTo(network.party(DEALER_A));
        assertThat(network.held(DEALER_A, "AC.WRONG")).isEqualByComparingTo("100");
    }

    @Test
    @Tag("attack-26")
    @DisplayName("a client's lost key is frozen, the client identified anew, and all it had recovered to a new key")
    void lostKey() {
        grantingRecovery("AC.LOST");
        UniqueIdentifier security =
                network.run(DEALER_A, new FindSecurityFlow("AC.LOST")).getLinearId();
        AccountView clara = network.run(DEALER_A, new OpenAccountFlow("Clara"));
        identify(OUTSIDER, DEALER_A, clara.getKey(), "Clara Cramer");
        network.recorded(network.issue("AC.LOST", "100", DEALER_A), DEALER_A);
        network.recorded(move(DEALER_A, "", DEALER_A, "Clara", "AC.LOST", "60"), DEALER_A);

        // 1. Reported as lost, the key gives nothing any more.
        ControlCommand.Freeze freezing = new ControlCommand.Freeze(security, clara.getKey(), 0, lost("Report 1"));
        affirmed(freezing, AUTHORITIES.get(1), AUTHORITIES.get(2));
        network.recorded(
                network.recorded(network.run(AUTHORITIES.get(0), new TakeMeasureFlow.Initiator(freezing)), DEALER_A),
                AUTHORITIES.toArray(new CordaX500Name[0]));
        assertThatThrownBy(() -> move(DEALER_A, "Clara", DEALER_A, "Arno", "AC.LOST", "1"))
                .hasMessageContaining("A freeze stands in the way");

        // 2. The account has another key, and its holding is where it was.
        AccountView renewed = network.run(DEALER_A, new ReplaceAccountKeyFlow("Clara"));
        assertThat(renewed.getId()).isEqualTo(clara.getId());
        assertThat(renewed.getKey()).isNotEqualTo(clara.getKey());
        assertThat(renewed.getFormerKeys()).containsExactly(clara.getKey());
        assertThat(held(DEALER_A, "AC.LOST", "Clara")).isZero();
        assertThat(held(DEALER_A, "AC.LOST", "Clara (former key)")).isEqualByComparingTo("60");
        assertThatThrownBy(() -> move(DEALER_A, "Clara", DEALER_A, "Arno", "AC.LOST", "1"))
                .hasCauseInstanceOf(InsufficientHoldingException.class);

        // 3. Neither the custodian alone nor a registrars' quorum alone recovers it, nor both for who is nobody yet.
        ControlCommand.Recover recovery =
                new ControlCommand.Recover(security, clara.getKey(), renewed.getKey(), lost("File 1"));
        CredentialView anew = identify(OUTSIDER, DEALER_A, renewed.getKey(), "Clara Cramer");
        assertThatThrownBy(() -> network.run(DEALER_A, new TakeMeasureFlow.Initiator(recovery)))
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining("has not affirmed");
        affirmed(recovery, AUTHORITIES.get(0), AUTHORITIES.get(1), AUTHORITIES.get(2));
        assertThatThrownBy(() -> network.run(AUTHORITIES.get(0), new TakeMeasureFlow.Initiator(recovery)))
                .hasMessageContaining("The new key is not this node's");
        withdrawn(OUTSIDER, anew);
        assertThatThrownBy(() -> network.run(DEALER_A, new TakeMeasureFlow.Initiator(recovery)))
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining("The LEGAL_IDENTITY of Dealer A is revoked");
        assertThat(held(DEALER_A, "AC.LOST", "Clara (former key)")).isEqualByComparingTo("60");

        // 4. Identified by the new key she has it all again, under the id that everybody knows.
        identify(OUTSIDER, DEALER_A, renewed.getKey(), "Clara Cramer");
        network.recorded(network.run(DEALER_A, new TakeMeasureFlow.Initiator(recovery)), DEALER_A);
        assertThat(held(DEALER_A, "AC.LOST", "Clara")).isEqualByComparingTo("60");
        assertThat(held(DEALER_A, "AC.LOST", "Clara (former key)")).isZero();
        network.recorded(move(DEALER_A, "Clara", DEALER_A, "Arno", "AC.LOST", "20"), DEALER_A);
        network.recorded(move(DEALER_A, "Clara", DEALER_B, "", "AC.LOST", "5"), DEALER_B);
        network.recorded(move(DEALER_B, "", DEALER_A, clara.getId(), "AC.LOST", "5"), DEALER_A);
        assertThat(held(DEALER_A, "AC.LOST", "Clara")).isEqualByComparingTo("40");
        assertThatThrownBy(() -> network.run(DEALER_B, new ReplaceAccountKeyFlow(clara.getId())))
                .hasMessageContaining("There is no account");
    }

    private static ControlOrder lost(String reference) {
        return new ControlOrder(
                ControlReason.LOST_KEY, "Dealer A", reference, SecureHash.sha256("file of " + reference));
    }

    private static void affirmed(ControlCommand measure, CordaX500Name... registrars) {
        for (CordaX500Name registrar : registrars) {
            network.run(registrar, new AffirmMeasureFlow(measure));
        }
    }

    private static void grantingRecovery(String symbol) {
        SecurityTerms terms = new SecurityTerms(
                symbol, null, symbol + " plc", "GBP", new BigDecimal("0.05"), new BigDecimal("1000"), 0);
        network.run(
                ISSUER,
                new RegisterSecurityFlow.Initiator(
                        terms,
                        Arrays.asList("identity", "registrars"),
                        Segment.WHOLE_NETWORK,
                        Arrays.asList(
                                new MeasureGrant(Operation.FREEZE, null), new MeasureGrant(Operation.RECOVER, null))));
    }
}
