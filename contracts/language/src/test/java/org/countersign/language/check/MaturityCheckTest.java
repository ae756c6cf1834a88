package org.countersign.language.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.countersign.language.Sources;
import org.countersign.language.source.Diagnostic;
import org.countersign.language.source.DiagnosticKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lock-ups of a note that is due on the first day of 2030. */
class MaturityCheckTest {
    private static List<Diagnostic> beyond(String issued, String requirement) {
        String note = "note\n  maturity 2030-01-01\n" + issued;
        List<Diagnostic> errors = Sources.checkWithLedger(
                        Sources.share(requirement).replace("share\nvalidation", note + "validation"))
                .errors();
        assertThat(errors).extracting(Diagnostic::getKind).allMatch(DiagnosticKind.BEYOND_MATURITY::equals);
        return errors.stream().collect(Collectors.toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "require not-before date 2031-01-01 zone UTC or investor-category professional",
                "forbid not-before date 2030-01-01 zone UTC",
                "require residence-barred US or lock-up-from-issue 90 years",
                "require when acquirer-residence US then lock-up-from-issue 90 years",
                "in US\nrequire lock-up-from-issue 90 years",
                "on redeem\nrequire not-before date 2030-01-01 zone UTC",
                "require lock-up-from-issue 36 months",
                "on transfer\nrequire blackout first-day 2026-01-01 last-day 2029-12-30 zone UTC",
                "on transfer\nrequire blackout first-day 2026-01-02 last-day 2035-01-01 zone UTC",
            })
    @DisplayName("A rule that leaves somebody to sell the note in time is let pass")
    void sellable(String requirement) {
        assertThat(beyond("", requirement)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "require not-before date 2030-01-01 zone UTC",
                "require sanctions-clear and not-before date 2031-01-01 zone UTC",
                "on issue\nrequire not-before date 2031-01-01 zone UTC",
                "on transfer\nrequire lock-up-from-issue 90 years",
                "require lock-up-from-acquisition 4 years",
                "require vesting tranches 4 step 1 month cliff 4 years",
                "require vesting tranches 48 step 1 month cliff 1 month",
                "on transfer\nrequire blackout first-day 2025-12-31 last-day 2029-12-31 zone UTC",
            })
    @DisplayName("A rule that lets nobody sell the note in time is an error, also where the day of the issue is open")
    void notSellable(String requirement) {
        assertThat(beyond("", requirement)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"require lock-up-from-issue 40 days", "require lock-up-from-acquisition 40 days"})
    @DisplayName("The period begins with the issue where its day is said")
    void fromTheIssue(String requirement) {
        assertThat(beyond("  issued 2029-12-01\n", requirement)).hasSize(1);
        assertThat(beyond("  issued 2029-11-01\n", requirement)).isEmpty();
    }
}
