package org.countersign.workflows.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.corda.core.contracts.ComponentGroupEnum;
import org.countersign.contracts.validation.Aspect;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AspectDisclosureTest {
    @Test
    @DisplayName("The reference says of every aspect and part of a transaction what the code does")
    void theReferenceIsTrue() throws IOException {
        String reference =
                new String(Files.readAllBytes(root().resolve("docs/reference/disclosure.md")), StandardCharsets.UTF_8);
        String table = Stream.concat(
                        Stream.of(row("part of the transaction", aspect -> aspect.name()), row("---", aspect -> "---")),
                        Stream.of(ComponentGroupEnum.values())
                                .map(group -> row(
                                        group.name().replace("_GROUP", ""),
                                        aspect -> isVisible(group, aspect) ? "yes" : "no")))
                .collect(Collectors.joining());
        assertThat(reference).contains(table);
    }

    private static boolean isVisible(ComponentGroupEnum group, Aspect aspect) {
        return aspect == Aspect.OWNERSHIP || AspectDisclosure.visible(aspect).contains(group);
    }

    private static String row(String head, java.util.function.Function<Aspect, String> cell) {
        return "| " + head + " | "
                + Stream.of(Aspect.IDENTITY, Aspect.COMPLIANCE, Aspect.RISK, Aspect.CAPITAL, Aspect.OWNERSHIP)
                        .map(cell)
                        .collect(Collectors.joining(" | "))
                + " |\n";
    }

    @Test
    @DisplayName("Ownership has no tear-off, and every other aspect has one")
    void onlyOwnershipHasNoTearOff() {
        for (Aspect aspect : Aspect.values()) {
            if (aspect == Aspect.OWNERSHIP) {
                assertThatThrownBy(() -> AspectDisclosure.visible(aspect)).hasMessageContaining("not judged on a tear");
            } else {
                assertThat(AspectDisclosure.visible(aspect)).contains(ComponentGroupEnum.COMMANDS_GROUP);
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
