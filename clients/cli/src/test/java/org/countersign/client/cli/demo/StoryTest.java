package org.countersign.client.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.answer.Outcome;
import org.countersign.client.cli.command.Session;
import org.countersign.client.cli.rpc.Network;
import org.countersign.client.cli.rpc.NetworkFile;
import org.countersign.client.cli.rpc.Networks;
import org.countersign.language.SecurityLanguage;
import org.countersign.language.source.SourceText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoryTest {
    private static final Path SOURCE = Path.of("../../deploy-nodes/topologies/demo-data/acme.security");

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private Network network;

    @BeforeEach
    void describeTheNetwork() throws IOException {
        network = NetworkFile.read(Networks.file(directory));
    }

    @Test
    void aLedgerThatBehavesLetsTheStoryBeTold() {
        tell(new Ledger(Flaw.NONE));

        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("$ ./countersign transfer ACME 100 --to dealer-b --against \"1000.00 GBP\" --as dealer-a")
                .contains("refused: ");
    }

    @Test
    void aSecondRunTakesAnotherSymbol() {
        Ledger ledger = new Ledger(Flaw.NONE);
        ledger.securities.add("ACME");
        ledger.securities.add("ACME-2");
        tell(ledger);

        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("issue ACME-3 1000")
                .contains("| security ACME-3 \"ACME plc ordinary shares\"")
                .contains("acme-3.security --as issuer-bank");
    }

    @Test
    void theSourceOfTheDemonstrationIsFreeOfErrors() throws Exception {
        assertThat(SecurityLanguage.ofLedger()
                        .check(SourceText.read(SOURCE.toString(), Files.readAllBytes(SOURCE)))
                        .getDiagnostics())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Flaw.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aLedgerWithAnyFlawEndsTheStoryLoudly(Flaw flaw) {
        assertThatThrownBy(() -> tell(new Ledger(flaw)))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(FailureCode.DEMO_FAILED));
    }

    @Test
    void aForgeryClaimsMoreThanTheProof() throws IOException {
        Path proof = Files.writeString(directory.resolve("proof.json"), "{\"quantity\":\"100\",\"other\":\"1000\"}");

        assertThat(Files.readString(Forgery.of(proof))).isEqualTo("{\"quantity\":\"900\",\"other\":\"1000\"}");
    }

    @Test
    void aProofThatClaimsSomethingElseCannotBeForgedUnnoticed() throws IOException {
        Path proof = Files.writeString(directory.resolve("proof.json"), "{}");

        assertThatThrownBy(() -> Forgery.of(proof)).isInstanceOf(Failure.class);
    }

    private void tell(Ledger ledger) {
        PrintStream stream = new PrintStream(told, true, StandardCharsets.UTF_8);
        Session session = new Session(
                directory,
                Map.of(),
                member -> {
                    throw new AssertionError("The story talks to nodes by commands only.");
                },
                (here, words) -> ledger.run(words),
                stream,
                stream);
        new Story(new Stage(session, stream, Duration.ZERO), network, SOURCE).tell(directory.resolve("proof.json"));
    }

    /** What can be wrong with a ledger that the story must not pass over. */
    private enum Flaw {
        NONE,
        ONE_ATTESTATION_IS_ENOUGH,
        ANYBODY_IS_ADMITTED,
        NOTHING_IS_TOO_MUCH,
        RULES_ARE_PASSED_OVER,
        PAYS_WITHOUT_AFFIRMATION,
        CASH_STAYS,
        REGULATOR_SEES_NOTHING,
        BYSTANDER_SEES_THE_TRADE,
        BYSTANDER_HOLDS_SOMETHING,
        FROZEN_MOVES,
        CREDENTIAL_STAYS_VALID,
        REVOCATION_IS_PASSED_OVER,
        REFUSES_WITHOUT_REASON,
        EXPORT_FAILS
    }

    /** A ledger of quantities, as far as the story asks. */
    private static final class Ledger {
        private final Flaw flaw;
        private final Map<String, BigDecimal> held = new HashMap<>();
        private final List<String> securities = new java.util.ArrayList<>();
        private boolean affirmed;
        private boolean frozen;
        private boolean vouched;

        Ledger(Flaw flaw) {
            this.flaw = flaw;
        }

        Outcome run(List<String> words) {
            try {
                return Outcome.of(answer(words));
            } catch (Failure refused) {
                return Outcome.of(refused);
            }
        }

        private Answer answer(List<String> words) {
            String symbol = words.size() > 1 ? words.get(1) : "";
            switch (words.get(0)) {
                case "security":
                    return security(words);
                case "issue":
                    add("dealer-a", symbol, words.get(2));
                    return receipt();
                case "cash":
                    add("dealer-b", "GBP", "5000");
                    return receipt();
                case "affirm":
                    affirmed = true;
                    return Answer.of(new Fields());
                case "transfer":
                    return transfer(words, symbol);
                case "tx":
                    refuse(
                            words.contains("issuer-bank") && flaw != Flaw.BYSTANDER_SEES_THE_TRADE,
                            "not known to this node");
                    return Answer.of(new Fields());
                case "holdings":
                    return holdings(words);
                case "identity":
                    return identity(words);
                case "proof":
                    refuse(flaw == Flaw.EXPORT_FAILS, "no proof");
                    return Answer.of(new Fields());
                default:
                    throw new AssertionError("The story does not need " + words);
            }
        }

        private Answer security(List<String> words) {
            if (words.get(1).equals("list")) {
                return Answer.of(new Fields()
                        .with(
                                "securities",
                                securities.stream()
                                        .map(symbol -> Map.of("symbol", symbol))
                                        .toList()));
            }
            if (words.get(1).equals("show")) {
                return Answer.of(new Fields().with("status", frozen ? "FROZEN" : "ACTIVE"));
            }
            frozen = words.get(1).equals("freeze") || (frozen && !words.get(1).equals("unfreeze"));
            return receipt();
        }

        private Answer identity(List<String> words) {
            boolean issued = words.get(1).equals("issue");
            refuse(!issued && !words.get(2).equals("5b1e"), "no such credential");
            vouched = issued || flaw == Flaw.REVOCATION_IS_PASSED_OVER;
            return Answer.of(new Fields()
                    .with("credential", "5b1e")
                    .with("status", issued || flaw == Flaw.CREDENTIAL_STAYS_VALID ? "VALID" : "REVOKED"));
        }

        private Answer transfer(List<String> words, String symbol) {
            String reason = flaw == Flaw.REFUSES_WITHOUT_REASON
                    ? "No."
                    : symbol
                            + " breaks maximum-transfer, moves only while it is active, not been affirmed, would exceed"
                            + " its limit, or Regulator is a stranger";
            refuse(words.get(2).equals("501") && flaw != Flaw.RULES_ARE_PASSED_OVER, reason);
            refuse(words.get(2).equals("200") && flaw != Flaw.NOTHING_IS_TOO_MUCH, reason);
            refuse(words.contains("regulator") && flaw != Flaw.ANYBODY_IS_ADMITTED, reason);
            refuse(frozen && flaw != Flaw.FROZEN_MOVES, reason);
            refuse(!vouched && words.contains("dealer-b"), "Nothing is attested for investor-category.");
            boolean paid = words.contains("--against");
            refuse(paid && !affirmed && flaw != Flaw.PAYS_WITHOUT_AFFIRMATION, reason);
            add("dealer-a", symbol, "-" + words.get(2));
            add("dealer-b", symbol, words.get(2));
            if (paid && flaw != Flaw.CASH_STAYS) {
                add("dealer-a", "GBP", "1000");
                add("dealer-b", "GBP", "-1000");
            }
            return receipt();
        }

        private Answer holdings(List<String> words) {
            String member = words.get(words.size() - 1);
            boolean everything = member.equals("regulator") && flaw != Flaw.REGULATOR_SEES_NOTHING;
            List<Object> lines = new java.util.ArrayList<>();
            held.forEach((key, quantity) -> {
                String[] parts = key.split(" ", -1);
                if (everything
                        || parts[0].equals(member)
                        || (member.equals("custodian-1") && flaw == Flaw.BYSTANDER_HOLDS_SOMETHING)) {
                    lines.add(new Fields()
                            .with("symbol", parts[1])
                            .with("quantity", quantity)
                            .with(
                                    "holder",
                                    new net.corda.core.identity.CordaX500Name(
                                            parts[0].equals("dealer-a") ? "Dealer A" : "Dealer B", "London", "GB"))
                            .toMap());
                }
            });
            return Answer.of(new Fields().with("holdings", lines));
        }

        private Answer receipt() {
            List<String> signers = flaw == Flaw.ONE_ATTESTATION_IS_ENOUGH ? List.of("one") : List.of("one", "two");
            return Answer.of(new Fields()
                    .with("transaction", "ABC")
                    .with(
                            "attestedBy",
                            Map.of("IDENTITY", signers, "COMPLIANCE", signers, "RISK", signers, "OWNERSHIP", signers)));
        }

        private void add(String member, String symbol, String quantity) {
            held.merge(member + " " + symbol, new BigDecimal(quantity), BigDecimal::add);
        }

        private static void refuse(boolean refused, String reason) {
            if (refused) {
                throw new Failure(FailureCode.REFUSED, reason, "");
            }
        }
    }
}
