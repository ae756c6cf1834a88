package org.countersign.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Outcome;
import org.countersign.contracts.identity.AcceptedProvider;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.contracts.identity.CredentialStatus;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.workflows.identity.AffirmProvidersFlow;
import org.countersign.workflows.identity.CredentialContent;
import org.countersign.workflows.identity.CredentialDocument;
import org.countersign.workflows.identity.CredentialView;
import org.countersign.workflows.identity.ExportCredentialFlow;
import org.countersign.workflows.identity.IssueCredentialFlow;
import org.countersign.workflows.identity.ListCredentialsFlow;
import org.countersign.workflows.identity.WithdrawCredentialFlow;
import org.countersign.workflows.identity.account.AccountView;
import org.countersign.workflows.identity.account.ListAccountsFlow;
import org.countersign.workflows.identity.account.OpenAccountFlow;
import org.countersign.workflows.identity.account.ReplaceAccountKeyFlow;
import org.countersign.workflows.identity.sdjwt.DidKey;
import org.countersign.workflows.identity.sdjwt.DocumentSigner;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IdentityCommandsTest extends CommandsWithFakeNodes {
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final KeyPair PROVIDER = keys(1);
    private static final KeyPair HOLDER = keys(2);

    private static KeyPair keys(long seed) {
        return Crypto.deriveKeyPairFromEntropy(Crypto.EDDSA_ED25519_SHA512, BigInteger.valueOf(seed));
    }

    private static CredentialView view(CredentialStatus status) {
        return new CredentialView(
                "5b1e",
                ClaimKind.KYC,
                new CordaX500Name("Authority One", "London", "GB").toString(),
                new CordaX500Name("Dealer A", "London", "GB").toString(),
                HOLDER.getPublic(),
                "7",
                Map.of(HolderClaims.KYC_LEVEL, "2"),
                MARCH,
                MARCH.plus(Duration.ofDays(365)),
                status);
    }

    @Test
    @DisplayName("a credential is issued with its claims, for the member's identity or for a key that is named")
    void issue() throws Exception {
        nodes.answering(IssueCredentialFlow.Initiator.class, given -> view(CredentialStatus.VALID));
        Outcome outcome = run(
                "identity",
                "issue",
                "--as=authority-1",
                "--to=dealer-a",
                "--kind=KYC",
                "--claim=kyc_level=2",
                "--subject=customer 7",
                "--days=365");
        assertThat(outcome.exitCode()).isZero();
        assertThat(nodes.lastArguments().subList(2, 6))
                .containsExactly(ClaimKind.KYC, Map.of("kyc_level", "2"), "customer 7", Duration.ofDays(365));
        assertThat(document(outcome).path("claims").path("kyc_level").asText()).isEqualTo("2");
        assertThat(document(outcome).path("status").asText()).isEqualTo("VALID");

        String key = DidKey.of(HOLDER.getPublic());
        run(
                "identity",
                "issue",
                "--as=authority-1",
                "--to=dealer-a",
                "--key=" + key,
                "--kind=KYC",
                "--claim=kyc_level=2",
                "--subject=customer 7",
                "--days=1");
        assertThat(nodes.lastArguments().get(1)).isEqualTo(HOLDER.getPublic());
    }

    @Test
    @DisplayName("what is no kind, no claim and no key is refused before any node is asked")
    void arguments() {
        for (String[] wrong : new String[][] {
            {"--kind=FAME", "--claim=a=b"},
            {"--kind=KYC", "--claim=level"},
            {"--kind=KYC", "--claim=a=b", "--claim=a=c"}
        }) {
            List<String> words = new java.util.ArrayList<>(
                    List.of("identity", "issue", "--as=authority-1", "--to=dealer-a", "--subject=7", "--days=1"));
            words.addAll(List.of(wrong));
            assertThat(Commands.run(session, words).failure().code()).isEqualTo(FailureCode.ARGUMENT_WRONG);
        }
        assertThat(run("identity", "revoke", "5b1e", "--suspend", "--reinstate", "--as=authority-1")
                        .failure()
                        .code())
                .isEqualTo(FailureCode.ARGUMENT_WRONG);
        assertThat(nodes.asked()).isEmpty();
    }

    @Test
    @DisplayName("to revoke is for good unless something else is said")
    void revoke() {
        nodes.answering(WithdrawCredentialFlow.class, given -> view((CredentialStatus) given.get(1)));
        run("identity", "revoke", "5b1e", "--as=authority-1");
        assertThat(nodes.lastArguments()).containsExactly("5b1e", CredentialStatus.REVOKED);
        run("identity", "revoke", "5b1e", "--suspend", "--as=authority-1");
        assertThat(nodes.lastArguments()).containsExactly("5b1e", CredentialStatus.SUSPENDED);
        run("identity", "revoke", "5b1e", "--reinstate", "--as=authority-1");
        assertThat(nodes.lastArguments()).containsExactly("5b1e", CredentialStatus.VALID);
    }

    @Test
    @DisplayName("credentials are listed with what they claim and how they stand")
    void list() throws Exception {
        nodes.answering(ListCredentialsFlow.class, given -> List.of(view(null)));
        Outcome outcome = run("identity", "list", "--as=dealer-a");
        assertThat(nodes.lastArguments()).containsExactly(false);
        assertThat(outcome.answer().lines())
                .anyMatch(line -> line.contains("KYC of dealer-a by authority-1, status unknown"))
                .anyMatch(line -> line.contains("kyc_level: 2"));
        assertThat(document(outcome).path("credentials").path(0).path("status").asText())
                .isEqualTo("UNKNOWN");
    }

    @Test
    @DisplayName("an account is opened and shown with its key in both notations, each of which can be given back")
    void account() throws Exception {
        AccountView account =
                new AccountView("6f1c7e9a-6a2e-4c83-9d0e-2b1b7b4d5a11", "Anna", HOLDER.getPublic(), MARCH);
        nodes.answering(OpenAccountFlow.class, given -> account);
        nodes.answering(ListAccountsFlow.class, given -> List.of(account));
        nodes.answering(IssueCredentialFlow.Initiator.class, given -> view(CredentialStatus.VALID));
        assertThat(document(run("account", "open", "Anna", "--as=dealer-a"))
                        .path("name")
                        .asText())
                .isEqualTo("Anna");
        assertThat(nodes.lastArguments()).containsExactly("Anna");
        JsonNode listed = document(run("account", "list", "--as=dealer-a"))
                .path("accounts")
                .path(0);
        for (String notation : List.of("key", "did")) {
            run(
                    "identity",
                    "issue",
                    "--as=authority-1",
                    "--to=dealer-a",
                    "--key=" + listed.path(notation).asText(),
                    "--kind=KYC",
                    "--claim=kyc_level=2",
                    "--subject=customer 7",
                    "--days=1");
            assertThat(nodes.lastArguments().get(1)).isEqualTo(HOLDER.getPublic());
        }
    }

    @Test
    @DisplayName("an account that has a new key shows both, so that a recovery can name them")
    void replacedKey() throws Exception {
        AccountView replaced = new AccountView(
                "6f1c7e9a-6a2e-4c83-9d0e-2b1b7b4d5a11",
                "Anna",
                HOLDER.getPublic(),
                MARCH,
                List.of(PROVIDER.getPublic()));
        nodes.answering(ReplaceAccountKeyFlow.class, given -> replaced);
        JsonNode shown = document(run("account", "replace-key", "Anna", "--as=dealer-a"));
        assertThat(nodes.lastArguments()).containsExactly("Anna");
        assertThat(shown.path("formerKeys")).hasSize(1);
        assertThat(shown.path("formerKeys").path(0).asText())
                .startsWith("key:")
                .isNotEqualTo(shown.path("key").asText());
    }

    @Test
    @DisplayName("a list of providers is affirmed in the words in which it is proposed")
    @SuppressWarnings("unchecked")
    void providers() {
        nodes.answering(AffirmProvidersFlow.class, given -> SecureHash.sha256("a list"));
        run("identity", "affirm", "identity", "--provider=dealer-a:KYC,BIRTH_DATE", "--as=authority-1");
        List<AcceptedProvider> list =
                (List<AcceptedProvider>) nodes.lastArguments().get(1);
        assertThat(list).hasSize(1);
        assertThat(list.get(0).getKinds()).containsExactly(ClaimKind.KYC, ClaimKind.BIRTH_DATE);
        assertThat(run("identity", "affirm", "identity", "--provider=dealer-a:FAME", "--as=authority-1")
                        .failure()
                        .code())
                .isEqualTo(FailureCode.ARGUMENT_WRONG);
    }

    @Test
    @DisplayName("an exported credential is verified without a node, and not after it has lapsed or been changed")
    void verify() throws Exception {
        String compact = credential();
        nodes.answering(ExportCredentialFlow.class, given -> compact);
        Path file = directory.resolve("credential.txt");
        run("identity", "export", "5b1e", "--out=" + file, "--as=dealer-a");

        Outcome holds = run("identity", "verify", file.toString(), "--at=2026-04-01T00:00:00Z");
        assertThat(holds.exitCode()).isZero();
        assertThat(document(holds).path("claims").path("legal_name").asText()).isEqualTo("Dealer A plc");
        String issuer = DidKey.of(PROVIDER.getPublic());
        assertThat(document(holds).path("issuer").asText()).isEqualTo(issuer);
        assertThat(run("identity", "verify", file.toString(), "--at=2026-04-01T00:00:00Z", "--issuer=" + issuer)
                        .exitCode())
                .isZero();
        String other = DidKey.of(HOLDER.getPublic());
        refused("Its issuer is", file, "--at=2026-04-01T00:00:00Z", "--issuer=" + other);
        refused("It is valid from", file, "--at=2027-04-01T00:00:00Z");
        refused("It is valid from", file, "--at=2026-02-01T00:00:00Z");
        int signature = compact.indexOf('.', compact.indexOf('.') + 1) + 5;
        char changed = compact.charAt(signature) == 'A' ? 'B' : 'A';
        Files.writeString(file, compact.substring(0, signature) + changed + compact.substring(signature + 1));
        refused("not signed with the key", file, "--at=2026-04-01T00:00:00Z");
        Files.writeString(file, "nonsense");
        refused("no SD-JWT", file, "--at=2026-04-01T00:00:00Z");
    }

    private void refused(String why, Path file, String... options) {
        List<String> words = new java.util.ArrayList<>(List.of("identity", "verify", file.toString()));
        words.addAll(List.of(options));
        Outcome outcome = Commands.run(session, words);
        assertThat(outcome.failure().code()).isEqualTo(FailureCode.PROOF_REFUSED);
        assertThat(outcome.failure().getMessage()).contains(why);
    }

    private static String credential() throws Exception {
        return CredentialDocument.issue(
                        new CredentialContent(
                                        ClaimKind.LEGAL_IDENTITY,
                                        HOLDER.getPublic(),
                                        Map.of(HolderClaims.LEGAL_NAME, "Dealer A plc"),
                                        "7")
                                .valid(MARCH, MARCH.plus(Duration.ofDays(365)))
                                .listed(SecureHash.sha256("a list").toString().toLowerCase(java.util.Locale.ROOT), 5),
                        new DocumentSigner() {
                            @Override
                            public PublicKey key() {
                                return PROVIDER.getPublic();
                            }

                            @Override
                            public byte[] sign(byte[] content) {
                                try {
                                    return Crypto.doSign(PROVIDER.getPrivate(), content);
                                } catch (GeneralSecurityException impossible) {
                                    throw new IllegalStateException(impossible);
                                }
                            }
                        },
                        new Random(1))
                .getCompact();
    }
}
