package org.countersign.workflows.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import net.corda.core.identity.CordaX500Name;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class QuorumExceptionTest {
    private static final CordaX500Name ONE = new CordaX500Name("Authority One", "London", "GB");
    private static final CordaX500Name TWO = new CordaX500Name("Authority Two", "London", "GB");
    private static final List<String> IDENTITY = Collections.singletonList("identity");
    private static final List<Refusal> STALE =
            Collections.singletonList(new Refusal(ONE, Refusal.SUPERSEDED, "The committee has a later epoch."));
    private static final List<CordaX500Name> SILENT = Collections.singletonList(TWO);

    @Test
    @DisplayName("Who did not answer is named also where somebody says that something is superseded")
    void theSilentAreNamed() {
        assertThat(new SupersededException(STALE, SILENT, Collections.emptyList()).getProblem())
                .isEqualTo("Authority One: The committee has a later epoch. No answer from Authority Two.");
        assertThat(new QuorumException(IDENTITY, STALE, SILENT).getProblem())
                .isEqualTo("Not attested by committee identity. Authority One: The committee has a later epoch."
                        + " No answer from Authority Two.");
    }

    @Test
    @DisplayName("A refusal by registrars says until when one that lies could complete the transaction, others do not")
    void untilWhen() {
        Instant until = Instant.parse("2026-11-20T10:02:00Z");
        assertThat(new QuorumException(IDENTITY, STALE, SILENT, until).getRemedy())
                .startsWith("Nothing moved;")
                .contains("Until 2026-11-20T10:02:00Z a registrar that lies could still complete it");
        assertThat(new QuorumException(IDENTITY, STALE, SILENT).getRemedy()).doesNotContain("Until");
    }
}
