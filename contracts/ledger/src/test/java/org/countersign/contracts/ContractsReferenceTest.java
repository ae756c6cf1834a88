package org.countersign.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.contracts.control.ControlCommand;
import org.countersign.contracts.control.ControlReason;
import org.countersign.contracts.control.ControlRules;
import org.countersign.contracts.control.HoldingFreezeContract;
import org.countersign.contracts.control.HoldingFreezeState;
import org.countersign.contracts.definition.AmendmentRules;
import org.countersign.contracts.definition.SecurityDefinitionCommand;
import org.countersign.contracts.definition.SecurityDefinitionContract;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.StatusOrderRules;
import org.countersign.contracts.definition.rules.AttachedPolicy;
import org.countersign.contracts.governance.CommitteeCommand;
import org.countersign.contracts.governance.CommitteeContract;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.holding.ForcedMovement;
import org.countersign.contracts.holding.LotDates;
import org.countersign.contracts.holding.PublicCompliance;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.holding.SecurityTokenContract;
import org.countersign.contracts.identity.CredentialStatusListCommand;
import org.countersign.contracts.identity.CredentialStatusListContract;
import org.countersign.contracts.identity.CredentialStatusListState;
import org.countersign.contracts.identity.TrustedProvidersCommand;
import org.countersign.contracts.identity.TrustedProvidersContract;
import org.countersign.contracts.identity.TrustedProvidersState;
import org.countersign.contracts.segment.SegmentCommand;
import org.countersign.contracts.segment.SegmentContract;
import org.countersign.contracts.segment.SegmentMembershipCommand;
import org.countersign.contracts.segment.SegmentMembershipContract;
import org.countersign.contracts.segment.SegmentMembershipState;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Attestations;
import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.Test;

/**
 * The reference of the contracts says what the code says. With {@code -Dcountersign.reference=write} it is rewritten.
 */
class ContractsReferenceTest {
    private static final Path MODULE = Paths.get("").toAbsolutePath();
    private static final Path REFERENCE = MODULE.resolve("../../docs/reference/contracts.md");
    private static final Pattern RULES =
            Pattern.compile("(<!-- rules: [^>]*-->\n).*(<!-- end of rules -->)", Pattern.DOTALL);
    private static final Pattern EXPLAINED =
            Pattern.compile("/\\*\\*((?:[^*]|\\*(?!/))*)\\*/\\s+public static final String ([A-Z_]+)\\s*=");

    private static final Map<Class<?>, String> TITLES = new LinkedHashMap<>();

    static {
        TITLES.put(CodeBinding.class, "Every state");
        TITLES.put(CommitteeContract.class, "Committees");
        TITLES.put(SecurityDefinitionContract.class, "Definitions");
        TITLES.put(StatusOrderRules.class, "Orders that stop a security");
        TITLES.put(AmendmentRules.class, "Amendments");
        TITLES.put(AttachedPolicy.class, "Pinned rules");
        TITLES.put(SecurityTokenContract.class, "Holdings");
        TITLES.put(LotDates.class, "How holdings are dated");
        TITLES.put(PublicCompliance.class, "Compliance");
        TITLES.put(SegmentContract.class, "Segments");
        TITLES.put(SegmentMembershipContract.class, "Memberships");
        TITLES.put(ForcedMovement.class, "Forced movements");
        TITLES.put(HoldingFreezeContract.class, "Freezes of holdings");
        TITLES.put(ControlRules.class, "Measures");
        TITLES.put(TrustedProvidersContract.class, "Providers of credentials");
        TITLES.put(CredentialStatusListContract.class, "Status lists");
        TITLES.put(Attestations.class, "Attestations");
    }

    @Test
    void theReferenceHasEveryRule() throws IOException {
        String page = read(REFERENCE);
        Matcher rules = RULES.matcher(page);
        assertThat(rules.find()).as("the place of the rules in %s", REFERENCE).isTrue();
        String expected =
                rules.replaceFirst(Matcher.quoteReplacement(rules.group(1) + "\n" + tables() + "\n" + rules.group(2)));
        if ("write".equals(System.getProperty("countersign.reference"))) {
            Files.write(REFERENCE, expected.getBytes(StandardCharsets.UTF_8));
        } else {
            assertThat(page.split("\n"))
                    .as("the rules in docs/reference/contracts.md; its last section says how to write them anew")
                    .containsExactly(expected.split("\n"));
        }
    }

    @Test
    void theReferenceNamesEveryStateCommandAspectAndOperation() throws IOException {
        String page = read(REFERENCE);
        for (Class<?> type : new Class<?>[] {
            CommitteeState.class,
            SecurityDefinitionState.class,
            SecurityToken.class,
            SegmentState.class,
            SegmentMembershipState.class,
            HoldingFreezeState.class,
            TrustedProvidersState.class,
            CredentialStatusListState.class,
            Attest.class
        }) {
            assertThat(page).contains("`" + type.getSimpleName() + "`");
        }
        for (Class<?> commands : new Class<?>[] {
            CommitteeCommand.class,
            SecurityDefinitionCommand.class,
            ControlCommand.class,
            SegmentCommand.class,
            SegmentMembershipCommand.class,
            TrustedProvidersCommand.class,
            CredentialStatusListCommand.class
        }) {
            for (Class<?> command : commands.getDeclaredClasses()) {
                assertThat(page).contains(command.getSimpleName() + "`");
            }
        }
        for (Aspect aspect : Aspect.values()) {
            assertThat(page).contains("`" + aspect + "`");
        }
        for (Operation operation : Operation.values()) {
            assertThat(page).contains("`" + operation + "`");
        }
        for (ControlReason reason : ControlReason.values()) {
            assertThat(page).contains("`" + reason + "`");
        }
    }

    private static String tables() throws IOException {
        assertThat(TITLES.keySet()).containsExactlyElementsOf(RuleCoverageTest.RULE_BOOKS);
        StringBuilder tables = new StringBuilder();
        for (Map.Entry<Class<?>, String> book : TITLES.entrySet()) {
            Map<String, String> explanations = explanations(book.getKey());
            tables.append(String.format(
                    "### %s (`%s`)%n%n", book.getValue(), book.getKey().getSimpleName()));
            tables.append("| rule | because | constant |\n| --- | --- | --- |\n");
            RuleCoverageTest.rules(book.getKey()).forEach((name, sentence) -> {
                assertThat(explanations).as("an explanation of every rule").containsKey(name);
                tables.append(String.format("| %s | %s | `%s` |%n", sentence, explanations.get(name), name));
            });
            tables.append("\n");
        }
        return tables.toString().replace(System.lineSeparator(), "\n").trim() + "\n";
    }

    private static Map<String, String> explanations(Class<?> book) throws IOException {
        Path source = MODULE.resolve("src/main/java").resolve(book.getName().replace('.', '/') + ".java");
        Map<String, String> explanations = new LinkedHashMap<>();
        Matcher matcher = EXPLAINED.matcher(read(source));
        while (matcher.find()) {
            explanations.put(
                    matcher.group(2),
                    matcher.group(1).replaceAll("\\s*\\*?\\s+", " ").trim());
        }
        return explanations;
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
