package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;
import static org.countersign.flowtests.CountersignNetwork.OUTSIDER;
import static org.countersign.flowtests.CountersignNetwork.REGULATOR;

import com.google.common.collect.ImmutableMap;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countersign.contracts.identity.AcceptedProvider;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.contracts.identity.CredentialStatus;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.identity.TrustedProvidersState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.identity.AcceptProvidersFlow;
import org.countersign.workflows.identity.AffirmProvidersFlow;
import org.countersign.workflows.identity.CredentialDocument;
import org.countersign.workflows.identity.CredentialView;
import org.countersign.workflows.identity.ExportCredentialFlow;
import org.countersign.workflows.identity.ImportCredentialFlow;
import org.countersign.workflows.identity.IssueCredentialFlow;
import org.countersign.workflows.identity.ListCredentialsFlow;
import org.countersign.workflows.identity.PresentationRequest;
import org.countersign.workflows.identity.RenewCredentialFlow;
import org.countersign.workflows.identity.RequestPresentationFlow;
import org.countersign.workflows.identity.StatusLists;
import org.countersign.workflows.identity.TrustedProviders;
import org.countersign.workflows.identity.WithdrawCredentialFlow;
import org.countersign.workflows.identity.sdjwt.DidKey;
import org.countersign.workflows.identity.sdjwt.DocumentSigner;
import org.countersign.workflows.identity.sdjwt.SdJwt;
import org.countersign.workflows.validation.AspectDisclosure;
import org.countersign.workflows.validation.QuorumException;
import org.countersign.workflows.validation.journal.JournalQuery;
import org.countersign.workflows.validation.journal.ReadJournalFlow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Credentials from their issue to what they are good for, and what they are not good for. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CredentialScenarioTest {
    private static final CordaX500Name PROVIDER = OUTSIDER;
    private static final Duration YEAR = Duration.ofDays(365);

    private static CountersignNetwork network;

    @BeforeAll
    static void startNetwork() {
        network = CountersignNetwork.startWithChecks(ImmutableMap.of(
                "countersign.identity.credentials",
                ImmutableMap.of(
                        "kinds",
                        Arrays.asList("LEGAL_IDENTITY", "KYC"),
                        "exempt",
                        Collections.singletonList(ISSUER.toString()))));
        for (CordaX500Name member : Arrays.asList(DEALER_A, DEALER_B)) {
            network.node(member).registerInitiatedFlow(RequestPresentationFlow.class, PresentationResponder.class);
        }
        network.withCommittees();
        accept(accepted(PROVIDER, ClaimKind.LEGAL_IDENTITY, ClaimKind.KYC));
    }

    @AfterAll
    static void stopNetwork() {
        network.close();
    }

    @AfterEach
    void everybodyIsHonestAgain() {
        PresentationResponder.letNobody();
    }

    private static AcceptedProvider accepted(CordaX500Name provider, ClaimKind... kinds) {
        return new AcceptedProvider(network.party(provider), Arrays.asList(kinds));
    }

    private static void accept(AcceptedProvider... providers) {
        List<AcceptedProvider> list = Arrays.asList(providers);
        network.run(AUTHORITIES.get(1), new AffirmProvidersFlow("identity", list));
        TrustedProvidersState decided =
                network.run(AUTHORITIES.get(0), new AcceptProvidersFlow.Initiator("identity", list));
        for (CordaX500Name member : network.nodes().keySet()) {
            CountersignNetwork.await(member + " knows the providers", () -> decided.equals(known(member, decided)));
        }
    }

    private static TrustedProvidersState known(CordaX500Name member, TrustedProvidersState list) {
        return network.node(member)
                .transaction(() -> TrustedProviders.list(network.node(member).getServices(), list.getCommittee())
                        .map(found -> found.getState().getData())
                        .orElse(null));
    }

    private static CredentialView issue(
            CordaX500Name provider, CordaX500Name holder, ClaimKind kind, String... claims) {
        Map<String, String> values = new TreeMap<>();
        for (int at = 0; at < claims.length; at += 2) {
            values.put(claims[at], claims[at + 1]);
        }
        return network.run(
                provider, new IssueCredentialFlow.Initiator(network.party(holder), kind, values, "customer 7", YEAR));
    }

    private static CredentialView identified(CordaX500Name holder, String name) {
        return issue(
                PROVIDER,
                holder,
                ClaimKind.LEGAL_IDENTITY,
                HolderClaims.LEGAL_NAME,
                name,
                HolderClaims.RESIDENCE,
                "GB",
                HolderClaims.CITIZENSHIP,
                "GB FR");
    }

    private static CredentialView known(CordaX500Name holder) {
        return issue(
                PROVIDER,
                holder,
                ClaimKind.KYC,
                HolderClaims.KYC_LEVEL,
                "2",
                HolderClaims.KYC_CHECKED,
                "2026-01-15T00:00:00Z");
    }

    private static void withdraw(CredentialView credential, CredentialStatus status) {
        network.run(PROVIDER, new WithdrawCredentialFlow(credential.getId(), status));
        // What is published is on its way when the flow ends.
        for (CordaX500Name authority : AUTHORITIES) {
            CountersignNetwork.await(authority + " knows the status", () -> status(authority, credential) == status);
        }
    }

    private static CredentialStatus status(CordaX500Name member, CredentialView credential) {
        return network.node(member).transaction(() -> {
            try {
                CredentialDocument issued =
                        CredentialDocument.read(network.run(PROVIDER, new ExportCredentialFlow(credential.getId())));
                return StatusLists.find(network.node(member).getServices(), issued.getStatusList())
                        .map(list -> list.getState().getData().read().get(issued.getStatusIndex()))
                        .orElse(null);
            } catch (Exception broken) {
                throw new AssertionError(broken);
            }
        });
    }

    private static void refused(String reason, ThrowingCallable trade) {
        assertThatThrownBy(trade).hasCauseInstanceOf(QuorumException.class).hasMessageContaining(reason);
    }

    // First, for nobody has a credential yet.
    @Test
    @Order(1)
    @DisplayName("a holder is issued credentials, presents them to authorities only, and loses them by revocation")
    void life() {
        network.register("CR.LIFE", "1000");
        CredentialView identity = identified(DEALER_A, "Dealer A Securities plc");
        known(DEALER_A);
        network.recorded(network.issue("CR.LIFE", "100", DEALER_A), DEALER_A);

        // 1. Dealer B has presented nothing yet, and acquires nothing.
        refused("presented no LEGAL_IDENTITY", () -> network.transfer(DEALER_A, "CR.LIFE", "10", DEALER_B));

        // 2. With both credentials it does.
        CredentialView identityOfB = identified(DEALER_B, "Dealer B Secret Name plc");
        CredentialView kyc = known(DEALER_B);
        network.recorded(network.transfer(DEALER_A, "CR.LIFE", "10", DEALER_B), DEALER_B);

        // 3. Suspended and revoked it does not, and what it has it can give away.
        withdraw(kyc, CredentialStatus.SUSPENDED);
        refused("is suspended", () -> network.transfer(DEALER_A, "CR.LIFE", "10", DEALER_B));
        withdraw(kyc, CredentialStatus.VALID);
        network.recorded(network.transfer(DEALER_A, "CR.LIFE", "10", DEALER_B), DEALER_B);
        withdraw(kyc, CredentialStatus.REVOKED);
        refused("is revoked", () -> network.transfer(DEALER_A, "CR.LIFE", "10", DEALER_B));
        network.recorded(network.transfer(DEALER_B, "CR.LIFE", "20", DEALER_A), DEALER_A);
        assertThat(network.held(DEALER_B, "CR.LIFE")).isZero();
        assertThatThrownBy(() -> network.run(PROVIDER, new WithdrawCredentialFlow(kyc.getId(), CredentialStatus.VALID)))
                .hasCauseInstanceOf(WorkflowException.class)
                .hasMessageContaining("REVOKED");

        // 4. Renewed it acquires again, with what has changed; the old one of its identity is revoked.
        known(DEALER_B);
        CredentialView renewed = network.run(
                PROVIDER,
                new RenewCredentialFlow(
                        identityOfB.getId(), Collections.singletonMap(HolderClaims.RESIDENCE, "US-NY"), YEAR));
        assertThat(renewed.getValues())
                .containsEntry(HolderClaims.RESIDENCE, "US-NY")
                .containsEntry(HolderClaims.LEGAL_NAME, "Dealer B Secret Name plc");
        assertThat(status(PROVIDER, identityOfB)).isEqualTo(CredentialStatus.REVOKED);
        network.recorded(network.transfer(DEALER_A, "CR.LIFE", "10", DEALER_B), DEALER_B);

        // 5. A holder keeps its own, the provider what it has issued, and nobody else anything.
        assertThat(names(DEALER_A, false)).containsOnly("Dealer A Securities plc");
        assertThat(names(DEALER_B, false)).containsOnly("Dealer B Secret Name plc");
        assertThat(names(PROVIDER, true)).contains("Dealer A Securities plc", "Dealer B Secret Name plc");
        for (CordaX500Name other : Arrays.asList(ISSUER, REGULATOR, AUTHORITIES.get(0))) {
            assertThat(names(other, false)).isEmpty();
            assertThat(names(other, true)).isEmpty();
        }
        assertThat(network.run(AUTHORITIES.get(0), new ReadJournalFlow(JournalQuery.all()))
                        .toString())
                .doesNotContain("Secret Name");
        assertThat(identity.getId()).isNotEqualTo(identityOfB.getId());
    }

    private static List<String> names(CordaX500Name member, boolean issued) {
        return network.run(member, new ListCredentialsFlow(issued)).stream()
                .filter(view -> view.getKind() == ClaimKind.LEGAL_IDENTITY)
                .map(view -> view.getValues().get(HolderClaims.LEGAL_NAME))
                .collect(Collectors.toList());
    }

    private static void equip(CordaX500Name... dealers) {
        for (CordaX500Name dealer : dealers) {
            identified(dealer, dealer.getOrganisation() + " plc");
            known(dealer);
        }
    }

    @Test
    @DisplayName(
            "an authority for IDENTITY sees name and level, and not residence or citizenship; the seller sees nothing")
    void selective() throws Exception {
        network.register("CR.SELECT", "1000");
        equip(DEALER_A, DEALER_B);
        network.recorded(network.issue("CR.SELECT", "100", DEALER_A), DEALER_A);
        network.recorded(network.transfer(DEALER_A, "CR.SELECT", "10", DEALER_B), DEALER_B);
        List<PresentationResponder.Presented> all = PresentationResponder.presented();
        assertThat(all).isNotEmpty().allMatch(presented -> AUTHORITIES.contains(presented.to()));
        boolean named = false;
        for (PresentationResponder.Presented presented : all) {
            for (String document : presented.documents()) {
                CredentialDocument credential = CredentialDocument.read(document);
                assertThat(credential.getValues()).doesNotContainKeys(HolderClaims.RESIDENCE, HolderClaims.CITIZENSHIP);
                named = named || credential.getValues().containsKey(HolderClaims.LEGAL_NAME);
            }
        }
        assertThat(named).isTrue();
    }

    @Test
    @DisplayName("a presentation of another transaction, of another authority or without a statement is refused")
    void replay() throws Exception {
        network.register("CR.REPLAY", "1000");
        equip(DEALER_A, DEALER_B);
        network.recorded(network.issue("CR.REPLAY", "100", DEALER_A), DEALER_A);
        network.recorded(network.transfer(DEALER_A, "CR.REPLAY", "10", DEALER_B), DEALER_B);
        List<String> before = PresentationResponder.presented().stream()
                .filter(presented -> presented.by().equals(DEALER_B))
                .reduce((earlier, later) -> later)
                .get()
                .documents();
        PresentationResponder.let(DEALER_B, before);
        refused("is presented for another transaction", () -> network.transfer(DEALER_A, "CR.REPLAY", "10", DEALER_B));
        List<String> unbound = before.stream()
                .map(document -> document.substring(0, document.lastIndexOf('~') + 1))
                .collect(Collectors.toList());
        PresentationResponder.let(DEALER_B, unbound);
        refused(
                "is not presented by the key that it was issued to",
                () -> network.transfer(DEALER_A, "CR.REPLAY", "10", DEALER_B));
        PresentationResponder.let(DEALER_B, Collections.singletonList("nonsense"));
        refused("no credential of its own", () -> network.transfer(DEALER_A, "CR.REPLAY", "10", DEALER_B));
        PresentationResponder.letNobody();
        network.recorded(network.transfer(DEALER_A, "CR.REPLAY", "10", DEALER_B), DEALER_B);
        assertThat(network.held(DEALER_B, "CR.REPLAY")).isEqualByComparingTo("20");
    }

    @Test
    @DisplayName("what names an accepted provider and is signed by another key is neither kept nor believed")
    void forged() throws Exception {
        CredentialView genuine = identified(DEALER_B, "Dealer B plc");
        String document = network.run(DEALER_B, new ExportCredentialFlow(genuine.getId()));
        CredentialDocument credential = CredentialDocument.read(document);
        String forged = network.node(DEALER_A).transaction(() -> {
            try {
                PublicKey forger = network.party(DEALER_A).getOwningKey();
                Map<String, Object> open = new LinkedHashMap<>();
                open.put("iss", DidKey.of(credential.getIssuer()));
                open.put("iat", credential.getIssuedAt().getEpochSecond());
                open.put("exp", credential.getExpiresAt().getEpochSecond());
                open.put("vct", "urn:countersign:credential:legal-identity");
                Map<String, Object> place = new LinkedHashMap<>();
                place.put("idx", credential.getStatusIndex());
                place.put("uri", "urn:countersign:status-list:" + credential.getStatusList());
                open.put("status", Collections.singletonMap("status_list", place));
                return SdJwt.issue(
                                CredentialDocument.TYPE,
                                open,
                                credential.getHolder(),
                                Collections.singletonMap(HolderClaims.LEGAL_NAME, "A better name plc"),
                                DocumentSigner.of(network.node(DEALER_A).getServices(), forger),
                                new Random(1))
                        .compact();
            } catch (Exception broken) {
                throw new AssertionError(broken);
            }
        });
        assertThat(CredentialDocument.read(forged).isSignedByIssuer()).isFalse();
        assertThatThrownBy(() -> network.run(DEALER_B, new ImportCredentialFlow(forged)))
                .hasMessageContaining("another issuer than the key");
        assertThat(names(DEALER_B, false)).doesNotContain("A better name plc");

        network.register("CR.FORGED", "1000");
        equip(DEALER_A);
        network.recorded(network.issue("CR.FORGED", "100", DEALER_A), DEALER_A);
        PresentationResponder.let(DEALER_B, Collections.singletonList(forged));
        refused("is not signed by the issuer", () -> network.transfer(DEALER_A, "CR.FORGED", "10", DEALER_B));
        assertThat(network.held(DEALER_A, "CR.FORGED")).isEqualByComparingTo("100");
    }

    @Test
    @DisplayName("a provider that the committee has not accepted is not believed, until the committee says otherwise")
    void unaccepted() {
        network.register("CR.UNKNOWN", "1000");
        equip(DEALER_A, DEALER_B);
        network.recorded(network.issue("CR.UNKNOWN", "100", DEALER_A), DEALER_A);
        accept(accepted(REGULATOR, ClaimKind.LEGAL_IDENTITY), accepted(PROVIDER, ClaimKind.KYC));
        refused("provider that is not accepted", () -> network.transfer(DEALER_A, "CR.UNKNOWN", "10", DEALER_B));
        accept(accepted(PROVIDER, ClaimKind.LEGAL_IDENTITY, ClaimKind.KYC));
        network.recorded(network.transfer(DEALER_A, "CR.UNKNOWN", "10", DEALER_B), DEALER_B);
    }

    @Test
    @DisplayName("a list of providers that its operators have not affirmed is signed by nobody")
    void unaffirmed() {
        List<AcceptedProvider> list = Collections.singletonList(accepted(DEALER_B, ClaimKind.values()));
        assertThatThrownBy(() -> network.run(AUTHORITIES.get(0), new AcceptProvidersFlow.Initiator("identity", list)))
                .hasMessageContaining("has not affirmed this list of providers");
        assertThatThrownBy(() -> network.run(DEALER_B, new AcceptProvidersFlow.Initiator("identity", list)))
                .hasMessageContaining("has no seat");
    }

    @Test
    @DisplayName("who is no authority of the security's committees is shown nothing")
    void curious() {
        network.register("CR.CURIOUS", "1000");
        equip(DEALER_A, DEALER_B);
        network.recorded(network.issue("CR.CURIOUS", "100", DEALER_A), DEALER_A);
        TransactionReceipt moved = network.recorded(network.transfer(DEALER_A, "CR.CURIOUS", "10", DEALER_B), DEALER_B);
        SignedTransaction transaction = network.node(DEALER_A)
                .getServices()
                .getValidatedTransactions()
                .getTransaction(moved.getTransactionId());
        Party victim = network.party(DEALER_B);
        PresentationRequest request = new PresentationRequest(
                Aspect.IDENTITY,
                AspectDisclosure.tearOff(transaction.getTx(), Aspect.IDENTITY),
                Collections.singletonList(victim.getOwningKey()));
        for (CordaX500Name curious : Arrays.asList(DEALER_A, ISSUER, REGULATOR)) {
            assertThatThrownBy(() -> network.run(curious, new RequestPresentationFlow(victim, request)))
                    .hasMessageContaining("are not presented to");
        }
        assertThat(network.run(AUTHORITIES.get(0), new RequestPresentationFlow(victim, request))
                        .getDocuments())
                .isNotEmpty();
    }
}
