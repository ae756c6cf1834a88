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
import java.util.List;
import net.corda.core.contracts.Amount;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import org.countersign.contracts.identity.AcceptedProvider;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.contracts.identity.CredentialStatus;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.holding.HoldingLine;
import org.countersign.workflows.holding.HoldingsFlow;
import org.countersign.workflows.holding.InsufficientHoldingException;
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
import org.countersign.workflows.register.RegisterView;
import org.countersign.workflows.register.ShowRegisterFlow;
import org.countersign.workflows.validation.QuorumException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
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
        network.run(DEALER_B, new WithdrawCredentialFlow(credential.getId(), CredentialStatus.REVOKED));
        for (CordaX500Name authority : AUTHORITIES) {
            CountersignNetwork.await(
                    authority + " knows the revocation",
                    () -> network.node(authority).transaction(() -> revokedBy(authority, network.party(DEALER_B))));
        }
        assertThatThrownBy(() -> move(DEALER_A, "Anna", DEALER_B, bert.getId(), "AC.MOVE", "5"))
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining("is revoked");
        network.recorded(move(DEALER_A, "Anna", DEALER_B, "", "AC.MOVE", "5"), DEALER_B);
    }

    private static boolean revokedBy(CordaX500Name member, Party provider) {
        return StatusLists.newest(network.node(member).getServices(), provider)
                .map(list -> list.getState().getData().getVersion() > 1)
                .orElse(false);
    }

    @Test
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
                .containsExactly("Anna", "Arno");
        assertThat(network.run(DEALER_B, new ListAccountsFlow()))
                .extracting(AccountView::getName)
                .containsExactly("Bert");
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
}
