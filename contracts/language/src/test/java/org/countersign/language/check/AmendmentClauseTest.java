package org.countersign.language.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.countersign.language.Sources;
import org.countersign.language.source.Diagnostic;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AmendmentClauseTest {
    private static List<String> reasons(String clause) {
        String note = Sources.security("eu-retail-note.security")
                .replace("amend by ownership, compliance notice 30 days", clause);
        return Sources.check(note).errors().stream().map(Diagnostic::getReason).collect(Collectors.toList());
    }

    @Test
    @DisplayName("Who approves amendments is one of those who attest something")
    void approvers() {
        assertThat(reasons("amend by ownership notice 1 day")).isEmpty();
        assertThat(reasons("amend by risk, ownership notice 30 days"))
                .containsExactly("Amendments are approved by risk, which no committee attests here.");
    }

    @Test
    @DisplayName("A notice is a day at least and ten years at most")
    void notice() {
        assertThat(reasons("amend by ownership notice 10 years")).isEmpty();
        assertThat(reasons("amend by ownership notice 1 day")).isEmpty();
        for (String none : new String[] {"0 days", "0 years", "1 day - 1 day"}) {
            assertThat(reasons("amend by ownership notice " + none))
                    .as(none)
                    .containsExactly("An amendment without notice would surprise those who hold the security.");
        }
        assertThat(reasons("amend by ownership notice 11 years"))
                .containsExactly("The notice of an amendment is longer than 10 years.");
    }
}
