package org.countersign.workflows.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Aspect;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClaimDisclosureTest {
    @Test
    @DisplayName("the table of claims in the reference is what the code does")
    void theReferenceIsTrue() throws IOException {
        StringBuilder table = new StringBuilder();
        for (ClaimKind kind : ClaimKind.values()) {
            for (String claim : kind.getClaims()) {
                if (!claim.startsWith("investor_rule_")) {
                    table.append("| ")
                            .append(claim)
                            .append(" | ")
                            .append(row(kind, claim))
                            .append(" |\n");
                }
            }
        }
        assertThat(new String(
                        Files.readAllBytes(root().resolve("docs/reference/disclosure.md")), StandardCharsets.UTF_8))
                .contains(table);
    }

    private static String row(ClaimKind kind, String claim) {
        return Stream.of(Aspect.IDENTITY, Aspect.COMPLIANCE, Aspect.RISK, Aspect.CAPITAL, Aspect.OWNERSHIP)
                .map(aspect -> ClaimDisclosure.visible(aspect, kind).contains(claim) ? "yes" : "no")
                .collect(Collectors.joining(" | "));
    }

    @Test
    @DisplayName("a category of investors is never shown without the rule that it rests on")
    void categoriesWithRules() {
        for (Aspect aspect : Aspect.values()) {
            List<String> shown = new ArrayList<>(ClaimDisclosure.visible(aspect, ClaimKind.INVESTOR_CATEGORY));
            if (shown.contains(HolderClaims.INVESTOR_CATEGORIES)) {
                assertThat(shown).containsAll(ClaimKind.INVESTOR_CATEGORY.getClaims());
            }
        }
    }

    private static Path root() {
        Path directory = Paths.get("").toAbsolutePath();
        while (!Files.exists(directory.resolve("docs/SECURITY.md"))) {
            directory = directory.getParent();
        }
        return directory;
    }
}
